// Paraf, signature and return: what makes a letter binding.

extension Decision {
  /// Puts a paraf or the signature on the version of the text that was seen.
  mutating func agree(
    _ ref: TaskRef, draft: Int, signature: Bool, recipients: [RoleID]
  ) throws(Refusal) {
    let task = try openTask(ref, to: signature ? .sign : .paraf)
    let step = try step(of: task)
    try require(signature ? .tandatangani : .periksa, of: task)
    let state = try current()
    guard draft == state.draftVersion(on: task.branch) else { throw Refusal(.draftChanged) }
    // Ranks above will be asked again on the way up; those below have been passed already.
    if let fallen = state.lowestFallenParaf(below: step, on: task.branch) {
      throw Refusal(.parafFallen, ["role": name(of: fallen.role)])
    }
    emit(
      .parafGiven(
        ParafGiven(
          case: state.id, task: task.id, step: step.no, version: draft, signature: signature)))
    try finish(task, signature ? .signed : .parafed)
    try moveOn(from: task, to: state.procedure.successor(of: step), recipients: recipients)
  }

  /// Sends a task back, with a corrected text if there is one.
  ///
  /// It goes where the procedure says, else to who handed it down or sent it. But where a paraf below has
  /// fallen it goes to the lowest rank whose did, so that all put theirs on the same words.
  mutating func giveBack(
    _ ref: TaskRef, reason text: String, corrected: String?, basedOn: Int
  ) throws(Refusal) {
    let task = try openTask(ref, to: .giveBack)
    let step = try step(of: task)
    guard task.kind == .step else { throw Refusal(.wrongAct, ["step": "\(task.step)"]) }
    let reason = try reason(text)
    if let corrected {
      try require(.periksa, .tandatangani, of: task)
      try write(corrected, in: task, basedOn: basedOn)
    }
    let state = try current()
    if step.returnTo == nil, let above = task.delegatedBy.last {
      return try move(task, to: above, delegated: false, note: reason)
    }
    guard let number = state.wayBack(from: task, at: step),
      let back = state.procedure.step(number)
    else { throw Refusal(.nowhereBack) }
    for sibling in state.siblings(of: task) where sibling.state == .open {
      try finish(sibling, .superseded)
    }
    try finish(task, .returned, note: reason)
    try enter(
      back, branch: task.branch, cause: task, before: state.doers(of: number, before: task))
  }
}
