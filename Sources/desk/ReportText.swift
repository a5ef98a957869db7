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

  func letter(_ row: LetterRow) -> [String] {
    let number = [row.number?.text, row.senderNumber].compactMap { $0 }.joined(separator: " ← ")
    return fields([
      ("number", number), ("sender", row.sender), ("addressee", row.addressee ?? ""),
      ("date", (row.receivedDate ?? row.letterDate).map(dates.long) ?? ""),
      ("subject", row.isHidden ? cover(row.secrecy) : row.subject),
      ("status", row.status.map { phrases("cli.status.\($0.rawValue)") } ?? ""),
      ("waits-for", row.waitsFor.map(name) ?? ""),
    ])
  }

  func task(_ task: Task, in view: CaseView) -> [String] {
    let activity = view.state.procedure.step(task.step)?.activity ?? ""
    return fields([
      ("task", "\(task.id) · \(activity)"), ("role", name(task.role)),
      ("due", task.due.map { dates.short($0, in: zone) } ?? ""),
      ("state", phrases("cli.state.\(task.state.rawValue)")),
      ("version", "\(task.version)"),
    ])
  }

  /// What happened to a case, oldest first.
  func path(_ view: CaseView) -> [String] {
    let state = view.state
    let rows = table([("task", 6), ("activity", 36), ("role", 26), ("outcome", 16), ("time", 17)]) {
      state.tasks.map { task in
        let activity = state.procedure.step(task.step)?.activity ?? ""
        let outcome = task.outcome.map { phrases("cli.outcome.\($0.rawValue)") }
        let note = task.note.map { " (\($0))" } ?? ""
        return [
          "\(task.id)", "\(task.step). \(activity)\(note)", name(task.role),
          outcome ?? phrases("cli.state.\(task.state.rawValue)"),
          dates.short(task.finished ?? task.created, in: zone),
        ]
      }
    }
    return ["", "\(state.procedure.id) · \(state.procedure.title)"] + rows
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
            "person": office.person(written.person)?.name ?? written.person.rawValue,
            "role": name(written.role), "time": dates.short(written.written, in: zone),
            "reason": written.correction.reason,
          ]),
      ] + written.correction.changes.list.map { "  " + words.line($0) }
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
        ["role": name(paraf.role), "time": dates.short(paraf.given, in: zone)])
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

  private func fields(_ fields: [(key: String, value: String)]) -> [String] {
    let table = TextTable([.init("", width: 16), .init("", width: 82)])
    return fields.filter { !$0.value.isEmpty }.flatMap { field in
      table.lines([[phrases("cli.field.\(field.key)")], [field.value]])
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
