import Testing

@testable import DeskModel

@Suite struct CalendarYAMLTests {
  @Test(arguments: [
    [:], ["2026-12-25": "Natal"],
    ["2026-03-21": "Idulfitri: 1447 H, hari #1", "2026-03-22": "\"kutip\" {dan} & *lain*"],
  ])
  func isReadBackToTheSame(_ holidays: [String: String]) throws {
    let days = holidays.compactMap { day, name in CalendarDate(day).map { ($0, name) } }
    let calendar = WorkingCalendar(
      zone: .wib, hours: WorkingCalendarTests.office.hours,
      holidays: Dictionary(days) { first, _ in first })
    #expect(calendar.holidays.count == holidays.count)
    let text = CalendarYAML.text(calendar)
    #expect(try OfficeReader.readCalendar(.init(name: "k.yaml", text: text)) == calendar)
  }

  @Test func theDeliveredCalendarIsWrittenAsItIsRead() throws {
    let calendar = try OfficeReader.practiceOffice(in: .find()).calendar
    let text = CalendarYAML.text(calendar)
    #expect(try OfficeReader.readCalendar(.init(name: "k.yaml", text: text)) == calendar)
    #expect(text.contains("  senin: [\"07:30-12:00\", \"13:00-16:00\"]"))
    #expect(text.contains("  - {tanggal: 2026-12-25, nama: Natal}"))
  }
}
