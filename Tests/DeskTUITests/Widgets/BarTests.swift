import DeskTestSupport
import Testing

@testable import DeskTUI

@Suite struct BarTests {
  private func tabs(_ current: Int) -> Tabs<Int> {
    Tabs((1...4).map { Tabs.Item(id: $0, label: "Tab\($0)", badge: "\($0)") }, current: current)
  }

  @Test func theCurrentTabIsInBracketsAndAlwaysSeen() {
    #expect(
      drawn(rows: 1, columns: 40) { tabs(2).draw(into: &$0) }
        == [" Tab1 1 │[Tab2 2]│ Tab3 3 │ Tab4 4"])
    #expect(drawn(rows: 1, columns: 20) { tabs(4).draw(into: &$0) } == ["← Tab3 3 │[Tab4 4]"])
  }

  @Test(arguments: [
    (35, "[Semua 9]│ Belum dibaca 9 │ Lewat 2"), (34, "[Semua 9]│ Baru 9 │ Lewat 2"),
    (27, "[Semua 9]│ Baru 9 │ Lewat 2"), (26, "[Semua 9]│ Baru 9 →"), (18, "[Semua 9]→"),
  ])
  func namesGrowShortAndTabsGoBeforeAWordIsCut(_ width: Int, _ expected: String) {
    let tabs = Tabs(
      [
        Tabs.Item(id: 1, label: "Semua", badge: "9"),
        Tabs.Item(id: 2, label: "Belum dibaca", short: "Baru", badge: "9"),
        Tabs.Item(id: 3, label: "Lewat", badge: "2"),
      ], current: 1)
    #expect(drawn(rows: 1, columns: width) { tabs.draw(into: &$0) } == [expected])
  }

  @Test func anArrowLeadsToTheNextTabThatIsNotSeen() {
    #expect(tabs(4).hit(column: 0, width: 20) == 2)
    #expect(tabs(1).hit(column: 8, width: 12) == 2)
    #expect(tabs(1).hit(column: 11, width: 12) == nil)
  }

  @Test func aClickFindsTheTabThatIsSeenThere() {
    #expect(tabs(2).hit(column: 1, width: 40) == 1)
    #expect(tabs(2).hit(column: 39, width: 40) == nil)
    #expect(tabs(4).hit(column: 5, width: 20) == 3)
  }

  @Test func hintsThatDoNotFitAreLeftOutAndThoseThatCannotActAreInBrackets() {
    let bar = HintBar([
      HintBar.Item(id: 1, key: "d", label: "disposisi"),
      HintBar.Item(id: 2, key: "ctrl-s", label: "simpan yang panjang sekali"),
      HintBar.Item(id: 3, key: "p", label: "paraf", isEnabled: false),
    ])
    #expect(drawn(rows: 1, columns: 24) { bar.draw(into: &$0) } == [" d disposisi  p (paraf)"])
    #expect(bar.hit(column: 3, width: 24) == 1)
    #expect(bar.hit(column: 12, width: 24) == nil)
    #expect(bar.hit(column: 15, width: 24) == 3)
  }

  @Test(arguments: [
    (32, " d disposisi  e konsep  ? bantu"), (23, " d disposisi  ? bantu"), (12, " ? bantu"),
  ])
  func theHintThatTellsTheOthersStaysLongest(_ width: Int, _ expected: String) {
    let bar = HintBar(
      [
        HintBar.Item(id: 1, key: "d", label: "disposisi"),
        HintBar.Item(id: 2, key: "e", label: "konsep"),
        HintBar.Item(id: 3, key: "?", label: "bantu"),
        HintBar.Item(id: 4, key: "q", label: "keluar", isEnabled: false),
      ], keeping: 3)
    #expect(drawn(rows: 1, columns: width) { bar.draw(into: &$0) } == [expected])
  }

  /// The room of a hint that does not fit at all is the others'.
  @Test(arguments: [(15, " ? pertolongan"), (14, " d alur")])
  func theKeptHintKeepsNoRoomItCannotUse(_ width: Int, _ expected: String) {
    let bar = HintBar(
      [
        HintBar.Item(id: 1, key: "d", label: "alur"),
        HintBar.Item(id: 2, key: "?", label: "pertolongan"),
      ], keeping: 2)
    #expect(drawn(rows: 1, columns: width) { bar.draw(into: &$0) } == [expected])
  }

  @Test func columnsShareALineAndTheLeastImportantGoFirst() {
    let columns = Columns([
      .init("No", width: .fixed(4)),
      .init("Hal", width: .flexible(minimum: 8, share: 2)),
      .init("Dari", width: .flexible(minimum: 6), rank: 2),
      .init("Sisa", width: .fixed(5), align: .right, rank: 1),
    ])
    #expect(columns.widths(for: 35) == [4, 14, 9, 5])
    #expect(columns.widths(for: 26) == [4, 8, 6, 5])
    #expect(columns.widths(for: 25) == [4, 14, 0, 5])
    #expect(columns.widths(for: 16) == [4, 11, 0, 0])
    #expect(columns.widths(for: 3) == [4, 8, 0, 0])
    #expect(
      drawn(rows: 1, columns: 26) { columns.drawTitles(into: &$0) }
        == ["No   Hal      Dari    Sisa"])
  }
}

