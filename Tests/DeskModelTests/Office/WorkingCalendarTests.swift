import DeskModel
import Foundation
import Testing

@Suite struct WorkingCalendarTests {
  /// Monday to Thursday 07:30-12:00 and 13:00-16:00, Friday 07:30-11:30 and 13:00-16:30; New Year 2026
  /// (a Thursday) and 17 August 2026 (a Monday) are holidays, as is a Sunday that changes nothing.
  static let office: WorkingCalendar = {
    let day = ["07:30-12:00", "13:00-16:00"].compactMap(MinuteRange.init)
    let friday = ["07:30-11:30", "13:00-16:30"].compactMap(MinuteRange.init)
    return WorkingCalendar(
      hours: [.monday: day, .tuesday: day, .wednesday: day, .thursday: day, .friday: friday],
      holidays: Dictionary(
        ["2026-01-01", "2026-08-16", "2026-08-17"].compactMap(CalendarDate.init).map {
          ($0, "libur")
        },
        uniquingKeysWith: { first, _ in first }))
  }()

  /// The instant of `2026-03-05 14:05` on the office's wall.
  static func at(_ wall: String) -> Timestamp {
    let parts = wall.split(separator: " ")
    let clock = parts[1].split(separator: ":").compactMap { Int($0) }
    guard let date = CalendarDate(String(parts[0])) else { return Timestamp(milliseconds: 0) }
    return office.zone.timestamp(date, minute: clock[0] * 60 + clock[1])
  }

  static func wall(_ instant: Timestamp) -> String {
    let minute = office.zone.minuteOfDay(of: instant)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(office.zone.date(of: instant)) \(two(minute / 60)):\(two(minute % 60))"
  }

  @Test(arguments: [
    ("2026-03-05", true), ("2026-03-06", true), ("2026-03-07", false), ("2026-03-08", false),
    ("2026-01-01", false), ("2026-08-17", false), ("2026-08-18", true),
  ])
  func knowsItsWorkingDays(_ day: String, _ works: Bool) throws {
    #expect(Self.office.isWorkingDay(try #require(CalendarDate(day))) == works)
  }

  @Test(arguments: [
    ("2026-10-31", []), ("2026-11-01", [2027]), ("2025-12-31", []), ("2024-05-02", [2024]),
    ("2027-11-02", [2027, 2028]),
  ])
  func missesTheYearsOfWhichOnlyTheFixedHolidaysAreThere(_ day: String, _ years: [Int]) throws {
    let file = try OfficeReader.File("office/hari-libur.yaml", in: AssetsFolder.find())
    let shipped = try OfficeReader.readCalendar(file)
    #expect(shipped.yearsNotDecreed(on: try #require(CalendarDate(day))) == years)
  }

  @Test(arguments: [
    ("2026-03-05", "2026-03-05"), ("2026-03-07", "2026-03-09"), ("2026-01-01", "2026-01-02"),
    ("2026-08-15", "2026-08-18"),
  ])
  func findsTheNextWorkingDay(_ from: String, _ next: String) throws {
    let date = try #require(CalendarDate(from))
    #expect(Self.office.workingDay(onOrAfter: date).description == next)
  }

  @Test(arguments: [
    ("2026-03-05 08:00", 10, "2026-03-05 08:10"),  // inside the morning
    ("2026-03-05 11:55", 10, "2026-03-05 13:05"),  // over the break
    ("2026-03-05 12:30", 5, "2026-03-05 13:05"),  // from within the break
    ("2026-03-06 11:25", 10, "2026-03-06 13:05"),  // Friday's longer break
    ("2026-03-05 15:55", 5, "2026-03-05 16:00"),  // ends with the day, not next morning
    ("2026-03-05 15:55", 6, "2026-03-06 07:31"),  // overnight
    ("2026-03-06 16:25", 10, "2026-03-09 07:35"),  // over the weekend
    ("2026-03-07 10:00", 5, "2026-03-09 07:35"),  // from a Saturday
    ("2026-03-05 05:00", 5, "2026-03-05 07:35"),  // before opening
    ("2025-12-31 15:50", 20, "2026-01-02 07:40"),  // over New Year
    ("2026-03-02 07:30", 2250, "2026-03-06 16:30"),  // a whole week of 37.5 hours
    ("2026-03-02 07:30", 2251, "2026-03-09 07:31"),
    ("2026-03-05 12:30", 0, "2026-03-05 12:30"), ("2026-03-05 12:30", -5, "2026-03-05 12:30"),
  ])
  func addsWorkingMinutes(_ from: String, _ minutes: Int, _ to: String) {
    #expect(Self.wall(Self.office.add(workingMinutes: minutes, to: Self.at(from))) == to)
  }

