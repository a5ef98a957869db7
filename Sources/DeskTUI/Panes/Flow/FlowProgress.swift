import DeskModel

/// What has become of each step of a case, and which ways it has taken.
struct FlowProgress: Hashable, Sendable {
  /// Where a step is on the way of the case.
  enum State: Hashable, Sendable {
    /// Still to come, or to be done again after a return.
    case ahead
    /// Done.
    case done
    /// Somebody is to do it now.
    case current
    /// It waits for an outside party.
    case suspended
    /// The case was cancelled here.
    case stopped
  }

  /// One task with its times in working minutes.
  struct Visit: Hashable, Sendable {
    /// The task.
    var task: Task
    /// From the queue to the end, or until now, less what it waited for outside parties.
    var minutes: Int
    /// What the step's standard allows; `nil` when nothing bounds it.
    var standard: Int?
    /// How far past its due time it was done or is now; `nil` when it is not late.
    var late: Int?

    /// Whether it waits.
    var isOpen: Bool { task.state == .open }
  }

  /// A step's part.
  struct StepProgress: Hashable, Sendable {
    /// Where it is.
    var state: State = .ahead
    /// The tasks that count now: one, mostly; one for each branch of a split.
    var visits: [Visit] = []
    /// All its tasks in their order, those that a return has overtaken too.
    var history: [Visit] = []
    /// What was sent from it "untuk diketahui".
    var informed: [Task] = []
    /// How often it sent the case back.
    var sentBack = 0
  }

  /// A way from one step to another, by their numbers; `to` is `nil` for the end.
  struct Move: Hashable, Sendable {
    var from: Int
    var to: Int?
    var isReturn: Bool
  }

  /// The steps that anything has happened at, by number.
  private(set) var steps: [Int: StepProgress] = [:]
  /// The ways taken, and how often.
  private(set) var moves: [Move: Int] = [:]
  /// The ways that lead to where the case stands now, without the detours that returns took back.
  private(set) var path: Set<Move> = []
  /// The roles that lanes stand for.
  private(set) var roles: [LaneID: [RoleID]] = [:]
  /// Whether the case has ended.
  let hasEnded: Bool

  /// Follows a case up to a time.
  ///
  /// - Parameter branch: whose roles the lanes show; without, those of all branches.
  init(_ state: CaseState, branch: Int?, now: Timestamp, calendar: WorkingCalendar) {
    hasEnded = state.status == .finished
    let tasks = state.tasks.filter { $0.kind == .step }
    let trails = FlowTrails(tasks)
    let standing = trails.standing
    for task in tasks where task.counts {
      guard let step = state.procedure.step(task.step) else { continue }
      let visit = Visit(task, of: step, now: now, calendar: calendar)
      steps[task.step, default: StepProgress()].history.append(visit)
      if standing.contains(task.id), task.outcome != .returned {
        steps[task.step]?.visits.append(visit)
      }
      if task.outcome == .returned { steps[task.step]?.sentBack += 1 }
    }
    for task in state.tasks where task.kind == .acknowledge && task.counts {
      steps[task.step, default: StepProgress()].informed.append(task)
    }
    for (number, progress) in steps { steps[number]?.state = progress.reached }
    count(trails, finished: hasEnded)
    join(trails, branches: state.branches)
    bind(state, branch: branch)
  }

  /// The state of a step.
  func state(_ step: Int) -> State { steps[step]?.state ?? .ahead }

  /// The ways taken, in an order that does not change.
  var sortedMoves: [Move] {
    moves.keys.sorted { ($0.from, $0.to ?? .max) < ($1.from, $1.to ?? .max) }
  }

  /// The first step, in the given order, at which the case stands; after its end the last done.
  func current(in order: [Int]) -> Int? {
    order.first { [.current, .suspended, .stopped].contains(state($0)) }
      ?? order.last { state($0) == .done }
  }