@Suite struct DialogTests {
  private var dialog: Dialog<String> {
    Dialog(
      text: "Buang?",
      options: [.init("ya", label: "ya"), .init("tidak", label: "tidak")], harmless: 1)
  }

  @Test(arguments: [
    ([Key.enter], "tidak"), ([.character("Y")], "ya"), ([.character("t")], "tidak"),
    ([.left, .enter], "ya"), ([.left, .left, .tab, .enter], "tidak"), ([.character("x")], nil),
  ])
  func keysAnswer(_ keys: [Key], expected: String?) {
    var dialog = dialog
    var answer: String?
    for key in keys { answer = dialog.handle(key) ?? answer }
    #expect(answer == expected)
  }

  @Test func clicksAnswerWhereTheAnswersAreSeen() throws {
    let size = dialog.size(width: 60)
    let lines = drawn(rows: size.rows, columns: size.columns) { dialog.draw(into: &$0) }
    let row = size.rows - 1
    let column = try #require(lines[row].firstRange(of: "tidak")).lowerBound.utf16Offset(
      in: lines[row])
    #expect(dialog.hit(Point(row: row, column: column), in: size) == "tidak")
    #expect(dialog.hit(Point(row: 0, column: column), in: size) == nil)
  }

  @Test func aLongQuestionIsBroken() {
    let long = Dialog(
      text: String(repeating: "kata ", count: 60), options: [.init(1, label: "ya")],
      harmless: 0)
    for width in [20, 40, 60, 132] {
      #expect(long.size(width: width).columns <= max(30, width - 8))
      #expect(long.size(width: width).rows > 6)
    }
  }
}

@Suite struct PickListTests {
  @Test func typingNarrowsAndArrowsMove() {
    var list = PickList((1...30).map { PickList.Item(id: $0, label: "Pilihan \($0)") }, selected: 7)
    let size = Size(rows: 10, columns: 40)
    #expect(list.selected?.id == 7)
    _ = list.handle(.down, size: size)
    #expect(list.selected?.id == 8)
    for character in "30" { _ = list.handle(.character(character), size: size) }
    #expect(list.selected?.id == 30)
    _ = list.handle(.control("u"), size: size)
    #expect(list.selected?.id == 1)
    for character in "zzz" { _ = list.handle(.character(character), size: size) }
    #expect(list.selected == nil)
  }
}

@Suite struct ViewerTests {
  private let lines = (1...9).map { Viewer.Line("\($0)") }

  @Test func itScrollsNoFurtherThanTheEnd() {
    var viewer = Viewer()
    viewer.move(.pageDown, count: 9, height: 4)
    #expect(viewer.top == 3)
    viewer.move(.last, count: 9, height: 4)
    #expect(viewer.top == 5)
    viewer.move(.down, count: 9, height: 4)
    #expect(viewer.top == 5)
    viewer.move(.first, count: 9, height: 4)
    viewer.move(.up, count: 9, height: 4)
    #expect(viewer.top == 0)
  }

  @Test func itShowsTheEndWhenTheTextGrewShorter() {
    var viewer = Viewer()
    viewer.move(.last, count: 9, height: 4)
    #expect(
      drawn(rows: 4, columns: 5) { viewer.draw(Array(lines.prefix(5)), into: &$0) }
        .map { $0.first } == ["2", "3", "4", "5"])
  }
}
