import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// Branches beside each other: ending, joining, going back and being taken back without touching the others.
@Suite struct BranchTests {
  /// A letter that two divisions decide on.
  private func deciding() throws -> Walk {
    var walk = try Walk(SmallProcedures.deciding, by: Office.umum)
    try walk.dispose(Office.kadis, to: [Office.rehsos, Office.linjamsos])
    return walk
  }

  /// A letter that two divisions have handed down.
  private func handedDown() throws -> Walk {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    try walk.dispose(Office.kadis, to: [Office.rehsos, Office.linjamsos])
    try walk.complete(Office.umum)
    try walk.dispose(Office.rehsos, to: [Office.kasiAnak])
    try walk.dispose(Office.linjamsos, to: [Office.kasiBencana])
    return walk
  }

  private func done(_ walk: Walk, _ role: RoleID) throws -> TaskRef {
    TaskRef(try #require(walk.state?.tasks.last { $0.role == role && $0.state == .done }))
  }

  @Test func aBranchThatEndsByItselfLeavesTheFilingOfTheOthers() throws {
    var walk = try deciding()
    try walk.complete(Office.rehsos, Completion(choice: "diterima"))
    #expect(walk.waiting == [Office.linjamsos.rawValue])
    try walk.complete(Office.linjamsos, Completion(choice: "ditolak"))
    #expect(walk.waiting == [Office.umum.rawValue])
    #expect(walk.state?.status == .running)
    try walk.complete(Office.umum)
    #expect(walk.state?.status == .finished)
  }

  @Test func workThatCameBackFromTheFilingMayEndWithoutIt() throws {
    var walk = try deciding()
    for role in [Office.rehsos, Office.linjamsos] {
      try walk.complete(role, Completion(choice: "diterima"))
    }
    try walk.act(
      .giveBack(try walk.task(Office.umum), reason: "Keliru", corrected: nil), as: Office.umum)
    try walk.complete(Office.linjamsos, Completion(choice: "ditolak"))
    // The other division's part is still to be filed, on a trunk that has not ended.
    #expect(walk.waiting == [Office.umum.rawValue])
    #expect(walk.state?.branches.map(\.isEnded) == [false, true, true])
  }

  @Test func endsWhenNoBranchNeedsFiling() throws {
    var walk = try deciding()
    try walk.complete(Office.rehsos, Completion(choice: "ditolak"))
    try walk.complete(Office.linjamsos, Completion(choice: "ditolak"))
    #expect(walk.state?.status == .finished)
  }

  @Test func theLastActOfTheLastBranchIsTakenBackAlone() throws {
    var walk = try handedDown()
    try walk.complete(Office.kasiAnak)
    try walk.complete(Office.kasiBencana)
    #expect(walk.waiting == [Office.umum.rawValue])
    try walk.act(.recall(try done(walk, Office.kasiBencana)), as: Office.kasiBencana)
    #expect(walk.waiting == [Office.kasiBencana.rawValue])
    #expect(walk.state?.branches.map(\.isEnded) == [false, true, false])
    try walk.complete(Office.kasiBencana)
    #expect(walk.waiting == [Office.umum.rawValue])
    try walk.complete(Office.umum)
    #expect(walk.state?.status == .finished)
  }

  @Test func anActIsTakenBackWhileTheOthersStillWork() throws {
    var walk = try handedDown()
    try walk.complete(Office.kasiAnak)
    try walk.act(.recall(try done(walk, Office.kasiAnak)), as: Office.kasiAnak)
    #expect(Set(walk.waiting) == [Office.kasiAnak.rawValue, Office.kasiBencana.rawValue])
    try walk.complete(Office.kasiBencana)
    #expect(walk.waiting == [Office.kasiAnak.rawValue])
    try walk.complete(Office.kasiAnak)
    #expect(walk.waiting == [Office.umum.rawValue])
  }

  @Test func takingBackFromABranchThatIsNotThereEndsNone() throws {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    try walk.dispose(Office.kadis, to: [Office.rehsos])
    var state = try #require(walk.state)
    state.tasks[state.tasks.count - 1].branch = 7
    let context = DecisionContext(
      now: walk.now, office: walk.office, nextSequence: 100, lastNumbers: [:])
    let entries = try Flow.decide(
      .recall(try done(walk, Office.kadis)), on: state, by: Office.actor(Office.kadis), in: context)
    #expect(
      !entries.contains { if case .branchEnded = $0.event { true } else { false } })
  }

