import DeskModel
import Foundation
import Testing

@Suite struct CalendarDateTests {
  @Test func countsEveryDayOfFourCenturiesInOrder() throws {
    var expected = try #require(CalendarDate(year: 1800, month: 1, day: 1)).daysSince1970
    for year in 1800...2200 {
      for month in 1...12 {
        for day in 1...CalendarDate.lengthOfMonth(month, year: year) {
          let date = try #require(CalendarDate(year: year, month: month, day: day))
          guard date.daysSince1970 == expected, date.parts == (year, month, day) else {
            Issue.record("\(year)-\(month)-\(day) is day \(date.daysSince1970), not \(expected)")
            return
          }
          expected += 1
        }
      }
    }
  }

  @Test(arguments: [
    ("1970-01-01", 0, Weekday.thursday), ("1969-12-31", -1, .wednesday),
    ("2000-02-29", 11_016, .tuesday), ("2026-03-05", 20_517, .thursday),
    ("2024-12-31", 20_088, .tuesday), ("0001-01-01", -719_162, .monday),
    ("9999-12-31", 2_932_896, .friday),
  ])
  func knowsItsDayNumberAndWeekday(_ iso: String, _ days: Int, _ weekday: Weekday) throws {
    let date = try #require(CalendarDate(iso))
    #expect(date.daysSince1970 == days)
    #expect(date.weekday == weekday)
    #expect(date.description == iso)
    #expect(CalendarDate(daysSince1970: days) == date)
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "1900-02-29", "0000-01-01",
    "2026-3-05", "2026/03/05", "26-03-05", "", "2026-03-05 ", "２０２６-03-05",
  ])
  func refusesWhatIsNoISODate(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"),
    ("2026-03-31", -1, "2026-02-28"), ("2026-12-15", 1, "2027-01-15"),
    ("2026-01-15", -1, "2025-12-15"), ("2026-05-31", 13, "2027-06-30"),
    ("9999-12-01", 1, "9999-12-31"), ("0001-01-15", -1, "0001-01-01"),
  ])
  func addsMonthsKeepingTheDayWhereItExists(_ from: String, _ months: Int, _ to: String) throws {
    #expect(try #require(CalendarDate(from)).adding(months: months).description == to)
  }

  @Test func addsYearsAndDaysWithinTheCalendar() throws {
    let leapDay = try #require(CalendarDate("2024-02-29"))
    #expect(leapDay.adding(years: 1).description == "2025-02-28")
    #expect(leapDay.adding(years: 4).description == "2028-02-29")
    #expect(leapDay.adding(days: 1).description == "2024-03-01")
    #expect(leapDay.adding(days: -60).description == "2023-12-31")
    #expect(leapDay.adding(days: .max) == .latest)
    #expect(leapDay.adding(years: .min) == .earliest)
  }

  @Test(arguments: [
    ("5/3/2026", "2026-03-05"), ("05-03-2026", "2026-03-05"), ("5.3.2026", "2026-03-05"),
    ("5 Mar 2026", "2026-03-05"), ("5 Maret 2026", "2026-03-05"), ("2026-03-05", "2026-03-05"),
    (" 17  agustus  2025 ", "2025-08-17"), ("1 Mei 2026", "2026-05-01"),
    ("1 May 2026", "2026-05-01"), ("31 Des 2026", "2026-12-31"), ("9 Nopember 2026", "2026-11-09"),
    ("3 Agt 2026", "2026-08-03"), ("5/3/26", "2026-03-05"), ("29/2/2024", "2024-02-29"),
    ("1 Juni 2026", "2026-06-01"), ("1 Jul 2026", "2026-07-01"), ("2026/3/5", "2026-03-05"),
  ])
  func readsWhatPeopleType(_ text: String, _ iso: String) throws {
    #expect(try CalendarDate(input: text).description == iso)
  }

  @Test(arguments: [
    ("31/2/2026", DateFault.noSuchDay(day: 31, month: 2, year: 2026)),
    ("29 Feb 2026", .noSuchDay(day: 29, month: 2, year: 2026)),
    ("0/3/2026", .noSuchDay(day: 0, month: 3, year: 2026)),
    ("5/13/2026", .notADate("5/13/2026")), ("besok", .notADate("besok")), ("", .notADate("")),
    ("5/3", .notADate("5/3")), ("5 Ju 2026", .notADate("5 Ju 2026")),
    ("5/3/202", .notADate("5/3/202")), ("5/3/2026/1", .notADate("5/3/2026/1")),
    ("-5/3/2026x", .notADate("-5/3/2026x")), ("1/1/0000", .notADate("1/1/0000")),
  ])
  func refusesWhatIsNoDate(_ text: String, _ fault: DateFault) {
    #expect(throws: fault) { try CalendarDate(input: text) }
  }

  @Test func quotesABadDateSafely() {
    let fault = #expect(throws: DateFault.self) {
      try CalendarDate(input: "\u{1b}[2J" + String(repeating: "9", count: 100_000))
    }
    let text = fault?.message.arguments["text"] ?? ""
    #expect(text.count <= 41)
    #expect(!text.unicodeScalars.contains("\u{1b}"))
  }

  @Test func isATextInJSONAlsoAsAKey() throws {
    let date = try #require(CalendarDate("2026-03-05"))
    let data = try JSONEncoder().encode([date: "libur"])
    #expect(String(decoding: data, as: UTF8.self) == #"{"2026-03-05":"libur"}"#)
    #expect(try JSONDecoder().decode([CalendarDate: String].self, from: data) == [date: "libur"])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CalendarDate].self, from: Data(#"["2026-02-30"]"#.utf8))
    }
  }

  @Test func ordersByTime() throws {
    let dates = try ["2026-03-05", "2025-12-31", "2026-03-04"].map {
      try #require(CalendarDate($0))
    }
    #expect(dates.sorted().map(\.description) == ["2025-12-31", "2026-03-04", "2026-03-05"])
    #expect(dates[0].dayFirst == "5/3/2026")
  }
}
