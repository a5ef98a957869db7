// Who the actor is to what is decided about, and what the table of rights lets such a one do.

extension Decision {
  /// Refuses what the table of rights does not let the actor do, in whatever state the task is.
  func require(_ deed: Rights.Deed, on task: Task? = nil) throws(Refusal) {
    let posts = posts(toward: task)
    guard !Rights.allows(deed, posts) else { return }
    let allowed = Rights.posts(for: deed)
    if let task, allowed.isSubset(of: Rights.own) {
      throw Refusal(
        posts.contains(.drafter) ? .ownDraft : .notYours, ["role": name(of: task.role)])
    }
    throw Refusal(.notAllowed, ["who": holders(of: Set(allowed.compactMap(\.duty)))])
  }

  /// What the actor is to a task, and to its case.
  func posts(toward task: Task?) -> Set<Rights.Post> {
    var posts = posts(towardRole: task?.role)
    if let task, task.role == actor.role, isOwnDraft(task) { posts.insert(.drafter) }
    if state?.startedBy == actor.person { posts.insert(.beginner) }
    return posts.isEmpty ? [.other] : posts
  }

  /// What the actor is to whatever waits for a role.
  func posts(towardRole role: RoleID?) -> Set<Rights.Post> {
    var posts: Set<Rights.Post> = []
    if role == actor.role { posts.insert(actor.standing == .definitive ? .holder : .substitute) }
    if office.hasDuty(.registers, actor.role) { posts.insert(.registrar) }
    if office.hasDuty(.supervises, actor.role) { posts.insert(.supervisor) }
    if office.hasDuty(.heads, actor.role), let own = office.role(actor.role)?.unit {
      let unit = role.flatMap { office.role($0)?.unit }
      let isAbove = unit.map { office.isUnit($0, within: own) } ?? false
      posts.insert(isAbove ? .head : .otherHead)
    }
    return posts
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
