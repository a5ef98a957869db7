// Who the actor is to what is decided about, and what the table of rights lets such a one do.

extension Decision {
  /// Refuses what the table of rights does not let the actor do, in whatever state the task is.
  func require(_ deed: Rights.Deed, on task: Task? = nil) throws(Refusal) {
    let posts = posts(toward: task)
    guard !Rights.allows(deed, posts) else { return }
    try requireMandate(for: deed, posts)
    let allowed = Rights.posts(for: deed)
    if let task, allowed.isSubset(of: Rights.own) {
      throw Refusal(
        posts.contains(.drafter) ? .ownDraft : .notYours, ["role": name(of: task.role)])
    }
    throw Refusal(.notAllowed, ["who": holders(of: Set(allowed.compactMap(\.duty)))])
  }

  /// Refuses whoever was only lent a queue what a substitute with a mandate may.
  func requireMandate(for deed: Rights.Deed, _ posts: Set<Rights.Post>) throws(Refusal) {
    guard posts.contains(.borrower),
      Rights.allows(deed, posts.subtracting([.borrower]).union([.substitute]))
    else { return }
    throw Refusal(.lentQueue, ["role": name(of: actor.role)])
  }

  /// What the actor is to a task, and to its case.
  func posts(toward task: Task?) -> Set<Rights.Post> {
    var posts = office.posts(of: actor, toward: task?.role)
    if let task, task.role == actor.role, isOwnDraft(task) { posts.insert(.drafter) }
    if state?.startedBy == actor.person { posts.insert(.beginner) }
    return posts.isEmpty ? [.other] : posts
  }

  /// The positions that carry one of some duties, for a sentence.
  private func holders(of duties: Set<Position.Duty>) -> String {
    office.positions.filter { !$0.duties.isDisjoint(with: duties) }.map(\.name)
      .joined(separator: ", ")
  }

  /// Whether a text that is up for paraf is the actor's own: nobody would answer for it.
  ///
  /// A rank above who corrected a draft may put his, and so may who holds the post alone: nobody else
  /// could, and the ranks above still look at it.
  private func isOwnDraft(_ task: Task) -> Bool {
    guard task.act == .periksa, let state, let draft = state.draft(on: task.branch) else {
      return false
    }
    return draft.author == actor.person && state.task(draft.task)?.act == .susun
      && office.holders(of: actor.role, on: today).contains {
        $0.person != actor.person && $0.kind != .lent
      }
  }
}

extension Rights.Post {
  /// The duty of a position that makes its holder this.
  fileprivate var duty: Position.Duty? {
    switch self {
    case .registrar: .registers
    case .supervisor: .supervises
    default: nil
    }
  }
}
