import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// Who may act today, as what, and whose desk gets what.
@Suite struct ChairTests {
  private static let secretary = PersonID(Office.sekretaris.rawValue)
  private static let start = CalendarDate(daysSince1970: 0)

  /// The secretary in the chair of the head of the office, as some desk believes.
  private func acting(_ standing: Appointment.Kind = .plh) -> Actor {
    Actor(person: Self.secretary, role: Office.kadis, standing: standing)
  }

  @Test(arguments: [
    // The order runs until 3 March: its last minute counts, midnight does not.
    (CalendarDate(year: 2026, month: 3, day: 1), 23 * 60 + 59, false),
    (CalendarDate(year: 2026, month: 3, day: 2), 0, true),
    (CalendarDate(year: 2026, month: 3, day: 3), 23 * 60 + 59, true),
    (CalendarDate(year: 2026, month: 3, day: 4), 0, false),
  ])
  func standsInToTheMinute(_ day: CalendarDate?, _ minute: Int, _ may: Bool) throws {
    let registered = Office.office.calendar.zone.timestamp(
      CalendarDate(year: 2026, month: 2, day: 27) ?? .earliest, minute: 600)
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum, at: registered)
    walk.now = Office.office.calendar.zone.timestamp(try #require(day), minute: minute)
    let sheet = Disposition(recipients: [.init(role: Office.rehsos)])
    let action = Action.dispose(try walk.task(Office.kadis), sheet)
    #expect(refusal { try walk.act(action, by: acting()) } == (may ? nil : .notHolder))
  }

  @Test func theJournalSaysByWhichRightWhateverTheDeskBelieved() throws {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    let sheet = Disposition(recipients: [.init(role: Office.rehsos)])
    try walk.act(.dispose(try walk.task(Office.kadis), sheet), by: acting(.definitive))
    #expect(walk.entries.last?.actor.standing == .plh)
  }

  @Test func twoChairsKeepTheirTasksApart() throws {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    let task = try walk.task(Office.kadis)
    let sheet = Disposition(recipients: [.init(role: Office.sekretaris)])
    #expect(refusal { try walk.act(.dispose(task, sheet), as: Office.sekretaris) } == .notYours)
    try walk.act(.dispose(task, sheet), by: acting())
    // What he did as the head he takes back as the head only.
    let done = TaskRef(try #require(walk.state?.task(task.id)))
    #expect(refusal { try walk.act(.recall(done), as: Office.sekretaris) } == .notYours)
    try walk.act(.recall(done), by: acting())
    #expect(walk.waiting == [Office.kadis.rawValue])
  }

  @Test func aClaimLapsesWithTheAppointment() throws {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    try walk.act(.claim(try walk.task(Office.kadis)), by: acting())
    #expect(
      refusal { try walk.dispose(Office.kadis, to: [Office.rehsos]) } == .claimed)
    walk.now.milliseconds += 2 * 24 * 3_600_000
    try walk.dispose(Office.kadis, to: [Office.rehsos])
    #expect(walk.waiting == [Office.umum.rawValue])
  }

  @Test func lookingIsNotActing() throws {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    try walk.act(.claim(try walk.task(Office.kadis)), by: acting())
    try walk.act(.open(try walk.task(Office.kadis)), as: Office.kadis)
    #expect(walk.state?.openTasks.first?.opened != nil)
    try walk.act(.suspend(try walk.task(Office.kadis), reason: "Menunggu"), by: acting())
    let before = walk.entries.count
    for _ in 0..<2 {
      try walk.act(.open(try walk.task(Office.kadis)), as: Office.kadis)
    }
    #expect(walk.entries.count == before)
  }

  // MARK: - Vacant desks