  @Test(arguments: [
    ("2026-03-05 08:00", "2026-03-05 08:10", 10), ("2026-03-05 11:55", "2026-03-05 13:05", 10),
    ("2026-03-05 12:10", "2026-03-05 12:50", 0), ("2026-03-06 16:25", "2026-03-09 07:35", 10),
    ("2026-03-02 00:00", "2026-03-09 00:00", 2250), ("2026-03-07 00:00", "2026-03-08 23:59", 0),
    ("2025-12-29 00:00", "2026-01-05 00:00", 1800), ("2026-03-05 08:10", "2026-03-05 08:00", 0),
    ("2026-01-01 00:00", "2027-01-01 00:00", (261 - 2) * 450),
  ])
  func countsWorkingMinutes(_ from: String, _ to: String, _ minutes: Int) {
    #expect(Self.office.workingMinutes(from: Self.at(from), to: Self.at(to)) == minutes)
  }

  @Test(arguments: [
    ("2026-03-05 10:00", 1, "2026-03-06 10:00"), ("2026-03-06 10:00", 1, "2026-03-09 10:00"),
    ("2026-03-05 10:00", 5, "2026-03-12 10:00"), ("2025-12-31 10:00", 1, "2026-01-02 10:00"),
    ("2026-08-14 10:00", 1, "2026-08-18 10:00"),
    ("2026-03-07 10:00", 1, "2026-03-10 07:30"),  // Saturday counts from Monday's opening
    ("2026-03-05 20:00", 1, "2026-03-09 07:30"),  // after hours counts from tomorrow's opening
    ("2026-03-05 06:00", 1, "2026-03-06 07:30"),  // before hours from today's
    ("2026-03-05 11:45", 1, "2026-03-06 13:00"),  // falls into Friday's break: its end
    ("2026-03-06 16:20", 1, "2026-03-09 16:00"),  // after Monday's close: the close
    ("2026-03-05 10:00", 0, "2026-03-05 10:00"),
  ])
  func addsWorkingDays(_ from: String, _ days: Int, _ to: String) {
    #expect(Self.wall(Self.office.add(workingDays: days, to: Self.at(from))) == to)
  }

  @Test(arguments: [
    ("10 menit", "2026-03-05 15:55", "2026-03-06 07:35"),
    ("1 jam", "2026-03-05 11:30", "2026-03-05 13:30"),
    ("3-4 hari", "2026-03-05 10:00", "2026-03-11 10:00"),
    ("1 minggu", "2026-03-05 10:00", "2026-03-12 16:00"),
    ("1 minggu", "2025-12-25 10:00", "2026-01-02 16:30"),  // New Year: Friday's close
    ("1 bulan", "2026-01-31 10:00", "2026-03-02 16:00"),  // 28 February is a Saturday
    ("1 tahun", "2024-02-29 10:00", "2025-02-28 16:30"),
  ])
  func knowsWhenAStandardIsDue(_ standard: String, _ from: String, _ due: String) throws {
    let standard = try StandardTime(reading: standard)
    let found = try #require(Self.office.due(from: Self.at(from), standard: standard))
    #expect(Self.wall(found) == due)
  }

