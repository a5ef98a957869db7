/// What the mouse did, and where.
public struct MouseEvent: Hashable, Sendable {
  /// The buttons of a mouse.
  public enum Button: Hashable, Sendable {
    /// The first.
    case left
    /// The second, or the wheel pressed.
    case middle
    /// The third.
    case right
  }

  /// What was done.
  public enum Kind: Hashable, Sendable {
    /// A button went down.
    case press(Button)
    /// A second press of the left button on the same cell, soon after the first; the first was told as a press.
    case doubleClick
    /// A button came up.
    case release
    /// The wheel turned away from the user.
    case wheelUp
    /// The wheel turned towards the user.
    case wheelDown
  }

  /// The cell.
  public let point: Point
  /// What was done there.
  public let kind: Kind

  /// Makes an event.
  public init(_ kind: Kind, at point: Point) {
    self.kind = kind
    self.point = point
  }
}

/// What a terminal can report to the event loop.
public enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted at once, with its newlines; not sanitised.
  case paste(String)
  /// The mouse was used.
  case mouse(MouseEvent)
  /// The screen has a new size, or must be drawn again at the same.
  case resize(Size)
  /// Another thread called the waker.
  case wake
  /// Nothing happened for as long as was allowed.
  case timeout
  /// The terminal has gone, or the process was asked to end: leave at once, nothing more will come.
  case hangup
}
