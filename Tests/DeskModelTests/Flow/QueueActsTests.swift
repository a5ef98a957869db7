import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// What happens to tasks in their queues: claims, recall, delegation, reassignment, waiting, cancelling.
@Suite struct QueueActsTests {
  private let secondClerk = Actor(person: "umum-2", role: Office.umum, standing: .definitive)

  /// A letter disposed to a division, waiting at the clerks' for recording.
  private func disposed() throws -> Walk {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    try walk.dispose(Office.kadis, to: [Office.rehsos])
    return walk
  }

  @Test func whoIsSecondLearnsWhoWasFaster() throws {
    var walk = try disposed()
    let seen = try walk.task(Office.umum)
    try walk.complete(Office.umum)
    let error = #expect(throws: Refusal.self) {
      try walk.act(.complete(seen, Completion()), by: secondClerk)
    }
    #expect(error?.code == .alreadyDone)
    #expect(error?.message.arguments["person"] == "Contoh pengadministrasi-umum@umum")
    #expect(error?.message.arguments["time"] == "9.00")
  }

  @Test func aClaimKeepsOthersOffUntilReleased() throws {
    var walk = try disposed()
    try walk.act(.claim(try walk.task(Office.umum)), as: Office.umum)
    let other = Action.complete(try walk.task(Office.umum), Completion())
    #expect(refusal { try walk.act(other, by: secondClerk) } == .claimed)
    #expect(
      refusal { try walk.act(.release(try walk.task(Office.umum)), by: secondClerk) } == .claimed)
    try walk.act(.release(try walk.task(Office.umum)), as: Office.umum)
    try walk.act(.complete(try walk.task(Office.umum), Completion()), by: secondClerk)
    #expect(walk.waiting == [Office.rehsos.rawValue])
  }

  @Test func anActIsRecalledOnlyWhileUnread() throws {
    var walk = try disposed()
    let act = TaskRef(try #require(walk.state?.tasks.first { $0.step == 2 }))
    try walk.act(.recall(act), as: Office.kadis)
    #expect(walk.waiting == [Office.kadis.rawValue])

    try walk.dispose(Office.kadis, to: [Office.linjamsos])
    let again = TaskRef(try #require(walk.state?.tasks.first { $0.step == 2 }))
    try walk.act(.open(try walk.task(Office.umum)), as: Office.umum)
    #expect(refusal { try walk.act(.recall(again), as: Office.kadis) } == .notRecallable)
  }

  @Test func recallAcrossASplitEndsItsBranches() throws {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    try walk.dispose(Office.kadis, to: [Office.rehsos, Office.linjamsos])
    let record = try walk.task(Office.umum)
    try walk.complete(Office.umum)
    let done = TaskRef(try #require(walk.state?.task(record.id)))
    try walk.act(.recall(done), as: Office.umum)
    #expect(walk.waiting == [Office.umum.rawValue])
    try walk.complete(Office.umum)
    #expect(walk.waiting == [Office.rehsos.rawValue, Office.linjamsos.rawValue])
  }

  @Test func aParafIsNeverRecalled() throws {
    var walk = try Walk(SmallProcedures.outgoing, by: Office.kasiAnak, kind: .outgoing)
    try walk.complete(Office.umum, Completion(draft: "Naskah"))
    let review = try walk.task(Office.kasiAnak)
    try walk.act(.paraf(review, draft: 1), as: Office.kasiAnak)
    let done = TaskRef(try #require(walk.state?.task(review.id)))
    #expect(refusal { try walk.act(.recall(done), as: Office.kasiAnak) } == .notRecallable)
  }

  @Test func isDelegatedDownButNotUpOrAcross() throws {
    var walk = try disposed()
    try walk.complete(Office.umum)
    try walk.dispose(Office.rehsos, to: [Office.kasiAnak])
    let task = try walk.task(Office.kasiAnak)
    for role in [Office.rehsos, Office.kasiBencana] {
      #expect(
        refusal {
          try walk.act(.delegate(task, to: role, note: "Tolong"), as: Office.kasiAnak)
        } == .recipientUnfit)
    }
    try walk.act(
      .delegate(task, to: Office.stafAnak, note: "Siapkan jawaban"), as: Office.kasiAnak)
    #expect(walk.waiting == [Office.stafAnak.rawValue])
    try walk.complete(Office.stafAnak)
    #expect(walk.waiting == [Office.umum.rawValue])
  }

  @Test(arguments: [
    (Office.sekretaris, true), (Office.kadis, true), (Office.rehsos, true),
    (Office.linjamsos, false), (Office.umum, false),
  ])
  func isReassignedByThoseAbove(_ role: RoleID, _ may: Bool) throws {
    var walk = try disposed()
    try walk.complete(Office.umum)
    try walk.dispose(Office.rehsos, to: [Office.kasiAnak])
    let move = Action.reassign(
      try walk.task(Office.kasiAnak), to: Office.kasiLansia, reason: "Sedang cuti")
    #expect(refusal { try walk.act(move, as: role) } == (may ? nil : .notAllowed))
    #expect(walk.waiting == [(may ? Office.kasiLansia : Office.kasiAnak).rawValue])
  }

  @Test func waitingForOutsidersMovesTheDueTime() throws {
    var walk = try disposed()
    let task = try walk.task(Office.umum)
    let due = try #require(walk.state?.task(task.id)?.due)
    try walk.act(.suspend(task, reason: "Menunggu kelengkapan"), as: Office.umum)
    #expect(refusal { try walk.complete(Office.umum) } == .suspended)
    walk.now.milliseconds += 60 * 60_000
    try walk.act(.resume(try walk.task(Office.umum)), as: Office.umum)
    #expect(walk.state?.task(task.id)?.due?.milliseconds == due.milliseconds + 60 * 60_000)
  }

  @Test func aCaseIsCancelledByItsClerkWithAReason() throws {
    var walk = try disposed()
    let id = try #require(walk.state?.id)
    #expect(refusal { try walk.act(.cancel(id, reason: "x"), as: Office.rehsos) } == .notAllowed)
    #expect(refusal { try walk.act(.cancel(id, reason: ""), as: Office.umum) } == .reasonMissing)
    try walk.act(.cancel(id, reason: "Salah alamat"), as: Office.umum)
    #expect(walk.state?.status == .cancelled)
    #expect(walk.waiting.isEmpty)
  }

  @Test func nobodyActsOutOfTheirChair() throws {
    var walk = try disposed()
    let task = try walk.task(Office.umum)
    #expect(
      refusal { try walk.act(.complete(task, Completion()), as: Office.rehsos) } == .notYours)
    let pretender = Actor(person: "umum-2", role: Office.kadis, standing: .plh)
    #expect(
      refusal { try walk.act(.complete(task, Completion()), by: pretender) } == .notHolder)
    #expect(refusal { try walk.act(.sign(task, draft: 0), as: Office.umum) } == .wrongAct)
  }
}
