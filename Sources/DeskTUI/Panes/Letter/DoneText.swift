import DeskModel

/// Says what was done and to whom it went.
enum DoneText {
  /// A toast for an action; the list again when the letter has left this desk.
  static func effects(of action: Action, _ receipt: Receipt, app: AppContext) -> [Effect] {
    guard let what = what(action, receipt) else { return [] }
    let next = next(receipt.entries, app)
    let message = Message(
      "act.done", ["what": app.text(what), "next": next.map { " " + $0 } ?? ""])
    return [.toast(message, .done)] + (leaves(action) ? [.focus(.pane)] : [])
  }

  /// Whether the task has gone from the queue it was in.
  private static func leaves(_ action: Action) -> Bool {
    switch action {
    case .complete, .dispose, .acknowledge, .paraf, .sign, .giveBack, .reassign, .delegate, .cancel:
      true
    case .register, .open, .claim, .release, .writeDraft, .recall, .suspend, .resume: false
    }
  }

  private static func what(_ action: Action, _ receipt: Receipt) -> Message? {
    switch action {
    case .open: return nil
    case .register:
      return receipt.number.map { Message("act.done.registered", ["number": $0.text]) }
        ?? Message("act.done.started")
    case .complete:
      return receipt.number.map { Message("act.done.numbered", ["number": $0.text]) }
        ?? Message("act.done.complete")
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
    case .dispose: return Message("act.done.dispose")
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
    }
  }

  /// Where the case is now: with whom, until when; or that it is through.
  static func next(_ entries: [Entry], _ app: AppContext) -> String? {
    var ended: Set<TaskID> = []
    var isReturn = false
    for entry in entries {
      guard case .taskFinished(let event) = entry.event else { continue }
      ended.insert(event.task)
      if event.outcome == .returned { isReturn = true }
    }
    var steps: [TaskCreated] = []
    for entry in entries where !ended.contains(entry.sequence) {
      switch entry.event {
      case .taskCreated(let event) where event.kind == .step: steps.append(event)
      case .taskReassigned(let event):
        return app.text("act.next", ["who": app.shortName(event.to)])
      case .caseFinished: return app.text("act.next.finished")
      default: break
      }
    }
    guard !steps.isEmpty else { return nil }
    let way = isReturn ? "act.back" : "act.next"
    let who = app.list(steps.map { app.shortName($0.role) })
    guard let due = steps.compactMap(\.due).min() else { return app.text(way, ["who": who]) }
    let key = due < app.now ? "\(way)-late" : "\(way)-due"
    return app.text(key, ["who": who, "due": app.stamp(due)])
  }
}
