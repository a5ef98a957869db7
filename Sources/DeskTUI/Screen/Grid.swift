/// One cell of the screen.
public struct Cell: Hashable, Sendable {
  /// The cluster drawn here; a blank in the right half of a wide one.
  public let text: Character
  /// How many columns the cluster takes, 1 or 2; 0 in the right half of a wide one.
  public let width: Int8
  /// How it is drawn.
  public var style: Style

  /// Makes a cell from one cluster that `TextWidth` has passed as drawable.
  init(text: Character, width: Int8, style: Style) {
    self.text = text
    self.width = width
    self.style = style
  }

  /// An empty cell.
  public static func blank(_ style: Style = .plain) -> Cell {
    Cell(text: " ", width: 1, style: style)
  }
}

/// What the whole screen shows: a value that panes draw into, tests compare and terminals send out.
///
/// Everything written is clipped to the grid, and a wide cluster is never left as one half. Drawing code uses
/// `Canvas`; only terminals and tests read a grid cell by cell.
public struct Grid: Hashable, Sendable {
  /// The size, fixed when made.
  public let size: Size
  /// Where the terminal's cursor stands; `nil` hides it.
  public var cursor: Point?
  private var cells: [Cell]

  /// Makes a blank grid.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank(), count: size.rows * size.columns)
  }

  /// The whole area.
  public var bounds: Rect { Rect(size) }

  /// The cell at a place; a blank one outside.
  public subscript(row: Int, column: Int) -> Cell {
    guard bounds.contains(Point(row: row, column: column)) else { return .blank() }
    return cells[row * size.columns + column]
  }

  /// The cells of a row, none when there is no such row.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[(row * size.columns)..<((row + 1) * size.columns)]
  }

  /// Writes text from a place to the right, as far as `clip` goes.
  ///
  /// The text passes `TextWidth.printable`. A wide cluster cut by an edge leaves a blank.
  /// - Returns: the columns the text takes, including any hidden left of the clip.
  @discardableResult
  public mutating func put(_ text: String, at point: Point, style: Style, clip: Rect? = nil) -> Int
  {
    let clip = clip?.intersection(bounds) ?? bounds
    guard point.row >= clip.row, point.row < clip.endRow else { return 0 }
    var column = point.column
    TextWidth.forEachCluster(in: text) { cluster, width in
      guard column < clip.endColumn else { return false }
      if column >= clip.column, column + width <= clip.endColumn {
        set(cluster, width: width, row: point.row, column: column, style: style)
      } else {
        for half in column..<(column + width) where half >= clip.column && half < clip.endColumn {
          set(" ", width: 1, row: point.row, column: half, style: style)
        }
      }
      column += width
      return true
    }
    return column &- point.column
  }

  /// Blanks a rectangle.
  public mutating func fill(_ rect: Rect, style: Style) {
    forEachCell(of: rect) { grid, row, column in
      grid.set(" ", width: 1, row: row, column: column, style: style)
    }
  }

  /// Gives the cells of a rectangle another role, keeping their text and emphasis.
  public mutating func restyle(_ rect: Rect, role: StyleRole) {
    forEachCell(of: rect) { grid, row, column in
      grid.cells[row * grid.size.columns + column].style.role = role
    }
  }

  private mutating func forEachCell(
    of rect: Rect, _ body: (inout Grid, _ row: Int, _ column: Int) -> Void
  ) {
    let visible = rect.intersection(bounds)
    guard !visible.isEmpty else { return }
    for row in visible.row..<visible.endRow {
      for column in visible.column..<visible.endColumn { body(&self, row, column) }
    }
  }

  /// Writes one cluster that lies inside the grid, blanking the other half of any wide one it cuts.
  private mutating func set(
    _ cluster: Character, width: Int, row: Int, column: Int, style: Style
  ) {
    let index = row * size.columns + column
    if cells[index].width == 0, column > 0 {
      cells[index - 1] = .blank(cells[index - 1].style)
    }
    let last = index + width - 1
    if cells[last].width == 2, column + width < size.columns {
      cells[last + 1] = .blank(cells[last + 1].style)
    }
    cells[index] = Cell(text: cluster, width: Int8(width), style: style)
    if width == 2 { cells[last] = Cell(text: " ", width: 0, style: style) }
  }
}
