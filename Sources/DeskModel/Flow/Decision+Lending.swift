// Lending a queue for some days, and what a lent queue does not give.

extension Decision {
  /// Lends a holder's queue to somebody else.
  mutating func lend(_ loan: QueueLoan) throws(Refusal) {
    guard office.mayLend(loan.role, of: loan.lender, actor) else {
      throw Refusal(.notYours, ["role": name(of: loan.role)])
    }
    try administer(.lend(loan))
  }

  /// Ends a loan.
  mutating func takeBack(_ substitute: PersonID, _ role: RoleID) throws(Refusal) {
    let others = office.loans(of: role, on: today).contains {
      $0.person == substitute
        && !office.mayLend(role, of: $0.lending?.lender ?? substitute, actor)
    }
    guard !others else { throw Refusal(.notYours, ["role": name(of: role)]) }
    try administer(.takeBack(substitute, role))
  }

  /// Refuses what binds the post in the eyes of others, to whoever was only lent its queue.
  func requireMandate() throws(Refusal) {
    guard actor.standing == .lent else { return }
    throw Refusal(.lentQueue, ["role": name(of: actor.role)])
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
