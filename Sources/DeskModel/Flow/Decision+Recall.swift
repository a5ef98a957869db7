// Taking back one's own last act.

extension Decision {
  /// Takes back one's own last act, while nobody has touched what came of it.
  ///
  /// The branches it began end, the tasks it withdrew from other lanes wait again.
  mutating func recall(_ ref: TaskRef) throws(Refusal) {
    let state = try current()
    guard let task = state.task(ref.id) else { throw Refusal(.unknown) }
    guard task.finishedBy == actor.person, task.role == actor.role else {
      throw Refusal(.notYours, ["role": name(of: task.role)])
    }
    guard task.version == ref.version else { throw Refusal(.changed) }
    let results = state.tasks.filter { $0.cause == task.id }
    guard task.state == .done, state.status == .running, task.isRecallable,
      results.isEmpty ? state.isPending(task) : results.allSatisfy(\.isUntouched)
    else { throw Refusal(.notRecallable) }
    for result in results { try finish(result, .recalled) }
    for branch in Set(results.map(\.branch)).sorted() {
      guard state.branches.indices.contains(branch), state.branches[branch].parent == task.branch
      else { continue }
      emit(.branchEnded(BranchEnded(case: state.id, branch: branch, joinsAt: nil)))
    }
    let partners = state.siblings(of: task).filter {
      $0.outcome == .superseded && $0.finished == task.finished
    }
    for partner in partners + [task] { emit(.taskReopened(try touch(partner))) }
  }
}

extension Task {
  /// Whether its act may be taken back at all: paraf and signature are answered by a later act, and
  /// what has left the house has left it.
  public var isRecallable: Bool {
    switch outcome {
    case .completed: act != .kirim && act != .arsipkan
    case .disposed, .returned: true
    default: false
    }
  }

  /// Whether nobody has opened, claimed, moved or changed it.
  fileprivate var isUntouched: Bool { state == .open && opened == nil && version == 1 }
}

extension CaseState {
  /// Whether nothing has come yet of a finished task: others must do the step too, or its branch waits
  /// for them to be filed.
  fileprivate func isPending(_ task: Task) -> Bool {
    if siblings(of: task).contains(where: { $0.state == .open }) { return true }
    guard branches.indices.contains(task.branch), branches[task.branch].isEnded else {
      return false
    }
    return !tasks.contains { $0.branch == 0 && $0.id > task.id && $0.state != .withdrawn }
  }
}
