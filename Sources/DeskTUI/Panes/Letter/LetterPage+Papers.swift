import DeskModel

// The sheets that travel with a letter: dispositions, the text, its parafs, and what was done.
extension LetterPage {
  /// Lembar disposisi: who told whom what, and who has read it.
  mutating func dispositions(_ file: CaseFile) {
    guard !file.view.dispositions.isEmpty else { return }
    page.heading(app.text("letter.dispositions"))
    for sheet in file.view.dispositions { disposition(sheet, file) }
  }

  private mutating func disposition(_ sheet: CaseView.Written<Disposition>, _ file: CaseFile) {
    let who = app.title(sheet.by.role, sheet.by.standing)
    let content = sheet.fact
    var head = RichText(who, .plain.emphasised)
    head.add(" \(app.glyphs.separator) \(app.personName(sheet.by.person))", .muted)
    head.add(" \(app.glyphs.separator) \(app.stamp(sheet.at))", .muted)
    page.add(head, indent: 1, hang: 2)
    for recipient in content.recipients { self.recipient(recipient, sheet, file) }
    let instructions = content.instructions.map { app.instruction($0) }
    if !instructions.isEmpty {
      let ticks = instructions.map { "[\(app.glyphs.check)] \($0)" }.joined(separator: "  ")
      page.add(ticks, indent: 3, hang: 0)
    }
    if let note = content.note {
      page.add(app.text("letter.quote", ["text": note]), indent: 3, hang: 1)
    }
    if let deadline = content.deadline {
      let text = app.text("letter.deadline", ["date": app.day(deadline)])
      page.add(text, .warn, indent: 3)
    }
  }

  private mutating func recipient(
    _ recipient: Disposition.Recipient, _ sheet: CaseView.Written<Disposition>, _ file: CaseFile
  ) {
    var line = RichText("\(app.glyphs.arrowRight) \(app.shortName(recipient.role))")
    if recipient.forInformation { line.add(" (\(app.text("letter.for-information")))") }
    let task = task(of: recipient, sheet, file)
    let (text, style) = reading(task)
    line.add(" \(app.glyphs.separator) ", .muted)
    if let task, task.role != recipient.role {
      line.add(app.text("letter.passed-on", ["who": app.shortName(task.role)]), .warn)
      line.add(" \(app.glyphs.separator) ", .muted)
    }
    line.add(text, style)
    page.add(line, indent: 3, hang: 2)
  }

  /// The task that came of a recipient, whoever has it now: to those who act it comes by way of the steps between.
  private func task(
    of recipient: Disposition.Recipient, _ sheet: CaseView.Written<Disposition>, _ file: CaseFile
  ) -> Task? {
    let kind: Task.Kind = recipient.forInformation ? .acknowledge : .step
    return file.state.tasks.first {
      $0.kind == kind && $0.id > sheet.id && file.view.firstHolder(of: $0) == recipient.role
        && (kind == .step || $0.cause == sheet.id)
    }
  }

  /// How far whoever has a task is with it.
  private func reading(_ task: Task?) -> (String, Style) {
    guard let task else { return (app.text("letter.not-there-yet"), .muted) }
    if let finished = task.finished, task.state == .done {
      return (app.text("letter.reader-done", ["time": app.stamp(finished)]), .ok)
    }
    if task.state == .withdrawn { return (app.text("letter.withdrawn"), .muted) }
    guard let opened = task.opened else { return (app.text("letter.unread"), .plain) }
    return (app.text("letter.read", ["time": app.stamp(opened)]), .ok)
  }

