import DeskModel

/// Says what was done and to whom it went.
enum DoneText {
  /// A toast for an action; the list again when the letter has left this desk.
  static func effects(of action: Action, _ receipt: Receipt, app: AppContext) -> [Effect] {
    guard let what = what(action, receipt, app) else { return [] }
    let next = next(receipt.entries, app, isReturn: isReturn(action))
    let message = Message(
      "act.done", ["what": app.text(what), "next": next.map { " " + $0 } ?? ""])
    return [.toast(message, .done)] + (leaves(action) ? [.focus(.pane)] : [])
  }

  static func isReturn(_ action: Action) -> Bool {
    if case .giveBack = action { true } else { false }
  }

  /// Whether the task has gone from the queue it was in.
  private static func leaves(_ action: Action) -> Bool {
    switch action {
    case .complete, .dispose, .acknowledge, .paraf, .sign, .giveBack, .reassign, .delegate, .cancel:
      true
    case .register, .open, .claim, .release, .writeDraft, .recall, .suspend, .resume, .correct,
      .keepBook, .lend, .takeBack:
      false
    }
  }

  private static func what(
    _ action: Action, _ receipt: Receipt, _ app: AppContext
  ) -> Message? {
    switch action {
    case .open, .keepBook: return nil
    case .register:
      return receipt.number.map { Message("act.done.registered", ["number": $0.text]) }
        ?? Message("act.done.started")
    case .complete: return completed(receipt)
    case .writeDraft:
      let version = receipt.entries.lazy.compactMap { entry in
        if case .draftWritten(let event) = entry.event { event.version } else { nil }
      }.first
      return Message(
        "act.done.draft",
        [
          "version": version.map { "\($0)" } ?? "",
          "key": CommandTable.standard[.complete]?.keys.first?.label ?? "",
        ])
    case .dispose(_, let sheet):
      guard !sheet.recipients.isEmpty else { return Message("act.done.dispose") }
      // It may go to them by way of a desk that records it: that is who is named next.
      let names = app.list(sheet.recipients.map { app.shortName($0.role) })
      return Message("act.done.dispose-to", ["names": names])
    case .acknowledge: return Message("act.done.acknowledge")
    case .paraf: return Message("act.done.paraf")
    case .sign: return Message("act.done.sign")
    case .giveBack: return Message("act.done.give-back")
    case .claim: return Message("act.done.claim")
    case .release: return Message("act.done.release")
    case .recall: return Message("act.done.recall")
    case .reassign: return Message("act.done.reassign")
    case .delegate: return Message("act.done.delegate")
    case .suspend: return Message("act.done.suspend")
    case .resume: return Message("act.done.resume")
    case .cancel: return Message("act.done.cancel")
    case .correct: return Message("act.done.correct")
    case .lend: return Message("act.done.lend")
    case .takeBack: return Message("act.done.take-back")
    }
  }

  /// What a finished step did to the letter, if anything.
  private static func completed(_ receipt: Receipt) -> Message {
    var (isSent, isFiled) = (false, false)
    for entry in receipt.entries {
      if case .letterSent = entry.event { isSent = true }
      if case .letterArchived = entry.event { isFiled = true }
    }
    if let number = receipt.number {
      return Message(
        isSent ? "act.done.numbered-sent" : "act.done.numbered", ["number": number.text])
    }
    return Message(isSent ? "act.done.sent" : isFiled ? "act.done.filed" : "act.done.complete")
  }

  /// Where the case is now: with whom, until when; or that it is through.
  static func next(_ entries: [Entry], _ app: AppContext, isReturn: Bool = false) -> String? {
    let way = isReturn ? "act.back" : "act.next"
    var ended: Set<TaskID> = []
    for entry in entries {
      if case .taskFinished(let event) = entry.event { ended.insert(event.task) }
    }
    var steps: [TaskCreated] = []
    for entry in entries where !ended.contains(entry.sequence) {
      switch entry.event {
      case .taskCreated(let event) where event.kind == .step: steps.append(event)
      case .taskReassigned(let event):
        return app.text(way, ["who": app.shortName(event.to)])
      case .caseFinished: return app.text("act.next.finished")
      default: break
      }
    }
    guard !steps.isEmpty else { return nil }
    let who = app.list(steps.map { app.shortName($0.role) })
    guard let due = steps.compactMap(\.due).min() else { return app.text(way, ["who": who]) }
    let key = due < app.now ? "\(way)-late" : "\(way)-due"
    return app.text(key, ["who": who, "due": app.stamp(due)])
  }
}
