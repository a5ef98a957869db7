// What happens to a task in its queue without doing the step.

extension Decision {
  /// Notes that a task is looked at; whoever else is on it, or what it waits for, does not matter.
  mutating func open(_ ref: TaskRef) throws(Refusal) {
    let task = try seenTask(ref)
    try require(.open, on: task)
    if task.opened == nil { emit(.taskOpened(try touch(task))) }
  }

  /// Takes a task on.
  mutating func claim(_ ref: TaskRef) throws(Refusal) {
    let task = try openTask(ref, to: .claim)
    if task.claimedBy != actor.person { emit(.taskClaimed(try touch(task))) }
  }

  /// Gives a claimed task back: its claimant, or a supervisor for one who is away.
  mutating func release(_ ref: TaskRef) throws(Refusal) {
    let task = try seenTask(ref)
    try require(.release, on: task)
    guard let claimant = task.claimedBy else { return }
    guard
      claimant == actor.person || Rights.allows(.release, posts(toward: task), in: .claimed)
    else { throw Refusal(.claimed, ["person": name(of: claimant)]) }
    emit(.taskReleased(try touch(task)))
  }

  /// Moves a task to another queue: a supervisor anywhere, a head of unit inside it.
  mutating func reassign(_ ref: TaskRef, to role: RoleID, reason text: String) throws(Refusal) {
    let task = try seenTask(ref)
    let reason = try reason(text)
    try require(.reassign, on: task)
    guard Rights.allows(.reassign, office.posts(of: actor, toward: role)) else {
      throw Refusal(.recipientUnfit, ["role": name(of: role)])
    }
    if task.isBinding, let lane = try task.lane.flatMap(current().procedure.lane) {
      let ranks = office.candidates(for: lane)
      guard ranks.contains(role) else {
        throw Refusal(.notDelegable, ["role": name(of: role)], candidates: ranks)
      }
    }
    try requireMovable(task, to: role)
    try move(task, to: role, delegated: false, note: reason)
  }

  /// Hands one's own task down to a subordinate.
  mutating func delegate(_ ref: TaskRef, to role: RoleID, note text: String) throws(Refusal) {
    let task = try openTask(ref, to: .delegate)
    let note = try reason(text)
    let below = office.subordinateRoles(of: actor.role).map(\.id)
    guard below.contains(role) else {
      throw Refusal(.recipientUnfit, ["role": name(of: role)], candidates: below)
    }
    if task.isBinding { throw Refusal(.notDelegable, ["role": name(of: role)]) }
    try requireMovable(task, to: role)
    try move(task, to: role, delegated: true, note: note)
  }

  private func requireMovable(_ task: Task, to role: RoleID) throws(Refusal) {
    guard role != task.role, office.role(role) != nil else {
      throw Refusal(.recipientUnfit, ["role": name(of: role)])
    }
    try requireHeld(role)
  }

  /// Puts a task into another role's queue.
  ///
  /// Who handed it down stays known all the way up: what comes back to one of them goes on from there.
  mutating func move(
    _ task: Task, to role: RoleID, delegated: Bool, note: String
  ) throws(Refusal) {
    let above = task.delegatedBy
    let chain =
      delegated ? above + [task.role] : Array(above.prefix(above.firstIndex(of: role) ?? 0))
    emit(
      .taskReassigned(
        TaskReassigned(
          case: try current().id, task: task.id, from: task.role, to: role, delegatedBy: chain,
          note: note)))
  }

  /// Lets a task wait for an outside party.
  mutating func suspend(_ ref: TaskRef, reason text: String) throws(Refusal) {
    let task = try openTask(ref, to: .suspend)
    guard task.kind == .step else { throw Refusal(.wrongAct, ["step": "\(task.step)"]) }
    emit(.taskSuspended(try touch(task, note: try reason(text))))
  }

  /// Goes on after waiting; the due time moves by the working time that was waited.
  mutating func resume(_ ref: TaskRef) throws(Refusal) {
    let task = try openTask(ref, to: .resume, evenSuspended: true)
    guard let since = task.suspended else { throw Refusal(.notSuspended) }
    let waited = office.calendar.workingMinutes(from: since, to: now)
    let due = task.due.map { office.calendar.add(workingMinutes: waited, to: $0) }
    emit(
      .taskResumed(
        TaskResumed(case: try current().id, task: task.id, due: due, waited: waited)))
  }

  /// Stops a case for good: who began it, who keeps the books, or a supervisor.
  ///
  /// A number that was taken stays taken, so that the book has no gap.
  mutating func cancel(reason text: String) throws(Refusal) {
    let state = try current()
    let reason = try reason(text)
    guard state.status == .running else { throw Refusal(.caseEnded) }
    try require(.cancel)
    for task in state.openTasks { try finish(task, .cancelled) }
    emit(.caseCancelled(CaseEnded(case: state.id, reason: reason)))
  }
}

extension Task {
  /// Whether its act binds the rank that does it: no other stands in without a mandate (Plt., Plh.).
  var isBinding: Bool { kind == .step && [.disposisi, .periksa, .tandatangani].contains(act) }
}
