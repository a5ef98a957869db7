/// A terminal of the xterm kind: reads what a program writes and keeps what a user would see.
///
/// It knows what curses sends for `xterm-256color`; anything else is kept in `unknown`, so that a test can insist
/// that there was none.
public struct Emulator: Sendable {
  /// The cells and the cursor's place.
  public private(set) var screen: EmulatedScreen
  /// Whether the cursor is shown.
  public private(set) var isCursorVisible = true
  /// Whether the alternate screen is on, as while a full-screen program runs.
  public private(set) var isAlternate = false
  /// Whether marks around pasted text were asked for.
  public private(set) var hasBracketedPaste = false
  /// Whether mouse reports were asked for.
  public private(set) var hasMouse = false
  /// Whether arrows are sent as curses expects them.
  public private(set) var hasApplicationKeys = false
  /// Sequences it does not know.
  public private(set) var unknown: [String] = []

  private var mainScreen: EmulatedScreen?
  private var pending: [UInt8] = []

  /// A blank terminal.
  public init(rows: Int, columns: Int) { screen = EmulatedScreen(rows: rows, columns: columns) }

  /// Whether nothing of a full-screen program is left: main screen, visible cursor, no modes.
  public var isGivenBack: Bool {
    !isAlternate && isCursorVisible && !hasMouse && !hasBracketedPaste
  }

  /// Gives the window another size.
  public mutating func resize(rows: Int, columns: Int) {
    screen.resize(rows: rows, columns: columns)
    mainScreen?.resize(rows: rows, columns: columns)
  }

  /// Takes output; a sequence may be split anywhere between calls.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending += bytes
    var index = 0
    while index < pending.count {
      guard let used = take(at: index) else { break }
      index += used
    }
    pending.removeFirst(index)
  }

  /// Handles what begins at an index; `nil` when its end has not come yet.
  private mutating func take(at index: Int) -> Int? {
    let byte = pending[index]
    if byte == 0x1B { return escape(at: index) }
    if byte < 0x20 || byte == 0x7F {
      control(byte)
      return 1
    }
    let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    guard index + length <= pending.count else { return nil }
    for scalar in String(decoding: pending[index..<(index + length)], as: UTF8.self).unicodeScalars
    {
      screen.put(scalar)
    }
    return length
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 8: screen.move(row: screen.row, column: screen.column - 1)
    case 9: screen.move(row: screen.row, column: (screen.column / 8 + 1) * 8)
    case 10: screen.lineFeed()
    case 13: screen.move(row: screen.row, column: 0)
    default: break
    }
  }

  private mutating func escape(at index: Int) -> Int? {
    guard index + 1 < pending.count else { return nil }
    switch pending[index + 1] {
    case UInt8(ascii: "["):
      guard let end = pending[(index + 2)...].firstIndex(where: { (0x40...0x7E).contains($0) })
      else { return nil }
      let parameters = String(decoding: pending[(index + 2)..<end], as: UTF8.self)
      sequence(parameters, final: Character(Unicode.Scalar(pending[end])))
      return end - index + 1
    case UInt8(ascii: "]"):
      guard let end = pending[index...].firstIndex(of: 7) else { return nil }
      return end - index + 1
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      return index + 2 < pending.count ? 3 : nil
    case UInt8(ascii: "M"):
      screen.reverseLineFeed()
      return 2
    default: return 2  // Keypad modes, save and restore: nothing to see.
    }
  }

  private mutating func sequence(_ parameters: String, final: Character) {
    if parameters.hasPrefix("?") {
      for mode in parameters.dropFirst().split(separator: ";") {
        setMode(String(mode), on: final == "h")
      }
      return
    }
    if parameters.hasPrefix(">") { return }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    let count = max(1, first)
    switch final {
    case "H", "f": screen.move(row: count - 1, column: (numbers.count > 1 ? numbers[1] : 1) - 1)
    case "A": screen.move(row: screen.row - count, column: screen.column)
    case "B", "e": screen.move(row: screen.row + count, column: screen.column)
    case "C", "a": screen.move(row: screen.row, column: screen.column + count)
    case "D": screen.move(row: screen.row, column: screen.column - count)
    case "G", "`": screen.move(row: screen.row, column: count - 1)
    case "d": screen.move(row: count - 1, column: screen.column)
    case "J": eraseDisplay(first)
    case "K": eraseLine(first)
    case "X": screen.eraseInLine(from: screen.column, through: screen.column + count - 1)
    case "b": screen.repeatLast(count)
    case "@": screen.insertCells(count)
    case "P": screen.deleteCells(count)
    case "L": screen.insertLines(count)
    case "M": screen.deleteLines(count)
    case "S": screen.scrollUp(count)
    case "T": screen.scrollDown(count)
    case "r":
      let bottom = numbers.count > 1 && numbers[1] > 0 ? numbers[1] : screen.rows
      screen.setRegion(top: count - 1, bottom: bottom - 1)
    case "m": colours(numbers)
    case "t", "h", "l": break
    default: unknown.append(parameters + String(final))
    }
  }

  private mutating func setMode(_ mode: String, on: Bool) {
    switch mode {
    case "25": isCursorVisible = on
    case "1049":
      if on != isAlternate {
        if on { mainScreen = screen }
        screen =
          on ? EmulatedScreen(rows: screen.rows, columns: screen.columns) : mainScreen ?? screen
      }
      isAlternate = on
    case "1000", "1002", "1003": hasMouse = on
    case "1": hasApplicationKeys = on
    case "2004": hasBracketedPaste = on
    default: break
    }
  }

  private mutating func eraseDisplay(_ mode: Int) {
    switch mode {
    case 0:
      eraseLine(0)
      screen.eraseLines(from: screen.row + 1, through: screen.rows)
    case 1:
      eraseLine(1)
      screen.eraseLines(from: 0, through: screen.row - 1)
    default: screen.eraseLines(from: 0, through: screen.rows)
    }
  }

  private mutating func eraseLine(_ mode: Int) {
    screen.eraseInLine(
      from: mode == 0 ? screen.column : 0,
      through: mode == 1 ? screen.column : screen.columns - 1)
  }

  private mutating func colours(_ numbers: [Int]) {
    var index = 0
    while index < numbers.count {
      switch numbers[index] {
      case 0: screen.pen = EmulatedScreen.Look()
      case 1: screen.pen.bold = true
      case 2: screen.pen.dim = true
      case 4: screen.pen.underline = true
      case 7: screen.pen.reverse = true
      case 22: (screen.pen.bold, screen.pen.dim) = (false, false)
      case 24: screen.pen.underline = false
      case 27: screen.pen.reverse = false
      case 30...37: screen.pen.foreground = numbers[index] - 30
      case 39: screen.pen.foreground = -1
      case 40...47: screen.pen.background = numbers[index] - 40
      case 49: screen.pen.background = -1
      case 90...97: screen.pen.foreground = numbers[index] - 82
      case 100...107: screen.pen.background = numbers[index] - 92
      case 38 where index + 2 < numbers.count:
        screen.pen.foreground = numbers[index + 2]
        index += 2
      case 48 where index + 2 < numbers.count:
        screen.pen.background = numbers[index + 2]
        index += 2
      default: unknown.append("\(numbers[index])m")
      }
      index += 1
    }
  }
}
