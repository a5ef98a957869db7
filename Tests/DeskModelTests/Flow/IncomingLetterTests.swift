import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// The way of an incoming letter: registration, dispositions, splitting, joining, filing.
@Suite struct IncomingLetterTests {
  @Test func travelsFromAgendaToArchive() throws {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    #expect(walk.state?.number?.text == "001/M/2026")
    #expect(walk.waiting == [Office.kadis.rawValue])
    try walk.dispose(Office.kadis, to: [Office.rehsos])
    #expect(walk.waiting == [Office.umum.rawValue])
    try walk.complete(Office.umum)
    #expect(walk.waiting == [Office.rehsos.rawValue])
    try walk.dispose(Office.rehsos, to: [Office.kasiAnak])
    #expect(walk.waiting == [Office.kasiAnak.rawValue])
    try walk.complete(Office.kasiAnak, Completion(note: "Sudah dibalas"))
    #expect(walk.waiting == [Office.umum.rawValue])
    try walk.complete(Office.umum, Completion(place: "Boks 1"))
    #expect(walk.state?.status == .finished)
    #expect(walk.waiting.isEmpty)
  }

  @Test func splitsForSeveralRecipientsAndJoinsForFiling() throws {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    try walk.dispose(
      Office.kadis, to: [Office.rehsos, Office.linjamsos], informing: [Office.sekretaris])
    #expect(walk.waiting == ["?" + Office.sekretaris.rawValue, Office.umum.rawValue])
    try walk.complete(Office.umum)
    #expect(walk.waiting.contains(Office.rehsos.rawValue))
    #expect(walk.waiting.contains(Office.linjamsos.rawValue))
    try walk.dispose(Office.rehsos, to: [Office.kasiAnak, Office.kasiLansia])
    try walk.dispose(Office.linjamsos, to: [Office.kasiBencana])
    for role in [Office.kasiAnak, Office.kasiBencana] {
      try walk.complete(role)
      #expect(!walk.waiting.contains(Office.umum.rawValue), "files before all have finished")
    }
    try walk.complete(Office.kasiLansia)
    #expect(walk.waiting.filter { $0 == Office.umum.rawValue }.count == 1)
    try walk.complete(Office.umum)
    #expect(walk.state?.status == .finished)
    // Knowing of it holds nothing up, and may come after the end.
    try walk.act(.acknowledge(try walk.task(Office.sekretaris)), as: Office.sekretaris)
    #expect(walk.waiting.isEmpty)
  }

  @Test func needsNoDispositionToBeFiled() throws {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    let filing = Disposition(recipients: [], instructions: [Disposition.filing])
    try walk.act(.dispose(try walk.task(Office.kadis), filing), as: Office.kadis)
    #expect(walk.state?.openTasks.map(\.step) == [6])
  }

  @Test func refusesRecipientsThatCannotDoTheNextStep() throws {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    #expect(refusal { try walk.dispose(Office.kadis, to: [Office.stafAnak]) } == .recipientUnfit)
    #expect(refusal { try walk.dispose(Office.kadis, to: []) } == .recipientMissing)
    #expect(walk.waiting == [Office.kadis.rawValue])
  }

  @Test func isDueByStandardUrgencyAndDeadlineWhicheverIsFirst() throws {
    let plain = try Walk(SmallProcedures.incoming, by: Office.umum)
    let tenMinutes = SmallOffice.monday.milliseconds + 10 * 60_000
    #expect(plain.state?.openTasks.first?.due?.milliseconds == tenMinutes)

    var walk = try Walk(SmallProcedures.incoming, by: Office.umum, urgency: .sangatSegera)
    try walk.dispose(Office.kadis, to: [Office.rehsos])
    try walk.complete(Office.umum)
    try walk.dispose(
      Office.rehsos, to: [Office.kasiAnak], deadline: CalendarDate(year: 2026, month: 3, day: 2))
    // One working day would be Tuesday 9.00, 24 hours too; the deadline ends Monday at 16.00.
    let closing = SmallOffice.office.calendar.closing(
      of: SmallOffice.office.calendar.date(of: walk.now))
    #expect(walk.state?.openTasks.first?.due == closing)
  }

  @Test func goesBackToWhoSentItWithAReason() throws {
    var walk = try Walk(SmallProcedures.incoming, by: Office.umum)
    try walk.dispose(Office.kadis, to: [Office.rehsos])
    try walk.complete(Office.umum)
    let task = try walk.task(Office.rehsos)
    #expect(
      refusal {
        try walk.act(.giveBack(task, reason: "  ", corrected: nil), as: Office.rehsos)
      } == .reasonMissing)
    try walk.act(.giveBack(task, reason: "Bukan urusan kami", corrected: nil), as: Office.rehsos)
    #expect(walk.waiting == [Office.umum.rawValue])
    #expect(walk.state?.task(task.id)?.note == "Bukan urusan kami")
  }
}

/// The code of the refusal that a body ends with; `nil` when it is not refused.
func refusal(_ body: () throws -> Void) -> Refusal.Code? {
  do { try body() } catch { return (error as? Refusal)?.code }
  return nil
}