  private mutating func count(_ trails: FlowTrails, finished: Bool) {
    for (cause, task) in trails.moves {
      let move = Move(from: cause.step, to: task.step, isReturn: cause.outcome == .returned)
      moves[move, default: 0] += 1
    }
    path = trails.path
    guard finished else { return }
    for last in trails.leaves where last.state == .done {
      let move = Move(from: last.step, to: nil, isReturn: false)
      moves[move, default: 0] += 1
      path.insert(move)
    }
  }

  /// A branch that waits for the others at the filing has come as far as there.
  private mutating func join(_ trails: FlowTrails, branches: [CaseState.Branch]) {
    for last in trails.leaves where last.state == .done && branches.indices.contains(last.branch) {
      guard let step = branches[last.branch].joinsAt, step != last.step else { continue }
      let move = Move(from: last.step, to: step, isReturn: false)
      moves[move, default: 0] += 1
      path.insert(move)
    }
  }

  private mutating func bind(_ state: CaseState, branch: Int?) {
    for lane in state.procedure.lanes {
      if let branch, let own = state.binding(of: lane.id, on: branch) {
        roles[lane.id] = own
        continue
      }
      var all: [RoleID] = []
      for bound in state.branches.compactMap({ $0.bindings[lane.id] }) {
        for role in bound where !all.contains(role) { all.append(role) }
      }
      if !all.isEmpty { roles[lane.id] = all }
    }
  }
}

extension FlowProgress.StepProgress {
  /// What the tasks that count say together.
  fileprivate var reached: FlowProgress.State {
    let open = visits.filter(\.isOpen)
    if open.contains(where: { $0.task.suspended == nil }) { return .current }
    if !open.isEmpty { return .suspended }
    if visits.contains(where: { $0.task.outcome == .cancelled }) { return .stopped }
    return visits.isEmpty ? .ahead : .done
  }
}

extension FlowProgress.Visit {
  fileprivate init(_ task: Task, of step: Step, now: Timestamp, calendar: WorkingCalendar) {
    let end = task.finished ?? task.suspended ?? now
    let limit = step.time.flatMap { calendar.due(from: task.created, standard: $0) }
    self.task = task
    minutes = max(0, calendar.workingMinutes(from: task.created, to: end) - task.waited)
    standard = limit.map { calendar.workingMinutes(from: task.created, to: $0) }
    late = task.due.flatMap {
      $0 < end && task.suspended == nil ? calendar.workingMinutes(from: $0, to: end) : nil
    }
  }
}

extension Task {
  /// Whether the task belongs to the picture: not when it was taken back or another lane did it.
  fileprivate var counts: Bool { state != .withdrawn || outcome == .cancelled }
}

/// The tasks of a case as chains from its beginning to where it stands.
private struct FlowTrails {
  /// Each task with the one that led to it.
  let moves: [(cause: Task, task: Task)]
  /// The tasks that nothing has come of yet.
  let leaves: [Task]
  /// The tasks of the chains, without those that a return went back behind.
  private(set) var standing: Set<TaskID> = []
  /// The ways between them.
  private(set) var path: Set<FlowProgress.Move> = []

  init(_ all: [Task]) {
    let tasks = all.filter(\.counts)
    let byID = Dictionary(tasks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    moves = tasks.compactMap { task in
      task.cause.flatMap { byID[$0] }.map { (cause: $0, task: task) }
    }
    let causes = Set(moves.map(\.cause.id))
    leaves = tasks.filter { !causes.contains($0.id) }
    for leaf in leaves {
      var chain = [leaf]
      while let cause = chain.last?.cause, let before = byID[cause], chain.count < tasks.count {
        chain.append(before)
      }
      follow(chain.reversed())
    }
  }

  /// Walks a chain; coming to a step again takes back what was done since.
  private mutating func follow(_ chain: [Task]) {
    var trail: [Task] = []
    for task in chain {
      if let before = trail.firstIndex(where: { $0.step == task.step }) {
        trail.removeSubrange(before...)
      }
      trail.append(task)
    }
    standing.formUnion(trail.map(\.id))
    for (task, next) in zip(trail, trail.dropFirst()) {
      let isReturn = next.cause == task.id && task.outcome == .returned
      path.insert(FlowProgress.Move(from: task.step, to: next.step, isReturn: isReturn))
    }
  }
}
