import CNcurses

/// Byte sequences of this terminal that are sent besides curses, or instead of it after a crash.
struct TerminalCodes {
  /// Asks for the keys as the terminal's description has them. Curses would ask only when it first reads one, so
  /// that an arrow pressed before came in another form.
  let keypadOn: [UInt8]
  /// Asks for marks around pasted text; empty when the terminal has none.
  let pasteOn: [UInt8]
  /// Asks for no more marks.
  let pasteOff: [UInt8]
  /// Asks for reports of the mouse; empty when the terminal has none.
  let mouseOn: [UInt8]
  /// Asks for no more reports.
  let mouseOff: [UInt8]
  /// Everything that brings the terminal back to where a shell expects it.
  let restore: [UInt8]

  /// Whether the cursor can be placed, without which there is no full screen.
  let canMoveCursor: Bool

  /// Reads the terminal's description; to be called after `newterm`.
  init() {
    // Terminals that report the mouse understand the private modes of xterm; others would print them.
    let isXtermLike = TerminalCodes.capability("kmous") != nil
    func mode(_ sequence: String) -> [UInt8] { isXtermLike ? Array(sequence.utf8) : [] }
    keypadOn = TerminalCodes.capability("smkx") ?? []
    pasteOn = TerminalCodes.capability("BE") ?? mode("\u{1B}[?2004h")
    pasteOff = TerminalCodes.capability("BD") ?? mode("\u{1B}[?2004l")
    mouseOn = mode("\u{1B}[?1000;1006h")
    mouseOff = mode("\u{1B}[?1006;1000l")
    canMoveCursor = TerminalCodes.capability("cup") != nil
    let leave = TerminalCodes.capability("rmcup") ?? []
    restore =
      ["sgr0", "op", "cnorm", "rmkx"].flatMap { TerminalCodes.capability($0) ?? [] }
      + mouseOff + pasteOff + leave + Array("\r\n".utf8)
  }

  /// A string of the terminal's description, without its `$<milliseconds>` of padding.
  private static func capability(_ name: String) -> [UInt8]? {
    guard let found = tigetstr(name), Int(bitPattern: found) != -1 else { return nil }
    var bytes: [UInt8] = []
    var isPadding = false
    var next = found
    while next.pointee != 0 {
      let byte = UInt8(bitPattern: next.pointee)
      if byte == UInt8(ascii: "$"), next[1] == CChar(UInt8(ascii: "<")) { isPadding = true }
      if !isPadding { bytes.append(byte) }
      if byte == UInt8(ascii: ">") { isPadding = false }
      next += 1
    }
    return bytes
  }
}
