/// Lines on a plane of cells, which join by themselves where they meet.
///
/// Every cell knows in which directions a line leaves it. A taken way is drawn with double lines, so that it is
/// told from the others without colour; where both kinds meet in a way no sign exists for, the axis is double.
struct LinePlane: Sendable {
  /// How heavy a line is.
  enum Weight: UInt8, Comparable, Sendable {
    case thin = 1
    case double = 2

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// How a line looks.
  struct Pen: Hashable, Sendable {
    var weight: Weight = .thin
    var style: Style = .muted
  }

  /// The directions in which lines leave a cell.
  private struct Arms: OptionSet {
    let rawValue: UInt8
    static let up = Arms(rawValue: 1)
    static let down = Arms(rawValue: 2)
    static let left = Arms(rawValue: 4)
    static let right = Arms(rawValue: 8)
  }

  private struct Cell {
    var arms: Arms = []
    var vertical: Weight = .thin
    var horizontal: Weight = .thin
    var style: Style = .muted
  }

  /// The size of the plane.
  let size: Size
  private var cells: [Cell]

  /// An empty plane.
  init(size: Size) {
    self.size = size
    cells = Array(repeating: Cell(), count: size.rows * size.columns)
  }

  /// Draws a horizontal line between two columns, both included, in either order; what lies outside is left out,
  /// but the line still comes from there.
  mutating func horizontal(row: Int, from: Int, to: Int, pen: Pen) {
    let (first, last) = (min(from, to), max(from, to))
    let visible = max(0, first)..<max(0, first, min(last + 1, size.columns))
    for column in visible {
      var arms: Arms = []
      if column > first { arms.insert(.left) }
      if column < last { arms.insert(.right) }
      mark(row, column, arms, pen)
    }
  }

  /// Draws a vertical line between two rows, both included, in either order.
  mutating func vertical(column: Int, from: Int, to: Int, pen: Pen) {
    let (first, last) = (min(from, to), max(from, to))
    let visible = max(0, first)..<max(0, first, min(last + 1, size.rows))
    for row in visible {
      var arms: Arms = []
      if row > first { arms.insert(.up) }
      if row < last { arms.insert(.down) }
      mark(row, column, arms, pen)
    }
  }

  /// Draws the edge of a rectangle.
  mutating func box(_ rect: Rect, pen: Pen) {
    guard rect.height > 1, rect.width > 1 else { return }
    let (bottom, right) = (rect.endRow - 1, rect.endColumn - 1)
    horizontal(row: rect.row, from: rect.column, to: right, pen: pen)
    horizontal(row: bottom, from: rect.column, to: right, pen: pen)
    vertical(column: rect.column, from: rect.row, to: bottom, pen: pen)
    vertical(column: right, from: rect.row, to: bottom, pen: pen)
  }

  /// The sign and the style of a cell; `nil` where no line is.
  func sign(row: Int, column: Int, ascii: Bool) -> (glyph: Character, style: Style)? {
    guard row >= 0, row < size.rows, column >= 0, column < size.columns else { return nil }
    let cell = cells[row * size.columns + column]
    let index = Int(cell.arms.rawValue)
    guard index > 0 else { return nil }
    let set =
      ascii
      ? LinePlane.ascii[cell.vertical.rawValue &+ cell.horizontal.rawValue > 2 ? 1 : 0]
      : LinePlane.signs[Int(cell.vertical.rawValue - 1) * 2 + Int(cell.horizontal.rawValue - 1)]
    return (set[index], cell.style)
  }

  private mutating func mark(_ row: Int, _ column: Int, _ arms: Arms, _ pen: Pen) {
    guard row >= 0, row < size.rows, column >= 0, column < size.columns, !arms.isEmpty else {
      return
    }
    var cell = cells[row * size.columns + column]
    if !arms.isDisjoint(with: [.up, .down]) {
      let old = cell.arms.isDisjoint(with: [.up, .down]) ? .thin : cell.vertical
      cell.vertical = max(old, pen.weight)
    }
    if !arms.isDisjoint(with: [.left, .right]) {
      let old = cell.arms.isDisjoint(with: [.left, .right]) ? .thin : cell.horizontal
      cell.horizontal = max(old, pen.weight)
    }
    cell.arms.formUnion(arms)
    cell.style = pen.style
    cells[row * size.columns + column] = cell
  }

  /// By vertical and horizontal weight, then by arms as bits: up 1, down 2, left 4, right 8.
  private static let signs: [[Character]] = [
    Array(" │││─┘┐┤─└┌├─┴┬┼"), Array(" │││═╛╕╡═╘╒╞═╧╤╪"),
    Array(" ║║║─╜╖╢─╙╓╟─╨╥╫"), Array(" ║║║═╝╗╣═╚╔╠═╩╦╬"),
  ]

  /// Thin and double, by arms; corners of taken ways stand out too.
  private static let ascii: [[Character]] = [
    Array(" |||-+++-+++-+++"), Array(" |||=###=###=###"),
  ]
}
