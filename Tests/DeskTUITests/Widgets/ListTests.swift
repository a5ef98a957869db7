import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

@Suite struct ListViewTests {
  struct Row: Identifiable, Sendable { let id: Int }

  private func list(_ ids: some Sequence<Int>, hasMore: Bool = false) -> ListView<Row> {
    ListView(ids.map { Row(id: $0) }, hasMore: hasMore)
  }

  private func shown(_ list: ListView<Row>, rows: Int = 4) -> [String] {
    drawn(rows: rows, columns: 6) { canvas in
      list.draw(into: &canvas, focused: true) { $1.put("\($0.id)", at: .zero) }
    }
  }

  @Test func theSelectionStaysInView() {
    var list = list(1...9)
    #expect(shown(list) == ["►1   █", " 2   ░", " 3   ░", " 4   ░"])
    for _ in 0..<5 { list.move(.down, height: 4) }
    #expect(shown(list).map { $0.prefix(2) } == [" 3", " 4", " 5", "►6"])
    list.move(.up, height: 4)
    #expect(shown(list).map { $0.prefix(2) } == [" 3", " 4", "►5", " 6"])
    list.move(.last, height: 4)
    #expect(shown(list).map { $0.prefix(2) } == [" 6", " 7", " 8", "►9"])
    list.move(.first, height: 4)
    #expect(list.selected?.id == 1)
  }

  @Test func theSameRowStaysSelectedWhenOthersComeAndGo() {
    var list = list([3, 5, 7])
    list.move(.down, height: 4)
    list.replace([1, 2, 3, 4, 5, 6].map { Row(id: $0) })
    #expect(list.selected?.id == 5)
    list.replace([1, 6, 7].map { Row(id: $0) })
    #expect(list.selected?.id == 7)
    list.replace([])
    #expect(list.selected == nil)
    list.move(.down, height: 4)
    list.replace([Row(id: 9)])
    #expect(list.selected?.id == 9)
  }

  @Test func aRowThatStaysSelectedKeepsItsHeightOnTheScreen() {
    var list = list(1...20)
    for _ in 0..<10 { list.move(.down, height: 4) }
    list.move(.up, height: 4)
    let before = shown(list).firstIndex { $0.hasPrefix("►") }
    list.replace((-3...20).map { Row(id: $0) })
    #expect(shown(list).firstIndex { $0.hasPrefix("►") } == before)
  }

  @Test func nearTheEndOfWhatIsKnownMoreIsAskedFor() {
    var list = list(1...20, hasMore: true)
    let needed = [Motion.down, .last].map { list.move($0, height: 4) }
    #expect(needed == [false, true])
    list.append((21...30).map { Row(id: $0) }, hasMore: false)
    #expect(list.selected?.id == 20)
    let neededStill = list.move(.last, height: 4)
    #expect(!neededStill)
    #expect(list.selected?.id == 30)
  }

  @Test func aClickSelectsTheRowUnderIt() {
    var list = list(1...9)
    for _ in 0..<6 { list.move(.down, height: 4) }
    let hits = [0, 9].map { row in
      list.mouse(MouseEvent(.press(.left), at: Point(row: row, column: 1)), height: 4)
    }
    #expect(hits == [true, false])
    #expect(list.selected?.id == 4)
  }

  @Test func theSelectionIsToldWithoutColourToo() {
    for (focused, role) in [(true, StyleRole.focus), (false, .selected)] {
      var canvas = Canvas(size: Size(rows: 2, columns: 6))
      list(1...2).draw(into: &canvas, focused: focused) { $1.put("\($0.id)", at: .zero) }
      #expect(canvas.grid[0, 0].text == "►")
      #expect(canvas.grid[0, 3].style.role == role)
      #expect(canvas.grid[1, 3].style.role == .plain)
    }
  }

  @Test(arguments: [0, 1, 2, 5], [0, 1, 2, 40])
  func itDrawsOnAnySize(rows: Int, columns: Int) {
    var list = list(1...9)
    list.move(.last, height: rows)
    _ = drawn(rows: rows, columns: columns) { canvas in
      list.draw(into: &canvas, focused: true) { $1.put("\($0.id)", at: .zero) }
    }
    #expect(list.selected?.id == 9)
  }
}

@Suite struct TickListTests {
  private let items = [
    TickList.Item(id: "sek", label: "Sekretaris", detail: "Jati"),
    TickList.Item(id: "rehsos", label: "Kabid Rehsos", detail: "Anggrek"),
    TickList.Item(id: "linjam", label: "Kabid Linjamsos", detail: "Mahoni"),
  ]

