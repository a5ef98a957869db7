import Testing

@testable import DeskTUI

@Suite struct MatchesTests {
  @Test(arguments: [
    ("und", "Undangan rapat", ["0:Und"]), ("rapat und", "Undangan rapat", ["0:Und", "9:rapat"]),
    ("cafe", "Yayasan Café", ["8:Café"]), ("angan", "Undangan", []), ("", "Undangan", []),
    ("7", "0007", ["0:0007"]), ("7", "17 dan 70", []), ("12", "005/12/2026", ["4:12"]),
    ("20", "005/12/2026", ["7:20"]), ("m", "12/M/2026 Masuk", ["3:M"]),
    ("data", "日本 data", ["5:data"]), ("!?", "a!?b", []),
  ])
  func whatTheSearchFoundStandsOut(_ searched: String, _ text: String, _ expected: [String]) {
    #expect(Matches(searched).parts(of: text).map { "\($0.column):\($0.text)" } == expected)
  }
}
