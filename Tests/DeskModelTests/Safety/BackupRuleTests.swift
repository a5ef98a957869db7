import Testing

@testable import DeskModel

/// Which backups stay, told by their times on the office's wall.
@Suite struct BackupRuleTests {
  private struct Row: Sendable {
    var made: [String]
    var kept: [String]
  }

  private static func time(_ text: String) throws -> Timestamp {
    let parts = text.split(separator: " ")
    let day = try #require(CalendarDate(String(parts[0])))
    return OfficeZone.wita.timestamp(day, minute: (try #require(Int(parts[1]))) * 60)
  }

  @Test(arguments: [
    Row(made: [], kept: []),
    Row(made: ["2026-03-02 9"], kept: ["2026-03-02 9"]),
    // All of the last two days, the last one of a day before.
    Row(
      made: [
        "2026-03-02 9", "2026-03-02 12", "2026-03-01 0", "2026-03-01 23", "2026-02-28 8",
        "2026-02-28 16",
      ],
      kept: ["2026-03-02 12", "2026-03-02 9", "2026-03-01 23", "2026-03-01 0", "2026-02-28 16"]),
    // Days on which the office was closed are not counted: nothing grows old by itself.
    Row(
      made: ["2026-03-02 9", "2025-12-24 9", "2025-12-24 12", "2025-01-02 8", "2025-01-02 16"],
      kept: ["2026-03-02 9", "2025-12-24 12", "2025-12-24 9", "2025-01-02 16"]),
    // A clock that ran ahead for a day makes no other backup old.
    Row(
      made: ["2099-01-01 9", "2026-03-02 9", "2026-03-01 9", "2026-03-01 8"],
      kept: ["2099-01-01 9", "2026-03-02 9", "2026-03-01 9"]),
  ])
  private func keeps(_ row: Row) throws {
    let kept = BackupRule.kept(try row.made.map(Self.time), in: .wita)
    #expect(kept == (try row.kept.map(Self.time)))
  }

  @Test func keepsThirtyDaysAndTwelveMonthsOfThreeYears() throws {
    let last = try #require(CalendarDate("2026-03-15"))
    let made = (0..<1_095).flatMap { back in
      [8, 16].map { OfficeZone.wita.timestamp(last.adding(days: -back), minute: $0 * 60) }
    }
    let kept = BackupRule.kept(made, in: .wita)
    // Two days twice, 28 more days once; of the twelve months two ends are among those days.
    #expect(kept.count == 4 + 28 + 10)
    #expect(kept == kept.sorted(by: >))
    let oldest = try #require(kept.last.map { OfficeZone.wita.date(of: $0) })
    #expect("\(oldest)" == "2025-04-30")
  }

  @Test func whatWasKeptDayByDayIsWhatIsKeptAtOnce() throws {
    let first = try #require(CalendarDate("2025-01-01"))
    let all = (0..<500).flatMap { day in
      [8, 12, 16].map { OfficeZone.wita.timestamp(first.adding(days: day), minute: $0 * 60) }
    }
    var here: [Timestamp] = []
    for time in all { here = BackupRule.kept(here + [time], in: .wita) }
    #expect(here == BackupRule.kept(all, in: .wita))
  }

  @Test func alwaysKeepsTheLatest() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let times = (0..<Int.random(in: 1...60, using: &random)).map { _ in
        Timestamp(milliseconds: Int64.random(in: 0...4_000_000_000_000, using: &random))
      }
      #expect(BackupRule.kept(times, in: .wit).first == times.max())
    }
  }
}
