import DeskModel

/// Everything about a letter as lines of a width.
struct LetterPage {
  let app: AppContext
  let subject: Subject?
  var page: Page

  /// The page of a letter that travels.
  static func lines(
    of file: CaseFile, subject: Subject?, width: Int, app: AppContext
  ) -> Page {
    var writer = LetterPage(app: app, subject: subject, page: Page(width: width))
    let task = file.task(subject, for: app.session.role.id)
    // On a low screen what is asked comes before the small print.
    let isLow = app.area.rows < 16
    writer.head(file.view.letter, letter: file.state.letter)
    if isLow { writer.standing(file, task) }
    if isLow { writer.page.gap() }
    writer.details(file.view.letter, letter: file.state.letter)
    writer.answers(file.view)
    if !isLow { writer.standing(file, task) }
    let asksForText = task.map { $0.state == .open && LetterPage.textual.contains($0.act) } ?? false
    if asksForText { writer.draft(file) }
    writer.dispositions(file)
    writer.parafs(file)
    if !asksForText { writer.draft(file) }
    writer.history(file)
    return writer.page
  }

  /// The page of a letter that is in no case.
  static func lines(of row: LetterRow, width: Int, app: AppContext) -> Page {
    var writer = LetterPage(app: app, subject: nil, page: Page(width: width))
    writer.head(row, letter: nil)
    writer.details(row, letter: nil)
    writer.fate(row)
    writer.page.gap()
    writer.page.add(
      app.text(row.isHidden ? app.whyHidden : Message("letter.no-case")), .muted, indent: 2)
    return writer.page
  }

  /// The text alone, with what changed.
  static func text(of file: CaseFile, width: Int, app: AppContext) -> Page {
    var writer = LetterPage(app: app, subject: nil, page: Page(width: width))
    writer.draft(file)
    return writer.page
  }

  /// Steps whose doer needs the text before everything else.
  private static let textual: Set<Act> = [.susun, .periksa, .tandatangani, .putuskan]
}

// MARK: - What stands on the paper

extension LetterPage {
  fileprivate mutating func head(_ row: LetterRow, letter: Letter?) {
    page.add(RichText(app.subject(of: row), .plain.emphasised), indent: 1)
    page.field(app.text("letter.from"), row.sender)
    page.field(app.text("letter.to"), row.addressee)
    marks(row)
    page.field(
      app.text("letter.classification"),
      (letter?.classification).map { "\($0.code) \($0.name)" })
  }

  fileprivate mutating func details(_ row: LetterRow, letter: Letter?) {
    page.field(app.text("letter.sender-number"), senderNumber(row))
    page.field(app.text("letter.received"), row.receivedDate.map(app.day))
    page.field(app.text("letter.attachments"), attachments(letter?.attachments ?? []))
    page.field(app.text("letter.note"), letter?.note)
  }

  private func senderNumber(_ row: LetterRow) -> RichText {
    let date = row.letterDate.map { app.text("letter.dated", ["date": app.day($0)]) }
    let number = row.kind.isIncoming ? row.senderNumber : row.number?.text
    return RichText([number, date].compactMap { $0 }.joined(separator: ", "))
  }

  /// Urgency and secrecy as badges where they are not the ordinary ones.
  private mutating func marks(_ row: LetterRow) {
    if row.urgency != .biasa {
      let style: Style = row.urgency == .sangatSegera ? .danger : .warn
      mark("letter.urgency", "urgency.\(row.urgency.rawValue)", style)
    }
    if row.secrecy != .biasa {
      mark("letter.secrecy", "secrecy.\(row.secrecy.rawValue)", .badge)
    }
  }

  private mutating func mark(_ label: String, _ word: String, _ style: Style) {
    page.field(
      app.text(label), RichText("[\(app.text(word).uppercased())]", style.emphasised))
  }

