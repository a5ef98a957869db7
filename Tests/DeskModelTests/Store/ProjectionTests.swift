import Foundation
import GRDB
import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// The tables and the rules must tell the same story, whatever people do.
@Suite struct ProjectionTests {
  @Test(arguments: Array(1...8) as [UInt64])
  func randomDeedsLeaveTablesThatTheJournalGives(_ seed: UInt64) throws {
    var deeds = RandomDeeds(seed: seed)
    let test = try TestOffice(procedures: RandomDeeds.procedures)
    var cases: [CaseID] = []
    var done = 0
    for round in 0..<200 {
      test.pass(minutes: deeds.number(1...90))
      if round.isMultiple(of: 12) {
        let (registration, role) = deeds.registration(round / 12)
        cases.append(
          try #require(try test.act(.register(registration), as: role).startedCase))
      }
      guard let id = deeds.pick(cases), let state = try test.desk.caseView(id)?.state,
        let (action, role) = deeds.deed(on: state),
        let entries = try? test.desk.perform(action, as: Office.actor(role)).entries
      else { continue }
      done += 1
      // What the rules made of the case in memory is what the tables now say.
      var expected = state
      for entry in entries { expected.apply(entry) }
      #expect(try test.desk.caseView(id)?.state == expected, "after \(action)")
    }
    #expect(done > 50, "hardly anything was allowed")
    let (entries, _) = try test.desk.verify()
    #expect(entries > 100)
  }

  @Test(arguments: Projection.tables)
  func aChangedRowIsFoundOut(_ table: String) throws {
    let test = try TestOffice()
    try test.register()
    let task = try #require(try test.desk.queue(of: Office.kadis).first)
    try test.act(
      .dispose(task.ref, Disposition(recipients: [.init(role: Office.rehsos)])), as: Office.kadis)
    let own = try test.act(
      .register(
        Registration(
          letter: Letter(kind: .outgoing, sender: "Kami", subject: "Balasan"),
          procedure: SmallProcedures.outgoing.id)), as: Office.kasiAnak)
    let drafting = try #require(own.waiting.first?.task)
    try test.act(
      .complete(TaskRef(drafting, version: 1), Completion(draft: "Naskah")), as: Office.umum)
    let review = try #require(try test.desk.queue(of: Office.kasiAnak).first)
    try test.act(.paraf(review.ref, draft: 1), as: Office.kasiAnak)
    try test.desk.administer(.mapUser("budi", "umum-2"), by: "root")
    try test.desk.administer(.addKey(PublicKey(KeyFixture.ed25519(1)), "umum-2"), by: "root")
    _ = try test.desk.verify()

    let outside = try DatabaseQueue(path: test.folder.database)
    try outside.writeWithoutTransaction { db in
      let column = try #require(
        try db.columns(in: table).first { $0.type == "TEXT" && $0.name != "body" }?.name)
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      try db.execute(
        sql: """
          UPDATE OR IGNORE "\(table)" SET "\(column)" = 'palsu'
          """)
    }
    #expect(throws: JournalFault.self) { try test.desk.verify() }
  }
}
