import DeskModel

/// What commands answer, as people read it: tables of at most 100 characters.
struct ReportText {
  private let desk: Desk
  private let phrases: Phrasebook
  private let dates: DateText

  private var office: Office { desk.office }
  private var zone: OfficeZone { office.calendar.zone }

  init(_ desk: Desk, _ phrases: Phrasebook) {
    self.desk = desk
    self.phrases = phrases
    dates = DateText(phrases)
  }

  // MARK: - Lists

  func letters(_ rows: [LetterRow]) -> [String] {
    table([("id", 6), ("number", 16), ("date", 12), ("sender", 24), ("subject", 37)]) {
      rows.map { row in
        [
          "\(row.id)", row.number?.text ?? "—",
          dates.short(row.receivedDate ?? zone.date(of: row.registered)), row.sender,
          row.isHidden ? cover(row.secrecy) : row.subject,
        ]
      }
    }
  }

  func queue(_ rows: [QueueRow]) -> [String] {
    table([("id", 6), ("number", 9), ("subject", 36), ("activity", 27), ("due", 18)]) {
      rows.map { row in
        let due = row.due.map { dates.short($0, in: zone) } ?? "—"
        return [
          (row.isUnread ? "*" : "") + "\(row.id)", row.number ?? "—",
          row.isHidden ? cover(row.secrecy) : row.subject, row.activity,
          row.isLate(at: desk.clock()) ? due + " !" : due,
        ]
      }
    }
  }

  func counts(_ counts: QueueCounts) -> String {
    QueueFilter.allCases.map { "\(phrases("filter.\($0.rawValue)")) \(counts[$0])" }
      .joined(separator: " · ")
  }

  func backlog(_ rows: [RoleBacklog]) -> [String] {
    table([("role", 40), ("open", 8), ("late", 8), ("oldest", 19), ("pace", 20)]) {
      rows.map { row in
        [
          office.role(row.role)?.name ?? row.role.rawValue, "\(row.open)", "\(row.late)",
          row.oldest.map { dates.short($0, in: zone) } ?? "—",
          row.pace.map {
            [$0.medianWorked, $0.medianStandard].map {
              dates.duration(minutes: $0, minutesPerDay: office.calendar.minutesPerDay)
            }.joined(separator: " / ")
          } ?? "—",
        ]
      }
    }
  }

  func people(_ records: [PersonRecord]) -> [String] {
    table([("id", 22), ("name", 28), ("chairs", 34), ("ways-in", 14)]) {
      records.map { record in
        let chairs = record.appointments.map { appointment in
          let role = office.role(appointment.role)?.short ?? appointment.role.rawValue
          let days = [appointment.from, appointment.until].compactMap { $0?.dayFirst }
          return (appointment.kind == .definitive ? "" : appointment.kind.word + " ")
            + "\(role) \(days.joined(separator: "–"))"
        }
        let ways = record.users + record.keys.map { String($0.fingerprint.prefix(14)) }
        return [
          record.person.id.rawValue,
          record.person.name
            + (record.person.retired.map {
              phrases("cli.person.retired", ["date": $0.dayFirst])
            } ?? ""),
          chairs.joined(separator: "; "), ways.joined(separator: ", "),
        ]
      }
    }
  }

  static func procedures(_ procedures: [Procedure], _ phrases: Phrasebook) -> [String] {
    table(phrases, [("id", 10), ("title", 48), ("steps", 8), ("unit", 32)]) {
      procedures.map { [$0.id.rawValue, $0.title, "\($0.steps.count)", $0.unit] }
    }
  }

  // MARK: - One letter

  /// What stands on a letter, what became of it and where it is now, in the order of the screen.
  func letter(_ row: LetterRow, _ cases: [CaseView]) -> [String] {
    let letter = cases.last?.state.letter
    let isIncoming = row.kind.isIncoming
    let dated = row.letterDate.map { phrases("letter.dated", ["date": dates.short($0)]) }
    let paper = [isIncoming ? row.senderNumber : row.number?.text, dated].compactMap { $0 }
    return fields([
      ("cli.field.number", isIncoming ? row.number?.text : nil),
      ("cli.field.subject", row.isHidden ? cover(row.secrecy) : row.subject),
      ("letter.from", row.sender), ("letter.to", row.addressee),
      (
        "letter.urgency",
        row.urgency == .biasa ? nil : phrases("urgency.\(row.urgency.rawValue)")
      ),
      (
        "letter.secrecy",
        row.secrecy == .biasa ? nil : phrases("secrecy.\(row.secrecy.rawValue)")
      ),
      ("letter.classification", letter?.classification.map { "\($0.code) \($0.name)" }),
      ("letter.sender-number", paper.joined(separator: ", ")),
      ("letter.received", row.receivedDate.map(dates.short)),
      ("letter.attachments", letter?.attachments.map(\.name).joined(separator: ", ")),
      ("letter.note", letter?.note), ("letter.sent", stamp(row.sent, row.channel)),
      ("letter.archived", stamp(row.archived, row.place)),
      ("cli.field.status", row.status.map { phrases("cli.status.\($0.rawValue)") }),
    ]) + cases.flatMap(standing)
  }

  /// Who a case waits for, since when and until when.
  private func standing(_ view: CaseView) -> [String] {
    fields(
      view.state.openTasks.filter { $0.kind == .step }.map { task in
        let since = phrases(
          task.due == nil ? "cli.since" : "cli.since-until",
          [
            "role": name(task.role), "time": dates.short(task.created, in: zone),
            "due": task.due.map { dates.short($0, in: zone) } ?? "",
            "activity": view.state.procedure.step(task.step)?.activity ?? "",
          ])
        return ("cli.field.waits-for", since)
      })
  }

