import DeskModel

/// A line for a PIN: shows how many digits are typed, never which.
struct PINField: Sendable {
  private(set) var digits = ""

  /// What is typed.
  ///
  /// - Throws: `PINFault` for what can be no PIN.
  func pin() throws(PINFault) -> PIN { try PIN(typed: digits) }

  /// Takes a key; false when it has no use for it.
  mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace: _ = digits.popLast()
    case .control("u"): digits = ""
    default: return false
    }
    return true
  }

  /// Puts text in if it is all digits; one more than a PIN may have stays, so that it is refused and not cut.
  mutating func insert(_ text: String) {
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return }
    digits = String((digits + text).prefix(PIN.lengths.upperBound + 1))
  }

  mutating func clear() { digits = "" }

  /// Draws it over a line.
  func draw(into canvas: inout Canvas, focused: Bool) {
    let style = canvas.fillInput(focused: focused, isEmpty: digits.isEmpty)
    canvas.put(
      String(repeating: canvas.glyphs.bullet, count: digits.count), at: .zero, style: style)
    if focused { canvas.showCursor(at: Point(row: 0, column: digits.count)) }
  }
}
