import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

/// What has no room ends in an ellipsis in every list and field, and nothing is covered unseen.
@Suite struct CutTextTests {
  private let label = "Kepala Bidang Rehabilitasi Sosial Anak"
  private let details = ["400.9.2", "Anggrek Latihan, S.Sos., M.Si.", "", "Anggrek"]

  private func pictures(_ glyphs: Glyphs, columns: Int) throws -> Grid {
    let phrases = try Phrasebook(.id, in: AssetsFolder.find())
    let pick = PickList(
      (0..<7).map { PickList<Int>.Item(id: $0, label: label, detail: details[$0 % 4]) })
    var ticks = TickList(
      (0..<7).map { TickList.Item(id: "\($0)", label: label, detail: details[$0 % 4]) }, rows: 5)
    let lines = TickList(ticks.items, rows: 7)
    for letter in "anak" { _ = ticks.handle(.character(letter)) }
    let date = DateField("30 September 2026")
    var canvas = Canvas(size: Size(rows: 22, columns: columns), glyphs: glyphs)
    let places: [(Int, Int, (inout Canvas) -> Void)] = [
      (0, 6, { pick.draw(into: &$0, phrases: phrases) }),
      (7, 5, { ticks.draw(into: &$0, focused: true, phrases: phrases) }),
      (13, 4, { lines.draw(into: &$0, focused: true, phrases: phrases) }),
      (18, 1, { date.draw(into: &$0, focused: false, dates: DateText(phrases)) }),
      (20, 1, { date.draw(into: &$0, focused: true, dates: DateText(phrases)) }),
    ]
    for (row, height, draw) in places {
      canvas.within(Rect(row: row, column: 0, height: height, width: columns)) { draw(&$0) }
    }
    return canvas.grid
  }

  @Test(arguments: [60, 40, 24])
  func lists(columns: Int) throws {
    expectSnapshot(try pictures(.unicode, columns: columns), "cut-text-\(columns)")
  }

  @Test func listsInASCII() throws {
    expectSnapshot(try pictures(.ascii, columns: 40), "cut-text-40-ascii")
  }

  @Test(arguments: [0, 1, 3, 5])
  func theyAreDrawnInAnyWidth(columns: Int) throws {
    #expect(try pictures(.unicode, columns: columns).size.columns == columns)
  }
}
