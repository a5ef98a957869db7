/// One letter of the practice office on its way: does the next thing each time it is asked.
struct PracticeJourney: Sendable {
  let plan: PracticePlan
  let topic: PracticeMaterial.Topic
  let letter: PracticeLetter
  let material: PracticeMaterial
  /// Working minutes that passed, when it stopped, since the last that happened.
  let quiet: Int

  var chance: PracticeRandom
  /// Draws for what is done at the stop, apart, so that the way there is the same with and without it.
  private var markChance: PracticeRandom
  private(set) var caseID: CaseID?
  /// What is still to happen besides the usual, in order.
  var twists: [PracticePlan.Twist]
  private var marks: [TaskID: Int] = [:]
  private var chairs: [RoleID: Actor] = [:]
  private var recall: TaskID?
  private let acknowledges: Bool
  private var stopsAtOnce = false

  /// Plans a letter; the same number and seed give the same letter.
  init(_ plan: PracticePlan, number: Int, seed: UInt64, material: PracticeMaterial) {
    var chance = PracticeRandom(seed: seed, stream: number)
    self.plan = plan
    self.material = material
    twists = plan.twists
    quiet = chance.number(plan.quiet)
    acknowledges = chance.happens(60)
    let (topic, letter) = PracticeLetter.make(plan.route, material: material, &chance)
    self.topic = topic
    self.letter = letter
    markChance = PracticeRandom(seed: chance.next())
    self.chance = chance
  }

  /// The same journey without what is done at its stop: it ends as soon as it gets there.
  var withoutMarks: PracticeJourney {
    var journey = self
    journey.stopsAtOnce = true
    return journey
  }

  /// Does the next thing.
  ///
  /// - Returns: after how many working minutes the next follows; `nil` when nothing does.
  mutating func proceed(
    _ books: inout PracticeBooks, at now: Timestamp
  ) throws(Refusal) -> Int? {
    guard let id = caseID, let state = books.cases[id] else {
      try register(&books, at: now)
      return pause(reading: true)
    }
    if let done = recall, let task = state.task(done) {
      recall = nil
      try perform(.recall(TaskRef(task)), as: task.role, &books, at: now)
      return pause(reading: true)
    }
    if let task = nextTask(of: state) {
      try work(on: task, in: state, &books, at: now)
      let waits = books.cases[id]?.task(task.id)?.suspended != nil
      return waits ? chance.number(300...1_500) : pause(reading: task.opened != nil)
    }
    guard !stopsAtOnce, let task = nextMarked(of: state), let stop = plan.stop else { return nil }
    let done = marks[task.id, default: 0]
    if done > 0 {
      try mark(stop.marks[done - 1], task, in: state, &books, at: now)
    }
    marks[task.id] = done + 1
    return markChance.number(0...(quiet / (stop.marks.count + 1)))
  }

  // MARK: - What is next

  /// The first task that is to be done: steps before acknowledgements.
  private func nextTask(of state: CaseState) -> Task? {
    let open = state.openTasks
    return open.first { $0.kind == .step && !isStop($0) }
      ?? (acknowledges ? open.first { $0.kind == .acknowledge } : nil)
  }

  /// The first task at the stop whose role has not yet done all it is to do with it.
  private func nextMarked(of state: CaseState) -> Task? {
    guard let stop = plan.stop else { return nil }
    return state.openTasks.first {
      $0.kind == .step && isStop($0) && marks[$0.id, default: 0] <= stop.marks.count
    }
  }

  private func isStop(_ task: Task) -> Bool {
    task.step == plan.stop?.step && twists.isEmpty && !(plan.isUneven && task.branch == 1)
  }

  /// How long until the next: mostly minutes, sometimes hours, now and then days.
  private mutating func pause(reading: Bool) -> Int {
    guard reading else { return chance.number(1...8) }
    return switch chance.number(1...100) {
    case ...60: chance.number(1...12)
    case ...90: chance.number(15...180)
    default: chance.number(200...900)
    }
  }

  // MARK: - Doing

  private mutating func register(
    _ books: inout PracticeBooks, at now: Timestamp
  ) throws(Refusal) {
    let office = books.office
    guard let role = office.starter(of: plan.route, topic: topic) else {
      throw Refusal(.notStartable, ["procedure": plan.route.procedure.rawValue])
    }
    let registration = Registration(
      letter: letter.letter(topic, on: office.calendar.date(of: now), from: role, in: office),
      procedure: plan.route.procedure,
      note: plan.route == .incoming ? nil : chance.pick(material.errands))
    guard let actor = chair(of: role, in: office, at: now) else { throw Refusal(.unknown) }
    caseID = try books.perform(.register(registration), on: nil, as: actor, at: now)
  }

