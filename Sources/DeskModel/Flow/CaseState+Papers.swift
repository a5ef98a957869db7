// The texts of a case, and who agreed to them: each branch has its own.
//
// A branch begins with the text it split off with. A trunk that goes on after its branches takes up what they wrote.

extension CaseState {
  /// The newest version of the text on a branch.
  public func draft(on branch: Int) -> Draft? { drafts(on: branch).last }

  /// The versions of the text on a branch, oldest first.
  public func drafts(on branch: Int) -> [Draft] {
    drafts.filter { shares(self.branch(of: $0.task), with: branch) }
  }

  /// The number of the newest version on a branch; 0 where the case carries paper only.
  public func draftVersion(on branch: Int) -> Int { draft(on: branch)?.version ?? 0 }

  /// The number that the next version gets, on whatever branch.
  public var nextVersion: Int { (drafts.last?.version ?? 0) + 1 }

  /// Whether a paraf still stands: it belongs to the text it was put on.
  public func stands(_ paraf: Paraf) -> Bool { stands(paraf, on: branch(of: paraf.task)) }

  /// Whether a paraf stands for a branch: one put before the split falls there by the branch's own text.
  public func stands(_ paraf: Paraf, on branch: Int) -> Bool {
    let own = self.branch(of: paraf.task)
    return shares(own, with: branch) && paraf.version == draftVersion(on: max(own, branch))
  }

  /// The parafs and signatures put on the texts of a branch, oldest first, the fallen ones too.
  public func parafs(on branch: Int) -> [Paraf] {
    parafs.filter { shares(self.branch(of: $0.task), with: branch) }
  }

  /// The signature that stands for a branch, if its letter is signed.
  public func signature(on branch: Int) -> Paraf? {
    parafs.last { $0.isSignature && stands($0, on: branch) }
  }

  /// The latest paraf of each step on a branch, where a newer text has made it fall.
  public func fallenParafs(on branch: Int) -> [Paraf] {
    var latest: [Int: Paraf] = [:]
    for paraf in parafs(on: branch) where !paraf.isSignature { latest[paraf.step] = paraf }
    return latest.values.filter { !stands($0, on: branch) }.sorted { $0.step < $1.step }
  }

  private func branch(of task: TaskID) -> Int { self.task(task)?.branch ?? 0 }

  /// Whether one of two branches is the other, or split off from it.
  private func shares(_ one: Int, with other: Int) -> Bool {
    lineage(of: max(one, other)).contains(min(one, other))
  }
}
