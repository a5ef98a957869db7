// Doing steps: registering, completing, disposing, acknowledging, drafting.

extension Decision {
  /// Enters a letter, numbers it if it comes in, and starts it on its procedure.
  mutating func register(
    _ registration: Registration, on enacted: EnactedProcedure?
  ) throws(Refusal) {
    guard let enacted, let first = enacted.procedure.steps.first else {
      throw Refusal(.notStartable, ["procedure": registration.procedure.rawValue])
    }
    let lane = try startingLane(of: first, in: enacted.procedure)
    let incoming = registration.letter.kind.isIncoming
    var letter = registration.letter
    letter.id = context.nextSequence
    let letterID = emit(.letterRegistered(LetterRegistered(letter: letter)))
    if incoming { try takeNumber(for: letter) }
    let unit = incoming ? nil : office.role(actor.role)?.unit
    let started = CaseStarted(
      letter: letterID, procedure: enacted.procedure.id, version: enacted.version, unit: unit)
    let id = emit(.caseStarted(started))
    var state = CaseState(
      id: id, procedure: enacted.procedure, procedureVersion: enacted.version, letter: letter,
      started: now, unit: unit)
    state.number = takenNumber
    begin(state)

    try bind(lane, to: [actor.role], branch: 0)
    try enter(first, branch: 0, cause: nil, recipients: [actor.role])
    // Registering and ordering are done by saying so; drafting and the like wait for their doer.
    guard let task = try current().openTasks.first(where: { $0.lane == lane.id }),
      first.act == .catat || first.act == .tugaskan
    else { return }
    emit(.taskOpened(try touch(task)))
    let note = try note(registration.note)
    try finish(task, .completed, note: note)
    try moveOn(
      from: task, to: enacted.procedure.successor(of: first), recipients: registration.recipients)
  }

  /// The lane of a procedure's first step that the actor may begin in.
  private func startingLane(of first: Step, in procedure: Procedure) throws(Refusal) -> Lane {
    let lanes = first.lanes.compactMap { procedure.lane($0) }
    let fitting = lanes.first { $0.isExternal || office.candidates(for: $0).contains(actor.role) }
    guard let fitting else {
      throw Refusal(.notAllowed, ["who": lanes.map(\.name).joined(separator: ", ")])
    }
    return fitting
  }

  /// Does a step that is neither disposition nor paraf nor signature.
  mutating func complete(_ ref: TaskRef, _ completion: Completion) throws(Refusal) {
    let task = try openTask(ref)
    let step = try step(of: task)
    try require(
      .catat, .tugaskan, .susun, .putuskan, .laksanakan, .kirim, .arsipkan, of: task)
    let note = try note(completion.note)
    var target = try current().procedure.successor(of: step)
    if !step.outcomes.isEmpty {
      guard let outcome = step.outcomes.first(where: { $0.name == completion.choice }) else {
        throw Refusal(
          .choiceMissing, ["choices": step.outcomes.map(\.name).joined(separator: ", ")])
      }
      target = outcome.next
    }
    switch task.act {
    case .susun:
      if let text = completion.draft { try write(text, in: task) }
      guard try current().draft != nil else { throw Refusal(.draftMissing) }
    case .kirim, .arsipkan: try dispatch(task, completion)
    default: break
    }
    try finish(task, .completed, choice: completion.choice, note: note)
    try moveOn(from: task, to: target, recipients: completion.recipients)
  }

  /// Goes on after a step, unless other lanes must still do it; withdraws those that need not.
  mutating func moveOn(
    from task: Task, to target: StepTarget, recipients: [RoleID] = []
  ) throws(Refusal) {
    let siblings = try siblings(of: task)
    if try step(of: task).requiresAll, !siblings.isEmpty { return }
    for sibling in siblings { try finish(sibling, .superseded) }
    try advance(from: task, to: target, recipients: recipients)
  }

  /// The other open tasks of the same step, where several lanes do it together.
  func siblings(of task: Task) throws(Refusal) -> [Task] {
    try current().openTasks.filter {
      $0.id != task.id && $0.kind == .step && $0.step == task.step && $0.branch == task.branch
        && $0.cause == task.cause
    }
  }

