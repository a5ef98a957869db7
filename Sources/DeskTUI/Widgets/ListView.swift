/// Rows of which one is selected: keeps selection and scroll place by row id while rows come, go and are added.
public struct ListView<Row: Identifiable & Sendable>: Sendable where Row.ID: Sendable {
  /// The rows so far.
  public private(set) var rows: [Row]
  /// Whether there are rows beyond the last.
  public private(set) var hasMore: Bool
  /// The index of the selected row; 0 when there are none.
  public private(set) var index = 0
  /// The first row in view, as far as the last move knew.
  private var top = 0

  /// Makes a list.
  public init(_ rows: [Row] = [], hasMore: Bool = false) {
    self.rows = rows
    self.hasMore = hasMore
  }

  /// The selected row.
  public var selected: Row? { rows.indices.contains(index) ? rows[index] : nil }
  /// Whether there is nothing to show.
  public var isEmpty: Bool { rows.isEmpty }

  /// Takes new rows for the old ones: the same row stays selected, in a scrolled list at the same height on the
  /// screen; when it has gone, the one in its place.
  public mutating func replace(_ new: [Row], hasMore: Bool = false) {
    let offset = index - top
    let id = selected?.id
    rows = new
    self.hasMore = hasMore
    if let id, let found = new.firstIndex(where: { $0.id == id }) {
      index = found
      // Who looks at the beginning sees what is new there; who has scrolled keeps the rows where they are.
      if top > 0 { top = max(0, found - offset) }
    } else {
      index = max(0, min(index, new.count - 1))
      top = max(0, min(top, index))
    }
  }

  /// Adds a further page.
  public mutating func append(_ page: [Row], hasMore: Bool) {
    rows += page
    self.hasMore = hasMore
  }

  /// Moves the selection in a view of `height` rows.
  ///
  /// - Returns: whether the rows near the end are few enough that the next page should be asked for.
  @discardableResult
  public mutating func move(_ motion: Motion, height: Int) -> Bool {
    guard !rows.isEmpty else { return hasMore }
    select(index: motion.target(from: index, count: rows.count, height: height), height: height)
    return hasMore && index + max(1, height) >= rows.count
  }

  /// Selects a row by its id; nothing changes when there is none.
  ///
  /// - Returns: whether there is such a row.
  @discardableResult
  public mutating func select(_ id: Row.ID, height: Int) -> Bool {
    guard let found = rows.firstIndex(where: { $0.id == id }) else { return false }
    select(index: found, height: height)
    return true
  }

  /// Takes a click or the wheel at a row of the view.
  ///
  /// - Returns: whether it changed or hit a row.
  public mutating func mouse(_ event: MouseEvent, height: Int) -> Bool {
    switch event.kind {
    case .wheelUp: move(.up, height: height)
    case .wheelDown: move(.down, height: height)
    case .press(.left), .doubleClick:
      let hit = first(height: height) + event.point.row
      guard event.point.row >= 0, event.point.row < height, rows.indices.contains(hit) else {
        return false
      }
      select(index: hit, height: height)
    case .press, .release: return false
    }
    return true
  }

  /// Draws the rows in view over a whole canvas, one line a row.
  ///
  /// Every row has a column before it for the marker and one behind it for the scroll bar. The selected row is
  /// marked and, where the list has the keyboard, reversed; `draw` gets a canvas of one line.
  public func draw(
    into canvas: inout Canvas, focused: Bool, _ draw: (Row, inout Canvas) -> Void
  ) {
    let height = canvas.height
    let first = first(height: height)
    let width = rowWidth(in: canvas.size)
    for line in 0..<min(height, max(0, rows.count - first)) {
      let isSelected = first + line == index
      canvas.within(Rect(row: line, column: 1, height: 1, width: width)) {
        draw(rows[first + line], &$0)
      }
      if isSelected {
        canvas.put(canvas.glyphs.marker, at: Point(row: line, column: 0))
        canvas.restyle(
          Rect(row: line, column: 0, height: 1, width: 1 + width),
          role: focused ? .focus : .selected)
      }
    }
    if hasBar(height) {
      ScrollBar(first: first, count: rows.count + (hasMore ? height : 0)).draw(
        into: &canvas, at: canvas.width - 1)
    }
  }

  /// The columns that a row has in a view of a size: what headings above the list must keep to.
  public func rowWidth(in size: Size) -> Int { max(0, size.columns - (hasBar(size.rows) ? 2 : 1)) }

  private func hasBar(_ height: Int) -> Bool { rows.count > height || hasMore }

  /// The first row in view, moved as far as the selection needs in a view of this height.
  private func first(height: Int) -> Int {
    let height = max(1, height)
    let lowest = max(0, min(top, max(0, rows.count - height)))
    return max(index - height + 1, min(lowest, index))
  }

  private mutating func select(index new: Int, height: Int) {
    index = new
    top = first(height: height)
  }
}
