import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// Putting procedures in force while cases run.
@Suite struct EnactTests {
  private static let shorter: Procedure = {
    var procedure = SmallProcedures.incoming
    procedure.steps.remove(at: 4)
    return procedure
  }()

  @Test func newCasesTakeTheNewVersionAndRunningOnesKeepTheirs() throws {
    let test = try TestOffice()
    let old = try #require(try test.register().startedCase)
    let version = try test.desk.enact(
      Self.shorter, contentHash: "baru", by: Office.actor(Office.sekretaris))
    #expect(version == 2)
    let new = try #require(try test.register().startedCase)
    #expect(try test.desk.caseView(old)?.state.procedure == SmallProcedures.incoming)
    #expect(try test.desk.caseView(new)?.state.procedure == Self.shorter)
    #expect(try test.desk.caseView(new)?.state.procedureVersion == 2)
    let row = try #require(
      try test.desk.procedures().first { $0.id == SmallProcedures.incoming.id })
    #expect((row.version, row.steps, row.running) == (2, 5, 2))
    // Another desk knows it at once, and the journal gives the same tables again.
    #expect(try test.open().procedure(Self.shorter.id)?.version == 2)
    _ = try test.desk.verify()
  }

  @Test func aNewProcedureBeginsAtVersionOne() throws {
    let test = try TestOffice(procedures: [SmallProcedures.incoming])
    let version = try test.desk.enact(
      SmallProcedures.outgoing, contentHash: "x", by: Office.actor(Office.kadis))
    #expect(version == 1)
    #expect(try test.desk.procedures(after: SmallProcedures.incoming.id).isEmpty)
    #expect(try test.desk.procedures(limit: 1).map(\.id) == [SmallProcedures.outgoing.id])
  }

  @Test func isRefusedWithoutRightErrorsOrNothingNew() throws {
    let test = try TestOffice()
    let before = try test.desk.journalHead().entries
    func enact(_ procedure: Procedure, as role: RoleID) throws {
      try test.desk.enact(procedure, contentHash: "x", by: Office.actor(role))
    }
    #expect(refusal { try enact(Self.shorter, as: Office.umum) } == .notAllowed)
    #expect(
      refusal { try enact(SmallProcedures.incoming, as: Office.kadis) } == .nothingChanged)
    var broken = Self.shorter
    broken.steps[1].lanes = ["tidak-ada"]
    #expect(refusal { try enact(broken, as: Office.kadis) } == .procedureFaulty)
    #expect(try test.desk.journalHead().entries == before)
  }
}
