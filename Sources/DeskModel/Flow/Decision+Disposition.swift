// The disposition: who is to do what with a letter.

extension Decision {
  /// Writes what is on the disposition sheet and sends it to its recipients.
  ///
  /// Without anybody who is to act, the letter goes to its filing ("tidak perlu disposisi").
  mutating func dispose(_ ref: TaskRef, _ sheet: Disposition) throws(Refusal) {
    let task = try openTask(ref, to: .dispose)
    let step = try step(of: task)
    try require(.disposisi, of: task)
    let state = try current()
    let disposition = try clean(sheet)
    let chosen = state.procedure.dispositionStep(after: step)
    try requireFit(disposition, for: chosen, at: step)
    emit(.disposed(Disposed(case: state.id, task: task.id, disposition: disposition)))
    if let chosen, !disposition.acting.isEmpty {
      try bindLanes(of: chosen, by: disposition, branch: task.branch)
    }
    try finish(task, .disposed, note: disposition.note)
    for role in disposition.informed {
      emit(
        .taskCreated(
          TaskCreated(
            case: state.id, kind: .acknowledge, step: step.no, lane: nil, act: step.act, role: role,
            external: false, branch: task.branch, cause: task.id, due: nil, standardMinutes: nil)))
    }
    let isFiled = disposition.acting.isEmpty && (chosen != nil || disposition.isFiling)
    try moveOn(
      from: task,
      to: isFiled ? state.procedure.filing(after: step) : state.procedure.successor(of: step))
  }

  /// The sheet as it is kept: each post once, acting before knowing; words trimmed.
  private func clean(_ sheet: Disposition) throws(Refusal) -> Disposition {
    var disposition = sheet
    var seen = Set(sheet.acting)
    var acting = Set<RoleID>()
    disposition.recipients = sheet.recipients.filter {
      $0.forInformation ? seen.insert($0.role).inserted : acting.insert($0.role).inserted
    }
    disposition.note = try note(sheet.note)
    disposition.instructions = []
    for instruction in sheet.instructions {
      guard let text = TextRules.line(instruction), text.count <= Flow.longestInstruction else {
        throw Refusal(.badText, ["limit": "\(Flow.longestInstruction)"])
      }
      if !text.isEmpty { disposition.instructions.append(text) }
    }
    if let deadline = sheet.deadline, deadline < today {
      throw Refusal(.badDeadline, ["date": deadline.dayFirst])
    }
    return disposition
  }

  /// Refuses recipients that cannot act, know, or be found at their desks.
  private func requireFit(
    _ disposition: Disposition, for chosen: Step?, at step: Step
  ) throws(Refusal) {
    let procedure = try current().procedure
    let candidates = procedure.dispositionCandidates(after: step, in: office)
    if let chosen, disposition.recipients.isEmpty, !disposition.isFiling {
      let lanes = chosen.lanes.compactMap { procedure.lane($0)?.name }
      throw Refusal(
        .recipientMissing, ["lane": lanes.joined(separator: ", ")], candidates: candidates)
    }
    let unfit =
      disposition.acting.first { !candidates.contains($0) }
      ?? disposition.informed.first { office.role($0) == nil || $0 == actor.role }
    if let unfit {
      throw Refusal(.recipientUnfit, ["role": name(of: unfit)], candidates: candidates)
    }
    for recipient in disposition.recipients { try requireHeld(recipient.role) }
  }

  /// Ties the lanes of the step that was chosen for to those who are to act.
  ///
  /// Of several lanes any of which will do, those without a recipient are left out.
  private mutating func bindLanes(
    of step: Step, by disposition: Disposition, branch: Int
  ) throws(Refusal) {
    let deadline = disposition.deadline.map { office.calendar.endOfWork(on: $0) }
    // One recipient's unit does what comes after; several begin branches of their own.
    let only = disposition.acting.count == 1 ? disposition.acting.first : nil
    let unit = only.flatMap { office.role($0)?.unit }
    var rest = disposition.acting
    for lane in step.lanes.compactMap(try current().procedure.lane) where !lane.isExternal {
      let candidates = office.candidates(for: lane)
      let roles = rest.filter(candidates.contains)
      rest.removeAll(where: roles.contains)
      if roles.isEmpty, step.requiresAll { continue }
      emit(
        .laneBound(
          LaneBound(
            case: try current().id, branch: branch, lane: lane.id, roles: roles,
            deadline: deadline, unit: unit)))
    }
  }
}

extension Disposition {
  /// The instruction that a letter only be filed.
  public static let filing = "arsipkan"
  /// The instruction that an answer be prepared.
  public static let answer = "siapkan-jawaban"

  /// Whether nobody needs to act: the letter goes to its filing.
  public var isFiling: Bool { acting.isEmpty && instructions.contains(Self.filing) }
}

extension Procedure {
  /// The step that a disposition chooses actors for: the next one of another lane, passing over the
  /// recording of the disposition itself; `nil` where nobody of the office comes after.
  func dispositionStep(after step: Step) -> Step? {
    let ahead = approvingPath(after: step).filter { next in
      next.lanes.contains { !step.lanes.contains($0) && lane($0)?.isExternal == false }
    }
    return ahead.first { $0.act != .catat } ?? ahead.first
  }

  /// The roles that a disposition at a step may name to act, in the order of the lanes' posts.
  public func dispositionCandidates(after step: Step, in office: Office) -> [RoleID] {
    dispositionStep(after: step).map { candidates(for: $0, in: office) } ?? []
  }

  private func candidates(for step: Step, in office: Office) -> [RoleID] {
    var seen = Set<RoleID>()
    return step.lanes.compactMap(lane).flatMap(office.candidates)
      .filter { seen.insert($0).inserted }
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

extension WorkingCalendar {
  /// The end of a day's work; the end of the day itself when nobody works then.
  fileprivate func endOfWork(on date: CalendarDate) -> Timestamp {
    closing(of: date) ?? zone.timestamp(date, minute: 24 * 60)
  }
}
