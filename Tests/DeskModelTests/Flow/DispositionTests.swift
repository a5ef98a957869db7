import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// What may be written on a disposition sheet, and what comes of it.
@Suite struct DispositionTests {
  private static let today = CalendarDate(year: 2026, month: 3, day: 2) ?? .earliest

  private func registered() throws -> Walk { try Walk(SmallProcedures.incoming, by: Office.umum) }

  private func sheet(_ walk: Walk) -> Disposition? {
    for case .disposed(let event) in walk.entries.reversed().map(\.event) {
      return event.disposition
    }
    return nil
  }

  @Test func aPostTickedTwiceGetsItOnce() throws {
    var walk = try registered()
    try walk.dispose(
      Office.kadis, to: [Office.rehsos, Office.rehsos],
      informing: [Office.rehsos, Office.sekretaris, Office.sekretaris])
    try walk.complete(Office.umum)
    #expect(walk.waiting == ["?" + Office.sekretaris.rawValue, Office.rehsos.rawValue])
    #expect(sheet(walk)?.recipients.count == 2)
  }

  @Test(arguments: ["kepala-bidang@tidak-ada", Office.kadis] as [RoleID])
  func informsNobodyUnknownNorItself(_ role: RoleID) throws {
    var walk = try registered()
    #expect(
      refusal { try walk.dispose(Office.kadis, to: [Office.rehsos], informing: [role]) }
        == .recipientUnfit)
  }

  @Test func keepsItsWordsClean() throws {
    var walk = try registered()
    let recipients = [Disposition.Recipient(role: Office.rehsos)]
    func dispose(_ disposition: Disposition) throws {
      try walk.act(.dispose(try walk.task(Office.kadis), disposition), as: Office.kadis)
    }
    #expect(
      refusal { try dispose(Disposition(recipients: recipients, note: "a\u{1B}[2J")) } == .badText)
    #expect(
      refusal {
        try dispose(Disposition(recipients: recipients, instructions: ["a\u{202E}b"]))
      } == .badText)
    let long = String(repeating: "x", count: 100_000)
    #expect(
      refusal { try dispose(Disposition(recipients: recipients, instructions: [long])) }
        == .badText)
    try dispose(Disposition(recipients: recipients, note: "  Segera\t dijawab \n"))
    #expect(sheet(walk)?.note == "Segera dijawab")
  }

  @Test func hasNoDeadlineInThePast() throws {
    var walk = try registered()
    #expect(
      refusal {
        try walk.dispose(
          Office.kadis, to: [Office.rehsos], deadline: Self.today.adding(days: -1))
      } == .badDeadline)
    try walk.dispose(Office.kadis, to: [Office.rehsos], deadline: .latest)
    #expect(walk.state?.openTasks.first?.due != nil)
  }

  /// The deadline a division's first task has, after what the head of the office wrote.
  private func due(_ walk: inout Walk) throws -> Timestamp? {
    try walk.complete(Office.umum)
    return walk.state?.openTasks.last?.due
  }

  @Test func aDeadlineGoesWithItsDisposition() throws {
    var walk = try registered()
    walk.now.milliseconds += 6 * 60 * 60_000  // 15.00, so that ten minutes and today differ
    let standard = walk.office.calendar.add(workingMinutes: 10, to: walk.now)
    walk.now.milliseconds += 55 * 60_000
    try walk.dispose(Office.kadis, to: [Office.rehsos], deadline: Self.today)
    let act = TaskRef(try #require(walk.state?.tasks.first { $0.step == 2 }))
    try walk.act(.recall(act), as: Office.kadis)
    try walk.dispose(Office.kadis, to: [Office.rehsos])
    let due = try #require(try due(&walk))
    #expect(due > standard)
    #expect(
      walk.office.calendar.date(of: due) == Self.today.adding(days: 1), "the old deadline stands")
  }

  @Test func aLaterDeadlineBelowDoesNotLoosenTheOneAbove() throws {
    var walk = try registered()
    try walk.dispose(Office.kadis, to: [Office.rehsos], deadline: Self.today)
    try walk.complete(Office.umum)
    try walk.dispose(
      Office.rehsos, to: [Office.kasiAnak], deadline: Self.today.adding(days: 20))
    let due = try #require(walk.state?.openTasks.first?.due)
    #expect(walk.office.calendar.date(of: due) == Self.today)
  }

  @Test func whatBoundsATaskIsKnownAndTheEarliestCounts() throws {
    var walk = try registered()
    try walk.dispose(Office.kadis, to: [Office.rehsos], deadline: Self.today)
    try walk.complete(Office.umum)
    let state = try #require(walk.state)
    let task = try #require(state.openTasks.first)
    let times = state.dueTimes(of: task, in: walk.office.calendar)
    let deadline = try #require(times[.deadline])
    #expect(deadline == walk.office.calendar.closing(of: Self.today))
    #expect(times[.standard] != nil && times[.standard] != deadline)
    #expect(times[.urgency] == nil)
    #expect(task.due == times.values.min())
  }

  @Test func atTheLastStepNobodyNeedsToBeNamed() throws {
    let procedure = Procedure.small(
      "contoh-akhir", lanes: [("umum", ["pengadministrasi-umum"]), ("kadis", ["kepala-dinas"])],
      steps: [(1, "umum", .catat, nil, nil), (2, "kadis", .disposisi, nil, nil)])
    var walk = try Walk(procedure, by: Office.umum)
    try walk.dispose(Office.kadis, to: [], informing: [Office.rehsos])
    #expect(walk.state?.status == .finished)
    walk = try Walk(procedure, by: Office.umum)
    try walk.dispose(Office.kadis, to: [])
    #expect(walk.state?.status == .finished)
  }

  @Test func theUnitThatGotItDoesTheRest() throws {
    let procedure = Procedure.small(
      "contoh-unit",
      lanes: [
        ("umum", ["pengadministrasi-umum"]), ("kadis", ["kepala-dinas"]),
        ("kabid", ["sekretaris", "kepala-bidang"]),
        ("kasi", ["kepala-sub-bagian", "kepala-seksi"]),
      ],
      steps: [
        (1, "umum", .catat, nil, nil), (2, "kadis", .disposisi, nil, nil),
        (3, "umum", .catat, nil, nil), (4, "kasi", .laksanakan, nil, nil),
        (5, "umum", .catat, nil, nil), (6, "kabid", .laksanakan, nil, nil),
      ])
    var walk = try Walk(procedure, by: Office.umum)
    // The next lane that several could fill is kasi: its unit, not the clerk's, leads on to its head.
    try walk.dispose(Office.kadis, to: [Office.kasiBencana])
    try walk.complete(Office.umum)
    try walk.complete(Office.kasiBencana)
    try walk.complete(Office.umum)
    #expect(walk.waiting == [Office.linjamsos.rawValue])
  }

  @Test func namesWhoIsNextEvenWhereOnlyOneCouldBe() throws {
    let procedure = Procedure.small(
      "contoh-jenjang",
      lanes: [
        ("umum", ["pengadministrasi-umum"]), ("kadis", ["kepala-dinas"]),
        ("sekretaris", ["sekretaris"]), ("kasi", ["kepala-sub-bagian", "kepala-seksi"]),
      ],
      steps: [
        (1, "umum", .catat, nil, nil), (2, "kadis", .disposisi, nil, nil),
        (3, "sekretaris", .tugaskan, nil, nil), (4, "kasi", .laksanakan, nil, nil),
      ])
    var walk = try Walk(procedure, by: Office.umum)
    #expect(
      refusal { try walk.dispose(Office.kadis, to: [Office.kasiAnak]) } == .recipientUnfit)
    try walk.dispose(Office.kadis, to: [Office.sekretaris])
    #expect(walk.waiting == [Office.sekretaris.rawValue])
  }

  @Test func theClerkDoesNotSteerWhereTheHeadHasDisposed() throws {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    try walk.dispose(Office.kadis, to: [Office.rehsos, Office.sekretaris])
    for others in [[Office.linjamsos], [Office.rehsos], [Office.rehsos, Office.linjamsos]] {
      #expect(
        refusal { try walk.complete(Office.umum, Completion(recipients: others)) }
          == .recipientBound)
    }
    try walk.complete(
      Office.umum, Completion(recipients: [Office.sekretaris, Office.rehsos]))
    #expect(walk.waiting == [Office.rehsos.rawValue, Office.sekretaris.rawValue])
  }

  @Test func anOrderGoesToNobodyWhoCannotTakeIt() throws {
    let reason = refusal {
      _ = try Walk(
        SmallProcedures.outgoing, by: Office.kasiAnak, kind: .outgoing, recipients: [Office.kadis])
    }
    #expect(reason == .recipientUnfit, "the order went elsewhere than was said")
  }
}