  @Test func nothingIsHandedToAVacantDesk() throws {
    var office = Office.office(without: Office.rehsos)
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum, in: office)
    #expect(refusal { try walk.dispose(Office.kadis, to: [Office.rehsos]) } == .vacant)
    #expect(
      refusal {
        try walk.dispose(Office.kadis, to: [Office.linjamsos], informing: [Office.rehsos])
      } == .vacant)
    office = Office.office(without: Office.stafAnak)
    walk = try Walk(SmallProcedures.incoming, by: Office.umum, in: office)
    try walk.dispose(Office.kadis, to: [Office.rehsos])
    try walk.complete(Office.umum)
    try walk.dispose(Office.rehsos, to: [Office.kasiAnak])
    let task = try walk.task(Office.kasiAnak)
    #expect(
      refusal {
        try walk.act(.delegate(task, to: Office.stafAnak, note: "x"), as: Office.kasiAnak)
      } == .vacant)
    #expect(
      refusal {
        try walk.act(.reassign(task, to: Office.stafAnak, reason: "x"), as: Office.sekretaris)
      } == .vacant)
  }

  @Test func whatComesByItselfGoesToTheDeskAbove() throws {
    let office = Office.office(without: Office.rehsos)
    var walk = try Walk(
      SmallProcedures.outgoing, by: Office.kasiAnak, kind: .outgoing, in: office)
    try walk.complete(Office.umum, Completion(draft: "Naskah"))
    try walk.act(.paraf(try walk.task(Office.kasiAnak), draft: 1), as: Office.kasiAnak)
    #expect(walk.waiting == [Office.kadis.rawValue])
    #expect(walk.state?.openTasks.first?.step == 4)
  }

  // MARK: - Handing over

  @Test func aHeadMovesTasksInsideTheUnitOnly() throws {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    try walk.dispose(Office.kadis, to: [Office.rehsos])
    try walk.complete(Office.umum)
    try walk.dispose(Office.rehsos, to: [Office.kasiAnak])
    let task = try walk.task(Office.kasiAnak)
    for role in [Office.kasiBencana, Office.kadis, "kepala-seksi@tidak-ada"] {
      #expect(
        refusal { try walk.act(.reassign(task, to: role, reason: "Cuti"), as: Office.rehsos) }
          == .recipientUnfit)
    }
    try walk.act(.reassign(task, to: Office.kasiLansia, reason: "Cuti"), as: Office.rehsos)
    #expect(walk.waiting == [Office.kasiLansia.rawValue])
  }

  @Test func parafAndSignatureStayWithTheirRank() throws {
    var walk = try Walk(SmallProcedures.outgoing, by: Office.kasiAnak, kind: .outgoing)
    try walk.complete(Office.umum, Completion(draft: "Naskah"))
    let review = try walk.task(Office.kasiAnak)
    #expect(
      refusal {
        try walk.act(.delegate(review, to: Office.stafAnak, note: "Tolong"), as: Office.kasiAnak)
      } == .notDelegable)
    #expect(
      refusal {
        try walk.act(.reassign(review, to: Office.umum, reason: "Cuti"), as: Office.sekretaris)
      } == .notDelegable)
    try walk.act(
      .reassign(review, to: Office.kasiLansia, reason: "Cuti"), as: Office.sekretaris)
    try walk.act(.paraf(try walk.task(Office.kasiLansia), draft: 1), as: Office.kasiLansia)
    try walk.act(.paraf(try walk.task(Office.rehsos), draft: 1), as: Office.rehsos)
    let signing = try walk.task(Office.kadis)
    #expect(
      refusal {
        try walk.act(.reassign(signing, to: Office.sekretaris, reason: "x"), as: Office.sekretaris)
      } == .notDelegable)
  }

  @Test func aDispositionStaysWithItsRank() throws {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    let head = try walk.task(Office.kadis)
    #expect(
      refusal {
        try walk.act(.delegate(head, to: Office.rehsos, note: "Tolong"), as: Office.kadis)
      } == .notDelegable)
    #expect(
      refusal {
        try walk.act(.reassign(head, to: Office.umum, reason: "Dinas luar"), as: Office.sekretaris)
      } == .notDelegable)
    try walk.dispose(Office.kadis, to: [Office.rehsos])
    try walk.complete(Office.umum)
    // Another head of division is of the same rank.
    try walk.act(
      .reassign(try walk.task(Office.rehsos), to: Office.linjamsos, reason: "Salah bidang"),
      as: Office.sekretaris)
    #expect(walk.waiting == [Office.linjamsos.rawValue])
  }

  @Test func whatWasHandedDownTwiceComesBackTheSameWay() throws {
    var walk = try Walk(SmallProcedures.deciding, by: Office.umum)
    try walk.dispose(Office.kadis, to: [Office.rehsos])
    let down = [Office.rehsos, Office.kasiAnak, Office.stafAnak]
    for (above, below) in zip(down, down.dropFirst()) {
      try walk.act(.delegate(try walk.task(above), to: below, note: "Tolong"), as: above)
    }
    for (below, above) in zip(down.reversed(), down.reversed().dropFirst()) {
      try walk.act(
        .giveBack(try walk.task(below), reason: "Di luar tugas", corrected: nil), as: below)
      #expect(walk.waiting == [above.rawValue])
    }
    // From the top of the chain it goes back to who disposed it.
    try walk.act(
      .giveBack(try walk.task(Office.rehsos), reason: "Salah bidang", corrected: nil),
      as: Office.rehsos)
    #expect(walk.waiting == [Office.kadis.rawValue])
  }

  @Test func whatASupervisorMovedElsewhereDoesNotComeBackDownTheChain() throws {
    var walk = try Walk(SmallProcedures.deciding, by: Office.umum)
    try walk.dispose(Office.kadis, to: [Office.rehsos])
    try walk.act(
      .delegate(try walk.task(Office.rehsos), to: Office.kasiAnak, note: "Tolong"),
      as: Office.rehsos)
    try walk.act(
      .reassign(try walk.task(Office.kasiAnak), to: Office.linjamsos, reason: "Salah bidang"),
      as: Office.sekretaris)
    try walk.act(
      .giveBack(try walk.task(Office.linjamsos), reason: "Bukan kami", corrected: nil),
      as: Office.linjamsos)
    #expect(walk.waiting == [Office.kadis.rawValue])
  }

  @Test func whoCannotDoWhatWasHandedDownGivesItBackUp() throws {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    try walk.dispose(Office.kadis, to: [Office.rehsos])
    try walk.complete(Office.umum)
    try walk.dispose(Office.rehsos, to: [Office.kasiAnak])
    let task = try walk.task(Office.kasiAnak)
    try walk.act(.delegate(task, to: Office.stafAnak, note: "Tolong"), as: Office.kasiAnak)
    let below = try walk.task(Office.stafAnak)
    try walk.act(.giveBack(below, reason: "Di luar tugas", corrected: nil), as: Office.stafAnak)
    #expect(walk.waiting == [Office.kasiAnak.rawValue])
    #expect(walk.state?.task(task.id)?.note == "Di luar tugas")
    // From there it goes back to who disposed it.
    try walk.act(
      .giveBack(try walk.task(Office.kasiAnak), reason: "Salah seksi", corrected: nil),
      as: Office.kasiAnak)
    #expect(walk.waiting == [Office.rehsos.rawValue])
  }

  @Test func nobodyParafsTheirOwnDraftUnlessAloneInTheirPost() throws {
    // A clerk who also heads the section, as one of two and then alone.
    for isAlone in [false, true] {
      let clerk = PersonID(Office.umum.rawValue)
      let office = Office.office(
        without: isAlone ? Office.kasiAnak : nil,
        adding: [Appointment(person: clerk, role: Office.kasiAnak, from: Self.start)])
      var walk = try Walk(SmallProcedures.outgoing, by: Office.kasubag, kind: .outgoing, in: office)
      try walk.complete(Office.umum, Completion(draft: "Naskah"))
      try walk.act(
        .reassign(try walk.task(Office.kasubag), to: Office.kasiAnak, reason: "Urusan anak"),
        as: Office.sekretaris)
      let own = Actor(person: clerk, role: Office.kasiAnak, standing: .definitive)
      let paraf = Action.paraf(try walk.task(Office.kasiAnak), draft: 1)
      #expect(refusal { try walk.act(paraf, by: own) } == (isAlone ? nil : .ownDraft))
    }
  }

  @Test func aCorrectorMayParafWhatHeCorrected() throws {
    var walk = try Walk(SmallProcedures.outgoing, by: Office.kasiAnak, kind: .outgoing)
    try walk.complete(Office.umum, Completion(draft: "Naskah"))
    try walk.act(.paraf(try walk.task(Office.kasiAnak), draft: 1), as: Office.kasiAnak)
    try walk.act(
      .giveBack(
        try walk.task(Office.rehsos), reason: "Diperbaiki", corrected: "Naskah baru", basedOn: 1),
      as: Office.rehsos)
    try walk.act(.paraf(try walk.task(Office.kasiAnak), draft: 2), as: Office.kasiAnak)
    try walk.act(.paraf(try walk.task(Office.rehsos), draft: 2), as: Office.rehsos)
    #expect(walk.waiting == [Office.kadis.rawValue])
  }

  @Test func aCorrectionTakenBackStillClimbsFromTheLowestRank() throws {
    var walk = try Walk(SmallProcedures.outgoing, by: Office.kasiAnak, kind: .outgoing)
    try walk.complete(Office.umum, Completion(draft: "Naskah"))
    for role in [Office.kasiAnak, Office.rehsos] {
      try walk.act(.paraf(try walk.task(role), draft: 1), as: role)
    }
    let signing = try walk.task(Office.kadis)
    try walk.act(
      .giveBack(signing, reason: "Diperbaiki", corrected: "Baru", basedOn: 1), as: Office.kadis)
    let done = TaskRef(try #require(walk.state?.task(signing.id)))
    try walk.act(.recall(done), as: Office.kadis)
    #expect(
      refusal { try walk.act(.sign(try walk.task(Office.kadis), draft: 2), as: Office.kadis) }
        == .parafFallen)
    try walk.act(
      .giveBack(try walk.task(Office.kadis), reason: "Paraf ulang", corrected: nil),
      as: Office.kadis)
    #expect(walk.waiting == [Office.kasiAnak.rawValue])
  }

  // MARK: - Beginning and stopping

  @Test func whoBeganALetterMayStopIt() throws {
    var procedure = SmallProcedures.outgoing
    procedure.steps.removeFirst()
    procedure.steps[0].lanes = ["kasi"]
    var walk = try Walk(procedure, by: Office.kasiAnak, kind: .outgoing)
    let id = try #require(walk.state?.id)
    #expect(
      refusal { try walk.act(.cancel(id, reason: "x"), as: Office.kasiLansia) } == .notAllowed)
    try walk.act(.cancel(id, reason: "Tidak jadi"), as: Office.kasiAnak)
    #expect(walk.state?.status == .cancelled)
  }

  @Test func aRefusalNamesThePostsOfThisOffice() throws {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    let id = try #require(walk.state?.id)
    let error = #expect(throws: Refusal.self) {
      try walk.act(.cancel(id, reason: "x"), as: Office.rehsos)
    }
    #expect(
      error?.message.arguments["who"] == "Kepala Dinas, Sekretaris, Pengadministrasi Umum")
  }

  @Test func releasingWhatNobodyClaimedChangesNothing() throws {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    let before = walk.entries.count
    try walk.act(.release(try walk.task(Office.kadis)), as: Office.sekretaris)
    try walk.act(.claim(try walk.task(Office.kadis)), as: Office.kadis)
    try walk.act(.claim(try walk.task(Office.kadis)), as: Office.kadis)
    #expect(walk.entries.count == before + 1)
  }

  @Test func waitingForOutsidersIsNotTimeWorked() throws {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    func pass(_ minutes: Int) { walk.now.milliseconds += Int64(minutes) * 60_000 }
    pass(10)
    try walk.act(.suspend(try walk.task(Office.kadis), reason: "Menunggu"), as: Office.kadis)
    pass(60)
    try walk.act(.resume(try walk.task(Office.kadis)), as: Office.kadis)
    pass(5)
    try walk.dispose(Office.kadis, to: [Office.rehsos])
    try walk.act(.suspend(try walk.task(Office.umum), reason: "Menunggu"), as: Office.umum)
    pass(30)
    let id = try #require(walk.state?.id)
    try walk.act(.cancel(id, reason: "Batal"), as: Office.umum)
    let worked = walk.entries.compactMap { entry in
      if case .taskFinished(let event) = entry.event { event.workedMinutes } else { nil }
    }
    #expect(worked == [0, 15, 0])
  }
}