  /// Writes what is on the disposition sheet and sends it to its recipients.
  ///
  /// Without anybody who is to act, the letter goes to its filing ("tidak perlu disposisi").
  mutating func dispose(_ ref: TaskRef, _ disposition: Disposition) throws(Refusal) {
    let task = try openTask(ref)
    let step = try step(of: task)
    try require(.disposisi, of: task)
    let state = try current()
    let note = try note(disposition.note)
    let target = state.procedure.dispositionLane(after: step, in: office)
    let candidates = target.map { office.candidates(for: $0) } ?? []
    guard !disposition.recipients.isEmpty || disposition.isFiling else {
      throw Refusal(.recipientMissing, ["lane": target?.name ?? "—"], candidates: candidates)
    }
    for role in disposition.acting where !candidates.contains(role) {
      throw Refusal(.recipientUnfit, ["role": name(of: role)], candidates: candidates)
    }
    emit(.disposed(Disposed(case: state.id, task: task.id, disposition: disposition)))
    if let target, !disposition.acting.isEmpty {
      let deadline = disposition.deadline.map { office.calendar.endOfWork(on: $0) }
      try bind(target, to: disposition.acting, branch: task.branch, deadline: deadline)
    }
    try finish(task, .disposed, note: note)
    for role in disposition.informed {
      emit(
        .taskCreated(
          TaskCreated(
            case: state.id, kind: .acknowledge, step: step.no, lane: nil, act: step.act, role: role,
            external: false, branch: task.branch, cause: task.id, due: nil, standardMinutes: nil)))
    }
    let next =
      disposition.acting.isEmpty
      ? state.procedure.filing(after: step) : state.procedure.successor(of: step)
    try moveOn(from: task, to: next)
  }

  /// Marks a letter sent "untuk diketahui" as seen.
  mutating func acknowledge(_ ref: TaskRef) throws(Refusal) {
    let task = try openTask(ref)
    guard task.kind == .acknowledge else {
      throw Refusal(.wrongAct, ["step": "\(task.step)"])
    }
    try finish(task, .acknowledged)
  }

  /// Keeps a new version of the text without finishing the step.
  mutating func writeDraft(_ ref: TaskRef, _ text: String) throws(Refusal) {
    let task = try openTask(ref)
    try require(.susun, of: task)
    guard try write(text, in: task) else { throw Refusal(.draftMissing) }
  }

  /// Adds a version of the text; the same text again is no new version.
  ///
  /// - Returns: whether there is a version now that was not there before.
  @discardableResult
  mutating func write(_ text: String, in task: Task) throws(Refusal) -> Bool {
    let state = try current()
    guard !text.allSatisfy(\.isWhitespace) else { throw Refusal(.draftMissing) }
    guard text.count <= Flow.longestDraft, TextRules.isBody(text) else {
      throw Refusal(.badText, ["limit": "\(Flow.longestDraft)"])
    }
    guard text != state.draft?.text else { return false }
    emit(
      .draftWritten(
        DraftWritten(
          case: state.id, task: task.id, version: (state.draft?.version ?? 0) + 1, text: text)))
    return true
  }
}

extension Disposition {
  /// The instruction that a letter only be filed.
  public static let filing = "arsipkan"

  /// Whether nobody needs to act: the letter goes to its filing.
  public var isFiling: Bool { acting.isEmpty && instructions.contains(Self.filing) }
}

extension Procedure {
  /// The lane that a disposition at a step chooses among: the next one that several roles could fill.
  public func dispositionLane(after step: Step, in office: Office) -> Lane? {
    let ahead = approvingPath(after: step).flatMap(\.lanes)
      .filter { !step.lanes.contains($0) }.compactMap { lane($0) }.filter { !$0.isExternal }
    return ahead.first { office.candidates(for: $0).count > 1 } ?? ahead.first
  }

  /// Where a letter goes that needs nothing but filing.
  func filing(after step: Step) -> StepTarget {
    approvingPath(after: step).first { $0.act == .arsipkan }.map { .step($0.no) } ?? .end
  }

  /// The steps that follow a step as long as everybody agrees.
  func approvingPath(after step: Step) -> [Step] {
    var path: [Step] = []
    var target = successor(of: step)
    while case .step(let number) = target, let next = self.step(number),
      !path.contains(where: { $0.no == number })
    {
      path.append(next)
      target = successor(of: next)
    }
    return path
  }
}
