import DeskModel
import Testing

@Suite struct ClassificationTests {
  private static let list = ClassificationList(
    name: "contoh", from: CalendarDate(daysSince1970: 19_358),
    entries: [
      Classification(code: "400.9.10", name: "Korban bencana alam"),
      Classification(code: "400.9.9", name: "Korban bencana sosial"),
      Classification(code: "400", name: "Kesejahteraan rakyat"),
      Classification(code: "400.9", name: "Sosial"),
      Classification(code: "400.9", name: "kembar"),
      Classification(code: "000.1.5", name: "Rapat"),
    ])

  @Test func ordersByNumberNotByLetterAndKeepsEachCodeOnce() {
    #expect(Self.list.entries.map(\.code) == ["000.1.5", "400", "400.9", "400.9.9", "400.9.10"])
    #expect(Self.list.entry("400.9")?.name == "Sosial")
  }

  @Test(arguments: [
    ("400.9.9", "Korban bencana sosial"), ("400.9.9.1.2", "Korban bencana sosial"),
    ("400.9.1", "Sosial"), ("400.1", "Kesejahteraan rakyat"), ("000.1.5", "Rapat"),
  ])
  func takesACodeBelowAListedOne(_ code: String, _ name: String) {
    #expect(Self.list.classification(typed: code) == Classification(code: code, name: name))
  }

  @Test(arguments: [
    "", "4", "400.", "400..9", ".400", "400.9.a", "900", "400.1234", "400 9", "４００",
    "400.9.9.9.9.9.9.9.9.9.9.9.9.9",
  ])
  func refusesWhatIsNoListedCode(_ text: String) {
    #expect(Self.list.classification(typed: text) == nil)
  }

  @Test(arguments: [
    ("bencana", ["400.9.9", "400.9.10"]), ("Bencana ALAM", ["400.9.10"]),
    ("400.9.", ["400.9.9", "400.9.10"]), ("bencana 400.9.9", ["400.9.9"]), ("tidak ada", []),
  ])
  func searchesByCodeAndWords(_ text: String, _ codes: [String]) {
    #expect(Self.list.search(text).map(\.code) == codes)
  }

  @Test func showsTheBeginningForAnEmptySearch() {
    #expect(Self.list.search("  ", limit: 2).map(\.code) == ["000.1.5", "400"])
    #expect(Self.list.search("400", limit: -1).isEmpty)
  }

  @Test func isInForceForItsTime() {
    #expect(!Self.list.isInForce(on: Self.list.from.adding(days: -1)))
    #expect(Self.list.isInForce(on: Self.list.from))
    #expect(Self.list.isInForce(on: .latest))
  }
}

@Suite struct LetterKindTests {
  @Test func ordersSecrecyAndUrgency() {
    #expect(Secrecy.allCases.sorted() == [.biasa, .terbatas, .rahasia, .sangatRahasia])
    #expect(Secrecy.allCases.map(\.rawValue) == ["B", "T", "R", "SR"])
    #expect(Urgency.allCases.sorted() == [.biasa, .segera, .sangatSegera])
  }

  /// Friday 6 March 2026, 15:00.
  @Test(arguments: [
    (Urgency.biasa, "2026-03-13 15:00"), (.segera, "2026-03-08 15:00"),
    (.sangatSegera, "2026-03-07 15:00"),
  ])
  func limitsTheTimeForAnAnswer(_ urgency: Urgency, _ due: String) {
    let start = WorkingCalendarTests.at("2026-03-06 15:00")
    let found = urgency.due(from: start, calendar: WorkingCalendarTests.office)
    #expect(WorkingCalendarTests.wall(found) == due)
  }
}
