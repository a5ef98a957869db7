public import DeskModel

/// A sentence over the tabs that goes by itself.
public struct Toast: Hashable, Sendable {
  /// What it is like.
  public enum Kind: Hashable, Sendable {
    /// Something to know.
    case info
    /// Something was done.
    case done
    /// Something cannot be done, and why.
    case warn
    /// Something failed.
    case fault
  }

  /// What it says.
  public let message: Message
  /// What it is like.
  public let kind: Kind
  /// How long the program had run when it came: the clock on the wall may be set while it is shown.
  public let shown: Duration

  /// How long it stays at least, so that a fast typist can read it.
  static let shortest = Duration.milliseconds(1_500)
  /// How long it stays when nothing is done; why something cannot be done takes longer to read.
  private var longest: Duration {
    switch kind {
    case .info, .done: .seconds(4)
    case .warn, .fault: .seconds(10)
    }
  }

  /// Whether a key pressed now takes it away.
  func yields(at uptime: Duration) -> Bool { uptime - shown >= Toast.shortest }

  /// Whether it goes by itself now.
  func isOver(at uptime: Duration) -> Bool { uptime - shown >= longest }

  /// Draws its lines over a canvas, told by a sign and not only by its colour.
  func draw(_ lines: [String], into canvas: inout Canvas) {
    let (sign, style): (Character, Style) =
      switch kind {
      case .info: (canvas.glyphs.bullet, .accent)
      case .done: (canvas.glyphs.check, .ok)
      case .warn: ("!", .warn)
      case .fault: (canvas.glyphs.cross, .danger)
      }
    canvas.fill(style: .overlay)
    canvas.put(sign, at: Point(row: 0, column: 1), style: style.emphasised)
    for (row, line) in lines.enumerated() {
      canvas.put(line, at: Point(row: row, column: 3), style: style.emphasised)
    }
  }
}
