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
    var cases: [(id: CaseID, beganBy: RoleID)] = []
    var done = 0
    for round in 0..<200 {
      test.pass(minutes: deeds.number(1...90))
      if round.isMultiple(of: 12) {
        let (registration, role) = deeds.registration(round / 12)
        cases.append(
          (try #require(try test.act(.register(registration), as: role).startedCase), role))
      }
      guard let (id, reader) = deeds.pick(cases),
        let state = try test.desk.caseView(id, for: SmallOffice.actor(reader))?.state,
        let (action, role) = deeds.deed(on: state),
        let entries = try? test.act(action, as: role).entries
      else { continue }
      done += 1
      // What the rules made of the case in memory is what the tables now say.
      var expected = state
      for entry in entries { expected.apply(entry) }
      #expect(
        try test.desk.caseView(id, for: SmallOffice.actor(reader))?.state == expected,
        "after \(action)")
    }
    #expect(done > 50, "hardly anything was allowed")
    let (entries, _) = try test.desk.verify()
    #expect(entries > 100)
  }
}
