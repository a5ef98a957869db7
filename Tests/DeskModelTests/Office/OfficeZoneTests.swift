import DeskModel
import Testing

@Suite struct OfficeZoneTests {
  /// 2025-12-31 16:00 UTC.
  private static let newYearInKupang: Int64 = 1_767_196_800_000

  @Test(arguments: [
    (OfficeZone.wib, Int64(0), "2025-12-31", 23 * 60), (.wita, 0, "2026-01-01", 0),
    (.wit, 0, "2026-01-01", 60), (.wita, -1, "2025-12-31", 1439),
    (.wit, -3_600_001, "2025-12-31", 1439),
    (.wib, 3_600_000, "2026-01-01", 0),
  ])
  func turnsTheYearAtItsOwnMidnight(
    _ zone: OfficeZone, _ shift: Int64, _ date: String, _ minute: Int
  ) {
    let instant = Timestamp(milliseconds: Self.newYearInKupang + shift)
    #expect(zone.date(of: instant).description == date)
    #expect(zone.minuteOfDay(of: instant) == minute)
  }

  @Test(arguments: OfficeZone.allCases)
  func comesBackFromWallToInstant(_ zone: OfficeZone) throws {
    let date = try #require(CalendarDate("2026-03-05"))
    for minute in [0, 1, 450, 1439] {
      let instant = zone.timestamp(date, minute: minute)
      #expect(zone.date(of: instant) == date)
      #expect(zone.minuteOfDay(of: instant) == minute)
    }
    #expect(zone.timestamp(date, minute: 1440) == zone.timestamp(date.adding(days: 1)))
  }

  @Test func standsInstantsBefore1970AndAtTheEnds() {
    #expect(OfficeZone.wita.date(of: Timestamp(milliseconds: -1)).description == "1970-01-01")
    #expect(
      OfficeZone.wita.date(of: Timestamp(milliseconds: -8 * 3_600_000 - 1)).description
        == "1969-12-31")
    #expect(OfficeZone.wita.date(of: Timestamp(milliseconds: .max)) <= .latest)
    #expect(OfficeZone.wita.date(of: Timestamp(milliseconds: .min)) >= .earliest)
  }
}
