import Foundation
import GRDB
import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// Paraf and signature ask for the PIN, whatever the screen does.
@Suite struct PINDeskTests {
  private let test: TestOffice
  private let actor = Office.actor(Office.kasiAnak)

  init() throws { test = try TestOffice() }

  private func prove(_ digits: String, at desk: Desk? = nil) throws -> PINProof {
    try (desk ?? test.desk).prove(PIN(typed: digits), as: actor)
  }

  private func events(_ name: Event.Name) throws -> [String] {
    try test.desk.store.read {
      try String.fetchAll(
        $0, sql: "SELECT body FROM event WHERE type = ?", arguments: [name.rawValue])
    }
  }

  // MARK: The proof

  @Test func nothingIsParafedWithoutAProof() throws {
    let paraf = Action.paraf(try test.draft(), draft: 1)
    #expect(throws: PINFault.missing) { try test.desk.perform(paraf, as: actor) }
    let other = test.desk.proof(of: "umum-2")
    #expect(throws: PINFault.missing) { try test.desk.perform(paraf, as: actor, proof: other) }
    let elsewhere = try test.open().proof(of: actor.person)
    #expect(throws: PINFault.missing) { try test.desk.perform(paraf, as: actor, proof: elsewhere) }
    #expect(throws: PINFault.unset) { try prove("730519") }
    try test.choosePIN("730519", as: Office.kasiAnak)
    let proof = try prove("730519")
    try test.desk.perform(paraf, as: actor, proof: proof)
    #expect(try events(.parafGiven).count == 1)
  }

