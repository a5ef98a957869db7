/// A move through rows or lines.
public enum Motion: Hashable, Sendable {
  /// One up.
  case up
  /// One down.
  case down
  /// A page up.
  case pageUp
  /// A page down.
  case pageDown
  /// To the beginning.
  case first
  /// To the end.
  case last

  /// The move that a key makes where text is typed, so that letters stay letters.
  public init?(_ key: Key) {
    switch key {
    case .up: self = .up
    case .down: self = .down
    case .pageUp: self = .pageUp
    case .pageDown: self = .pageDown
    case .home: self = .first
    case .end: self = .last
    default: return nil
    }
  }

  /// How far it goes from an index among `count`, with pages of `height`; within bounds.
  func target(from index: Int, count: Int, height: Int) -> Int {
    let page = max(1, height - 1)
    let wanted =
      switch self {
      case .up: index - 1
      case .down: index + 1
      case .pageUp: index - page
      case .pageDown: index + page
      case .first: 0
      case .last: count - 1
      }
    return max(0, min(wanted, count - 1))
  }
}
