// Paraf, signature, return, numbering and filing: what makes a letter binding.

extension Decision {
  /// Puts a paraf or the signature on the version of the text that was seen.
  mutating func agree(_ ref: TaskRef, draft: Int, signature: Bool) throws(Refusal) {
    let task = try openTask(ref)
    let step = try step(of: task)
    try require(signature ? .tandatangani : .periksa, of: task)
    let state = try current()
    guard draft == state.draftVersion else { throw Refusal(.draftChanged) }
    // Ranks above will be asked again on the way up; those below have been passed already.
    let below = state.procedure.steps.prefix { $0.no != step.no }.map(\.no)
    if let fallen = state.fallenParafs.first(where: { below.contains($0.step) }) {
      throw Refusal(.parafFallen, ["role": name(of: fallen.role)])
    }
    emit(
      .parafGiven(
        ParafGiven(
          case: state.id, task: task.id, step: step.no, version: draft, signature: signature)))
    try finish(task, signature ? .signed : .parafed)
    try moveOn(from: task, to: state.procedure.successor(of: step))
  }

  /// Sends a task back, with a corrected text if there is one.
  ///
  /// A correction makes parafs fall; the text then goes to the lowest rank whose paraf fell, so that all
  /// put theirs on the same words. Otherwise it goes where the procedure says, else to who sent it.
  mutating func giveBack(
    _ ref: TaskRef, reason text: String, corrected: String?
  ) throws(Refusal) {
    let task = try openTask(ref)
    let step = try step(of: task)
    guard task.kind == .step else { throw Refusal(.wrongAct, ["step": "\(task.step)"]) }
    let reason = try reason(text)
    var target = step.returnTo
    if target == nil, let cause = task.cause { target = try current().task(cause)?.step }
    if let corrected {
      try require(.periksa, .tandatangani, of: task)
      if try write(corrected, in: task) {
        let fallen = try current().fallenParafs.map(\.step).min()
        target = fallen ?? target
      }
    }
    guard let number = target, let back = try current().procedure.step(number) else {
      throw Refusal(.nowhereBack)
    }
    for sibling in try siblings(of: task) { try finish(sibling, .superseded) }
    try finish(task, .returned, note: reason)
    // To the one who did it before, wherever the lane points by now.
    let before = try current().tasks.last {
      $0.step == number && $0.kind == .step && $0.state == .done
    }
    try enter(back, branch: task.branch, cause: task, role: before?.role)
  }

  /// Numbers, sends and files, as far as the step asks for it and it is not done yet.
  mutating func dispatch(_ task: Task, _ completion: Completion) throws(Refusal) {
    let state = try current()
    if !state.letter.kind.isIncoming {
      if state.procedure.steps.contains(where: { $0.act == .tandatangani }),
        state.signature == nil
      {
        throw Refusal(.notSigned)
      }
      if state.number == nil {
        var letter = state.letter
        letter.classification = completion.classification ?? letter.classification
        try takeNumber(for: letter)
      }
      if state.sent == nil {
        guard let channel = try note(completion.channel) else { throw Refusal(.channelMissing) }
        emit(.letterSent(LetterSent(case: state.id, letter: state.letter.id, channel: channel)))
      }
    }
    if task.act == .arsipkan {
      let place = try note(completion.place) ?? ""
      emit(.letterArchived(LetterArchived(case: state.id, letter: state.letter.id, place: place)))
    }
  }

  /// Takes the next number of the letter's book.
  mutating func takeNumber(for letter: Letter) throws(Refusal) {
    guard let book = office.book(for: letter.kind) else { throw Refusal(.badNumber) }
    if book.pattern.needsCode, letter.classification == nil {
      throw Refusal(.classificationMissing)
    }
    let own = office.role(actor.role)
    let values = NumberPattern.Values(
      sequence: (context.lastNumbers[book.id] ?? 0) + 1, date: office.calendar.date(of: now),
      code: letter.classification?.code, unit: own.flatMap { office.code(of: $0.unit) },
      position: own.flatMap { office.position($0.position)?.short }, secrecy: letter.secrecy)
    do {
      emit(.numberTaken(NumberTaken(letter: letter.id, number: try book.number(values))))
    } catch { throw Refusal(.badNumber, ["reason": error.message.key]) }
  }

  /// The number this decision has taken, if it has.
  var takenNumber: AgendaNumber? {
    entries.lazy.compactMap { entry in
      if case .numberTaken(let taken) = entry.event { taken.number } else { nil }
    }.first
  }
}

extension CaseState {
  /// The newest version of the text; 0 where the case carries paper only.
  public var draftVersion: Int { draft?.version ?? 0 }

  /// The latest paraf of each step, where a newer text has made it fall.
  public var fallenParafs: [Paraf] {
    var latest: [Int: Paraf] = [:]
    for paraf in parafs where !paraf.isSignature { latest[paraf.step] = paraf }
    return latest.values.filter { !stands($0) }.sorted { $0.step < $1.step }
  }
}