  @Test func aProofIsGoodForOneAct() throws {
    let (first, second) = (try test.draft(), try test.draft())
    try test.choosePIN("730519", as: Office.kasiAnak)
    let proof = try prove("730519")
    try test.desk.perform(.paraf(first, draft: 1), as: actor, proof: proof)
    #expect(throws: PINFault.missing) {
      try test.desk.perform(.paraf(second, draft: 1), as: actor, proof: proof)
    }
  }

  @Test func choosingIsAProof() throws {
    let paraf = Action.paraf(try test.draft(), draft: 1)
    let proof = try test.desk.choosePIN(PIN(typed: "730519"), as: actor)
    try test.desk.perform(paraf, as: actor, proof: proof)
  }

  // MARK: Choosing

  @Test func whoHasOneSaysItBeforeChoosingAnother() throws {
    try test.choosePIN("730519", as: Office.kasiAnak)
    func change(_ old: String?, _ new: String) throws {
      _ = try test.desk.choosePIN(
        PIN(typed: new), insteadOf: old.map { try PIN(typed: $0) }, as: actor)
    }
    #expect(throws: PINFault.missing) { try change(nil, "915037") }
    #expect(throws: PINFault.wrong(left: 4)) { try change("111111", "915037") }
    #expect(throws: PINFault.unchanged) { try change("730519", "730519") }
    #expect(throws: PINFault.trivial) { try change("730519", "123456") }
    try change("730519", "915037")
    _ = try prove("915037")
    #expect(throws: PINFault.wrong(left: 4)) { try prove("730519") }
    #expect(try events(.pinChosen).count == 2)
  }

  @Test func inAPracticeOfficeEverybodyHasThePublishedOne() throws {
    try Data().write(to: URL(fileURLWithPath: test.folder.practiceMark))
    #expect(try test.desk.pinStanding(of: actor.person) == .practice)
    _ = try prove("246810")
    #expect(throws: PINFault.wrong(left: 4)) { try prove("730519") }
    #expect(throws: PINFault.practice) {
      try test.desk.choosePIN(PIN(typed: "730519"), as: actor)
    }
  }

  @Test func whoDoesNotHoldTheRoleProvesNothing() throws {
    try test.choosePIN("730519", as: Office.kasiAnak)
    let stranger = Actor(person: actor.person, role: Office.kadis, standing: .definitive)
    let refusal = #expect(throws: Refusal.self) {
      try test.desk.prove(PIN(typed: "730519"), as: stranger)
    }
    #expect(refusal?.code == .notHolder)
  }

  // MARK: Locks

  @Test func fiveWrongOnesLockItAndEachLockIsLonger() throws {
    try test.choosePIN("730519", as: Office.kasiAnak)
    for (round, (minutes, until)) in [(1, "09.01"), (2, "09.03"), (4, "09.07")].enumerated() {
      for left in [4, 3, 2, 1] {
        #expect(throws: PINFault.wrong(left: left)) { try prove("000001") }
      }
      #expect(throws: PINFault.locked(until: until)) { try prove("000001") }
      // Not even the right one, and no try counts meanwhile.
      #expect(throws: PINFault.locked(until: until)) { try prove("730519") }
      #expect(try test.desk.pinStanding(of: actor.person) == .barred(.locked(until: until)))
      #expect(try events(.pinLocked).count == round + 1)
      test.pass(minutes: minutes)
    }
    #expect(try test.desk.pinStanding(of: actor.person) == .chosen)
    let proof = try prove("730519")
    // Who parafs has known it: the next lock is a short one again.
    try test.desk.perform(.paraf(try test.draft(), draft: 1), as: actor, proof: proof)
    for _ in 1...4 { _ = try? prove("000001") }
    #expect(throws: PINFault.locked(until: "09.08")) { try prove("000001") }
    _ = try test.desk.verify()
  }

  @Test func aRightOneForgetsTheWrongOnes() throws {
    try test.choosePIN("730519", as: Office.kasiAnak)
    for _ in 1...3 {
      for _ in 1...4 { _ = try? prove("000001") }
      _ = try prove("730519")
    }
    #expect(try events(.pinLocked).isEmpty)
  }

  /// Who can write the office's file, and takes the count away, is found out.
  @Test func everyWrongOneIsInTheJournal() throws {
    try test.choosePIN("730519", as: Office.kasiAnak)
    for _ in 1...2 { _ = try? prove("000001") }
    _ = try prove("730519")
    _ = try prove("730519")
    for _ in 1...3 { _ = try? prove("000001") }
    let wrong = #"{"right":false}"#
    #expect(
      try events(.pinTried) == [wrong, wrong, #"{"right":true}"#, wrong, wrong, wrong])
    _ = try test.desk.verify()
    let outside = try DatabaseQueue(path: test.folder.database)
    try outside.writeWithoutTransaction { try $0.execute(sql: "UPDATE pin SET wrong = 0") }
    #expect(throws: JournalFault.differs(table: "pin", row: "person=\(actor.person)")) {
      try test.desk.verify()
    }
  }

  /// Several desks of one person, and desks opened after others were closed, count together.
  @Test func wrongOnesCountOverDesksAndRestarts() throws {
    try test.choosePIN("730519", as: Office.kasiAnak)
    var left: [PINFault] = []
    for number in 0..<5 {
      let desk = try test.open()
      left.append(try #require(throws: PINFault.self) { try prove("000001", at: desk) })
      if number.isMultiple(of: 2) { try desk.close() }
    }
    #expect(left == [4, 3, 2, 1].map { .wrong(left: $0) } + [.locked(until: "09.01")])
    #expect(throws: PINFault.locked(until: "09.01")) { try prove("730519", at: test.open()) }
  }

  /// What was computed before a lock fell is not answered after it.
  @Test func manyTriesAtOnceGetNoMoreThanFiveAnswers() async throws {
    try test.choosePIN("730519", as: Office.kasiAnak)
    let (folder, actor, now) = (test.folder, actor, Office.monday)
    let faults = await withTaskGroup(of: PINFault?.self) { group in
      for _ in 0..<24 {
        group.addTask {
          do {
            let desk = try Desk(folder, clock: { now })
            _ = try desk.prove(PIN(typed: "000001"), as: actor)
          } catch { return error as? PINFault }
          return nil
        }
      }
      return await group.reduce(into: [PINFault?]()) { $0.append($1) }
    }
    let answered = faults.compactMap { if case .wrong(let left)? = $0 { left } else { nil } }
    #expect(answered.sorted() == [1, 2, 3, 4])
    #expect(faults.count { $0 == .locked(until: "09.01") } == 20)
    #expect(try events(.pinLocked).count == 1)
  }

  @Test(arguments: [0, 60, 1_000_000]) func aClockSetBackShortensNoLock(_ minutes: Int) throws {
    try test.choosePIN("730519", as: Office.kasiAnak)
    for _ in 1...5 { _ = try? prove("000001") }
    test.pass(minutes: -minutes)
    let reopened = try test.open()
    for desk in [test.desk, reopened] {
      let fault = #expect(throws: PINFault.self) { try prove("730519", at: desk) }
      guard case .locked = fault else {
        Issue.record("\(String(describing: fault))")
        continue
      }
    }
    test.pass(minutes: minutes + 1)
    _ = try prove("730519", at: reopened)
  }

  @Test func theAdministratorTakesAPINAndItsLockAway() throws {
    try test.choosePIN("730519", as: Office.kasiAnak)
    for _ in 1...5 { _ = try? prove("000001") }
    try test.desk.administer(.resetPIN(actor.person), by: "root")
    #expect(try test.desk.pinStanding(of: actor.person) == .unset)
    #expect(throws: PINFault.unset) { try prove("730519") }
    try test.choosePIN("915037", as: Office.kasiAnak)
    _ = try prove("915037")
    #expect(throws: PINFault.wrong(left: 4)) { try prove("730519") }
    #expect(throws: AdministrationFault.unknownPerson("siapa")) {
      try test.desk.administer(.resetPIN("siapa"), by: "root")
    }
    #expect(try events(.pinReset) == [#"{"person":"\#(actor.person)"}"#])
    let by = try test.desk.store.read {
      try String.fetchOne($0, sql: "SELECT person FROM event WHERE type = 'pinReset'")
    }
    #expect(by == "unix:root")
    _ = try test.desk.verify()
  }

  // MARK: What is kept

  @Test func theJournalHoldsNothingThatAPINCouldBeFoundBy() throws {
    try test.choosePIN("730519", as: Office.kasiAnak)
    for _ in 1...5 { _ = try? prove("000001") }
    let secret = try #require(
      try test.desk.store.read { try PINTable(db: $0).row(of: actor.person).secret })
    let seal = secret.seal(of: actor.person)
    try test.desk.store.read { db in
      try RawRecord.forEach(in: db) { raw in
        let record = raw.decoded()
        for part in [
          "730519", secret.salt.hexDigits, secret.hash.hexDigits,
          secret.salt.base64EncodedString(), secret.hash.base64EncodedString(),
        ] { #expect(!record.body.contains(part)) }
      }
    }
    #expect(try events(.pinChosen) == [#"{"seal":"\#(seal)"}"#])
  }

  @Test(arguments: [
    "DELETE FROM pin_secret", "UPDATE pin_secret SET exponent = 1",
    "UPDATE pin_secret SET hash = zeroblob(32)", "UPDATE pin_secret SET person = 'umum-2'",
  ])
  func aSecretThatIsNotTheChosenOneIsFoundOutAndOpensNothing(_ sql: String) throws {
    try test.choosePIN("730519", as: Office.kasiAnak)
    _ = try test.desk.verify()
    let outside = try DatabaseQueue(path: test.folder.database)
    try outside.writeWithoutTransaction { try $0.execute(sql: sql) }
    let row = "person=\(actor.person)"
    #expect(throws: JournalFault.differs(table: "pin_secret", row: row)) { try test.desk.verify() }
    #expect(throws: PINFault.lost) { try prove("730519") }
    #expect(try test.desk.pinStanding(of: actor.person) == .barred(.lost))
    #expect(throws: PINFault.self) { try test.desk.choosePIN(PIN(typed: "915037"), as: actor) }
  }
}
