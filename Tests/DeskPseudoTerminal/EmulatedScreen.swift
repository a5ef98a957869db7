/// The cells of an emulated terminal, and what the control sequences do to them.
public struct EmulatedScreen: Sendable, CustomStringConvertible {
  /// How a cell looks.
  public struct Look: Hashable, Sendable {
    /// The palette number of the text; -1 for the terminal's own.
    public var foreground = -1
    /// The palette number of the ground; -1 for the terminal's own.
    public var background = -1
    /// Bold.
    public var bold = false
    /// Faint.
    public var dim = false
    /// Underlined.
    public var underline = false
    /// Reversed.
    public var reverse = false

    /// Whether it is told from plain text by anything.
    public var isPlain: Bool { self == Look() }
    /// Whether it is told by a colour.
    public var isColoured: Bool { foreground >= 0 || background >= 0 }
  }

  /// One cell.
  public struct Cell: Hashable, Sendable {
    /// The cluster; empty in the right half of a wide one.
    public var text = " "
    /// How it looks.
    public var look = Look()
  }

  /// Height.
  public private(set) var rows: Int
  /// Width.
  public private(set) var columns: Int
  /// The cells, row by row.
  public private(set) var cells: [[Cell]]
  /// The cursor's row.
  public internal(set) var row = 0
  /// The cursor's column.
  public internal(set) var column = 0
  var pen = Look()
  private var top = 0
  private var bottom: Int
  private var last = " "

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    bottom = rows - 1
    cells = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  /// The text of a row.
  public func line(_ row: Int) -> String {
    cells.indices.contains(row) ? cells[row].map(\.text).joined() : ""
  }

  /// All rows.
  public var text: String { cells.indices.map(line).joined(separator: "\n") }

  /// What a failure shows.
  public var description: String { text }

  /// Whether some row holds the text.
  public func contains(_ text: String) -> Bool {
    cells.indices.contains { line($0).contains(text) }
  }

  /// The number of the first row that holds the text.
  public func row(of text: String) -> Int? { cells.indices.first { line($0).contains(text) } }

  /// Cuts or pads, as terminals do; the program repaints.
  mutating func resize(rows: Int, columns: Int) {
    let before = cells
    cells = (0..<rows).map { row in
      (0..<columns).map { column in
        row < before.count && column < before[row].count ? before[row][column] : Cell()
      }
    }
    self.rows = rows
    self.columns = columns
    top = 0
    bottom = rows - 1
    move(row: row, column: column)
  }

  mutating func move(row: Int, column: Int) {
    self.row = min(max(0, row), rows - 1)
    self.column = min(max(0, column), columns - 1)
  }

  mutating func put(_ scalar: Unicode.Scalar) {
    let width = EmulatedScreen.width(scalar)
    if width == 0 {
      var base = max(0, column - 1)
      if cells[row][base].text.isEmpty { base = max(0, base - 1) }
      cells[row][base].text.unicodeScalars.append(scalar)
      return
    }
    if column + width > columns {
      column = 0
      lineFeed()
    }
    cells[row][column] = Cell(text: String(Character(scalar)), look: pen)
    if width == 2 { cells[row][column + 1] = Cell(text: "", look: pen) }
    last = String(Character(scalar))
    column += width
  }

  mutating func repeatLast(_ count: Int) {
    guard let scalar = last.unicodeScalars.first else { return }
    for _ in 0..<count { put(scalar) }
  }

  mutating func lineFeed() {
    if row == bottom { scrollUp(1) } else { row = min(rows - 1, row + 1) }
  }

  mutating func reverseLineFeed() {
    if row == top { scrollDown(1) } else { row = max(0, row - 1) }
  }

  mutating func setRegion(top: Int, bottom: Int) {
    guard top >= 0, bottom < rows, top < bottom else { return }
    self.top = top
    self.bottom = bottom
    move(row: 0, column: 0)
  }

  mutating func scrollUp(_ count: Int) {
    for _ in 0..<count {
      cells.remove(at: top)
      cells.insert(blankLine, at: bottom)
    }
  }

  mutating func scrollDown(_ count: Int) {
    for _ in 0..<count {
      cells.remove(at: bottom)
      cells.insert(blankLine, at: top)
    }
  }

  mutating func insertLines(_ count: Int) {
    for _ in 0..<count where row <= bottom {
      cells.remove(at: bottom)
      cells.insert(blankLine, at: row)
    }
  }

  mutating func deleteLines(_ count: Int) {
    for _ in 0..<count where row <= bottom {
      cells.remove(at: row)
      cells.insert(blankLine, at: bottom)
    }
  }

  mutating func insertCells(_ count: Int) {
    for _ in 0..<count where column < columns {
      cells[row].insert(blank, at: column)
      cells[row].removeLast()
    }
  }

  mutating func deleteCells(_ count: Int) {
    for _ in 0..<count where column < columns {
      cells[row].remove(at: column)
      cells[row].append(blank)
    }
  }

  /// Erases columns of the cursor's row, both ends included.
  mutating func eraseInLine(from: Int, through: Int) {
    for column in max(0, from)...max(0, from, min(columns - 1, through)) where column < columns {
      cells[row][column] = blank
    }
  }

  /// Erases whole rows, both ends included.
  mutating func eraseLines(from: Int, through: Int) {
    for row in cells.indices where row >= from && row <= through { cells[row] = blankLine }
  }

  private var blank: Cell {
    var look = Look()
    look.background = pen.background
    return Cell(look: look)
  }

  private var blankLine: [Cell] { Array(repeating: blank, count: columns) }

  /// As a usual terminal counts; on purpose not the table under test.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
      return 2
    default:
      return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }
}
