// Lending a queue for some days.

extension Decision {
  /// Lends a holder's queue to somebody else.
  mutating func lend(_ loan: QueueLoan) throws(Refusal) {
    try require(.lend, withQueueOf: loan.lender, loan.role)
    try administer(.lend(loan))
  }

  /// Ends a loan.
  mutating func takeBack(_ substitute: PersonID, _ role: RoleID) throws(Refusal) {
    for loan in office.loans(of: role, on: today) where loan.person == substitute {
      try require(.takeBack, withQueueOf: loan.lending?.lender ?? substitute, role)
    }
    try administer(.takeBack(substitute, role))
  }

  private func require(
    _ deed: Rights.Deed, withQueueOf holder: PersonID, _ role: RoleID
  ) throws(Refusal) {
    guard !office.allows(deed, withQueueOf: holder, role, by: actor) else { return }
    try requireMandate(for: deed, office.posts(of: actor, towardQueueOf: holder, role))
    throw Refusal(
      .notYours, saying: Message("refusal.not-your-queue", ["role": name(of: role)]))
  }

  /// Changes the office by the rules that its administrator is held to.
  private mutating func administer(_ action: AdministrationAction) throws(Refusal) {
    let state = AdministrationState(office: office, users: [:], keys: [:])
    do throws(AdministrationFault) {
      let entries = try Administration.decide(
        action, on: state, by: actor, at: now, sequence: context.nextSequence)
      for entry in entries { emit(entry.event) }
    } catch {
      throw Refusal(.lendingUnfit, saying: error.message)
    }
  }
}
