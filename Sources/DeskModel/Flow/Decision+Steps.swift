// Doing steps: completing, acknowledging, drafting.

extension Decision {
  /// Does a step that is neither disposition nor paraf nor signature.
  mutating func complete(_ ref: TaskRef, _ completion: Completion) throws(Refusal) {
    let task = try openTask(ref, to: .complete)
    let step = try step(of: task)
    try require(
      .catat, .tugaskan, .susun, .putuskan, .laksanakan, .kirim, .arsipkan, of: task)
    let note = try note(completion.note)
    var target = try current().procedure.successor(of: step)
    if !step.outcomes.isEmpty {
      guard let outcome = step.outcomes.first(where: { $0.name == completion.choice }) else {
        throw Refusal(
          .choiceMissing, ["choices": step.outcomes.map(\.name).joined(separator: ", ")])
      }
      target = outcome.next
    }
    switch task.act {
    case .susun:
      if let text = completion.draft {
        try write(text, in: task, basedOn: completion.basedOn)
      }
      guard try current().draft(on: task.branch) != nil else { throw Refusal(.draftMissing) }
    case .kirim, .arsipkan: try dispatch(task, completion)
    default: break
    }
    let choice = step.outcomes.isEmpty ? nil : completion.choice
    try finish(task, .completed, choice: choice, note: note)
    try moveOn(from: task, to: target, recipients: completion.recipients)
  }

  /// Goes on after a step, unless other lanes must still do it; withdraws those that need not.
  mutating func moveOn(
    from task: Task, to target: StepTarget, recipients: [RoleID] = []
  ) throws(Refusal) {
    let siblings = try current().siblings(of: task).filter { $0.state == .open }
    if try step(of: task).requiresAll, !siblings.isEmpty { return }
    for sibling in siblings { try finish(sibling, .superseded) }
    try advance(from: task, to: target, recipients: recipients)
  }

  /// Marks a letter sent "untuk diketahui" as seen.
  mutating func acknowledge(_ ref: TaskRef) throws(Refusal) {
    let task = try openTask(ref, to: .acknowledge)
    guard task.kind == .acknowledge else {
      throw Refusal(.wrongAct, ["step": "\(task.step)"])
    }
    try finish(task, .acknowledged)
  }

  /// Keeps a new version of the text without finishing the step.
  mutating func writeDraft(_ ref: TaskRef, _ text: String, basedOn: Int) throws(Refusal) {
    let task = try openTask(ref, to: .draft)
    try require(.susun, of: task)
    try write(text, in: task, basedOn: basedOn)
  }

  /// Adds a version of the text; the same text again is no new version.
  ///
  /// Only what was written from the newest version may follow it: else what a colleague wrote meanwhile would
  /// be lost without anybody seeing it.
  ///
  /// - Returns: whether there is a version now that was not there before.
  @discardableResult
  mutating func write(
    _ text: String, in task: Task, basedOn: Int
  ) throws(Refusal) -> Bool {
    let state = try current()
    // Bytes first: counting the characters of a pasted book takes longer than refusing it.
    guard text.utf8.count <= Flow.longestDraft * 4, let clean = TextRules.draft(text),
      clean.count <= Flow.longestDraft
    else { throw Refusal(.badText, ["limit": "\(Flow.longestDraft)"]) }
    guard !clean.allSatisfy(\.isWhitespace) else { throw Refusal(.draftMissing) }
    guard clean != state.draft(on: task.branch)?.text else { return false }
    guard basedOn == state.draftVersion(on: task.branch) else { throw Refusal(.draftChanged) }
    emit(
      .draftWritten(
        DraftWritten(
          case: state.id, task: task.id, version: state.nextVersion, text: clean)))
    return true
  }
}
