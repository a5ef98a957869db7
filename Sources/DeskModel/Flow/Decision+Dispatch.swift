// Numbering, sending and filing.

extension Decision {
  /// Numbers, sends and files, as far as the step asks for it and it is not done yet.
  ///
  /// Where a procedure sends in one step and files in another, filing does not send.
  mutating func dispatch(_ task: Task, _ completion: Completion) throws(Refusal) {
    let state = try current()
    let sends = task.act == .kirim || !state.procedure.steps.contains { $0.act == .kirim }
    if sends, !state.letter.kind.isIncoming { try send(completion, on: task.branch) }
    if task.act == .arsipkan {
      let place = try note(completion.place) ?? ""
      emit(.letterArchived(LetterArchived(case: state.id, letter: state.letter.id, place: place)))
    }
  }

  private mutating func send(_ completion: Completion, on branch: Int) throws(Refusal) {
    let state = try current()
    if state.procedure.isSignedHere, state.signature(on: branch) == nil {
      throw Refusal(.notSigned)
    }
    if state.number == nil {
      try takeNumber(
        for: state.letter, classification: completion.classification,
        reserved: completion.reserved, on: branch)
    }
    if state.sent == nil {
      guard let channel = try note(completion.channel) else { throw Refusal(.channelMissing) }
      emit(.letterSent(LetterSent(case: state.id, letter: state.letter.id, channel: channel)))
    }
  }

  /// Takes a number that was set aside, else the next one of the letter's book.
  ///
  /// The unit in it is the one that made the letter, the post the one that signed it; for a letter that
  /// came in, those of the clerk.
  mutating func takeNumber(
    for letter: Letter, classification: Classification? = nil, reserved: NumberPlace? = nil,
    on branch: Int = 0
  ) throws(Refusal) {
    guard let book = office.book(for: letter.kind) else { throw Refusal(.bookMissing) }
    let own = letter.kind.isIncoming ? letter.receivedDate : letter.letterDate
    var date = today
    if let reserved { date = try day(of: reserved, in: book, for: own) }
    let code = (classification ?? letter.classification)?.code
    if book.pattern.needsCode, code == nil { throw Refusal(.classificationMissing) }
    let unit = state?.unit(of: 0) ?? office.role(actor.role)?.unit
    let signer = state?.signature(on: branch)?.role ?? actor.role
    let values = NumberPattern.Values(
      sequence: reserved?.sequence ?? (context.lastNumbers[book.id] ?? 0) + 1, date: date,
      code: code,
      unit: unit.flatMap(office.code), position: office.position(of: signer)?.short,
      secrecy: letter.secrecy)
    let number: AgendaNumber
    do { number = try book.number(values) } catch {
      throw Refusal(.badNumber, saying: error.message)
    }
    emit(
      .numberTaken(
        NumberTaken(
          letter: letter.id, number: number, date: date, page: openPage(of: book.id),
          late: latePage(of: book.id, for: own ?? today), classification: classification)))
  }
}

extension Procedure {
  /// Whether somebody of the office signs; an outside party's signature is only recorded.
  var isSignedHere: Bool {
    steps.contains { step in
      step.act == .tandatangani && step.lanes.contains { lane($0)?.isExternal == false }
    }
  }
}
