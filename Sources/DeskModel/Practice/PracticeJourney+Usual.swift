extension PracticeJourney {
  /// What a step's actor does when nothing special is planned.
  mutating func usual(
    _ task: Task, in state: CaseState, office: Office, at now: Timestamp
  ) -> Action {
    let ref = TaskRef(task)
    switch task.act {
    case .disposisi: return .dispose(ref, disposition(task, in: state, office: office, at: now))
    case .susun:
      let text = letter.text(topic, version: state.nextVersion, material)
      return .complete(ref, Completion(draft: text, basedOn: state.draftVersion(on: task.branch)))
    case .periksa: return .paraf(ref, draft: state.draftVersion(on: task.branch))
    case .tandatangani: return .sign(ref, draft: state.draftVersion(on: task.branch))
    case .tugaskan: return .complete(ref, Completion(note: chance.pick(material.errands)))
    case .laksanakan: return .complete(ref, Completion(note: chance.pick(material.followUps)))
    case .kirim, .arsipkan:
      return .complete(
        ref,
        Completion(
          classification: topic.classification, channel: chance.pick(material.channels),
          place: chance.pick(material.shelves)))
    case .catat, .putuskan: return .complete(ref, Completion())
    }
  }

  /// The sheet for the letter's own division or head, and for others where the plan says so.
  private mutating func disposition(
    _ task: Task, in state: CaseState, office: Office, at now: Timestamp
  ) -> Disposition {
    let planned = twists.filter { $0.step == task.step }
    let twists = planned.map(\.kind)
    self.twists.removeAll(where: planned.contains)
    if twists.contains(.file) {
      return Disposition(recipients: [], instructions: [Disposition.filing])
    }
    let candidates = candidates(at: task, in: state, office: office)
    var acting = chosen(of: candidates, at: task, office: office)
    for case .split(let count) in twists {
      var rest = others(than: acting, of: candidates, at: task, office: office)
      while acting.count < count, let next = chance.pick(rest) {
        acting.append(next)
        rest.removeAll { $0 == next }
      }
    }
    var recipients = acting.map { Disposition.Recipient(role: $0) }
    if twists.contains(.inform),
      let informed = chance.pick(candidates.filter { !acting.contains($0) })
    {
      recipients.append(Disposition.Recipient(role: informed, forInformation: true))
    }
    let order = chance.pick(material.orders)
    let deadline =
      chance.happens(25)
      ? office.calendar.date(of: now).adding(days: chance.number(2...6)) : nil
    return Disposition(
      recipients: recipients, instructions: order?.instructions ?? [], note: order?.note,
      deadline: deadline.map { office.calendar.workingDay(onOrAfter: $0) })
  }

  private func candidates(at task: Task, in state: CaseState, office: Office) -> [RoleID] {
    state.procedure.step(task.step).map {
      state.procedure.dispositionCandidates(after: $0, in: office)
    } ?? []
  }

  /// Whom the letter is for: its division, or its unit's head; the wrong division where that is planned.
  private mutating func chosen(
    of candidates: [RoleID], at task: Task, office: Office
  ) -> [RoleID] {
    let right = [office.division(of: topic), office.worker(on: topic)]
      .compactMap { $0 }.first(where: candidates.contains)
    let strays = twists.contains { $0.kind == .reassign && $0.step > task.step }
    if strays, let wrong = chance.pick(candidates.filter { $0 != right }) { return [wrong] }
    // A letter that went astray earlier is handed down inside the division that it reached.
    let below = office.subordinateRoles(of: task.role).map(\.id).filter(candidates.contains)
    if let right, below.isEmpty || below.contains(right) { return [right] }
    return [chance.pick(below) ?? right].compactMap { $0 }
  }

  /// Further recipients: of the same division below it, any above.
  private func others(
    than acting: [RoleID], of candidates: [RoleID], at task: Task, office: Office
  ) -> [RoleID] {
    let below = office.subordinateRoles(of: task.role).map(\.id).filter(candidates.contains)
    return (below.isEmpty ? candidates : below).filter { !acting.contains($0) }
  }
}

extension PracticePlan.Route {
  /// What letters of this route are.
  var kind: LetterKind {
    switch self {
    case .incoming: .incoming
    case .outgoing: .outgoing
    case .note: .notaDinas
    case .journey: .termsOfReference
    }
  }

  /// The procedure that letters of this route take.
  var procedure: ProcedureID {
    switch self {
    case .incoming: "ntt-001"
    case .outgoing: "ntt-002"
    case .note: "ntt-003"
    case .journey: "ntt-004"
    }
  }
}

// MARK: - Who does what in the practice office

extension Office {
  /// Who begins a letter.
  func starter(of route: PracticePlan.Route, topic: PracticeMaterial.Topic) -> RoleID? {
    switch route {
    case .incoming, .journey: roles.first { hasDuty(.registers, $0.id) }?.id
    case .outgoing: worker(on: topic)
    case .note: watching
    }
  }

  /// The head of the unit that works on a letter.
  func worker(on topic: PracticeMaterial.Topic) -> RoleID? {
    topic.unit.flatMap { head(of: $0)?.id }
  }

  /// The division, or the secretariat, that a letter goes to first.
  func division(of topic: PracticeMaterial.Topic) -> RoleID? {
    worker(on: topic).flatMap { superior(of: $0)?.id }
  }

  /// Who watches over the queues below the head of the office.
  var watching: RoleID? {
    roles.filter { hasDuty(.supervises, $0.id) }
      .max { (position(of: $0.id)?.rank ?? 0) < (position(of: $1.id)?.rank ?? 0) }?.id
  }

  /// Somebody below a head who takes what is handed down: the lowest rank there.
  func staff(of role: RoleID) -> RoleID? {
    subordinateRoles(of: role)
      .max { (position(of: $0.id)?.rank ?? 0) < (position(of: $1.id)?.rank ?? 0) }?.id
  }
}
