import Testing

@testable import DeskModel

private typealias Small = SmallOffice

/// A queue lent for some days: who may, what the substitute may, and when it ends.
@Suite struct LendingTests {
  private static let today = Small.office.calendar.date(of: Small.monday)
  private static let substitute = PersonID(Small.linjamsos.rawValue)

  private static func loan(
    of role: RoleID = Small.kadis, by lender: PersonID? = nil, from: Int = 0, until: Int = 1,
    reason: String = "Cuti"
  ) -> QueueLoan {
    QueueLoan(
      of: role, by: lender ?? PersonID(role.rawValue), to: substitute,
      from: today.adding(days: from), until: today.adding(days: until), reason: reason)
  }

  private func borrower(_ role: RoleID = Small.kadis) -> Actor {
    Actor(person: Self.substitute, role: role, standing: .lent)
  }

  private func dispose(_ test: TestOffice, by actor: Actor) throws {
    let task = try #require(try test.desk.queue(of: Small.kadis).first)
    let sheet = Disposition(recipients: [.init(role: Small.rehsos)])
    try test.desk.perform(.dispose(task.ref, sheet), as: actor)
  }

  @Test func theSubstituteActsInTheRoleAndTheJournalSaysSo() throws {
    let test = try TestOffice()
    try test.register()
    #expect(refusal { try dispose(test, by: borrower()) } == .notHolder)
    try test.act(.lend(Self.loan()), as: Small.kadis)
    try dispose(test, by: borrower())
    let view = try #require(try test.desk.caseView(test.desk.letters(limit: 1)[0].caseID ?? 0))
    #expect(view.dispositions.map(\.by.person) == [Self.substitute])
    #expect(view.dispositions.map(\.by.standing) == [.lent])
    #expect(view.dispositions.map(\.by.role) == [Small.kadis])
    _ = try test.desk.verify()
  }