  private func press(_ keys: [Key], secondMark: Character? = "i") -> TickList {
    var list = TickList(items, secondMark: secondMark)
    for key in keys { _ = list.handle(key) }
    return list
  }

  private let space = Key.character(" ")

  @Test func ticksKeepTheOrderInWhichTheyWereMade() {
    #expect(press([.down, .down, space, .up, .up, space]).text == "linjam,sek")
  }

  @Test func spaceGoesFromMarkToMark() {
    #expect(press([space]).text == "sek")
    #expect(press([space, space]).text == "sek*")
    #expect(press([space, space, space]).text == "")
    #expect(press([space, space], secondMark: nil).text == "")
  }

  @Test func typingNarrowsAndBackspaceWidens() {
    let keys: [Key] = "rehsos".map { .character($0) }
    #expect(press(keys + [space]).text == "rehsos")
    #expect(press(keys + [.control("u"), space]).text == "sek")
  }

  @Test func aSpaceBetweenTypedWordsIsNoTickAndEnterTicksWhatIsFound() {
    let keys: [Key] = "kabid reh".map { .character($0) }
    #expect(press(keys).text == "")
    #expect(press(keys + [.enter]).text == "rehsos")
    #expect(press(keys + [.enter, space]).text == "rehsos*")
    #expect(press(keys + [.enter, .down, space]).text == "rehsos,linjam")
    #expect(press("kabid".map { .character($0) } + [.down, space]).text == "linjam")
    #expect(press("xyz".map { .character($0) } + [.enter]).text == "")
  }

  @Test func enterLeavesTheListWhenNothingIsTyped() {
    var list = press([space])
    let taken = list.handle(.enter)
    #expect(!taken)
  }

  @Test func theTextBringsTheTicksBack() {
    var list = TickList(items, secondMark: "i")
    list.set("linjam,hilang,sek*")
    #expect(list.ticks == [.init(id: "linjam"), .init(id: "sek", isSecond: true)])
    #expect(list.text == "linjam,sek*")
  }

  @Test func itLeavesTheEdgesToTheForm() {
    var list = press([])
    let taken = [Key.up, .down, .down, .down].map { list.handle($0) }
    #expect(taken == [false, true, true, false])
  }

  private func shown(_ list: TickList, rows: Int = 3, columns: Int = 45) throws -> [String] {
    let phrases = try Phrasebook(.id, in: AssetsFolder.find())
    return drawn(rows: rows, columns: columns) {
      list.draw(into: &$0, focused: true, phrases: phrases)
    }
  }

  @Test func marksAreSeen() throws {
    #expect(
      try shown(press([space, .down, space, space])) == [
        " [x] Sekretaris  Jati", "►[i] Kabid Rehsos  Anggrek", " [ ] Kabid Linjamsos  Mahoni",
      ])
  }

  @Test func aListThatNothingFitsSaysHowToSeeAllAgain() throws {
    let typed = press("xyz".map { .character($0) })
    #expect(
      try shown(typed) == [
        String(repeating: " ", count: 39) + " /xyz", " tidak ada yang cocok; Backspace menghapus",
        "",
      ])
    #expect(
      try shown(typed, columns: 30).dropFirst() == [
        " tidak ada yang cocok;", " Backspace menghapus",
      ])
  }
}

@Suite struct FuzzyTests {
  @Test(arguments: [
    ("tt", "tanda tangan", "kembalikan"), ("par", "paraf", "pindah ke akhir"),
    ("kab reh", "Kabid Rehsos", "Kabid Linjamsos"), ("gk", "ganti kursi", "cari"),
    (
      "kenanga", "Staf — Bunga Kenanga Contoh",
      "Kepala Seksi Penanganan Tuna Netra dan Anak Gangguan — Agus"
    ),
    ("mel", "Kepala Dinas — Melati", "Menteri Lingkungan"),
  ])
  func whatIsMeantComesFirst(_ typed: String, meant: String, other: String) throws {
    let score = try #require(Fuzzy.score(typed, in: meant))
    #expect(score > (Fuzzy.score(typed, in: other) ?? .min))
  }

  @Test func lettersMustAllOccurInOrder() {
    #expect(Fuzzy.score("fp", in: "paraf") == nil)
    #expect(Fuzzy.score("", in: "apa saja") == 0)
  }
}
