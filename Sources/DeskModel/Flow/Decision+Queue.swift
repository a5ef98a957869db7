// What happens to a task in its queue without doing the step.

extension Decision {
  /// Gives a claimed task back: its claimant, or a supervisor for one who is away.
  mutating func release(_ ref: TaskRef) throws(Refusal) {
    let task = try seenTask(ref)
    guard task.claimedBy == actor.person || maySupervise(task.role) else {
      throw Refusal(.claimed, ["person": name(of: task.claimedBy)])
    }
    emit(.taskReleased(try touch(task)))
  }

  /// Takes back one's own last act, while nobody has opened what came of it.
  mutating func recall(_ ref: TaskRef) throws(Refusal) {
    let state = try current()
    guard let task = state.task(ref.id) else { throw Refusal(.unknown) }
    guard task.finishedBy == actor.person, task.role == actor.role else {
      throw Refusal(.notYours, ["role": name(of: task.role)])
    }
    guard task.version == ref.version else { throw Refusal(.changed) }
    let results = state.tasks.filter { $0.cause == task.id }
    guard task.state == .done, state.status == .running, task.isRecallable, !results.isEmpty,
      results.allSatisfy({ $0.state == .open && $0.opened == nil && $0.claimedBy == nil })
    else { throw Refusal(.notRecallable) }
    for result in results { try finish(result, .recalled) }
    for branch in Set(results.map(\.branch)).sorted() where branch != task.branch {
      emit(.branchEnded(BranchEnded(case: state.id, branch: branch)))
    }
    emit(.taskReopened(try touch(task)))
  }

  /// Moves a task to another queue: a supervisor anywhere, a head of unit inside it.
  mutating func reassign(_ ref: TaskRef, to role: RoleID, reason text: String) throws(Refusal) {
    let task = try seenTask(ref)
    let reason = try reason(text)
    guard maySupervise(task.role) else { throw Refusal(.notAllowed, ["who": "Sekretaris"]) }
    try move(task, to: role, delegated: false, note: reason)
  }

  /// Hands one's own task down to a subordinate.
  mutating func delegate(_ ref: TaskRef, to role: RoleID, note text: String) throws(Refusal) {
    let task = try openTask(ref)
    let note = try reason(text)
    let below = office.subordinateRoles(of: actor.role).map(\.id)
    guard below.contains(role) else {
      throw Refusal(.recipientUnfit, ["role": name(of: role)], candidates: below)
    }
    try move(task, to: role, delegated: true, note: note)
  }

  private mutating func move(
    _ task: Task, to role: RoleID, delegated: Bool, note: String
  ) throws(Refusal) {
    guard role != task.role, office.role(role) != nil else {
      throw Refusal(.recipientUnfit, ["role": name(of: role)])
    }
    emit(
      .taskReassigned(
        TaskReassigned(
          case: try current().id, task: task.id, from: task.role, to: role, delegated: delegated,
          note: note)))
  }

  /// Lets a task wait for an outside party.
  mutating func suspend(_ ref: TaskRef, reason text: String) throws(Refusal) {
    let task = try openTask(ref)
    emit(.taskSuspended(try touch(task, note: try reason(text))))
  }

  /// Goes on after waiting; the due time moves by the working time that was waited.
  mutating func resume(_ ref: TaskRef) throws(Refusal) {
    let task = try openTask(ref, evenSuspended: true)
    guard let since = task.suspended else { throw Refusal(.notSuspended) }
    let waited = office.calendar.workingMinutes(from: since, to: now)
    let due = task.due.map { office.calendar.add(workingMinutes: waited, to: $0) }
    emit(.taskResumed(TaskResumed(case: try current().id, task: task.id, due: due)))
  }

  /// Stops a case for good: who began it, who keeps the books, or a supervisor.
  mutating func cancel(reason text: String) throws(Refusal) {
    let state = try current()
    let reason = try reason(text)
    guard state.status == .running else { throw Refusal(.caseEnded) }
    let began = state.tasks.first?.finishedBy == actor.person
    guard began || has(.registers) || has(.supervises) else {
      throw Refusal(.notAllowed, ["who": "Pengadministrasi Umum, Sekretaris"])
    }
    for task in state.openTasks { try finish(task, .cancelled) }
    emit(.caseCancelled(CaseEnded(case: state.id, reason: reason)))
  }

  private func has(_ duty: Position.Duty) -> Bool {
    office.hasDuty(duty, actor.role)
  }

  /// Whether the actor watches over a role's queue.
  private func maySupervise(_ role: RoleID) -> Bool {
    if has(.supervises) { return true }
    guard has(.heads), let own = office.role(actor.role)?.unit,
      let unit = office.role(role)?.unit
    else { return false }
    return unit == own || office.isUnit(unit, within: own)
  }
}

extension Task {
  /// Whether its act may be taken back at all: paraf and signature are answered by a later act, and
  /// what has left the house has left it.
  public var isRecallable: Bool {
    switch outcome {
    case .completed: act != .kirim && act != .arsipkan
    case .disposed, .returned: true
    default: false
    }
  }
}
