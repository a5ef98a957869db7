import DeskTUI
import Testing

@Suite struct GeometryTests {
  private let rect = Rect(row: 2, column: 3, height: 10, width: 20)

  @Test func splittingSharesTheCells() {
    #expect(rect.splitting(top: 4).top == Rect(row: 2, column: 3, height: 4, width: 20))
    #expect(rect.splitting(top: 4).rest == Rect(row: 6, column: 3, height: 6, width: 20))
    #expect(rect.splitting(bottom: 4).bottom == Rect(row: 8, column: 3, height: 4, width: 20))
    #expect(rect.splitting(left: 5).rest == Rect(row: 2, column: 8, height: 10, width: 15))
    #expect(rect.splitting(right: 5).right == Rect(row: 2, column: 18, height: 10, width: 5))
  }

  @Test(arguments: [Int.min, -1, 0, 3, 10, 11, 99, Int.max])
  func nothingEverGoesNegative(length: Int) {
    let parts = [
      rect.splitting(top: length).top, rect.splitting(top: length).rest,
      rect.splitting(bottom: length).rest, rect.splitting(bottom: length).bottom,
      rect.splitting(left: length).left, rect.splitting(left: length).rest,
      rect.splitting(right: length).rest, rect.splitting(right: length).right,
      rect.inset(rows: length, columns: length),
      rect.centered(Size(rows: length, columns: length)),
      rect.intersection(rect.offset(rows: length, columns: length)),
    ]
    for part in parts {
      #expect(part.height >= 0 && part.width >= 0)
      #expect(part.isEmpty || rect.intersection(part) == part)
    }
  }

  @Test func aRectangleKnowsItsCells() {
    #expect(rect.contains(Point(row: 2, column: 3)))
    #expect(rect.contains(Point(row: 11, column: 22)))
    #expect(!rect.contains(Point(row: 12, column: 22)))
    #expect(!rect.contains(Point(row: 11, column: 23)))
    #expect(rect.intersection(Rect(row: 50, column: 50, height: 3, width: 3)).isEmpty)
  }
}
