// How a case moves on: entering steps, binding lanes, splitting, joining, ending.

extension Decision {
  /// Leads the case from a finished task to where the path goes.
  mutating func advance(
    from task: Task, to target: StepTarget, recipients: [RoleID] = []
  ) throws(Refusal) {
    let state = try current()
    guard case .step(let number) = target, let step = state.procedure.step(number) else {
      return try end(branch: task.branch)
    }
    try enter(step, branch: task.branch, cause: task, recipients: recipients)
  }

  /// Puts a step's tasks into the queues of the roles that its lanes stand for.
  ///
  /// A lane bound to several roles splits the branch. Filing (`arsipkan`) joins: the branches that
  /// come first end there, the last one files for all.
  mutating func enter(
    _ step: Step, branch: Int, cause: Task?, recipients: [RoleID] = [], role: RoleID? = nil
  ) throws(Refusal) {
    var branch = branch
    if step.act == .arsipkan, branch != 0 {
      let others = try current().openTasks.contains { $0.kind == .step }
      emit(.branchEnded(BranchEnded(case: try current().id, branch: branch)))
      if others { return }
      branch = 0
    }
    for id in step.lanes {
      guard let lane = try current().procedure.lane(id) else { throw Refusal(.unknown) }
      if let role {
        create(step, lane: lane, role: role, branch: branch, cause: cause)
        continue
      }
      let roles = try resolve(lane, branch: branch, cause: cause, recipients: recipients)
      if let only = roles.first, roles.count == 1 {
        try bind(lane, to: [only], branch: branch)
        create(step, lane: lane, role: only, branch: branch, cause: cause)
        continue
      }
      for role in roles {
        let child = try split(lane, role: role, from: branch)
        create(step, lane: lane, role: role, branch: child, cause: cause)
      }
    }
  }

  /// Ends a branch; the last one ends the case.
  mutating func end(branch: Int) throws(Refusal) {
    let id = try current().id
    emit(.branchEnded(BranchEnded(case: id, branch: branch)))
    if try !current().openTasks.contains(where: { $0.kind == .step }) {
      emit(.caseFinished(CaseEnded(case: id, reason: nil)))
    }
  }

  /// Ties a lane to roles, unless it already is.
  mutating func bind(
    _ lane: Lane, to roles: [RoleID], branch: Int, deadline: Timestamp? = nil
  ) throws(Refusal) {
    let state = try current()
    guard !lane.isExternal else { return }
    guard deadline != nil || state.binding(of: lane.id, on: branch) != roles else { return }
    emit(
      .laneBound(
        LaneBound(case: state.id, branch: branch, lane: lane.id, roles: roles, deadline: deadline))
    )
  }

  private mutating func split(_ lane: Lane, role: RoleID, from parent: Int) throws(Refusal) -> Int {
    let state = try current()
    let number = state.branches.count
    guard let unit = office.role(role)?.unit else { throw Refusal(.unknown) }
    emit(
      .branchStarted(
        BranchStarted(
          case: state.id, branch: number, parent: parent, lane: lane.id, role: role, unit: unit)))
    return number
  }

  private mutating func create(
    _ step: Step, lane: Lane, role: RoleID, branch: Int, cause: Task?
  ) {
    guard let state else { return }
    emit(
      .taskCreated(
        TaskCreated(
          case: state.id, kind: .step, step: step.no, lane: lane.id, act: step.act, role: role,
          external: lane.isExternal, branch: branch, cause: cause?.id,
          due: due(step, branch: branch, isExternal: lane.isExternal),
          standardMinutes: standardDue(step).map {
            office.calendar.workingMinutes(from: now, to: $0)
          })))
  }

  /// When the step is late by its own standard alone.
  private func standardDue(_ step: Step) -> Timestamp? {
    step.time.flatMap { office.calendar.due(from: now, standard: $0) }
  }

  /// The step's standard time from now; urgency and deadline can only make it earlier.
  ///
  /// An outside party's time is its own: it has no due time here.
  func due(_ step: Step, branch: Int, isExternal: Bool) -> Timestamp? {
    guard let state, !isExternal else { return nil }
    let urgency = state.letter.urgency
    let candidates = [
      standardDue(step),
      urgency == .biasa ? nil : urgency.due(from: state.started, calendar: office.calendar),
      state.deadline(of: branch),
    ]
    return candidates.compactMap { $0 }.min()
  }

  /// The roles a lane stands for on a branch.
  ///
  /// In this order: who was named now; who was bound before; the only candidate; the candidates of the
  /// branch's unit, then of the units above it, then of those below it.
  ///
  /// - Throws: `recipientMissing` with the candidates when it stays open.
  func resolve(
    _ lane: Lane, branch: Int, cause: Task?, recipients: [RoleID]
  ) throws(Refusal) -> [RoleID] {
    // An outside party has no desk: whoever hands over records what it does.
    if lane.isExternal { return [cause?.role ?? actor.role] }
    let candidates = office.candidates(for: lane)
    let named = recipients.filter(candidates.contains)
    if !named.isEmpty { return named }
    let state = try current()
    if let bound = state.binding(of: lane.id, on: branch) { return bound }
    if candidates.count == 1 { return candidates }
    let unit = state.unit(of: branch) ?? office.role(actor.role)?.unit
    if let unit, let near = office.nearest(candidates, to: unit), near.count == 1 { return near }
    throw Refusal(.recipientMissing, ["lane": lane.name], candidates: candidates)
  }
}

extension Office {
  /// The roles that may fill a lane, in the order of the lane's posts.
  public func candidates(for lane: Lane) -> [RoleID] {
    var seen = Set<RoleID>()
    return lane.posts.flatMap { roles(filling: $0) }.map(\.id).filter { seen.insert($0).inserted }
  }

  /// Those of the candidates that belong to a unit: in it, else in the nearest unit above, else below.
  func nearest(_ candidates: [RoleID], to unit: UnitID) -> [RoleID]? {
    for place in [unit] + ancestors(of: unit).map(\.id) {
      let here = candidates.filter { role($0)?.unit == place }
      if !here.isEmpty { return here }
    }
    let below = candidates.filter { role($0).map { isUnit($0.unit, within: unit) } ?? false }
    return below.isEmpty ? nil : below
  }
}

extension WorkingCalendar {
  /// The end of a day's work; the end of the day itself when nobody works then.
  func endOfWork(on date: CalendarDate) -> Timestamp {
    closing(of: date) ?? zone.timestamp(date, minute: 24 * 60)
  }
}