  private func attachments(_ files: [Attachment]) -> RichText {
    RichText(
      files.map { "\($0.name) (\(size($0.size)))" }
        .joined(separator: " \(app.glyphs.separator) "))
  }

  private func size(_ bytes: Int64) -> String {
    switch bytes {
    case ..<1_000: return app.text("letter.bytes", ["count": "\(bytes)"])
    case ..<1_000_000: return app.text("letter.kilobytes", ["count": "\((bytes + 500) / 1_000)"])
    default:
      let tenths = (bytes + 50_000) / 100_000
      return app.text(
        "letter.megabytes", ["whole": "\(tenths / 10)", "tenth": "\(tenths % 10)"])
    }
  }

  /// What it answers, and what answers it.
  fileprivate mutating func answers(_ view: CaseView) {
    func named(_ row: LetterRow) -> String {
      (row.number.map { $0.text + " — " } ?? "") + app.subject(of: row)
    }
    page.field(
      app.text("letter.answers"),
      view.answered.map { $0.isHidden ? named($0) : "\(named($0)) (\($0.sender))" })
    for reply in view.replies {
      page.field(
        app.text("letter.reply"),
        RichText(named(reply) + " ").adding("(", .muted)
          .adding(LetterStanding(reply).cell(app).text, .muted).adding(")", .muted))
    }
  }

  /// What became of the paper.
  fileprivate mutating func fate(_ row: LetterRow) {
    if let sent = row.sent {
      page.field(
        app.text("letter.sent"),
        [app.stamp(sent), row.channel].compactMap { $0 }.joined(separator: ", "))
    }
    if let archived = row.archived {
      let place = row.place.flatMap { $0.isEmpty ? nil : $0 }
      page.field(
        app.text("letter.archived"),
        [app.stamp(archived), place].compactMap { $0 }.joined(separator: ", "))
    }
  }
}

// MARK: - Where it stands

extension LetterPage {
  fileprivate mutating func standing(_ file: CaseFile, _ task: Task?) {
    fate(file.view.letter)
    page.gap()
    switch file.state.status {
    case .running: break
    case .finished:
      let end = file.state.tasks.compactMap(\.finished).max() ?? file.state.started
      return page.add(
        RichText("\(app.glyphs.check) ", .ok).adding(
          app.text("letter.finished", ["time": app.stamp(end)]), .ok.emphasised))
    case .cancelled:
      let reason = file.view.reason ?? "—"
      return page.add(
        RichText("\(app.glyphs.cross) ", .danger).adding(
          app.text("letter.cancelled", ["reason": reason]), .danger.emphasised), hang: 2)
    }
    guard let task, let step = file.step(task) else { return }
    asked(file, task)
    place(file, task, step)
    others(file, task)
  }

  /// What is asked of who sits here, and the key that does it; else who it waits for.
  private mutating func asked(_ file: CaseFile, _ task: Task) {
    let asked = LetterAsk(file: file, task: task, app: app)
    var line = RichText("\(app.glyphs.marker) ", asked.style)
    line.add(asked.text, asked.style.emphasised)
    page.add(line, hang: 2)
    if let returned = file.returned(task), task.state == .open {
      let who = app.title(
        returned.role,
        app.office.standing(
          of: returned.finishedBy, as: returned.role, at: returned.finished ?? task.created))
      page.add(
        RichText("\(app.glyphs.arrowLeft) ", .warn).adding(
          app.text("letter.returned-by", ["who": who]) + " ", .warn.emphasised
        ).adding(app.text("letter.quote", ["text": returned.note ?? "—"]), .warn),
        indent: 2, hang: 2)
    }
    guard task.state == .open, task.suspended == nil else { return }
    // What is asked sends it on; who handed it down may want to see it first.
    if task.act == .laksanakan, task.role == app.session.role.id, let above = task.delegatedBy.last
    {
      let words = ["who": app.shortName(above), "back": app.key(.giveBack)]
      page.add(app.text("letter.handed-down", words), .muted, indent: 2, hang: 2)
    }
    if let note = task.note {
      let move = file.view.moves.last { $0.fact.task == task.id }
      page.add(movedHere(note, move), .warn, indent: 2, hang: 2)
    } else if let cause = task.cause.flatMap({ file.state.task($0) }), let note = cause.note,
      cause.outcome == .completed
    {
      let who = app.shortName(cause.role)
      page.add(
        app.text("letter.word-of", ["who": who, "text": note]), .accent, indent: 2, hang: 2)
    }
  }

