/// The largest length or size the screen code works with; curses counts cells in 16 bits.
let screenLimit = 32_767

private func clamped(_ length: Int) -> Int { min(max(0, length), screenLimit) }

/// A size in cells; never negative.
public struct Size: Hashable, Sendable {
  /// Height in cells, 0 or more.
  public let rows: Int
  /// Width in cells, 0 or more.
  public let columns: Int

  /// Makes a size; negative lengths become 0.
  public init(rows: Int, columns: Int) {
    self.rows = clamped(rows)
    self.columns = clamped(columns)
  }
}

/// A cell's place, counted from 0 at the top left. May lie outside of what is drawn: drawing clips.
public struct Point: Hashable, Sendable {
  /// Rows down from the top.
  public var row: Int
  /// Columns right from the left edge.
  public var column: Int

  /// Makes a point.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// The top left corner.
  public static let zero = Point(row: 0, column: 0)
}

/// A rectangle of cells, whose height and width are never negative, whatever is cut from it.
public struct Rect: Hashable, Sendable {
  /// The first row.
  public let row: Int
  /// The first column.
  public let column: Int
  /// Height in cells, 0 or more.
  public let height: Int
  /// Width in cells, 0 or more.
  public let width: Int

  /// Makes a rectangle; negative lengths become 0.
  public init(row: Int, column: Int, height: Int, width: Int) {
    self.row = min(max(-screenLimit, row), screenLimit)
    self.column = min(max(-screenLimit, column), screenLimit)
    self.height = clamped(height)
    self.width = clamped(width)
  }

  /// The rectangle of a size, from the top left corner.
  public init(_ size: Size) {
    self.init(row: 0, column: 0, height: size.rows, width: size.columns)
  }

  /// The top left cell.
  public var origin: Point { Point(row: row, column: column) }
  /// The height and width.
  public var size: Size { Size(rows: height, columns: width) }
  /// The row after the last.
  public var endRow: Int { row + height }
  /// The column after the last.
  public var endColumn: Int { column + width }
  /// Whether it holds no cell.
  public var isEmpty: Bool { height == 0 || width == 0 }

  /// Whether a cell lies inside.
  public func contains(_ point: Point) -> Bool {
    point.row >= row && point.row < endRow && point.column >= column && point.column < endColumn
  }

  /// The part that lies in the other rectangle too; empty when they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return Rect(
      row: top, column: left,
      height: min(endRow, other.endRow) - top, width: min(endColumn, other.endColumn) - left)
  }

  /// The rectangle less a margin at the top and bottom, and one at the left and right.
  public func inset(rows: Int = 1, columns: Int = 1) -> Rect {
    let rows = min(clamped(rows), (height + 1) / 2)
    let columns = min(clamped(columns), (width + 1) / 2)
    return Rect(
      row: row + min(rows, height / 2), column: column + min(columns, width / 2),
      height: height - 2 * rows, width: width - 2 * columns)
  }

  /// Moves by a number of rows and columns.
  public func offset(rows: Int = 0, columns: Int = 0) -> Rect {
    Rect(row: row &+ rows, column: column &+ columns, height: height, width: width)
  }

  /// Cuts off the upper `length` rows, at most all of them.
  public func splitting(top length: Int) -> (top: Rect, rest: Rect) {
    let cut = min(clamped(length), height)
    return (
      Rect(row: row, column: column, height: cut, width: width),
      Rect(row: row + cut, column: column, height: height - cut, width: width)
    )
  }

  /// Cuts off the lower `length` rows, at most all of them.
  public func splitting(bottom length: Int) -> (rest: Rect, bottom: Rect) {
    let (rest, bottom) = splitting(top: height - min(clamped(length), height))
    return (rest, bottom)
  }

  /// Cuts off the `length` columns at the left, at most all of them.
  public func splitting(left length: Int) -> (left: Rect, rest: Rect) {
    let cut = min(clamped(length), width)
    return (
      Rect(row: row, column: column, height: height, width: cut),
      Rect(row: row, column: column + cut, height: height, width: width - cut)
    )
  }

  /// Cuts off the `length` columns at the right, at most all of them.
  public func splitting(right length: Int) -> (rest: Rect, right: Rect) {
    let (rest, right) = splitting(left: width - min(clamped(length), width))
    return (rest, right)
  }

  /// A rectangle of the given size in the middle, made smaller where it does not fit.
  public func centered(_ size: Size) -> Rect {
    let height = min(size.rows, self.height)
    let width = min(size.columns, self.width)
    return Rect(
      row: row + (self.height - height) / 2, column: column + (self.width - width) / 2,
      height: height, width: width)
  }
}
