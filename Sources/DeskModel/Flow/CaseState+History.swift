// What a case's past says about where it may go back to.

extension CaseState {
  /// The fallen paraf of the lowest rank printed above a step.
  func lowestFallenParaf(below step: Step, on branch: Int) -> Paraf? {
    let fallen = fallenParafs(on: branch)
    return procedure.steps.prefix { $0.no != step.no }.lazy
      .compactMap { passed in fallen.first { $0.step == passed.no } }.first
  }

  /// The step that a return leads to: where the procedure says, else to who sent the task.
  ///
  /// Where a paraf between there and here has fallen, it leads to the lowest rank whose did.
  func wayBack(from task: Task, at step: Step) -> Int? {
    let target = step.returnTo ?? origin(of: task)?.step
    guard let fallen = lowestFallenParaf(below: step, on: task.branch)?.step, let target else {
      return target
    }
    let climbed = procedure.steps.drop { $0.no != fallen }.prefix { $0.no != step.no }
    return climbed.contains { $0.no == target } ? fallen : target
  }

  /// The other tasks of the same step, where several lanes do it together.
  func siblings(of task: Task) -> [Task] {
    tasks.filter {
      $0.id != task.id && $0.kind == .step && $0.step == task.step && $0.branch == task.branch
        && $0.cause == task.cause
    }
  }

  /// The task that sent this one here; of one that came back, who sent it the first time.
  ///
  /// Otherwise two desks could only send a letter back to each other.
  func origin(of task: Task) -> Task? {
    var task = task
    while let cause = task.cause.flatMap(self.task), cause.id < task.id {
      guard cause.outcome == .returned else { return cause }
      guard let earlier = way(to: cause).first(where: { $0.step == task.step }) else {
        return cause
      }
      task = earlier
    }
    return nil
  }

  /// Who did a step the last time on the way to a task, by lane; empty if it was not on that way.
  func doers(of step: Int, before task: Task) -> [LaneID: [RoleID]] {
    guard let last = way(to: task).first(where: { $0.step == step && $0.kind == .step }) else {
      return [:]
    }
    let group = ([last] + siblings(of: last)).filter { $0.state == .done }
    var doers: [LaneID: [RoleID]] = [:]
    for task in group { if let lane = task.lane { doers[lane, default: []].append(task.role) } }
    return doers
  }

  /// The tasks by which a task came to be, the nearest first.
  private func way(to task: Task) -> [Task] {
    var way: [Task] = []
    var next = task.cause
    while let id = next, let cause = self.task(id), cause.id < way.last?.id ?? .max {
      way.append(cause)
      next = cause.cause
    }
    return way
  }
}
