import CNcurses

/// What the numbers that curses reports mean.
enum CursesKeys {
  /// Codes defined for the marks around pasted text, above all of curses' own.
  static let pasteBegin: Int32 = 0x1001
  /// See `pasteBegin`.
  static let pasteEnd: Int32 = 0x1002
  /// Defined for what begins a report of the mouse, in the form that has room for any column.
  static let mouseReport: Int32 = 0x1003
  /// Defined for what begins a report of the mouse in the form of old terminals.
  static let oldMouseReport: Int32 = 0x1004

  /// What curses is to recognise besides the terminal's description.
  static let sequences: [(String, Int32)] = [
    ("\u{1B}[200~", pasteBegin), ("\u{1B}[201~", pasteEnd), ("\u{1B}[<", mouseReport),
    ("\u{1B}[M", oldMouseReport),
    // The arrows of terminals that keep to their normal form.
    ("\u{1B}[A", KEY_UP), ("\u{1B}[B", KEY_DOWN), ("\u{1B}[C", KEY_RIGHT), ("\u{1B}[D", KEY_LEFT),
    ("\u{1B}[H", KEY_HOME), ("\u{1B}[F", KEY_END),
  ]

  /// The key of a `KEY_…` code; `nil` for those the desk has no use for.
  static func key(code: Int32) -> Key? {
    switch code {
    case KEY_UP, KEY_SR: .up
    case KEY_DOWN, KEY_SF: .down
    case KEY_LEFT, KEY_SLEFT: .left
    case KEY_RIGHT, KEY_SRIGHT: .right
    case KEY_HOME, KEY_FIND, KEY_A1: .home
    case KEY_END, KEY_SELECT, KEY_C1: .end
    case KEY_PPAGE, KEY_A3: .pageUp
    case KEY_NPAGE, KEY_C3: .pageDown
    case KEY_IC: .insert
    case KEY_DC: .delete
    case KEY_BACKSPACE: .backspace
    case KEY_ENTER: .enter
    case KEY_BTAB: .backTab
    case (KEY_F0 + 1)...(KEY_F0 + 63): .function(Int(code - KEY_F0))
    default: nil
    }
  }

  /// The key of a character that was typed, control characters among them.
  static func key(scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 8, 127: return .backspace  // Terminals differ in which of the two they send.
    case 9: return .tab
    case 10, 13: return .enter
    case 27: return .escape
    case 0..<32:
      guard let letter = Unicode.Scalar(scalar.value + 64) else { return nil }
      return .control(Character(Character(letter).lowercased()))
    case 0x80..<0xA0: return nil
    default: return .character(Character(scalar))
    }
  }
}
