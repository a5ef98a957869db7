/// How the columns of a table share a line.
public struct Columns: Hashable, Sendable {
  /// One column.
  public struct Column: Hashable, Sendable {
    /// How wide it is.
    public enum Width: Hashable, Sendable {
      /// So many cells.
      case fixed(Int)
      /// A share of what is left, at least so many cells.
      case flexible(minimum: Int, share: Int = 1)
    }

    /// What stands above it.
    public let title: String
    /// How wide it is.
    public let width: Width
    /// Where text stands in it.
    public let align: Alignment
    /// Columns of a higher rank go first when the line is too short for all; 0 stays.
    public let rank: Int

    /// Makes a column.
    public init(_ title: String = "", width: Width, align: Alignment = .left, rank: Int = 0) {
      self.title = title
      self.width = width
      self.align = align
      self.rank = rank
    }

    fileprivate var least: Int {
      switch width {
      case .fixed(let cells): cells
      case .flexible(let minimum, _): minimum
      }
    }
  }

  /// A text in a column.
  public struct Cell: Hashable, Sendable {
    /// What it says.
    public let text: String
    /// How it looks.
    public let style: Style

    /// Makes a cell.
    public init(_ text: String, style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  /// The columns.
  public let columns: [Column]

  /// Makes a table's columns.
  public init(_ columns: [Column]) { self.columns = columns }

  /// The width of each column on a line, with a blank between; 0 for those that have gone.
  public func widths(for line: Int) -> [Int] {
    var shown = Array(columns.indices)
    func needed() -> Int { shown.reduce(0) { $0 + columns[$1].least + 1 } - 1 }
    while needed() > line, let first = shown.max(by: { columns[$0].rank < columns[$1].rank }),
      columns[first].rank > 0
    {
      shown.removeAll { $0 == first }
    }
    var spare = max(0, line - needed())
    var shares = 0
    for index in shown {
      if case .flexible(_, let share) = columns[index].width { shares += share }
    }
    var widths = columns.map { _ in 0 }
    for index in shown {
      widths[index] = columns[index].least
      guard case .flexible(_, let share) = columns[index].width, shares > 0 else { continue }
      let part = spare * share / shares
      widths[index] += part
      spare -= part
      shares -= share
    }
    return widths
  }

  /// Draws cells over a line.
  public func draw(_ cells: [Cell], into canvas: inout Canvas) {
    var column = 0
    for (index, width) in widths(for: canvas.width).enumerated() where width > 0 {
      if cells.indices.contains(index) {
        canvas.put(
          cells[index].text, at: Point(row: 0, column: column), style: cells[index].style,
          width: width, align: columns[index].align)
      }
      column += width + 1
    }
  }

  /// Draws the titles over a line.
  public func drawTitles(into canvas: inout Canvas) {
    draw(columns.map { Cell($0.title, style: .heading) }, into: &canvas)
  }
}
