import Foundation
import Testing

@testable import DeskModel

/// The practice office: made by the rules, the same every time, with everything there is to see.
@Suite struct PracticeTests {
  static let assets = Result { try AssetsFolder.find() }
  /// Friday 20 November 2026, 14.10 in the office's zone.
  static let friday = OfficeZone.wita.timestamp(
    CalendarDate("2026-11-20") ?? .earliest, minute: 14 * 60 + 10)

  static func journal(at now: Timestamp = friday) throws -> [Entry] {
    try Practice.journal(assets: try assets.get(), now: now)
  }

  /// The practice office in a temporary folder, gone with the value.
  final class Made {
    let desk: Desk
    private let folder = OfficeFolder(
      FileManager.default.temporaryDirectory.path + "/desk-\(UUID().uuidString)")

    init(at now: Timestamp = friday) throws {
      try Practice.found(in: folder, assets: try assets.get(), clock: { now })
      desk = try Desk(folder, clock: { now })
    }

    deinit { try? FileManager.default.removeItem(atPath: folder.root) }
  }

  @Test func isTheSameForTheSameMoment() throws {
    let (one, other) = (try Self.journal(), try Self.journal())
    #expect(one == other)
    let later = Timestamp(milliseconds: Self.friday.milliseconds + 3_600_000)
    #expect(try Self.journal(at: later) != one)
    let (a, b) = (try Made(), try Made())
    // The last entry is the office's own key.
    let last = Int64(one.count)
    #expect(try a.desk.journalHash(of: last) == b.desk.journalHash(of: last))
  }

  @Test func holdsAgainstItsOwnJournal() throws {
    let made = try Made()
    let (entries, _) = try made.desk.verify()
    #expect(entries == Int64(try Self.journal().count) + 1)
    #expect(entries > 3_000)
  }

