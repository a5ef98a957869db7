import GRDB

/// That a person has just confirmed with the PIN: good for one act at the desk that gave it.
public struct PINProof: Hashable, Sendable {
  /// Whose PIN it was.
  public let person: PersonID
  private let number: UInt64

  fileprivate init(of person: PersonID) {
    self.person = person
    number = .random(in: .min ... .max)
  }
}

extension Desk {
  /// How a person's PIN stands.
  ///
  /// - Throws: `StoreError`.
  public func pinStanding(of person: PersonID) throws -> PINStanding {
    let (row, now) = try store.read { db in
      (try PINTable(db: db).row(of: person), moment(after: try JournalTable(db: db).head()))
    }
    if let fault = locked(row, at: now) { return .barred(fault) }
    if folder.isPractice { return .practice }
    guard row.seal != nil else { return .unset }
    return secret(row, of: person) == nil ? .barred(.lost) : .chosen
  }

  /// Takes the PIN of a person who has none, or of one who says the old one first.
  ///
  /// - Returns: the proof that choosing is: who has just typed a PIN twice need not type it again.
  /// - Throws: `PINFault`, `Refusal` when the person does not hold the role, `StoreError`.
  public func choosePIN(
    _ pin: PIN, insteadOf old: PIN? = nil, as actor: Actor
  ) throws -> PINProof {
    try choosePIN(pin, insteadOf: old, as: actor, cost: .standard)
  }

  func choosePIN(
    _ pin: PIN, insteadOf old: PIN?, as actor: Actor, cost: PINSecret.Cost
  ) throws -> PINProof {
    guard !folder.isPractice else { throw PINFault.practice }
    guard let person = office.person(actor.person) else { throw Refusal(.unknown) }
    try pin.requireFit(for: person)
    let before = try store.read { try PINTable(db: $0).row(of: actor.person) }
    if before.seal != nil {
      guard let old else { throw PINFault.missing }
      _ = try prove(old, as: actor)
      guard old.digits != pin.digits else { throw PINFault.unchanged }
    }
    let secret = try PINSecret(pin, cost: cost)
    return try writing { db, journal, head in
      let context = try context(after: head, db)
      let table = PINTable(db: db)
      // Whoever was faster, at another desk of the same person, has chosen.
      guard try table.row(of: actor.person).seal == before.seal else { throw PINFault.missing }
      try journal.append(
        [
          Entry(
            sequence: context.nextSequence, at: context.now, actor: try context.seated(actor),
            event: .pinChosen(PINChosen(seal: secret.seal(of: actor.person))))
        ], after: head)
      try table.keep(secret, of: actor.person)
      return proof(of: actor.person)
    }
  }

  /// Holds what was typed against a person's PIN.
  ///
  /// The slow hash is computed outside the transaction; what came of it goes into the journal inside, so that however
  /// many desks try at once, no more than five wrong ones are answered before a lock, and no hand can lower the count.
  ///
  /// - Throws: `PINFault`, `Refusal` when the person does not hold the role, `StoreError`.
  public func prove(_ pin: PIN, as actor: Actor) throws -> PINProof {
    let person = actor.person
    let before = try store.read { try PINTable(db: $0).row(of: person) }
    let isRight = try isRight(pin, before, of: person)
    let outcome: Result<PINProof, PINFault> = try writing { db, journal, head in
      let context = try context(after: head, db)
      let actor = try context.seated(actor)
      func note(_ event: Event) throws {
        try journal.append(
          [Entry(sequence: context.nextSequence, at: context.now, actor: actor, event: event)],
          after: head)
      }
      let row = try PINTable(db: db).row(of: person)
      if let fault = locked(row, at: context.now) { return .failure(fault) }
      // It was chosen anew or reset in between: what was computed says nothing.
      guard row.seal == before.seal else { return .failure(.missing) }
      if isRight {
        if row.wrong > 0 { try note(.pinTried(PINTried(right: true))) }
        return .success(proof(of: person))
      }
      guard row.wrong + 1 >= PINLock.tries else {
        try note(.pinTried(PINTried(right: false)))
        return .failure(.wrong(left: PINLock.tries - row.wrong - 1))
      }
      let until = Timestamp(
        milliseconds: context.now.milliseconds + PINLock.length(after: row.locks))
      try note(.pinLocked(PINLocked(until: until)))
      return .failure(.locked(until: wallTime(until)))
    }
    return try outcome.get()
  }

  /// Takes a proof, once.
  ///
  /// - Throws: `PINFault.missing` when it is somebody else's, used, or none.
  func spend(_ proof: PINProof?, of person: PersonID) throws(PINFault) {
    guard let proof, proof.person == person, proof == unusedProof else { throw .missing }
    unusedProof = nil
  }

  /// Gives the proof of what has been proved; the one before is no longer good.
  func proof(of person: PersonID) -> PINProof {
    let proof = PINProof(of: person)
    unusedProof = proof
    return proof
  }

  private func isRight(_ pin: PIN, _ row: PINTable.Row, of person: PersonID) throws -> Bool {
    if folder.isPractice { return pin.digits == PIN.practice.digits }
    guard row.seal != nil else { throw PINFault.unset }
    guard let secret = secret(row, of: person) else { throw PINFault.lost }
    return try secret.matches(pin)
  }

  /// The secret, if it is the one that the journal vouches for.
  private func secret(_ row: PINTable.Row, of person: PersonID) -> PINSecret? {
    row.secret.flatMap { $0.seal(of: person) == row.seal ? $0 : nil }
  }

  private func locked(_ row: PINTable.Row, at now: Timestamp) -> PINFault? {
    guard let until = row.lockedUntil, now < until else { return nil }
    return .locked(until: wallTime(until))
  }

  /// The first whole minute at which a lock is over, `14.05`, with the day where that is another one.
  private func wallTime(_ instant: Timestamp) -> String {
    let minute = Timestamp(milliseconds: (instant.milliseconds + 59_999) / 60_000 * 60_000)
    let zone = office.calendar.zone
    let clock = zone.minuteOfDay(of: minute)
    let time = Digits.padded(clock / 60, 2) + "." + Digits.padded(clock % 60, 2)
    let (year, month, day) = zone.date(of: minute).parts
    guard zone.date(of: minute) != zone.date(of: self.clock()) else { return time }
    return "\(time) (\(Digits.padded(day, 2))-\(Digits.padded(month, 2))-\(year))"
  }
}
