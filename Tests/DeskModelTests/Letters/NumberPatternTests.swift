import DeskModel
import Foundation
import Testing

@Suite struct NumberPatternTests {
  private static func values(
    sequence: Int = 13, on date: String = "2025-11-05", code: String? = "400.9.12",
    unit: String? = "BID.PEMSOS", position: String? = "Kadis", secrecy: Secrecy = .biasa
  ) throws -> NumberPattern.Values {
    NumberPattern.Values(
      sequence: sequence, date: try #require(CalendarDate(date)), code: code, unit: unit,
      position: position, secrecy: secrecy)
  }

  /// Numbers as they are seen on real letters.
  @Test(arguments: [
    ("{kode}/{urut:3}/{unit}/{tahun}", "400.9.12/013/BID.PEMSOS/2025"),
    ("{kode}/{urut}/DINSOS-B/{tahun}", "400.9.12/13/DINSOS-B/2025"),
    ("{kode}/{urut:4}/08.1006/{bulan_romawi}/{tahun}", "400.9.12/0013/08.1006/XI/2025"),
    ("{urut:2}/KPTS/DINSOS/{tahun}", "13/KPTS/DINSOS/2025"),
    ("{derajat}-{urut}/IJ/{bulan}/{tahun}", "B-13/IJ/11/2025"),
    ("{jabatan}.{urut}", "Kadis.13"), ("{urut:4}", "0013"), ("{urut:1}", "13"),
  ])
  func writesNumbers(_ pattern: String, _ number: String) throws {
    #expect(try NumberPattern(pattern).format(Self.values()) == number)
  }

  @Test(
    arguments: zip(
      1...12, ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]))
  func writesRomanMonths(_ month: Int, _ roman: String) throws {
    let date = "2026-\(month < 10 ? "0" : "")\(month)-28"
    #expect(
      try NumberPattern("{bulan_romawi}/{urut}").format(Self.values(on: date)) == "\(roman)/13")
  }

  @Test(arguments: [
    ("{nomor}", NumberPatternFault.unknownToken("nomor")), ("{urut", .unclosed),
    ("urut}", .unclosed), ("{}", .unknownToken("")), ("{kode}/{tahun}", .noSequence),
    ("", .noSequence), ("{urut}/{urut:3}", .twoSequences), ("{urut:0}", .unknownToken("urut:0")),
    ("{urut:x}", .unknownToken("urut:x")), ("{urut:10}", .unknownToken("urut:10")),
    ("{Urut}", .unknownToken("Urut")), ("{urut}\u{1b}[1m", .control), ("{urut}\n", .control),
    (String(repeating: "A", count: 60) + "{urut}", .tooLong(60)),
  ])
  func refusesWhatIsNoPattern(_ text: String, _ fault: NumberPatternFault) {
    #expect(throws: fault) { try NumberPattern(text) }
  }

  @Test func refusesNumbersThatLackSomethingOrAreTooLong() throws {
    let pattern = try NumberPattern("{kode}/{urut}/{unit}/{jabatan}")
    #expect(throws: NumberPatternFault.missing("kode")) {
      try pattern.format(Self.values(code: nil))
    }
    #expect(throws: NumberPatternFault.missing("unit")) {
      try pattern.format(Self.values(unit: ""))
    }
    #expect(throws: NumberPatternFault.missing("jabatan")) {
      try pattern.format(Self.values(position: nil))
    }
    let unit = String(repeating: "U", count: 60)
    #expect(throws: NumberPatternFault.tooLong(78)) {
      try pattern.format(Self.values(unit: unit))
    }
    #expect(try NumberPattern("{urut}").needsCode == false)
    #expect(pattern.needsCode)
  }

  @Test func keepsBooksApartByYearUnlessTheyNeverBeginAgain() throws {
    let pattern = try NumberPattern("{urut:3}/{tahun}")
    let yearly = AgendaBook(id: "masuk", name: "Masuk", kinds: [.incoming], pattern: pattern)
    var forever = yearly
    forever.reset = .never
    let date = try #require(CalendarDate("2025-12-31"))
    #expect(yearly.period(of: date) == 2025)
    #expect(yearly.period(of: date.adding(days: 1)) == 2026)
    #expect(forever.period(of: date.adding(days: 1)) == 0)
    #expect(
      try yearly.number(Self.values(sequence: 7, on: "2026-01-01"))
        == AgendaNumber(book: "masuk", period: 2026, sequence: 7, text: "007/2026"))
  }

  @Test func comesBackFromJSONChecked() throws {
    let pattern = try NumberPattern("{urut:3}/{tahun}")
    let data = try JSONEncoder().encode([pattern])
    #expect(try JSONDecoder().decode([NumberPattern].self, from: data) == [pattern])
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode([NumberPattern].self, from: Data(#"["{nomor}"]"#.utf8))
    }
  }
}
