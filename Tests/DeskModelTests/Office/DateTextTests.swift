import DeskModel
import Testing

@Suite struct DateTextTests {
  private static func text(_ language: Phrasebook.Language) throws -> DateText {
    DateText(try Phrasebook(language, in: AssetsFolder.find()))
  }

  @Test(arguments: [
    (
      Phrasebook.Language.id, "5 Mei 2026 14.05", "5 Mei 2026", "17 Agu", "17 Agustus 2026", "Senin"
    ),
    (.en, "5 May 2026 14:05", "5 May 2026", "17 Aug", "17 August 2026", "Monday"),
  ])
  func writesDatesInBothLanguages(
    _ language: Phrasebook.Language, _ instant: String, _ short: String, _ dayAndMonth: String,
    _ long: String, _ weekday: String
  ) throws {
    let text = try Self.text(language)
    let may = try #require(CalendarDate("2026-05-05"))
    let august = try #require(CalendarDate("2026-08-17"))
    #expect(text.short(OfficeZone.wita.timestamp(may, minute: 14 * 60 + 5), in: .wita) == instant)
    #expect(text.short(may) == short)
    #expect(text.dayAndMonth(august) == dayAndMonth)
    #expect(text.long(august) == long)
    #expect(text.name(august.weekday) == weekday)
  }

  @Test(arguments: [
    (0, 1440, "0 mnt"), (59, 1440, "59 mnt"), (60, 1440, "1 j"), (200, 1440, "3 j 20 mnt"),
    (1440, 1440, "1 hr"), (3060, 1440, "2 hr 3 j"), (1080, 450, "2 hr 3 j"), (451, 450, "1 hr"),
    (-65, 1440, "−1 j 5 mnt"), (30, 0, "30 hr"),
  ])
  func writesDurationsByTheirTwoLargestUnits(
    _ minutes: Int, _ perDay: Int, _ expected: String
  ) throws {
    #expect(try Self.text(.id).duration(minutes: minutes, minutesPerDay: perDay) == expected)
  }

  @Test func standsTheLongestDurations() throws {
    let text = try Self.text(.en)
    #expect(text.duration(minutes: .min, minutesPerDay: 1440).hasPrefix("−"))
    #expect(text.duration(minutes: .max, minutesPerDay: 1440).hasSuffix("h"))
  }
}