  private func stamp(_ time: Timestamp?, _ detail: String?) -> String? {
    time.map { [dates.short($0, in: zone), detail ?? ""].filter { !$0.isEmpty } }?
      .joined(separator: ", ")
  }

  func task(_ task: Task, in view: CaseView) -> [String] {
    let activity = view.state.procedure.step(task.step)?.activity ?? ""
    return fields([
      ("cli.field.task", "\(task.id) · \(activity)"), ("cli.field.role", name(task.role)),
      ("cli.field.due", task.due.map { dates.short($0, in: zone) } ?? ""),
      ("cli.field.state", phrases("cli.state.\(task.state.rawValue)")),
      ("cli.field.version", "\(task.version)"),
    ])
  }

  /// What happened to a case in the order in which it was done, and what waits.
  func path(_ view: CaseView) -> [String] {
    let state = view.state
    let tasks = state.tasks.sorted {
      ($0.finished?.milliseconds ?? .max, $0.id) < ($1.finished?.milliseconds ?? .max, $1.id)
    }
    let rows = table([("task", 6), ("activity", 36), ("role", 26), ("outcome", 16), ("time", 17)]) {
      tasks.map { task in
        let activity = state.procedure.step(task.step)?.activity ?? ""
        let outcome = task.outcome.map { phrases("cli.outcome.\($0.rawValue)") }
        let note = task.note.map { " (\($0))" } ?? ""
        let who = task.finishedBy.flatMap(office.person).map { ", \($0.name)" } ?? ""
        let standing = office.standing(
          of: task.finishedBy, as: task.role, at: task.finished ?? task.created)
        return [
          "\(task.id)", "\(task.step). \(activity)\(note)", title(task.role, standing) + who,
          outcome ?? phrases("cli.state.\(task.state.rawValue)"),
          dates.short(task.finished ?? task.created, in: zone),
        ]
      }
    }
    return ["", "\(state.procedure.id) · \(state.procedure.title)"] + rows + moves(view)
  }

  /// Who moved a task to another queue, and why.
  private func moves(_ view: CaseView) -> [String] {
    view.moves.map { written in
      phrases(
        "cli.letter.move",
        [
          "task": "\(written.fact.task)", "from": name(written.fact.from),
          "to": name(written.fact.to),
          "person": office.person(written.by.person)?.name ?? written.by.person.rawValue,
          "role": title(written.by.role, written.by.standing),
          "time": dates.short(written.at, in: zone), "reason": written.fact.note,
        ])
    }
  }

  /// What a letter was registered with by mistake, and by whom it was put right.
  func corrections(_ view: CaseView) -> [String] {
    let words = FieldWords(phrases, dates)
    return view.corrections.flatMap { written in
      [
        "",
        phrases(
          "cli.letter.correction",
          [
            "person": office.person(written.by.person)?.name ?? written.by.person.rawValue,
            "role": title(written.by.role, written.by.standing),
            "time": dates.short(written.at, in: zone),
            "reason": written.fact.reason,
          ]),
      ] + written.fact.changes.list.map { "  " + words.line($0) }
    }
  }

  /// The newest text of a branch with the parafs on it.
  func draft(_ view: CaseView, on branch: Int) -> [String] {
    let state = view.state
    guard let draft = state.draft(on: branch) else { return [] }
    let parafs = state.parafs(on: branch).map { paraf in
      let key =
        paraf.isSignature ? "signature" : state.stands(paraf, on: branch) ? "paraf" : "fallen"
      return phrases(
        "cli.paraf.\(key)",
        ["role": title(paraf.role, paraf.standing), "time": dates.short(paraf.given, in: zone)])
    }
    return ["", phrases("cli.draft", ["version": "\(draft.version)"])]
      + draft.text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
      + parafs
  }

  /// Who is next.
  func waiting(_ receipt: Receipt) -> [String] {
    receipt.waiting.map { waiting in
      phrases(
        waiting.due == nil ? "cli.waiting" : "cli.waiting-until",
        [
          "task": "\(waiting.task)", "role": name(waiting.role),
          "time": waiting.due.map { dates.short($0, in: zone) } ?? "",
        ])
    }
  }

  // MARK: - Inside

  private func cover(_ secrecy: Secrecy) -> String {
    phrases("secrecy.hidden.\(secrecy.rawValue)")
  }

  private func name(_ role: RoleID) -> String { office.role(role)?.short ?? role.rawValue }

  /// A role with the mark of an acting holder before it.
  private func title(_ role: RoleID, _ standing: Appointment.Kind) -> String {
    standing == .definitive
      ? name(role) : phrases("standing.\(standing.rawValue)", ["role": name(role)])
  }

  /// What is known, a line each; what is not is left out.
  private func fields(_ fields: [(key: String, value: String?)]) -> [String] {
    let table = TextTable([.init("", width: 16), .init("", width: 82)])
    return fields.flatMap { field -> [String] in
      guard let value = field.value, !value.isEmpty else { return [] }
      return table.lines([
        [phrases(field.key)], value.split(separator: "\n").map(String.init),
      ])
    }
  }

  private func table(
    _ columns: [(key: String, width: Int)], rows: () -> [[String]]
  ) -> [String] {
    Self.table(phrases, columns, rows: rows)
  }

  private static func table(
    _ phrases: Phrasebook, _ columns: [(key: String, width: Int)], rows: () -> [[String]]
  ) -> [String] {
    let rows = rows()
    guard !rows.isEmpty else { return [phrases("cli.nothing")] }
    let table = TextTable(columns.map { .init(phrases("cli.field.\($0.key)"), width: $0.width) })
    return table.heading + rows.flatMap { table.lines($0.map { [$0] }) }
  }
}