  @Test func itEndsByDateAndWhenTakenBack() throws {
    let test = try TestOffice()
    try test.register()
    try test.register()
    try test.act(.lend(Self.loan(until: 0)), as: Small.kadis)
    test.pass(minutes: 24 * 60)
    #expect(refusal { try dispose(test, by: borrower()) } == .notHolder)

    try test.act(.lend(Self.loan(from: 1, until: 9)), as: Small.kadis)
    try dispose(test, by: borrower())
    try test.act(.takeBack(Self.substitute, Small.kadis), as: Small.kadis)
    #expect(refusal { try dispose(test, by: borrower()) } == .notHolder)
    #expect(
      refusal { try test.act(.takeBack(Self.substitute, Small.kadis), as: Small.kadis) }
        == .lendingUnfit)
    // Lent again on the day it was taken back, it holds.
    try test.act(.lend(Self.loan(from: 1, until: 9)), as: Small.kadis)
    try dispose(test, by: borrower())
    _ = try test.desk.verify()
  }

  @Test func itFallsWithTheChairItCameFrom() throws {
    let test = try TestOffice()
    try test.register()
    try test.act(.lend(Self.loan(until: 9)), as: Small.kadis)
    try test.desk.administer(
      .dismiss(
        PersonID(Small.kadis.rawValue), Small.kadis, lastDay: Self.today.adding(days: -1)),
      by: "root")
    #expect(refusal { try dispose(test, by: borrower()) } == .notHolder)
  }

  @Test(arguments: [Act.periksa, .tandatangani])
  func itGivesNeitherParafNorSignature(_ act: Act) throws {
    let procedure = Procedure.small(
      "contoh-setuju",
      lanes: [("umum", ["pengadministrasi-umum"]), ("kadis", ["kepala-dinas"])],
      steps: [
        (1, "umum", .susun, nil, nil), (2, "kadis", act, nil, 1), (3, "umum", .arsipkan, nil, nil),
      ])
    let test = try TestOffice(procedures: [procedure])
    let letter = Letter(kind: .outgoing, sender: "Kami", subject: "Balasan")
    try test.act(
      .register(Registration(letter: letter, procedure: procedure.id)), as: Small.umum)
    let drafting = try #require(try test.desk.queue(of: Small.umum).first)
    try test.act(.complete(drafting.ref, Completion(draft: "Naskah")), as: Small.umum)
    try test.act(.lend(Self.loan()), as: Small.kadis)
    let task = try #require(try test.desk.queue(of: Small.kadis).first)
    let agree: Action =
      act == .periksa ? .paraf(task.ref, draft: 1) : .sign(task.ref, draft: 1)
    #expect(refusal { try test.desk.perform(agree, as: borrower()) } == .lentQueue)
    // What does not bind the post may be done: it goes back with a reason.
    try test.desk.perform(
      .giveBack(task.ref, reason: "Perbaiki", corrected: nil, basedOn: 1), as: borrower())
    #expect(
      refusal { try test.desk.perform(.lend(Self.loan(until: 5)), as: borrower()) } == .lentQueue)
  }

  @Test func whatADeskBelievedOfTheStandingDoesNotSpareThePIN() throws {
    let test = try TestOffice()
    let task = try test.draft()
    var actor = Small.actor(Small.kasiAnak)
    actor.standing = .lent
    #expect(throws: PINFault.missing) {
      try test.desk.perform(.paraf(task, draft: 1), as: actor)
    }
  }

  @Test func aLentClerkHasDraftedAlonePutsTheParafAlone() throws {
    // One's own draft is parafed by another holder of the post; a substitute is none.
    let procedure = Procedure.small(
      "contoh-sendiri", lanes: [("kadis", ["kepala-dinas"]), ("umum", ["pengadministrasi-umum"])],
      steps: [
        (1, "kadis", .susun, nil, nil), (2, "kadis", .periksa, nil, 1),
        (3, "umum", .arsipkan, nil, nil),
      ])
    let test = try TestOffice(procedures: [procedure])
    test.pass(minutes: 5 * 24 * 60)
    let letter = Letter(kind: .outgoing, sender: "Kami", subject: "Nota")
    try test.act(
      .register(Registration(letter: letter, procedure: procedure.id)), as: Small.kadis)
    let drafting = try #require(try test.desk.queue(of: Small.kadis).first)
    try test.act(.complete(drafting.ref, Completion(draft: "Naskah")), as: Small.kadis)
    try test.act(.lend(Self.loan(from: 5, until: 9)), as: Small.kadis)
    let task = try #require(try test.desk.queue(of: Small.kadis).first)
    try test.act(.paraf(task.ref, draft: 1), as: Small.kadis)
  }

  @Test func onlyTheHolderOrWhoWatchesOverTheRoleLends() throws {
    let test = try TestOffice()
    let loan = Self.loan(of: Small.kasiAnak)
    #expect(refusal { try test.act(.lend(loan), as: Small.umum) } == .notYours)
    #expect(refusal { try test.act(.lend(loan), as: Small.linjamsos) } == .notYours)
    try test.act(.lend(loan), as: Small.sekretaris)
    #expect(
      refusal { try test.act(.takeBack(Self.substitute, Small.kasiAnak), as: Small.umum) }
        == .notYours)
    try test.act(.takeBack(Self.substitute, Small.kasiAnak), as: Small.kasiAnak)
  }

  @Test func aLoanIsHeldToTheRulesOfAppointments() throws {
    let test = try TestOffice()
    func fault(_ loan: QueueLoan) -> AdministrationFault? {
      do { try test.desk.administer(.lend(loan), by: "root") } catch {
        return error as? AdministrationFault
      }
      return nil
    }
    #expect(fault(Self.loan(from: 3, until: 2)) == .badEnd(earliest: Self.today.adding(days: 3)))
    #expect(fault(Self.loan(reason: " ")) == .badText(limit: 200))
    #expect(fault(Self.loan(by: Self.substitute)) == .notHeld(Self.substitute, Small.kadis))
    #expect(
      fault(Self.loan(of: Small.linjamsos)) == .alreadyHeld(Self.substitute, Small.linjamsos))
    #expect(fault(Self.loan()) == nil)
    #expect(fault(Self.loan()) == .alreadyHeld(Self.substitute, Small.kadis))
    let loans = test.desk.office.loans(of: Small.kadis, on: Self.today)
    #expect(loans.map(\.lending?.reason) == ["Cuti"])
    #expect(loans.map(\.person) == [Self.substitute])
  }

  @Test func whatTheLenderHadClaimedIsNotLocked() throws {
    let test = try TestOffice()
    try test.register()
    let task = try #require(try test.desk.queue(of: Small.kadis).first)
    try test.act(.claim(task.ref), as: Small.kadis)
    try test.act(.lend(Self.loan()), as: Small.kadis)
    try dispose(test, by: borrower())
  }
}
