import DeskModel

/// What a task asks of who sits here, in plain words with the key that does it.
struct LetterAsk {
  let file: CaseFile
  let task: Task
  let app: AppContext

  /// The sentence.
  var text: String { app.text(message) }

  /// How it looks: bright when it is asked of who sits here.
  var style: Style {
    if task.state != .open { return .muted }
    return isMine && task.suspended == nil && !isTaken ? .accent : .muted
  }

  private var isMine: Bool { task.role == app.session.role.id }
  private var isTaken: Bool { task.claimedBy.map { $0 != app.session.person.id } ?? false }

  private var message: Message {
    if task.state != .open {
      let time = task.finished.map(app.stamp) ?? "—"
      return Message(
        "letter.ask.done", ["person": app.personName(task.finishedBy), "time": time])
    }
    if let since = task.suspended {
      return Message(
        isMine ? "letter.ask.suspended" : "letter.ask.suspended-there",
        [
          "time": app.stamp(since), "reason": task.note ?? "—", "key": app.key(.resume),
          "role": app.roleName(task.role),
        ])
    }
    if isTaken {
      return Message("letter.ask.claimed", ["person": app.personName(task.claimedBy)])
    }
    guard isMine else {
      guard let holder = app.holder(of: task.role) else {
        return Message("letter.ask.vacant", ["role": app.roleName(task.role)])
      }
      return Message(
        "letter.ask.waits", ["role": app.roleName(task.role), "person": holder])
    }
    return Message(
      key,
      [
        "key": app.key(command), "back": app.key(.giveBack), "reply": app.key(.reply),
        "draft": app.key(.draft),
      ])
  }

  private var command: CommandID {
    task.act == .susun && file.draft == nil ? .draft : LetterActs.command(for: task)
  }

  /// Whether the text was sent back and has not been written anew since.
  private var isToBeCorrected: Bool {
    guard let draft = file.draft, let returned = file.returned(task)?.finished else { return false }
    return draft.written <= returned
  }

  /// Whether an answer was ordered and is not begun yet, and can be begun from here.
  private var isToBeAnswered: Bool {
    file.view.replies.isEmpty && file.answerers == nil
      && file.view.dispositions.contains {
        $0.fact.instructions.contains(Disposition.answer)
      }
  }

  private var key: String {
    if task.kind == .acknowledge { return "letter.ask.acknowledge" }
    if task.act == .susun, isToBeCorrected { return "letter.ask.susun-returned" }
    if task.act == .susun, file.draft != nil { return "letter.ask.susun-ready" }
    if task.isExternal { return "letter.ask.external" }
    if task.act == .laksanakan, isToBeAnswered { return "letter.ask.reply" }
    if task.act == .arsipkan, !file.state.letter.kind.isIncoming, file.state.sent == nil {
      return "letter.ask.kirim-arsipkan"
    }
    return "letter.ask.\(task.act.rawValue)"
  }
}
