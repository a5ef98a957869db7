import Foundation
import GRDB
import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// The tables and the rules must tell the same story, whatever people do.
@Suite struct ProjectionTests {
  /// Random but repeatable: the same seed makes the same office.
  private struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func randomWalksLeaveTablesThatTheJournalGives(_ seed: UInt64) throws {
    let test = try TestOffice()
    var dice = Dice(state: seed)
    var cases: [CaseID] = []
    var done = 0
    for round in 0..<150 {
      test.pass(minutes: Int.random(in: 1...90, using: &dice))
      if round % 10 == 0 {
        let incoming = Bool.random(using: &dice)
        let letter = Letter(
          kind: incoming ? .incoming : .outgoing, sender: "Contoh", subject: "Uji \(round)")
        let registration = Registration(
          letter: letter,
          procedure: incoming ? SmallProcedures.incoming.id : SmallProcedures.outgoing.id)
        let receipt = try test.act(
          .register(registration), as: incoming ? Office.umum : Office.kasiAnak)
        cases.append(try #require(receipt.startedCase))
      }
      guard let id = cases.randomElement(using: &dice),
        let state = try test.desk.caseView(id)?.state,
        let task =
          (state.openTasks.isEmpty || round.isMultiple(of: 5) ? state.tasks : state.openTasks)
          .randomElement(using: &dice)
      else { continue }
      let action = action(on: task, of: state, &dice)
      let actor = SmallOffice.actor(task.role)
      guard let entries = try? test.desk.perform(action, as: actor).entries else { continue }
      done += 1
      // What the rules made of the case in memory is what the tables now say.
      var expected = state
      for entry in entries { expected.apply(entry) }
      #expect(try test.desk.caseView(id)?.state == expected, "after \(action)")
    }
    #expect(done > 40, "hardly anything was allowed")
    let (entries, _) = try test.desk.verify()
    #expect(entries > 100)
  }

  private func action(on task: Task, of state: CaseState, _ dice: inout Dice) -> Action {
    let ref = TaskRef(task)
    let kabid = [Office.rehsos, Office.linjamsos, Office.sekretaris].shuffled(using: &dice)
    let kasi = [Office.kasiAnak, Office.kasiBencana, Office.kasubag].shuffled(using: &dice)
    let recipients = (task.step == 2 ? kabid : kasi).prefix(Int.random(in: 1...2, using: &dice))
      .map { Disposition.Recipient(role: $0) }
    switch Int.random(in: 0..<12, using: &dice) {
    case 0: return .open(ref)
    case 1: return .claim(ref)
    case 2: return .release(ref)
    case 3: return .recall(ref)
    case 4: return .suspend(ref, reason: "Menunggu")
    case 5: return .resume(ref)
    case 6:
      return .giveBack(
        ref, reason: "Perbaiki", corrected: Bool.random(using: &dice) ? "Baru \(dice.next())" : nil)
    case 7 where Int.random(in: 0..<6, using: &dice) == 0: return .cancel(state.id, reason: "Batal")
    default: break
    }
    switch task.act {
    case .disposisi where task.kind == .acknowledge: return .acknowledge(ref)
    case .disposisi:
      let informed = [Disposition.Recipient(role: Office.kasiLansia, forInformation: true)]
      return .dispose(ref, Disposition(recipients: recipients + informed, note: "Segera"))
    case .periksa: return .paraf(ref, draft: state.draftVersion)
    case .tandatangani: return .sign(ref, draft: state.draftVersion)
    default:
      return .complete(
        ref,
        Completion(
          draft: task.act == .susun ? "Naskah \(dice.next())" : nil,
          classification: Classification(code: "400.9.2", name: "Anak"), channel: "kurir"))
    }
  }

  @Test(arguments: Projection.tables.filter { $0 != "office" })
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
