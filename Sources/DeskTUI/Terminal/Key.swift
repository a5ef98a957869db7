/// A key or combination, as the command table names it.
public enum Key: Hashable, Sendable {
  /// A character that is typed, with its case; the space bar is `" "`.
  case character(Character)
  /// Control with a lower-case letter.
  case control(Character)
  /// Alt (or Escape before) with a character.
  case alt(Character)
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// Home.
  case home
  /// End.
  case end
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// Insert.
  case insert
  /// Delete to the right.
  case delete
  /// Delete to the left.
  case backspace
  /// Enter or return.
  case enter
  /// Tab.
  case tab
  /// Shift and tab.
  case backTab
  /// Escape.
  case escape
  /// F1 to F63.
  case function(Int)
}

extension Key {
  /// The keys that have a name instead of a character.
  private static let names: [(key: Key, name: String)] = [
    (.up, "up"), (.down, "down"), (.left, "left"), (.right, "right"), (.home, "home"),
    (.end, "end"), (.pageUp, "pgup"), (.pageDown, "pgdn"), (.insert, "ins"), (.delete, "del"),
    (.backspace, "backspace"), (.enter, "enter"), (.tab, "tab"), (.backTab, "shift-tab"),
    (.escape, "esc"), (.character(" "), "space"),
  ]

  /// How the key is written in hints, help and tests: `p`, `ctrl-p`, `alt-1`, `F5`, `enter`, `space`.
  public var label: String {
    if let named = Key.names.first(where: { $0.key == self }) { return named.name }
    switch self {
    case .character(let character): return String(character)
    case .control(let character): return "ctrl-\(character)"
    case .alt(let character): return "alt-\(character)"
    case .function(let number): return "F\(number)"
    default: return ""
    }
  }

  /// Reads a label; `nil` when it names no key.
  public init?(label: String) {
    if let named = Key.names.first(where: { $0.name == label }) {
      self = named.key
      return
    }
    func character(after prefix: String) -> Character? {
      guard label.hasPrefix(prefix), label.count == prefix.count + 1 else { return nil }
      return label.last
    }
    if label.count == 1, let only = label.first {
      self = .character(only)
    } else if let held = character(after: "ctrl-") {
      self = .control(held)
    } else if let held = character(after: "alt-") {
      self = .alt(held)
    } else if label.first == "F", let number = Int(label.dropFirst()), (1...63).contains(number) {
      self = .function(number)
    } else {
      return nil
    }
  }
}
