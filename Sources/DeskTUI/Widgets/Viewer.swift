/// Lines that are only read, scrolled line by line.
public struct Viewer: Sendable {
  /// One line, already broken to fit.
  public struct Line: Hashable, Sendable {
    /// What it says.
    public let text: String
    /// How it looks.
    public let style: Style

    /// Makes a line.
    public init(_ text: String, style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  /// The first line in view, as far as the last move knew.
  public private(set) var top = 0

  /// Makes a viewer at the beginning.
  public init() {}

  /// Scrolls in a view of `height` lines over `count` lines.
  public mutating func move(_ motion: Motion, count: Int, height: Int) {
    let last = max(0, count - height)
    top = min(motion.target(from: min(top, last), count: max(1, count), height: height), last)
  }

  /// Takes the wheel.
  public mutating func mouse(_ event: MouseEvent, count: Int, height: Int) -> Bool {
    switch event.kind {
    case .wheelUp: for _ in 0..<3 { move(.up, count: count, height: height) }
    case .wheelDown: for _ in 0..<3 { move(.down, count: count, height: height) }
    case .press, .release, .doubleClick: return false
    }
    return true
  }

  /// Draws the lines in view over a canvas, with a scroll bar when there are more.
  public func draw(_ lines: [Line], into canvas: inout Canvas) {
    let height = canvas.height
    let first = min(top, max(0, lines.count - height))
    let hasBar = lines.count > height
    let width = max(0, canvas.width - (hasBar ? 1 : 0))
    for (row, line) in lines.dropFirst(first).prefix(height).enumerated() {
      canvas.put(line.text, at: Point(row: row, column: 0), style: line.style, width: width)
    }
    if hasBar {
      ScrollBar(first: first, count: lines.count).draw(into: &canvas, at: canvas.width - 1)
    }
  }
}
