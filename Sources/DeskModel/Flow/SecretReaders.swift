// The one rule of who may read a letter that is not ordinary: who comes onto its path, by which posts somebody reads
// today, and what refuses everybody else. The store keeps the path and asks here.

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
    // Who read it while all might, and who closed it.
    case .letterCorrected(let event): event.readers
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
  /// The posts by which somebody reads letters that are not ordinary: the one acted as while it is their own, else
  /// those that are.
  ///
  /// A lent queue comes without its secrets, because what was told to a post its holder cannot pass on for some days;
  /// and a screen that was left open gives nothing more of a chair whose appointment or loan has ended.
  public func readingPosts(of actor: Actor, on date: CalendarDate) -> [RoleID] {
    let own = appointments(of: actor.person, on: date).filter { $0.kind != .lent }.map(\.role)
    return own.contains(actor.role) ? [actor.role] : own
  }
}

extension Decision {
  /// Refuses a letter that is secret to whoever is not on its path.
  func requireReadable() throws(Refusal) {
    let posts = office.readingPosts(of: actor, on: today)
    guard let state, !state.isReadable(by: posts) else { return }
    // The chair is on the path, but its queue was lent without what is secret.
    if state.isReadable(by: [actor.role]) {
      throw Refusal(
        .secret, saying: Message("refusal.secret-lent", ["role": name(of: actor.role)]))
    }
    throw Refusal(.secret)
  }
}