  /// The word of who moved a task here, and whence unless it was out of the own queue.
  private func movedHere(_ note: String, _ move: CaseView.Written<TaskReassigned>?) -> String {
    guard let move else { return app.text("letter.quote", ["text": note]) }
    return app.text(
      move.by.role == move.fact.from ? "letter.word-of" : "letter.moved-here",
      [
        "from": app.shortName(move.fact.from), "who": app.title(move.by.role, move.by.standing),
        "text": note,
      ])
  }

  private mutating func place(_ file: CaseFile, _ task: Task, _ step: Step) {
    let steps = file.state.procedure.steps
    let index = (steps.firstIndex { $0.no == step.no } ?? 0) + 1
    let dot = " \(app.glyphs.separator) "
    page.add(
      RichText(
        app.text("letter.step", ["index": "\(index)", "count": "\(steps.count)"]) + dot
          + step.activity), indent: 2, hang: 2)
    var parts: [RichText] = []
    // Who it waits for stands above where it is somebody else.
    if task.state != .open { parts.append(RichText(app.roleName(task.role))) }
    if let due = task.due, task.state == .open {
      // What waits for somebody outside is nobody's fault here: its due time moves.
      let (text, style) =
        task.suspended == nil ? app.due(due) : (app.text("letter.due-moves"), .muted)
      parts.append(RichText(style == .danger ? "! \(text)" : text, style))
    }
    if let time = step.time {
      parts.append(
        RichText(app.text("letter.standard", ["time": time.text.lowercased()]), .muted))
    }
    var line = RichText()
    for (place, part) in parts.enumerated() {
      if place > 0 { line.add(dot, .muted) }
      for run in part.runs { line.add(run.text, run.style) }
    }
    if !line.isEmpty { page.add(line, indent: 2, hang: 2) }
    if let word = whatCounts(file, task) { page.add(word, .muted, indent: 2, hang: 2) }
    page.add(file.state.procedure.title, .muted, indent: 2, hang: 2)
  }

  /// Where a disposition gave a deadline and the step has another bound: which counts, and the other.
  private func whatCounts(_ file: CaseFile, _ task: Task) -> String? {
    let times = file.state.dueTimes(of: task, in: app.office.calendar)
    guard task.state == .open, task.suspended == nil, let deadline = times[.deadline],
      let counts = DueBound.allCases.first(where: { times[$0] == task.due })
    else { return nil }
    var other = (bound: DueBound.deadline, time: deadline)
    if counts == .deadline {
      guard let next = times.filter({ $0.key != .deadline }).min(by: { $0.value < $1.value }) else {
        return nil
      }
      other = (next.key, next.value)
    }
    guard other.time != task.due else { return nil }
    return app.text(
      "letter.bound",
      [
        "bound": app.text("letter.bound.\(counts.rawValue)"),
        "other": app.text("letter.bound.\(other.bound.rawValue)"), "time": app.stamp(other.time),
      ])
  }

  /// The other branches.
  private mutating func others(_ file: CaseFile, _ task: Task) {
    let others = file.state.openTasks.filter { $0.id != task.id && $0.kind == .step }
    guard !others.isEmpty else { return }
    let names = others.map { "\(app.shortName($0.role)) (\($0.step))" }
    page.add(
      app.text("letter.also-waits", ["names": app.list(names, limit: 4)]), .muted, indent: 2,
      hang: 2)
  }
}
