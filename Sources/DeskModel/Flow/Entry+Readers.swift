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
  /// Whether a post may read the letter and what is written to it.
  public func isReadable(by role: RoleID) -> Bool {
    !letter.secrecy.isSecret || readers.contains(role)
  }
}
