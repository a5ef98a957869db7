// Entering a letter and starting it on its way.

extension Decision {
  /// Enters a letter, numbers it if it comes in, and starts it on its procedure.
  mutating func register(
    _ registration: Registration, on enacted: EnactedProcedure?
  ) throws(Refusal) {
    guard let enacted, let first = enacted.procedure.steps.first else {
      throw Refusal(.notStartable, ["procedure": registration.procedure.rawValue])
    }
    guard let lane = enacted.procedure.startingLane(for: actor.role, in: office) else {
      let lanes = first.lanes.compactMap { enacted.procedure.lane($0)?.name }
      throw Refusal(.notAllowed, ["who": lanes.joined(separator: ", ")])
    }
    let letter = try fit(registration.letter)
    let unit = letter.kind.isIncoming ? nil : office.role(actor.role)?.unit
    emit(.letterRegistered(LetterRegistered(letter: letter)))
    if letter.kind.isIncoming {
      try takeNumber(for: letter, reserved: registration.reserved)
    }
    let started = CaseStarted(
      letter: letter.id, procedure: enacted.procedure.id, version: enacted.version, unit: unit)
    emit(.caseStarted(started))
    begin(CaseState(beginning: entries, on: enacted))

    try bind(lane, to: [actor.role], branch: 0)
    // Of those named, some may do the first step beside its beginner; the others come after it.
    let beside = first.lanes.filter { $0 != lane.id }.compactMap(enacted.procedure.lane)
      .flatMap(office.candidates)
    try enter(
      first, branch: 0, cause: nil, recipients: registration.recipients.filter(beside.contains))
    // Registering and ordering are done by saying so, and what an outsider begins with is there already;
    // drafting and the like wait for their doer.
    guard let task = try current().openTasks.first(where: { $0.lane == lane.id }),
      first.act == .catat || first.act == .tugaskan || lane.isExternal, first.outcomes.isEmpty
    else { return }
    emit(.taskOpened(try touch(task)))
    let note = try note(registration.note)
    try finish(task, .completed, note: note)
    try moveOn(
      from: task, to: enacted.procedure.successor(of: first),
      recipients: registration.recipients.filter { !beside.contains($0) })
  }

  /// The letter as it is kept: with its name, and with who made it if it is our own.
  private func fit(_ letter: Letter) throws(Refusal) -> Letter {
    var letter = letter
    letter.id = context.nextSequence
    if letter.sender.isEmpty, !letter.kind.isIncoming {
      letter.sender = office.role(actor.role).flatMap { office.unit($0.unit)?.name } ?? office.name
    }
    do { return try letter.tidied() } catch { throw Refusal(.badLetter, saying: error.message) }
  }
}