  @Test(arguments: [
    friday,
    // In the night, on a Sunday, on New Year's morning with last year's numbers behind.
    OfficeZone.wita.timestamp(CalendarDate("2026-11-21") ?? .earliest, minute: 2 * 60),
    OfficeZone.wita.timestamp(CalendarDate("2026-11-22") ?? .earliest, minute: 13 * 60),
    OfficeZone.wita.timestamp(CalendarDate("2027-01-04") ?? .earliest, minute: 8 * 60),
  ])
  func numbersItsLettersWithoutGaps(now: Timestamp) throws {
    let journal = try Self.journal(at: now)
    var taken: [String: [Int]] = [:]
    for case .numberTaken(let event) in journal.map(\.event) {
      taken["\(event.number.book) \(event.number.period)", default: []]
        .append(event.number.sequence)
    }
    #expect(taken.count >= 3)
    for (book, numbers) in taken { #expect(numbers == Array(1...numbers.count), "\(book)") }
    #expect(journal.map(\.sequence) == Array(1...Int64(journal.count)))
    #expect(zip(journal, journal.dropFirst()).allSatisfy { $0.at <= $1.at })
    #expect(journal.last.map { $0.at <= now } == true)
  }

  @Test func happensAtWork() throws {
    let calendar = try OfficeReader.practiceOffice(in: Self.assets.get()).calendar
    let days = try Self.journal().map { calendar.date(of: $0.at) }
    #expect(Set(days).count > 50)
    #expect(days.allSatisfy(calendar.isWorkingDay))
  }

  @Test func showsEverythingThatCanHappen() throws {
    let journal = try Self.journal()
    let events = Set(journal.map(\.event.name))
    // Nobody comes or goes, nobody has to prove who they are, and the books themselves are left to those who practise.
    let administration: Set<Event.Name> = [
      .personAdded, .personChanged, .personRetired, .personReinstated, .calendarChanged,
      .appointmentMade, .appointmentEnded, .userMapped, .userUnmapped, .keyAdded, .keyRemoved,
      .officeKeyed, .numbersReserved,
      .numberVoided, .pageClosed, .pinChosen, .pinReset, .pinTried, .pinLocked,
    ]
    #expect(Set(Event.Name.allCases).subtracting(events).subtracting(administration) == [])

    var made: [TaskID: TaskCreated] = [:]
    var outcomes: Set<TaskOutcome> = []
    for entry in journal {
      switch entry.event {
      case .taskCreated(let event): made[entry.sequence] = event
      case .taskFinished(let event): outcomes.insert(event.outcome)
      default: break
      }
    }
    // No step of the four procedures is done by several lanes or picks an outcome.
    #expect(Set(TaskOutcome.allCases).subtracting(outcomes) == [.superseded])
    #expect(Set(Act.allCases).subtracting(made.values.map(\.act)) == [.putuskan, .kirim])
  }

  /// Who sits in a chair, if anybody does.
  private func reader(_ role: RoleID, of desk: Desk) -> Actor? {
    let today = desk.office.calendar.date(of: desk.clock())
    return desk.office.holders(of: role, on: today).first.map {
      Actor(person: $0.person, role: role, standing: $0.kind)
    }
  }

  @Test func leavesWorkAtEveryStage() throws {
    let made = try Made()
    let office = made.desk.office
    var waiting: [String: Int] = [:]
    var counts: [QueueFilter: Int] = [:]
    var notLate = 0
    for role in office.roles {
      let rows = try made.desk.queue(of: role.id, limit: 500)
      for row in rows where row.kind == .step {
        let letter = try made.desk.caseView(row.caseID, for: reader(role.id, of: made.desk))?.state
        waiting["\(letter?.procedure.id.rawValue ?? "?")/\(row.step)", default: 0] += 1
        if !row.isLate(at: made.desk.clock()) { notLate += 1 }
      }
      let found = try made.desk.counts(of: role.id)
      for filter in QueueFilter.allCases { counts[filter, default: 0] += found[filter] }
    }
    let expected =
      (2...6).map { "ntt-001/\($0)" } + (2...6).map { "ntt-002/\($0)" }
      + (2...7).map { "ntt-003/\($0)" } + (1...5).map { "ntt-004/\($0)" }
    #expect(expected.filter { waiting[$0] == nil } == [])
    #expect(QueueFilter.allCases.filter { counts[$0, default: 0] == 0 } == [])
    #expect(notLate >= 25)
    #expect(counts[.late, default: 0] >= 25)
  }

  @Test func holdsSplitsReturnsAndFallenParafs() throws {
    let made = try Made()
    let head: RoleID = "kepala-dinas@dinas-sosial"
    let rows = try made.desk.letters(limit: 1_000, for: reader(head, of: made.desk))
    #expect((180...230).contains(rows.count))
    let cases: [CaseState] = try rows.compactMap { row in
      guard let id = row.caseID else { return nil }
      return try made.desk.caseView(id, for: reader(head, of: made.desk))?.state
    }
    let running = cases.filter { $0.status == .running }
    let open = running.flatMap(\.openTasks)
    #expect(running.contains { $0.branches.count > 2 })
    #expect(running.contains { !$0.fallenParafs(on: 0).isEmpty })
    #expect(running.contains { $0.signature(on: 0) != nil && $0.sent == nil })
    #expect(open.contains { $0.suspended != nil })
    #expect(open.contains { $0.claimedBy != nil })
    #expect(running.count > 80)
    #expect(cases.count { $0.status == .finished } > 80)
    #expect(cases.count { $0.status == .cancelled } >= 3)
    #expect(Set(rows.map(\.urgency)).count == 3)
    #expect(Set(rows.map(\.secrecy)).count >= 3)
  }

  @Test func namesWhatIsWrongInItsLetters() throws {
    let assets = try Self.assets.get()
    let office = try OfficeReader.practiceOffice(in: assets)
    let codes = try OfficeReader.classifications(in: assets).first
    let path = "office/latihan-surat.yaml"
    let text = String(decoding: try assets.read(path), as: UTF8.self)
      .replacing(
        "unit: penyuluhan, klasifikasi: 400.9.15", with: "unit: gudang, klasifikasi: \"1\"")
    let faults = #expect(throws: Faults.self) {
      try PracticeMaterial(
        OfficeReader.File(name: path, text: text), office: office, codes: codes)
    }
    #expect(
      Set(faults?.list.map(\.message.key) ?? [])
        == ["office.unit-unknown", "letter.unknown.classification"])
  }
}
