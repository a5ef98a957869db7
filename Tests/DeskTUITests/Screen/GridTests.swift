import DeskTUI
import DeskTestSupport
import Testing

@Suite struct GridTests {
  private func row(_ grid: Grid, _ row: Int = 0) -> String { GridSnapshot(grid).glyphs[row] }

  @Test(arguments: [
    (0, "日本語 ", 6), (-1, " 本語  ", 6), (-2, "本語   ", 6), (2, "  日本 ", 6), (4, "    日 ", 4),
    (6, "       ", 2), (7, "       ", 0), (-6, "       ", 6), (-99, "       ", 6),
  ])
  func textIsClippedAtBothEdges(column: Int, shown: String, used: Int) {
    var grid = Grid(size: Size(rows: 1, columns: 7))
    #expect(grid.put("日本語", at: Point(row: 0, column: column), style: .plain) == used)
    #expect(row(grid) == shown)
  }

  @Test(arguments: [(0, "x 本"), (1, " x本"), (2, "日x "), (3, "日 x")])
  func aCutWideClusterLeavesABlank(column: Int, shown: String) {
    var grid = Grid(size: Size(rows: 1, columns: 4))
    grid.put("日本", at: .zero, style: .plain)
    grid.put("x", at: Point(row: 0, column: column), style: .plain)
    #expect(row(grid) == shown)
  }

  @Test func controlCharactersNeverReachTheGrid() {
    var grid = Grid(size: Size(rows: 1, columns: 12))
    grid.put("a\u{1B}[2J\u{7}\nb", at: .zero, style: .danger)
    #expect(row(grid) == "a[2J b      ")
  }

  @Test func restylingKeepsTextAndEmphasis() {
    var grid = Grid(size: Size(rows: 1, columns: 3))
    grid.put("a", at: .zero, style: Style.plain.emphasised)
    grid.restyle(Rect(row: 0, column: -5, height: 9, width: 7), role: .focus)
    #expect(GridSnapshot(grid).styles == ["Ff."])
    #expect(row(grid) == "a  ")
  }

  @Test func outsideThereAreOnlyBlanks() {
    let grid = Grid(size: Size(rows: 2, columns: 2))
    #expect(grid[-1, 0] == .blank())
    #expect(grid[0, 2] == .blank())
    #expect(grid.row(2).isEmpty)
  }

  /// Draws at random, far outside too: nothing may trap, and wide clusters stay whole.
  @Test(arguments: 0..<40)
  func anyDrawingKeepsTheGridWhole(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    func number() -> Int {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: .max
      case 1: .min
      default: Int.random(in: -12...30, using: &random)
      }
    }
    let texts = ["", "surat", "日本語文字", "e\u{301}é📨x", "\u{1B}[31m", "👨‍👩‍👧🇮🇩", "a\nb\tc"]
    let roles = StyleRole.allCases
    var canvas = Canvas(
      size: Size(
        rows: Int.random(in: 0...8, using: &random), columns: Int.random(in: 0...20, using: &random)
      ),
      glyphs: seed.isMultiple(of: 2) ? .unicode : .ascii)
    for _ in 0..<60 {
      let point = Point(row: number(), column: number())
      let rect = Rect(row: number(), column: number(), height: number(), width: number())
      let text = texts[Int.random(in: 0..<texts.count, using: &random)]
      let style = Style(roles[Int.random(in: 0..<roles.count, using: &random)])
      let width = Bool.random(using: &random) ? nil : number()
      canvas.within(Rect(row: number(), column: number(), height: number(), width: number())) {
        $0.put(text, at: point, style: style, width: width, align: .right)
        $0.paragraph(text, in: rect, style: style)
        $0.fill(rect, style: style)
        $0.box(rect, title: text, focused: true)
        $0.restyle(rect, role: .focus)
        $0.horizontalLine(at: point, length: number())
        $0.verticalLine(at: point, length: number())
        $0.showCursor(at: point)
        $0.put(text, at: point, style: style)
      }
      let grid = canvas.grid
      for row in 0..<grid.size.rows {
        #expect(grid.row(row).reduce(0) { $0 + Int($1.width) } == grid.size.columns)
        for column in 0..<grid.size.columns where grid[row, column].width == 0 {
          #expect(grid[row, column - 1].width == 2)
        }
      }
      if let cursor = grid.cursor { #expect(grid.bounds.contains(cursor)) }
    }
  }
}
