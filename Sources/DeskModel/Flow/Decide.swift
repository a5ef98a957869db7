/// The rules of the flow: who may act, what comes next, what is due when, what is refused and why.
public enum Flow {
  /// The most characters a reason or note may have.
  public static let longestNote = 2_000
  /// The most characters an instruction of a disposition may have.
  public static let longestInstruction = 200
  /// The most numbers that are set aside at once.
  public static let longestBlock = 500
  /// The most characters a draft may have.
  public static let longestDraft = 200_000

  /// Decides what an action brings about.
  ///
  /// Pure: the same case, action, actor and context give the same entries.
  ///
  /// - Parameter state: the case that the action is about; `nil` for a registration.
  /// - Returns: the entries to append to the journal, in order; none when all is as asked for already.
  /// - Throws: a `Refusal`; then nothing is to be written.
  public static func decide(
    _ action: Action, on state: CaseState?, procedure: EnactedProcedure? = nil, by actor: Actor,
    in context: DecisionContext
  ) throws(Refusal) -> [Entry] {
    var decision = Decision(context: context, actor: try context.seated(actor), state: state)
    try decision.requireReadable()
    switch action {
    case .register(let registration):
      try decision.register(registration, on: procedure)
    case .open(let ref): try decision.open(ref)
    case .claim(let ref): try decision.claim(ref)
    case .release(let ref): try decision.release(ref)
    case .complete(let ref, let completion): try decision.complete(ref, completion)
    case .dispose(let ref, let disposition): try decision.dispose(ref, disposition)
    case .acknowledge(let ref): try decision.acknowledge(ref)
    case .writeDraft(let ref, let text, let basedOn):
      try decision.writeDraft(ref, text, basedOn: basedOn)
    case .paraf(let ref, let draft, let recipients):
      try decision.agree(ref, draft: draft, signature: false, recipients: recipients)
    case .sign(let ref, let draft, let recipients):
      try decision.agree(ref, draft: draft, signature: true, recipients: recipients)
    case .giveBack(let ref, let reason, let corrected, let basedOn):
      try decision.giveBack(ref, reason: reason, corrected: corrected, basedOn: basedOn)
    case .recall(let ref): try decision.recall(ref)
    case .reassign(let ref, let role, let reason):
      try decision.reassign(ref, to: role, reason: reason)
    case .delegate(let ref, let role, let note): try decision.delegate(ref, to: role, note: note)
    case .suspend(let ref, let reason): try decision.suspend(ref, reason: reason)
    case .resume(let ref): try decision.resume(ref)
    case .cancel(_, let reason): try decision.cancel(reason: reason)
    case .correct(_, let correction): try decision.correct(correction)
    case .keepBook(let act): try decision.keepBook(act)
    case .lend(let loan): try decision.lend(loan)
    case .takeBack(let person, let role): try decision.takeBack(person, role)
    }
    return decision.entries
  }
}

/// A procedure in force, with its version.
public struct EnactedProcedure: Hashable, Sendable {
  /// The procedure.
  public var procedure: Procedure
  /// Its version.
  public var version: Int

  /// Names a procedure and its version.
  public init(procedure: Procedure, version: Int) {
    self.procedure = procedure
    self.version = version
  }
}

// MARK: - What every action is held against

extension DecisionContext {
  /// The actor as the office knows him today: rights belong to the post, posts to people by dated
  /// appointment, and the journal says by which one, whatever a desk left open overnight believed.
  ///
  /// - Throws: `notHolder`.
  func seated(_ actor: Actor) throws(Refusal) -> Actor {
    let held = office.appointments(of: actor.person, on: office.calendar.date(of: now))
    guard let appointment = held.first(where: { $0.role == actor.role }) else {
      throw Refusal(
        .notHolder,
        [
          "person": office.person(actor.person)?.name ?? actor.person.rawValue,
          "role": office.role(actor.role)?.name ?? actor.role.rawValue,
        ])
    }
    return Actor(person: actor.person, role: actor.role, standing: appointment.kind)
  }
}

extension Decision {
  /// The open task an action names, if its actor may do something with it as it was seen.
  func openTask(
    _ ref: TaskRef, to deed: Rights.Deed, evenSuspended: Bool = false
  ) throws(Refusal) -> Task {
    let task = try seenTask(ref)
    try require(deed, on: task)
    // A claim lapses with the appointment: nobody who left the post keeps its letters.
    if let other = task.claimedBy, other != actor.person,
      other != office.lender(to: actor, on: today),
      office.holders(of: task.role, on: today).contains(where: { $0.person == other })
    {
      throw Refusal(.claimed, ["person": name(of: other)])
    }
    if task.suspended != nil, !evenSuspended { throw Refusal(.suspended) }
    return task
  }

  /// The open task an action names, whoever's it is, if it is still as it was seen.
  func seenTask(_ ref: TaskRef) throws(Refusal) -> Task {
    let state = try current()
    guard let task = state.task(ref.id) else { throw Refusal(.unknown) }
    // Who was faster says more than that the case is through.
    guard task.state == .open else {
      throw Refusal(
        task.state == .withdrawn ? .withdrawn : .alreadyDone,
        ["person": name(of: task.finishedBy), "time": task.finished.map(clock) ?? "—"])
    }
    guard state.status == .running || task.kind == .acknowledge else { throw Refusal(.caseEnded) }
    guard task.version == ref.version else { throw Refusal(.changed) }
    return task
  }

  func require(_ act: Act..., of task: Task) throws(Refusal) {
    guard task.kind == .step, act.contains(task.act) else {
      throw Refusal(.wrongAct, ["step": "\(task.step)"])
    }
  }

  /// A reason or note as it is kept: trimmed, not empty, not endless.
  func reason(_ text: String) throws(Refusal) -> String {
    // Bytes first: counting the characters of a pasted book takes longer than refusing it.
    guard text.utf8.count <= Flow.longestNote * 16, let clean = TextRules.lines(text),
      clean.count <= Flow.longestNote
    else {
      throw Refusal(.badText, ["limit": "\(Flow.longestNote)"])
    }
    guard !clean.isEmpty else { throw Refusal(.reasonMissing) }
    return clean
  }

  /// A note that may be missing.
  func note(_ text: String?) throws(Refusal) -> String? {
    guard let text, !text.allSatisfy(\.isWhitespace) else { return nil }
    return try reason(text)
  }

  /// The time of day as the office writes it, `14.05`.
  private func clock(_ instant: Timestamp) -> String {
    let minute = office.calendar.zone.minuteOfDay(of: instant)
    return "\(minute / 60)." + (minute % 60 < 10 ? "0" : "") + "\(minute % 60)"
  }

  func touch(_ task: Task, note: String? = nil) throws(Refusal) -> TaskTouched {
    TaskTouched(case: try current().id, task: task.id, note: note)
  }

  /// Ends a task and says how long it took in working time, waiting for outside parties left out.
  mutating func finish(
    _ task: Task, _ outcome: TaskOutcome, choice: String? = nil, note: String? = nil
  ) throws(Refusal) {
    let calendar = office.calendar
    let waiting = task.suspended.map { calendar.workingMinutes(from: $0, to: now) } ?? 0
    let passed = calendar.workingMinutes(from: task.created, to: now)
    emit(
      .taskFinished(
        TaskFinished(
          case: try current().id, task: task.id, outcome: outcome, choice: choice, note: note,
          workedMinutes: max(0, passed - task.waited - waiting))))
  }
}
