import DeskPseudoTerminal
import DeskTUI
import Foundation
import Glibc
import Testing

/// The curses terminal on a real terminal line.
@Suite struct TerminalTests {
  private func start(
    size: Size = Size(rows: 24, columns: 80), environment: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      [PseudoTerminal.built("DeskTerminalProbe")], size: size, environment: environment)
    // What is waited for may be read before the rest of its frame: the end of the last row comes last.
    try terminal.wait(for: "the whole frame") {
      $0.screen.contains("ready")
        && $0.screen.line(size.rows - 1).suffix(2).contains { !$0.isWhitespace }
    }
    return terminal
  }

  @Test func drawsBoxesWideTextAndGivesTheTerminalBack() throws {
    let terminal = try start()
    #expect(terminal.screen.line(0).hasPrefix("╔ Probe ═"))
    #expect(terminal.screen.line(3).hasPrefix("║2 surat 日本 é ✅  "))
    #expect(terminal.terminal.isAlternate)
    #expect(!terminal.terminal.isCursorVisible)
    #expect(terminal.terminal.hasBracketedPaste)
    #expect(terminal.terminal.hasMouse)
    #expect(terminal.terminal.hasApplicationKeys)
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.terminal.isGivenBack)
    #expect(terminal.screen.contains("ended"))
    #expect(terminal.terminal.unknown.isEmpty)
  }

  @Test(arguments: [
    ("a", "key a"), ("é", "key é"), ("📨", "key 📨"), (" ", "key space"), ("\u{1B}OA", "key up"),
    ("\u{1B}[A", "key up"), ("\u{1B}[H", "key home"),
    ("\u{1B}[5~", "key pgup"), ("\u{1B}OP", "key F1"), ("\u{1B}[24~", "key F12"),
    ("\u{1B}[Z", "key shift-tab"), ("\u{1B}", "key esc"), ("\u{1B}x", "key alt-x"),
    ("\u{10}", "key ctrl-p"), ("\u{3}", "key ctrl-c"), ("\r", "key enter"), ("\t", "key tab"),
    ("\u{7F}", "key backspace"), ("\u{8}", "key backspace"), ("\u{1B}[3~", "key del"),
    ("\u{1B}[9999zb", "key b"), ("\u{1B}[200~dua\rbaris\u{1B}[201~", "paste [\"dua\", \"baris\"]"),
    ("\u{1B}[<0;5;3M", "2,4 press(left)"), ("\u{1B}[<64;5;3M", "2,4 wheelUp"),
    ("\u{1B}[<65;5;3M", "2,4 wheelDown"), ("\u{1B}[<2;5;3M", "2,4 press(right)"),
    ("\u{1B}[<0;5;3m", "2,4 release"),
    ("\u{1B}[<0;300;3M", "2,299 press(left)"),
    ("\u{1B}[M %#", "2,4 press(left)"),
  ])
  func reportsWhatWasPressed(sent: String, told: String) throws {
    let terminal = try start(size: Size(rows: 10, columns: 120))
    terminal.send(sent)
    try terminal.wait(forText: told)
  }

  @Test func escapeAloneComesSoon() throws {
    let terminal = try start()
    // Any one may come late on a busy machine; curses' own delay of a second would hold back each.
    let times = try (0..<10).map { _ in
      terminal.press(.down)
      try terminal.wait(forText: "key down")
      let before = ContinuousClock.now
      terminal.press(.escape)
      try terminal.wait(forText: "key esc")
      return ContinuousClock.now - before
    }
    #expect(try #require(times.min()) < .milliseconds(500))
  }

  @Test func twoPressesSoonAfterEachOtherAreADoubleClick() throws {
    let terminal = try start()
    // Two that a busy machine took apart count as two.
    try terminal.wait(for: "a double click") {
      if $0.screen.contains("2,4 doubleClick") { return true }
      terminal.send("\u{1B}[<0;5;3M\u{1B}[<0;5;3m\u{1B}[<0;5;3M")
      return false
    }
  }

  @Test func followsManyResizes() throws {
    let terminal = try start()
    for step in 0..<30 {
      let size = Size(rows: 5 + step, columns: 40 + (step * 37) % 90)
      terminal.resize(size)
      try terminal.wait(for: "the box at \(size)") {
        $0.screen.line(size.rows - 1).hasSuffix("╝")
          && $0.screen.line(0).hasSuffix("╗")
          && $0.screen.contains("size \(size.rows)x\(size.columns)")
      }
    }
  }

  @Test func survivesTheSmallestWindows() throws {
    let terminal = try start()
    for size in [Size(rows: 1, columns: 1), Size(rows: 2, columns: 3), Size(rows: 1, columns: 60)] {
      terminal.resize(size)
    }
    terminal.resize(Size(rows: 10, columns: 60))
    try terminal.wait(forText: "size 10x60")
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
  }

  @Test func aCursorMoveCostsFewBytes() throws {
    let terminal = try start(size: Size(rows: 43, columns: 132))
    let before = terminal.byteCount
    let moves = 20
    for move in 1...moves {
      terminal.press(.down)
      try terminal.wait(for: "row \(move) selected") { $0.screen.cells[move + 1][5].look.reverse }
    }
    #expect((terminal.byteCount - before) / moves <= 400)
  }

  @Test func otherThreadsWakeIt() throws {
    let terminal = try start()
    terminal.press(.control("w"))
    try terminal.wait(forText: "wake")
  }

  @Test func lendsTheTerminalAndTakesItBack() throws {
    let terminal = try start()
    terminal.press(.control("e"))
    try terminal.wait(for: "the main screen") { $0.isGivenBack && $0.screen.contains("lent") }
    terminal.resize(Size(rows: 30, columns: 90))
    terminal.send("\r")
    try terminal.wait(for: "the screen again") {
      $0.isAlternate && $0.hasMouse && $0.screen.contains("size 30x90")
    }
    terminal.press(.down)
    try terminal.wait(forText: "key down")
  }

  @Test(arguments: [SIGHUP, SIGTERM, SIGINT])
  func endsInOrderWhenToldTo(signal: Int32) throws {
    let terminal = try start()
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.terminal.isGivenBack)
  }

  @Test func endsWhenTheTerminalGoesAway() throws {
    let terminal = try start()
    terminal.hangUp()
    let exit = try terminal.waitForExit()
    #expect(exit == .code(0) || exit == .signal(SIGHUP))
  }

  @Test(arguments: [Key.control("t"), .control("o")])
  func aCrashGivesTheTerminalBack(key: Key) throws {
    let terminal = try start()
    terminal.press(key)
    let exit = try terminal.waitForExit()
    #expect([.signal(SIGILL), .signal(SIGTRAP), .signal(SIGSEGV)].contains(exit))
    #expect(terminal.terminal.isGivenBack)
    if key == .control("t") { #expect(terminal.screen.contains("Index out of range")) }
  }

  @Test func leavingWithoutEndGivesTheTerminalBack() throws {
    let terminal = try start()
    terminal.press(.control("x"))
    #expect(try terminal.waitForExit() == .code(7))
    #expect(terminal.terminal.isGivenBack)
  }

  @Test func warningsWaitInTheLogUntilTheScreenIsFree() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let log = folder.appendingPathComponent("a/b/desk.log").path
    let terminal = try start(environment: ["DESK_LOG": log])
    terminal.press(.control("r"))
    try terminal.wait(forText: "key ctrl-r")
    #expect(!terminal.screen.contains("a warning"))
    terminal.send("q")
    #expect(try terminal.waitForExit() == .code(0))
    #expect(terminal.screen.contains("a warning"))
    #expect(try String(contentsOfFile: log, encoding: .utf8) == "a warning\n")
  }

  @Test(arguments: [
    ["LANG": "C"], ["LANG": "id_ID.ISO-8859-1"], ["TERM": "vt100"],
  ])
  func drawsASCIIWhereUTF8IsNotUnderstood(environment: [String: String]) throws {
    let terminal = try start(environment: environment)
    #expect(
      terminal.screen.line(0).hasPrefix("#= Probe =")
        || terminal.screen.line(0).hasPrefix("# Probe ="))
    #expect(terminal.screen.text.unicodeScalars.allSatisfy { $0.isASCII })
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "vt100"], ["DESK_THEME": "mono"]])
  func withoutColoursFocusIsStillShown(environment: [String: String]) throws {
    let terminal = try start(environment: environment)
    #expect(!terminal.screen.cells.joined().contains { $0.look.isColoured })
    #expect(terminal.screen.cells[1][5].look.reverse)
  }

  @Test func colourIsThereByDefault() throws {
    let terminal = try start()
    #expect(terminal.screen.cells.joined().contains { $0.look.isColoured })
  }

  @Test(arguments: [
    (["TERM": "nosuch"], "refused: terminal.unknown-type"),
    (["TERM": ""], "refused: terminal.unknown-type"),
    (["TERM": "dumb"], "refused: terminal.no-cursor-movement"),
    (["DESK_THEME": "pink"], "refused: terminal.unknown-theme"),
  ])
  func refusesWhatItCannotUseInOneSentence(environment: [String: String], told: String) throws {
    let terminal = try PseudoTerminal(
      [PseudoTerminal.built("DeskTerminalProbe")], environment: environment)
    #expect(try terminal.waitForExit() == .code(2))
    #expect(terminal.screen.contains(told))
  }

  @Test(arguments: ["%", "/bin/sh -c '%; true'"])
  func stopsAsAJobOfTheShellAndComesBack(command: String) throws {
    let shell = try PseudoTerminal(
      ["/bin/bash", "--norc", "--noprofile", "-i"], environment: ["PS1": "prompt> "])
    try shell.wait(forText: "prompt>")
    let probe = PseudoTerminal.built("DeskTerminalProbe")
    shell.send(command.replacingOccurrences(of: "%", with: probe) + "\r")
    try shell.wait(forText: "ready")
    shell.press(.control("z"))
    try shell.wait(for: "the shell") {
      !$0.isAlternate && !$0.hasMouse && $0.screen.contains("Stopped")
    }
    shell.resize(Size(rows: 20, columns: 70))
    shell.send("fg\r")
    try shell.wait(for: "the screen again") {
      $0.isAlternate && $0.screen.contains("size 20x70")
    }
    shell.press(.down)
    try shell.wait(forText: "key down")
    shell.send("q")
    try shell.wait(for: "the shell") {
      !$0.isAlternate && !$0.hasMouse && $0.screen.contains("ended")
    }
  }

  @Test func aStopThatNoShellCouldUndoIsPassedOver() throws {
    let terminal = try start()
    terminal.press(.control("z"))
    try terminal.wait(for: "the screen again") {
      $0.isAlternate && $0.screen.contains("size 24x80")
    }
    terminal.press(.down)
    try terminal.wait(forText: "key down")
    terminal.signal(SIGTSTP)
    try terminal.wait(for: "the screen again") {
      $0.isAlternate && $0.screen.contains("size 24x80")
    }
    terminal.press(.up)
    try terminal.wait(forText: "key up")
  }

  @Test func theWindowAndNotTheEnvironmentGivesTheSize() throws {
    let terminal = try start(environment: ["LINES": "10", "COLUMNS": "40"])
    #expect(terminal.screen.line(23).hasSuffix("╝"))
    terminal.resize(Size(rows: 30, columns: 100))
    try terminal.wait(forText: "size 30x100")
  }

  @Test func aLongPasteArrivesWhole() throws {
    let terminal = try start()
    terminal.send("\u{1B}[200~" + String(repeating: "é", count: 20_000) + "\u{1B}[201~")
    try terminal.wait(forText: "paste [\"ééé")
    terminal.press(.down)
    try terminal.wait(forText: "key down")
  }

  @Test func aCharacterSplitByTheLineIsOneCharacter() throws {
    let terminal = try start()
    terminal.sendBytes([0xE6, 0x97])
    terminal.sendBytes([0xA5])
    try terminal.wait(forText: "key 日")
  }
}
