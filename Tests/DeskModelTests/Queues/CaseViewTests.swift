import Testing

@testable import DeskModel

/// What a letter's screen is told beyond the case itself.
@Suite struct CaseViewTests {
  @Test func aStoppedCaseSaysWhyAndAReplyWhatItAnswers() throws {
    let office = try TestOffice()
    let receipt = try office.register("Permohonan")
    let id = try #require(receipt.startedCase)
    #expect(try office.desk.caseView(id)?.reason == nil)
    try office.act(.cancel(id, reason: "Salah alamat"), as: SmallOffice.umum)
    #expect(try office.desk.caseView(id)?.reason == "Salah alamat")

    var letter = Letter(kind: .outgoing, sender: "Seksi Anak", subject: "Balasan")
    letter.replyTo = receipt.letter
    let reply = try office.act(
      .register(Registration(letter: letter, procedure: SmallProcedures.outgoing.id)),
      as: SmallOffice.kasiAnak)
    let answer = try #require(reply.startedCase)
    #expect(try office.desk.caseView(answer)?.answered?.subject == "Permohonan")
  }

  @Test func whyATaskWasMovedOrWaitsStandsOnIt() throws {
    let office = try TestOffice()
    let id = try #require(try office.register().startedCase)
    func open() throws -> Task {
      try #require(try office.desk.caseView(id)?.state.openTasks.first)
    }
    for (role, next) in [
      (SmallOffice.kadis, SmallOffice.rehsos), (SmallOffice.rehsos, SmallOffice.kasiAnak),
    ] {
      let sheet = Disposition(recipients: [.init(role: next)])
      try office.act(.dispose(TaskRef(try open()), sheet), as: role)
      if role == SmallOffice.kadis {
        try office.act(.complete(TaskRef(try open()), Completion()), as: SmallOffice.umum)
      }
    }
    try office.act(
      .delegate(TaskRef(try open()), to: SmallOffice.stafAnak, note: "Mohon ditangani"),
      as: SmallOffice.kasiAnak)
    #expect(try open().note == "Mohon ditangani")
    try office.act(
      .suspend(TaskRef(try open()), reason: "Menunggu BKD"), as: SmallOffice.stafAnak)
    #expect(try open().note == "Menunggu BKD")
    try office.act(.resume(TaskRef(try open())), as: SmallOffice.stafAnak)
    #expect(try open().note == nil)
  }

  @Test func aParafKeepsHowItsRoleWasHeld() throws {
    let office = try TestOffice()
    let letter = Letter(kind: .outgoing, sender: "Sub Bagian Umum", subject: "Undangan")
    let receipt = try office.act(
      .register(Registration(letter: letter, procedure: SmallProcedures.outgoing.id)),
      as: SmallOffice.kasubag)
    let id = try #require(receipt.startedCase)
    func open() throws -> TaskRef {
      TaskRef(try #require(try office.desk.caseView(id)?.state.openTasks.first))
    }
    try office.act(.complete(try open(), Completion(draft: "Konsep")), as: SmallOffice.umum)
    for role in [SmallOffice.kasubag, SmallOffice.sekretaris] {
      try office.act(.paraf(try open(), draft: 1), as: role)
    }
    // Whatever the desk believed: the office knows who sits there as what.
    let acting = Actor(
      person: PersonID(SmallOffice.sekretaris.rawValue), role: SmallOffice.kadis,
      standing: .definitive)
    try office.act(.sign(try open(), draft: 1), by: acting)
    let standings = try office.desk.caseView(id)?.state.parafs.map(\.standing)
    #expect(standings == [.definitive, .definitive, .plh])
  }
}
