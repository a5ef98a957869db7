import Testing

@testable import DeskModel

private typealias Small = SmallOffice

/// What a reminder says: what presses, in which order, and nothing that is secret.
@Suite struct DigestTests {
  private func digest(_ test: TestOffice, _ role: RoleID) throws -> Digest {
    let person = try #require(test.desk.office.person(PersonID(role.rawValue)))
    return try test.desk.digest(of: person)
  }

  @Test func theLateComeFirstThenTheUnreadThenByDueTime() throws {
    let test = try TestOffice()
    for subject in ["Terlambat terbaca", "Terlambat"] { try test.register(subject) }
    let first = try #require(try test.desk.queue(of: Small.kadis).first)
    try test.act(.open(first.ref), as: Small.kadis)
    test.pass(minutes: 60)
    try test.register("Terbaca, hari ini")
    let read = try #require(try test.desk.queue(of: Small.kadis).last)
    try test.act(.open(read.ref), as: Small.kadis)
    try test.register("Belum dibaca")
    let chair = try #require(try digest(test, Small.kadis).chairs.first)
    #expect(
      chair.tasks.map(\.subject) == [
        "Terlambat terbaca", "Terlambat", "Belum dibaca", "Terbaca, hari ini",
      ])
    #expect(chair.counts[.late] == 2)
    #expect(chair.counts[.unread] == 2)
    #expect(chair.dueToday == 2)
  }

  @Test func ofASecretLetterOnlyTheNumberLeavesTheDesk() throws {
    let test = try TestOffice()
    let letter = Letter(
      kind: .incoming, secrecy: .rahasia, sender: "Panti", subject: "Perkara X")
    try test.act(
      .register(Registration(letter: letter, procedure: SmallProcedures.incoming.id)),
      as: Small.umum)
    let row = try #require(try digest(test, Small.kadis).chairs.first?.tasks.first)
    #expect(row.number != nil)
    #expect([row.subject, row.sender, row.activity] == ["", "", ""])
  }

  @Test func everyChairOfTheDayIsThereAndALoanIsSaid() throws {
    let test = try TestOffice()
    // Secretary, and Plh. Kepala Dinas on that day.
    let both = try digest(test, Small.sekretaris)
    #expect(both.chairs.map(\.appointment.kind) == [.definitive, .plh])
    #expect(!both.isPressing)
    let today = test.desk.office.calendar.date(of: Small.monday)
    try test.act(
      .lend(
        QueueLoan(
          of: Small.rehsos, by: PersonID(Small.rehsos.rawValue),
          to: PersonID(Small.linjamsos.rawValue), from: today, until: today, reason: "Cuti")),
      as: Small.rehsos)
    #expect(
      try digest(test, Small.rehsos).chairs.first?.loan?.person
        == PersonID(Small.linjamsos.rawValue))
    #expect(
      try digest(test, Small.linjamsos).chairs.map(\.appointment.kind) == [.definitive, .lent])
  }

  @Test func aLongQueueIsNamedInPartAndCountedWhole() throws {
    let test = try TestOffice()
    for number in 1...20 { try test.register("Surat \(number)") }
    let chair = try #require(try digest(test, Small.kadis).chairs.first)
    #expect(chair.tasks.count == Digest.longest)
    #expect(chair.counts[.all] == 20)
  }
}