  @Test func isNeverLateWithoutALimit() throws {
    let unlimited = try StandardTime(reading: "tidak terbatas")
    #expect(Self.office.due(from: Self.at("2026-03-05 10:00"), standard: unlimited) == nil)
  }

  /// Counts minute by minute what the calendar computes by sums.
  @Test func agreesWithCountingMinuteByMinute() {
    var state: UInt64 = 20_260_305
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let base = Self.at("2025-12-26 00:00").milliseconds
    func instant(_ minute: Int) -> Timestamp {
      Timestamp(milliseconds: base + Int64(minute) * 60_000)
    }
    let days = 12
    var worked = [0]
    for minute in 0..<days * 1440 {
      worked.append(worked[minute] + (Self.office.isWorkingTime(instant(minute)) ? 1 : 0))
    }
    for _ in 0..<500 {
      let (a, b) = (random(days * 1440), random(days * 1440))
      let (start, end) = (min(a, b), max(a, b))
      let counted = worked[end] - worked[start]
      #expect(Self.office.workingMinutes(from: instant(start), to: instant(end)) == counted)
      if counted > 0 {
        let due = Self.office.add(workingMinutes: counted, to: instant(start))
        let first = worked.firstIndex { $0 == worked[end] }
        #expect(due == instant(first ?? -1), "the first instant by which the work can be done")
      }
    }
  }

  @Test func neverGivesALaterLetterAnEarlierDueDay() {
    for days in 1...3 {
      var last = Timestamp(milliseconds: 0)
      for minute in stride(from: 0, to: 10 * 1440, by: 17) {
        let start = Timestamp(
          milliseconds: Self.at("2025-12-28 00:00").milliseconds + Int64(minute) * 60_000)
        let due = Self.office.add(workingDays: days, to: start)
        #expect(due >= last)
        last = due
      }
    }
  }

  @Test func keepsSecondsInside() {
    let start = Timestamp(milliseconds: Self.at("2026-03-05 15:59").milliseconds + 30_500)
    let due = Self.office.add(workingMinutes: 1, to: start)
    #expect(due.milliseconds == Self.at("2026-03-06 07:30").milliseconds + 30_500)
  }

  @Test func answersWithoutAnyHours() {
    let always = WorkingCalendar(hours: [:])
    let start = Self.at("2026-03-07 23:50")
    #expect(Self.wall(always.add(workingMinutes: 20, to: start)) == "2026-03-08 00:10")
    #expect(Self.wall(always.add(workingDays: 1, to: start)) == "2026-03-08 23:50")
  }

  @Test func joinsHoursThatOverlap() throws {
    let hours = ["08:00-12:00", "11:00-14:00", "14:00-15:00"].compactMap(MinuteRange.init)
    let calendar = WorkingCalendar(hours: [.monday: hours])
    #expect(calendar.hours[.monday]?.map(\.description) == ["08:00-15:00"])
    let monday = try #require(CalendarDate("2026-03-02"))
    #expect(calendar.closing(of: monday) == calendar.zone.timestamp(monday, minute: 15 * 60))
    #expect(calendar.closing(of: monday.adding(days: 1)) == nil)
  }

  @Test(arguments: [
    "7:30", "07:30-", "12:00-07:30", "07:30-07:30", "07:30-24:01", "07:60-08:00", "07:3-08:00",
    "a-b", "-",
  ])
  func refusesWhatAreNoHours(_ text: String) {
    #expect(MinuteRange(text) == nil)
  }

  @Test func readsHoursWithStopsAndWritesThemWithColons() {
    #expect(MinuteRange("7.30-24.00")?.description == "07:30-24:00")
  }

  @Test func comesBackFromJSONWithTheSameBytes() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = try encoder.encode(Self.office)
    let back = try JSONDecoder().decode(WorkingCalendar.self, from: data)
    #expect(back == Self.office)
    #expect(try encoder.encode(back) == data)
    #expect(
      String(decoding: data, as: UTF8.self).contains(#""friday":["07:30-11:30","13:00-16:30"]"#))
  }
}
