/// Reads reports of the mouse, as xterm defined them and all terminals of today send them.
///
/// Not left to curses, which hands reports that arrive together out in the wrong order.
enum MouseReport {
  /// How soon a second press makes a double click, in milliseconds.
  static let doubleClickTime = 400

  /// The report `ESC [ < button ; column ; row M` (`m` for a release), of which `text` is what follows the `<`.
  static func event(sgr text: String) -> MouseEvent? {
    guard let final = text.last, final == "M" || final == "m" else { return nil }
    let numbers = text.dropLast().split(separator: ";").map { Int($0) }
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1],
      let row = numbers[2]
    else { return nil }
    let point = Point(row: row &- 1, column: column &- 1)
    return kind(button, isRelease: final == "m").map { MouseEvent($0, at: point) }
  }

  /// The report `ESC [ M` with button, column and row as characters, each 32 or more.
  static func event(old values: [UInt32]) -> MouseEvent? {
    guard values.count == 3, values.allSatisfy({ $0 >= 32 && $0 < 0x110000 }) else { return nil }
    let button = Int(values[0]) - 32
    let point = Point(row: Int(values[2]) - 33, column: Int(values[1]) - 33)
    return kind(button, isRelease: button & 0x43 == 3).map { MouseEvent($0, at: point) }
  }

  /// Bits 0 and 1 are the button, 32 a movement, 64 the wheel; those between say which of Shift, Alt, Ctrl is held.
  private static func kind(_ button: Int, isRelease: Bool) -> MouseEvent.Kind? {
    switch button & 0xE3 {
    case 64: .wheelUp
    case 65: .wheelDown
    case 0...3 where isRelease: .release
    case 0: .press(.left)
    case 1: .press(.middle)
    case 2: .press(.right)
    default: nil
    }
  }
}