  private mutating func work(
    on task: Task, in state: CaseState, _ books: inout PracticeBooks, at now: Timestamp
  ) throws(Refusal) {
    let ref = TaskRef(task)
    func act(_ action: Action, _ journey: inout Self) throws(Refusal) {
      try journey.perform(action, as: task.role, &books, at: now)
    }
    if task.opened == nil { return try act(.open(ref), &self) }
    if task.kind == .acknowledge { return try act(.acknowledge(ref), &self) }
    if task.suspended != nil { return try act(.resume(ref), &self) }
    if let twist = twists.first, twist.step == task.step,
      try twisted(twist, task, in: state, &books, at: now)
    {
      return
    }
    let action = usual(task, in: state, office: books.office, at: now)
    try act(action, &self)
  }

  /// Does what is out of the ordinary; `false` if the usual is to follow at once.
  private mutating func twisted(
    _ twist: PracticePlan.Twist, _ task: Task, in state: CaseState,
    _ books: inout PracticeBooks, at now: Timestamp
  ) throws(Refusal) -> Bool {
    let ref = TaskRef(task)
    var action: Action
    var role = task.role
    switch twist.kind {
    case .split, .inform, .file: return false
    case .recall:
      recall = task.id
      twists.removeAll { $0 == twist }
      return false
    case .release: action = task.claimedBy == nil ? .claim(ref) : .release(ref)
    case .wait: action = .suspend(ref, reason: material.reasons.waiting)
    case .delegate:
      guard let staff = books.office.staff(of: task.role) else { return false }
      action = .delegate(ref, to: staff, note: material.reasons.delegated)
    case .bounce: action = .giveBack(ref, reason: material.reasons.misdirected, corrected: nil)
    case .reassign:
      guard let right = books.office.division(of: topic), right != task.role,
        let watching = books.office.watching
      else { return false }
      role = watching
      action = .reassign(ref, to: right, reason: material.reasons.reassigned)
    case .giveBack(let corrected):
      let text = corrected ? letter.text(topic, version: state.nextVersion, material) : nil
      action = .giveBack(
        ref, reason: chance.pick(material.corrections) ?? "", corrected: text,
        basedOn: state.draftVersion(on: task.branch))
    case .correct:
      var right = state.letter
      right.letterDate = right.letterDate?.adding(days: -1)
      action = .correct(
        state.id, Correction(right, over: state.corrected, reason: material.reasons.corrected))
    case .cancel: action = .cancel(state.id, reason: material.reasons.cancelled)
    }
    if [.cancel, .correct].contains(twist.kind), let clerk = state.tasks.first?.role {
      role = clerk
    }
    if case .claim = action {} else { twists.removeAll { $0 == twist } }
    try perform(action, as: role, &books, at: now)
    return true
  }

  private mutating func mark(
    _ mark: PracticePlan.Mark, _ task: Task, in state: CaseState,
    _ books: inout PracticeBooks, at now: Timestamp
  ) throws(Refusal) {
    let ref = TaskRef(task)
    let action: Action
    switch mark {
    case .open: action = .open(ref)
    case .claim: action = .claim(ref)
    case .draft:
      action = .writeDraft(
        ref, text: letter.text(topic, version: 1, material),
        basedOn: state.draftVersion(on: task.branch))
    case .suspend: action = .suspend(ref, reason: material.reasons.waiting)
    case .delegate:
      guard let staff = books.office.staff(of: task.role) else { return }
      action = .delegate(ref, to: staff, note: material.reasons.delegated)
    }
    try perform(action, as: task.role, &books, at: now)
  }

  /// Acts in the chair that somebody takes for this letter.
  private mutating func perform(
    _ action: Action, as role: RoleID, _ books: inout PracticeBooks, at now: Timestamp
  ) throws(Refusal) {
    guard let actor = chair(of: role, in: books.office, at: now) else { throw Refusal(.unknown) }
    try books.perform(action, on: caseID, as: actor, at: now)
  }

  /// Who sits in a chair for this letter: whoever did before, while still appointed.
  private mutating func chair(of role: RoleID, in office: Office, at now: Timestamp) -> Actor? {
    let day = office.calendar.date(of: now)
    if let known = chairs[role],
      office.holders(of: role, on: day).contains(where: { $0.person == known.person })
    {
      return known
    }
    let chosen = chance.pick(office.holders(of: role, on: day)).map {
      Actor(person: $0.person, role: role, standing: $0.kind)
    }
    chairs[role] = chosen
    return chosen
  }
}
