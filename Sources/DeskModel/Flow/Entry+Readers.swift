// Who is on a letter's path, and so may read it where it is secret.

extension Entry {
  /// The posts that an entry brings onto its letter's path, for good: who entered it, whose queue it came into, who
  /// was named or bound, told or given it to draft.
  ///
  /// Whoever drafts, parafs or signs has the task in the queue.
  var rolesBrought: [RoleID] {
    switch event {
    case .letterRegistered: [actor.role]
    case .laneBound(let event): event.roles
    case .branchStarted(let event): [event.role]
    case .taskCreated(let event): [event.role]
    case .taskReassigned(let event): [event.to]
    case .disposed(let event): event.disposition.recipients.map(\.role)
    default: []
    }
  }
}

extension CaseState {
  /// Whether one of some posts may read the letter and what is written to it.
  public func isReadable(by posts: [RoleID]) -> Bool {
    !letter.secrecy.isSecret || !readers.isDisjoint(with: posts)
  }
}

extension Office {
  /// The posts by which somebody reads letters that are not ordinary: the one acted as, but of whoever was only lent
  /// its queue the own ones. A secret was told to a post, and its holder cannot pass that on for some days.
  public func readingPosts(of actor: Actor, on date: CalendarDate) -> [RoleID] {
    let held = appointments(of: actor.person, on: date)
    guard held.contains(where: { $0.role == actor.role && $0.kind == .lent }) else {
      return [actor.role]
    }
    return held.filter { $0.kind != .lent }.map(\.role)
  }
}
