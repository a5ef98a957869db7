// What an actor is to whatever is decided about, as far as the office tells.

extension Office {
  /// What an actor is to whatever waits for a role; without one, to the office.
  func posts(of actor: Actor, toward role: RoleID?) -> Set<Rights.Post> {
    var posts: Set<Rights.Post> = []
    switch actor.standing {
    case .lent: if role == nil || role == actor.role { posts.insert(.borrower) }
    case .plt, .plh: if role == actor.role { posts.insert(.substitute) }
    case .definitive: if role == actor.role { posts.insert(.holder) }
    }
    if hasDuty(.registers, actor.role) { posts.insert(.registrar) }
    if hasDuty(.supervises, actor.role) { posts.insert(.supervisor) }
    if hasDuty(.heads, actor.role) {
      let isBelow = role.map { heads(actor.role, over: $0) } ?? false
      posts.insert(isBelow ? .head : .otherHead)
    }
    return posts
  }

  /// What an actor is to the queue that a holder has.
  ///
  /// A colleague in the same post holds a queue of his own, and a queue that is lent is not lent on: whoever sits in
  /// a lent chair is a borrower to every queue.
  func posts(of actor: Actor, towardQueueOf holder: PersonID, _ role: RoleID) -> Set<Rights.Post> {
    var posts = posts(of: actor, toward: role)
    if actor.person != holder { posts.subtract([.holder, .substitute]) }
    if actor.standing == .lent { posts.insert(.borrower) }
    return posts
  }

  /// Whether the table of rights lets an actor lend out the queue that a holder has, or take it back.
  public func allows(
    _ deed: Rights.Deed, withQueueOf holder: PersonID, _ role: RoleID, by actor: Actor
  ) -> Bool {
    Rights.allows(deed, posts(of: actor, towardQueueOf: holder, role))
  }

  /// Whether a role watches over another one's queue: supervisors over all, heads of units over theirs.
  public func watches(_ role: RoleID, over other: RoleID) -> Bool {
    hasDuty(.supervises, role) || heads(role, over: other)
  }

  /// Whether whoever holds a role sees the backlog of another one: everybody that of the own unit, besides what the role
  /// watches over.
  public func sees(_ role: RoleID, backlogOf other: RoleID) -> Bool {
    guard let own = self.role(role)?.unit else { return false }
    return self.role(other)?.unit == own || watches(role, over: other)
  }

  /// Whether a role heads the unit that another one is in, or one above it.
  private func heads(_ role: RoleID, over other: RoleID) -> Bool {
    guard hasDuty(.heads, role), let own = self.role(role)?.unit,
      let unit = self.role(other)?.unit
    else { return false }
    return isUnit(unit, within: own)
  }
}
