// How a case moves on: entering steps, joining, ending, and when a step is due.

extension Decision {
  /// Leads the case from a finished task to where the path goes.
  mutating func advance(
    from task: Task, to target: StepTarget, recipients: [RoleID] = []
  ) throws(Refusal) {
    let state = try current()
    guard case .step(let number) = target, let step = state.procedure.step(number) else {
      return try end(branch: task.branch, cause: task)
    }
    try enter(step, branch: task.branch, cause: task, recipients: recipients)
  }

  /// Puts a step's tasks into the queues of the roles that its lanes stand for.
  ///
  /// A lane bound to several roles splits the branch; where several lanes do a step together they stay
  /// together, so that one of them, or all, can complete it. Filing (`arsipkan`) joins: the branches
  /// that come first end there, the last one files for all.
  ///
  /// - Parameter before: who did the step the last time, for a step that is gone back to.
  mutating func enter(
    _ step: Step, branch: Int, cause: Task?, recipients: [RoleID] = [],
    before: [LaneID: [RoleID]] = [:]
  ) throws(Refusal) {
    var branch = branch
    if step.act == .arsipkan, branch != 0 {
      let id = try current().id
      emit(.branchEnded(BranchEnded(case: id, branch: branch, joinsAt: step.no)))
      if try current().hasOpenSteps { return }
      branch = 0
    }
    try requireFit(recipients, for: step)
    let isShared = step.lanes.count > 1
    for id in step.lanes {
      guard let lane = try current().procedure.lane(id) else { throw Refusal(.unknown) }
      if !before.isEmpty {
        for role in before[id] ?? [] {
          create(step, lane: lane, role: role, branch: branch, cause: cause)
        }
        continue
      }
      let roles = try resolve(
        lane, isShared: isShared, branch: branch, cause: cause, recipients: recipients)
      if isShared || roles.count == 1 { try bind(lane, to: roles, branch: branch) }
      for role in roles {
        let splits = !isShared && roles.count > 1
        let own = splits ? try split(lane, role: role, from: branch) : branch
        create(step, lane: lane, role: role, branch: own, cause: cause)
      }
    }
  }

  /// Ends a branch; with the last one the others' filing begins, or the case is through.
  mutating func end(branch: Int, cause: Task) throws(Refusal) {
    let state = try current()
    let filing = state.hasOpenSteps ? nil : state.awaitedFiling
    // The filing takes place on the trunk, which goes on with it.
    if branch != 0 || filing == nil {
      emit(.branchEnded(BranchEnded(case: state.id, branch: branch, joinsAt: nil)))
    }
    if let filing {
      try enter(filing, branch: 0, cause: cause)
    } else if !state.hasOpenSteps {
      emit(.caseFinished(CaseEnded(case: state.id, reason: nil)))
    }
  }

  private mutating func create(
    _ step: Step, lane: Lane, role: RoleID, branch: Int, cause: Task?
  ) {
    guard let state else { return }
    // An outside party's time is its own: it has no due time here.
    let times =
      lane.isExternal
      ? [:]
      : state.dueTimes(
        of: step, on: branch, from: now, urgency: state.letter.urgency, in: office.calendar)
    emit(
      .taskCreated(
        TaskCreated(
          case: state.id, kind: .step, step: step.no, lane: lane.id,
          act: lane.isExternal ? step.act.ofOutsider : step.act,
          role: lane.isExternal ? role : office.standIn(for: role, on: today),
          external: lane.isExternal, branch: branch, cause: cause?.id,
          due: times.values.min(),
          standardMinutes: times[.standard].map {
            office.calendar.workingMinutes(from: now, to: $0)
          })))
  }
}

extension CaseState {
  /// The filing that branches have ended at and wait for, unless it is under way or done.
  fileprivate var awaitedFiling: Step? {
    let number = branches.lazy.compactMap(\.joinsAt).first { number in
      !tasks.contains {
        $0.step == number && $0.kind == .step && ($0.state == .open || $0.outcome == .completed)
      }
    }
    return number.flatMap(procedure.step)
  }
}

extension Act {
  /// What the office's role does when an outside party has the step: it records that it was done.
  ///
  /// Nobody of the office signs, parafs or drafts for a ministry.
  fileprivate var ofOutsider: Act {
    switch self {
    case .disposisi, .susun, .periksa, .tandatangani, .kirim, .arsipkan: .laksanakan
    case .catat, .tugaskan, .putuskan, .laksanakan: self
    }
  }
}
