import DeskModel
import Testing

@Suite struct StandardTimeTests {
  struct Good: Sendable, CustomTestStringConvertible {
    var text: String
    var low: Int?
    var high: Int?
    var unit: StandardTime.Unit
    var testDescription: String { text }
  }

  static let good: [Good] = [
    Good(text: "10 menit", low: 10, high: 10, unit: .menit),
    Good(text: "20 Menit", low: 20, high: 20, unit: .menit),
    Good(text: "1 JAM", low: 1, high: 1, unit: .jam),
    Good(text: "2 jam kerja", low: 2, high: 2, unit: .jam),
    Good(text: "30menit", low: 30, high: 30, unit: .menit),
    Good(text: "3-4 hari", low: 3, high: 4, unit: .hari),
    Good(text: "3 – 4 hari", low: 3, high: 4, unit: .hari),
    Good(text: "1 sd 3 hari", low: 1, high: 3, unit: .hari),
    Good(text: "1 s/d 3 Hari Kerja", low: 1, high: 3, unit: .hari),
    Good(text: "@5 Menit", low: 5, high: 5, unit: .menit),
    Good(text: "2 minggu", low: 2, high: 2, unit: .minggu),
    Good(text: "3 bulan", low: 3, high: 3, unit: .bulan),
    Good(text: "1 Tahun", low: 1, high: 1, unit: .tahun),
    Good(text: "Tidak Terbatas", low: nil, high: nil, unit: .tidakTerbatas),
  ]

  @Test("decreed times are read and their text kept", arguments: good)
  func reads(_ good: Good) throws {
    let time = try StandardTime(reading: good.text)
    #expect(time.min == good.low)
    #expect(time.max == good.high)
    #expect(time.unit == good.unit)
    #expect(time.text == good.text)
  }

  @Test(
    "what is no time says why",
    arguments: [
      ("", "time.unreadable"), ("10", "time.unreadable"), ("menit", "time.unreadable"),
      ("sepuluh menit", "time.unreadable"), ("-5 menit", "time.unreadable"),
      ("5- menit", "time.unreadable"), ("5 menit lagi", "time.unreadable"),
      ("1,5 jam", "time.unreadable"), ("123456 hari", "time.unreadable"),
      ("99999999999999999999 hari", "time.unreadable"), ("5 minggu kerja", "time.unreadable"),
      ("٣ menit", "time.unreadable"), ("10 \u{301}menit", "time.unreadable"),
      ("terbatas", "time.unreadable"), ("0 menit", "time.zero"),
      ("0-4 hari", "time.zero"), ("4-3 hari", "time.reversed"),
    ])
  func refuses(_ text: String, _ key: String) throws {
    let problem = try #require(throws: StandardTime.Problem.self) {
      try StandardTime(reading: text)
    }
    #expect(problem.message.key == key)
    #expect(problem.message.arguments == ["text": text])
  }
}
