// Whose queue a lane means: binding, splitting, standing in.

extension Decision {
  /// Ties a lane to roles, unless it already is; the deadline that went with it stays.
  mutating func bind(_ lane: Lane, to roles: [RoleID], branch: Int) throws(Refusal) {
    let state = try current()
    guard !lane.isExternal, state.binding(of: lane.id, on: branch) != roles else { return }
    emit(
      .laneBound(
        LaneBound(
          case: state.id, branch: branch, lane: lane.id, roles: roles,
          deadline: state.deadline(of: lane.id, on: branch), unit: nil)))
  }

  /// Begins a branch for one of the roles that a lane stands for.
  mutating func split(_ lane: Lane, role: RoleID, from parent: Int) throws(Refusal) -> Int {
    let state = try current()
    let number = state.branches.count
    guard let unit = office.role(role)?.unit else { throw Refusal(.unknown) }
    emit(
      .branchStarted(
        BranchStarted(
          case: state.id, branch: number, parent: parent, lane: lane.id, role: role, unit: unit,
          deadline: state.deadline(of: lane.id, on: parent))))
    return number
  }

  /// The roles a lane stands for on a branch.
  ///
  /// In this order: who was named now, where it is open or an order is given anew; who was bound before;
  /// the only candidate; the one of the branch's unit, of the units above it, or of those below it; the
  /// one of these that is so near to whoever hands over.
  ///
  /// - Throws: `recipientMissing` with the candidates when it stays open; `recipientBound` when others are named
  ///   than those it was bound to: what was disposed goes to whom it was disposed.
  func resolve(
    _ lane: Lane, isShared: Bool, branch: Int, cause: Task?, recipients: [RoleID]
  ) throws(Refusal) -> [RoleID] {
    // An outside party has no desk: whoever hands over records what it does.
    if lane.isExternal { return [cause?.role ?? actor.role] }
    let candidates = office.candidates(for: lane)
    let state = try current()
    // Bound to nobody: another lane of the step was picked; by itself the lane is open again.
    let bound = state.binding(of: lane.id, on: branch).flatMap {
      isShared || !$0.isEmpty ? $0 : nil
    }
    let named = recipients.filter(candidates.contains)
    if !named.isEmpty, bound == nil || cause?.act == .tugaskan { return named }
    if let bound {
      guard named.isEmpty || Set(named) == Set(bound) else {
        let names = bound.map { name(of: $0) }.joined(separator: ", ")
        throw Refusal(.recipientBound, ["roles": names], candidates: bound)
      }
      return bound
    }
    if candidates.count == 1 { return candidates }
    if let only = nearest(candidates, on: branch, of: state) { return [only] }
    throw Refusal(.recipientMissing, ["lane": lane.name], candidates: candidates)
  }

  /// The one candidate that is meant by where the case is at home.
  ///
  /// Where its unit leaves it open, the unit whose role hands over says which of them: a section's head
  /// means his own staff.
  private func nearest(_ candidates: [RoleID], on branch: Int, of state: CaseState) -> RoleID? {
    var candidates = candidates
    for unit in [state.unit(of: branch), office.role(actor.role)?.unit].compactMap({ $0 }) {
      guard let near = office.nearest(candidates, to: unit) else { continue }
      if near.count == 1 { return near.first }
      candidates = near
    }
    return nil
  }

  /// Refuses names that cannot do a step: it would go elsewhere than was said.
  func requireFit(_ recipients: [RoleID], for step: Step) throws(Refusal) {
    guard !recipients.isEmpty else { return }
    let procedure = try current().procedure
    let candidates = step.lanes.compactMap(procedure.lane).flatMap(office.candidates)
    for role in recipients {
      guard candidates.contains(role) else {
        throw Refusal(.recipientUnfit, ["role": name(of: role)], candidates: candidates)
      }
      try requireHeld(role)
    }
  }

  /// Refuses to hand something to a desk where nobody sits.
  func requireHeld(_ role: RoleID) throws(Refusal) {
    if office.isVacant(role, on: today) {
      throw Refusal(.vacant, ["role": name(of: role)])
    }
  }
}

extension Office {
  /// The roles that may fill a lane, in the order of the lane's posts.
  ///
  /// A post that names no unit of the office means the roles nearest to the unit of the letterhead.
  public func candidates(for lane: Lane) -> [RoleID] {
    candidates(for: lane.posts, home: lane.home)
  }

  /// The roles that may fill one of several posts under a letterhead, in the order of the posts.
  func candidates(for posts: [Post], home: UnitID?) -> [RoleID] {
    var seen = Set<RoleID>()
    return posts.flatMap { post in
      let roles = roles(filling: post).map(\.id)
      guard post.unit.flatMap(unit) == nil, let home else { return roles }
      return nearest(roles, to: home) ?? roles
    }.filter { seen.insert($0).inserted }
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

  /// The role that gets what would lie on a vacant desk: the nearest one above that is held.
  ///
  /// A role that is held, or that nobody above could stand in for, stands for itself.
  func standIn(for role: RoleID, on date: CalendarDate) -> RoleID {
    var next: RoleID? = role
    var looked = 0
    while let candidate = next, looked <= roles.count {
      if !isVacant(candidate, on: date) { return candidate }
      next = superior(of: candidate)?.id
      looked += 1
    }
    return role
  }
}