  /// The text in its newest version, with what changed since the last look.
  mutating func draft(_ file: CaseFile) {
    guard let draft = file.draft else { return }
    var detail = RichText(
      app.text(
        "letter.draft-by",
        ["person": app.personName(draft.author), "time": app.stamp(draft.written)]), .muted)
    if let seen = file.lastSeen, let changes = file.changes {
      detail.add(" \(app.glyphs.separator) ", .muted)
      detail.add(
        app.text(
          changes.isEmpty ? "letter.same-since" : "letter.changed-since", ["version": "\(seen)"]),
        .accent)
    }
    page.heading(app.text("letter.draft", ["version": "\(draft.version)"]), detail)
    if let changes = file.changes, !changes.isEmpty {
      return DraftLines.add(changes, to: &page)
    }
    for line in draft.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      page.add(RichText(String(line)), indent: 2)
    }
  }

  /// Who has agreed, and whether it still counts.
  mutating func parafs(_ file: CaseFile) {
    let parafs = file.state.parafs(on: file.branch)
    guard !parafs.isEmpty else { return }
    page.heading(app.text("letter.parafs"))
    for paraf in parafs {
      let stands = file.state.stands(paraf, on: file.branch)
      var line = RichText(
        String(stands ? app.glyphs.check : app.glyphs.cross) + " ", stands ? .ok : .danger)
      line.add(app.title(paraf.role, paraf.standing), stands ? .plain : .muted)
      line.add(
        " \(app.glyphs.separator) \(app.personName(paraf.person))"
          + " \(app.glyphs.separator) \(app.stamp(paraf.given))", .muted)
      if paraf.isSignature { line.add(" \(app.text("letter.signature"))", .ok.emphasised) }
      if !stands {
        line.add(" " + app.text("letter.fallen", ["version": "\(paraf.version)"]), .danger)
      }
      page.add(line, indent: 1, hang: 2)
    }
  }

  /// What was done, oldest first.
  mutating func history(_ file: CaseFile) {
    let finished = file.state.tasks.filter { $0.finished != nil }
      .sorted { ($0.finished ?? $0.created, $0.id) < ($1.finished ?? $1.created, $1.id) }
    let remarks =
      (file.view.corrections.map { Remark(at: $0.at, id: $0.id, what: .correction($0)) }
      + file.view.moves.map { Remark(at: $0.at, id: $0.id, what: .move($0)) })
      .sorted { $0.id < $1.id }
    var rest = remarks[...]
    guard !finished.isEmpty || !rest.isEmpty else { return }
    page.heading(app.text("letter.history"))
    for task in finished {
      while let next = rest.first, next.at < task.finished ?? task.created {
        entry(next, file)
        rest.removeFirst()
      }
      entry(task, file)
    }
    for remark in rest { entry(remark, file) }
  }

  /// What happened beside the steps.
  private struct Remark {
    enum What {
      case correction(CaseView.Written<LetterCorrected>)
      case move(CaseView.Written<TaskReassigned>)
    }
    let at: Timestamp
    /// The entry of the journal.
    let id: Int64
    let what: What
  }

  private mutating func entry(_ remark: Remark, _ file: CaseFile) {
    switch remark.what {
    case .correction(let written): entry(written)
    case .move(let written): entry(written, file)
    }
  }

  /// Who moved a task, whence and whither, and why.
  private mutating func entry(_ written: CaseView.Written<TaskReassigned>, _ file: CaseFile) {
    let move = written.fact
    let step = file.state.task(move.task).map { "\($0.step)" } ?? ""
    let head = RichText(TextWidth.pad(step, to: 2, align: .right) + " ", .muted)
      .adding("\(app.glyphs.bullet) ", .warn)
    let words = ["from": app.shortName(move.from), "to": app.shortName(move.to)]
    let key = move.isDelegation ? "letter.delegated" : "letter.moved"
    page.add(head.adding(app.text(key, words), .warn), indent: 1, hang: 5)
    by(written.by, written.at, saying: move.note)
  }

  /// By whom and when something was done beside the steps, and why.
  private mutating func by(_ actor: Actor, _ time: Timestamp, saying reason: String) {
    let who = [
      app.title(actor.role, actor.standing), app.personName(actor.person), app.stamp(time),
    ]
    page.add(who.joined(separator: " \(app.glyphs.separator) "), .muted, indent: 6, hang: 2)
    page.add(app.text("letter.quote", ["text": reason]), .plain, indent: 6, hang: 1)
  }

  /// Who put what right, and why.
  private mutating func entry(_ written: CaseView.Written<LetterCorrected>) {
    let words = FieldWords(app.phrases, app.dates)
    let head = RichText("   ", .muted).adding("\(app.glyphs.bullet) ", .warn)
    page.add(head.adding(app.text("letter.corrected"), .warn), indent: 1, hang: 5)
    for change in written.fact.changes.list {
      page.add(words.line(change), indent: 6, hang: 2)
    }
    by(written.by, written.at, saying: written.fact.reason)
  }

  private mutating func entry(_ task: Task, _ file: CaseFile) {
    guard let outcome = task.outcome, let finished = task.finished else { return }
    let sign: (Character, Style) =
      switch outcome {
      case .completed, .disposed, .parafed, .signed, .acknowledged: (app.glyphs.check, .ok)
      case .returned: (app.glyphs.arrowLeft, .warn)
      case .recalled, .cancelled, .superseded: (app.glyphs.cross, .muted)
      }
    let step = file.step(task)
    var line = RichText(TextWidth.pad("\(task.step)", to: 2, align: .right) + " ", .muted)
    line.add("\(sign.0) ", sign.1)
    line.add(
      task.kind == .acknowledge ? app.text("letter.for-information") : step?.activity ?? "")
    line.add(" \(app.glyphs.separator) ", .muted)
    let choice = file.view.choices[task.id]
    line.add(choice ?? app.text("outcome.\(outcome.rawValue)"), sign.1)
    page.add(line, indent: 1, hang: 5)
    let standing = app.office.standing(of: task.finishedBy, as: task.role, at: finished)
    // What was taken back was not done by its role.
    let role = outcome.isWithdrawal ? nil : app.title(task.role, standing)
    let who = [role, app.personName(task.finishedBy), app.stamp(finished)].compactMap { $0 }
    page.add(
      who.joined(separator: " \(app.glyphs.separator) "), .muted, indent: 6, hang: 2)
    if let note = task.note, outcome != .disposed {
      let style: Style = outcome == .returned ? .warn : .plain
      page.add(app.text("letter.quote", ["text": note]), style, indent: 6, hang: 1)
    }
  }
}

extension AppContext {
  /// An instruction of a disposition sheet in words; one that is not of the list as it was written.
  func instruction(_ key: String) -> String {
    Disposition.instructions.contains(key)
      ? text("instruction.\(key)") : key.split(separator: "-").joined(separator: " ")
  }
}