  @Test func goesBackToItsOwnDivision() throws {
    var walk = try handedDown()
    for (role, above) in [
      (Office.kasiAnak, Office.rehsos), (Office.kasiBencana, Office.linjamsos),
    ] {
      let task = try walk.task(role)
      try walk.act(.giveBack(task, reason: "Bukan urusan kami", corrected: nil), as: role)
      #expect(walk.state?.openTasks.last?.role == above)
    }
  }

  @Test func theFilingGoesBackToWhoDidTheWork() throws {
    var walk = try handedDown()
    try walk.complete(Office.kasiBencana)
    try walk.complete(Office.kasiAnak)
    try walk.act(
      .giveBack(try walk.task(Office.umum), reason: "Lampiran kurang", corrected: nil),
      as: Office.umum)
    #expect(walk.waiting == [Office.kasiAnak.rawValue])
    try walk.complete(Office.kasiAnak)
    try walk.complete(Office.umum)
    #expect(walk.state?.status == .finished)
  }

  @Test func whatCameBackGoesBackFurtherNotForward() throws {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    try walk.dispose(Office.kadis, to: [Office.rehsos])
    try walk.complete(Office.umum)
    for role in [Office.rehsos, Office.umum] {
      try walk.act(
        .giveBack(try walk.task(role), reason: "Salah alamat", corrected: nil), as: role)
    }
    #expect(walk.waiting == [Office.kadis.rawValue])
    try walk.dispose(Office.kadis, to: [Office.linjamsos])
    try walk.complete(Office.umum)
    #expect(walk.waiting == [Office.linjamsos.rawValue])
  }

  @Test func aCaseIsCancelledWhenABranchHasEnded() throws {
    var walk = try handedDown()
    try walk.complete(Office.kasiAnak)
    try walk.act(
      .suspend(try walk.task(Office.kasiBencana), reason: "Menunggu"), as: Office.kasiBencana)
    let id = try #require(walk.state?.id)
    try walk.act(.cancel(id, reason: "Ditarik pengirim"), as: Office.umum)
    #expect(walk.waiting.isEmpty)
    let late = try #require(walk.state?.tasks.last { $0.role == Office.kasiBencana })
    #expect(refusal { try walk.act(.resume(TaskRef(late)), as: Office.kasiBencana) } == .withdrawn)
    #expect(refusal { try walk.act(.cancel(id, reason: "Lagi"), as: Office.umum) } == .caseEnded)
  }

  @Test(arguments: [false, true])
  func severalLanesDoAStepTogether(_ all: Bool) throws {
    var walk = try Walk(SmallProcedures.together(all), by: Office.umum)
    #expect(walk.waiting == [Office.kasubag.rawValue, Office.umum.rawValue])
    try walk.complete(Office.umum)
    #expect(walk.waiting == [(all ? Office.kasubag : Office.sekretaris).rawValue])
    // Taken back, both lanes have it again.
    try walk.act(.recall(try done(walk, Office.umum)), as: Office.umum)
    #expect(Set(walk.waiting) == [Office.kasubag.rawValue, Office.umum.rawValue])
    try walk.complete(Office.kasubag)
    if all { try walk.complete(Office.umum) }
    #expect(walk.waiting == [Office.sekretaris.rawValue])
    // Sent back, it goes to those who did it, each in their own lane.
    let review = try walk.task(Office.sekretaris)
    try walk.act(.giveBack(review, reason: "Ulangi", corrected: nil), as: Office.sekretaris)
    let again = all ? [Office.kasubag, Office.umum] : [Office.kasubag]
    #expect(walk.waiting == again.map(\.rawValue))
    for role in again { try walk.complete(role) }
    #expect(walk.waiting == [Office.sekretaris.rawValue])
  }

  @Test func acknowledgingComesAfterTheEndButNotAfterACancellation() throws {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    try walk.dispose(Office.kadis, to: [Office.rehsos], informing: [Office.linjamsos])
    let seen = try walk.task(Office.linjamsos)
    let id = try #require(walk.state?.id)
    try walk.act(.cancel(id, reason: "Salah kirim"), as: Office.umum)
    #expect(refusal { try walk.act(.acknowledge(seen), as: Office.linjamsos) } == .withdrawn)
  }
}
