/// What a pane draws on: its own part of the screen, counted from its own top left corner and clipped to it.
///
///     func draw(into canvas: inout Canvas) {
///       let inner = canvas.box(title: "Antrean", focused: true)
///       canvas.within(inner) { canvas in
///         canvas.put("0417", at: Point(row: 0, column: 0), style: .key)
///       }
///     }
public struct Canvas: Sendable {
  /// The whole screen, as drawn so far.
  public private(set) var grid: Grid
  /// The signs the terminal can show.
  public let glyphs: Glyphs
  /// Where relative coordinates begin, in the grid.
  private var origin: Point
  /// This canvas' own size.
  public private(set) var size: Size
  /// The part of the grid that may be drawn on.
  private var clip: Rect

  /// A canvas over a whole blank screen.
  public init(size: Size, glyphs: Glyphs = .unicode) {
    grid = Grid(size: size)
    self.glyphs = glyphs
    self.size = size
    origin = .zero
    clip = Rect(size)
  }

  /// This canvas' whole area in its own coordinates.
  public var bounds: Rect { Rect(size) }
  /// Its height in rows.
  public var height: Int { size.rows }
  /// Its width in columns.
  public var width: Int { size.columns }

  /// Draws in a part of this canvas, whose top left corner is then row 0, column 0.
  ///
  /// A part may begin outside, as scrolled content does; only what lies inside is drawn.
  public mutating func within<Result>(
    _ rect: Rect, _ draw: (inout Canvas) throws -> Result
  ) rethrows -> Result {
    let outer = (origin, size, clip)
    defer { (origin, size, clip) = outer }
    let absolute = place(rect)
    origin = absolute.origin
    size = absolute.size
    clip = absolute.intersection(clip)
    return try draw(&self)
  }

  /// Where a rectangle of this canvas lies on the screen: what mouse events are compared with.
  public func place(_ rect: Rect) -> Rect { rect.offset(rows: origin.row, columns: origin.column) }

  /// Writes text, cut with an ellipsis at `width` columns or at the right edge.
  ///
  /// - Parameter align: where the text stands in `width`; the rest of `width` is left as it was.
  /// - Returns: the columns used, so that calls can be chained.
  @discardableResult
  public mutating func put(
    _ text: String, at point: Point, style: Style = .plain, width: Int? = nil,
    align: Alignment = .left
  ) -> Int {
    let room = min(width ?? screenLimit, max(0, size.columns &- point.column))
    let shown = TextWidth.clip(glyphs.shown(text), to: room, ellipsis: glyphs.ellipsis)
    let used = TextWidth.columns(shown)
    let spare = width == nil ? 0 : max(0, room - used)
    let start =
      switch align {
      case .left: point.column
      case .center: point.column &+ spare / 2
      case .right: point.column &+ spare
      }
    grid.put(shown, at: absolute(Point(row: point.row, column: start)), style: style, clip: clip)
    return used
  }

  /// Writes one sign of `glyphs`.
  public mutating func put(_ glyph: Character, at point: Point, style: Style = .plain) {
    put(String(glyph), at: point, style: style)
  }

  /// Writes text over several rows, broken between words.
  ///
  /// - Returns: the rows the whole text takes, which may be more than the rectangle has.
  @discardableResult
  public mutating func paragraph(_ text: String, in rect: Rect, style: Style = .plain) -> Int {
    let lines = TextWidth.wrap(glyphs.shown(text), width: rect.width)
    for (index, line) in lines.prefix(rect.height).enumerated() {
      put(line, at: Point(row: rect.row + index, column: rect.column), style: style)
    }
    return lines.count
  }

  /// Blanks a rectangle, or all.
  public mutating func fill(_ rect: Rect? = nil, style: Style = .plain) {
    grid.fill(place(rect ?? bounds).intersection(clip), style: style)
  }

  /// Gives what is drawn in a rectangle another role, e.g. `.focus` for the selection bar.
  public mutating func restyle(_ rect: Rect, role: StyleRole) {
    grid.restyle(place(rect).intersection(clip), role: role)
  }

  /// Draws a horizontal line to the right of a point.
  public mutating func horizontalLine(
    at point: Point, length: Int, style: Style = .border, glyph: Character? = nil
  ) {
    let visible = min(max(0, length), max(0, size.columns &- point.column))
    let line = String(repeating: glyph ?? glyphs.lines.horizontal, count: min(visible, screenLimit))
    grid.put(line, at: absolute(point), style: style, clip: clip)
  }

  /// Draws a vertical line downwards from a point.
  public mutating func verticalLine(
    at point: Point, length: Int, style: Style = .border, glyph: Character? = nil
  ) {
    let line = String(glyph ?? glyphs.lines.vertical)
    for row in 0..<min(max(0, length), max(0, size.rows &- point.row)) {
      grid.put(
        line, at: absolute(Point(row: point.row &+ row, column: point.column)), style: style,
        clip: clip)
    }
  }

  /// Draws a box along the edge of a rectangle, or of all, with a title in its upper line.
  ///
  /// A focused box has other lines, not only another colour.
  /// - Returns: the area inside.
  @discardableResult
  public mutating func box(_ rect: Rect? = nil, title: String = "", focused: Bool = false) -> Rect {
    let rect = rect ?? bounds
    let inside = rect.inset()
    guard rect.height >= 2, rect.width >= 2 else { return inside }
    let lines = focused ? glyphs.focusLines : glyphs.lines
    let style = focused ? Style.borderFocus : .border
    let bottom = rect.endRow - 1
    let right = rect.endColumn - 1
    for row in [rect.row, bottom] {
      horizontalLine(
        at: Point(row: row, column: rect.column), length: rect.width, style: style,
        glyph: lines.horizontal)
    }
    for column in [rect.column, right] {
      verticalLine(
        at: Point(row: rect.row, column: column), length: rect.height, style: style,
        glyph: lines.vertical)
    }
    put(lines.topLeft, at: rect.origin, style: style)
    put(lines.topRight, at: Point(row: rect.row, column: right), style: style)
    put(lines.bottomLeft, at: Point(row: bottom, column: rect.column), style: style)
    put(lines.bottomRight, at: Point(row: bottom, column: right), style: style)
    if !title.isEmpty, rect.width > 6 {
      let shown = TextWidth.clip(
        glyphs.shown(title), to: rect.width - 4, ellipsis: glyphs.ellipsis)
      put(
        " \(shown) ", at: Point(row: rect.row, column: rect.column + 1),
        style: focused ? .title : .heading)
    }
    return inside
  }

  /// Shows the terminal's cursor, where typing goes; hidden when the place is outside.
  public mutating func showCursor(at point: Point) {
    let point = absolute(point)
    grid.cursor = clip.contains(point) ? point : nil
  }

  /// Hides the terminal's cursor.
  public mutating func hideCursor() { grid.cursor = nil }

  private func absolute(_ point: Point) -> Point {
    Point(row: origin.row &+ point.row, column: origin.column &+ point.column)
  }
}
