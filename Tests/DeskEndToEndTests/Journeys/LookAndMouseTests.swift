import DeskPseudoTerminal
import DeskTUI
import Testing

/// Terminals without colours or without signs, and the mouse.
@Suite struct LookAndMouseTests {
  private let office: CommandLineOffice

  init() throws {
    office = try .founded()
    try office.register("Undangan rapat")
    try office.register("Permohonan data")
  }

  /// Shows the main screens one after the other.
  private func walk(
    _ terminal: PseudoTerminal, looking look: (EmulatedScreen) -> Void
  ) throws {
    let stations: [(Key, String)] = [
      (.enter, " Surat masuk 0001 "), (.character("d"), " Lembar disposisi "),
      (.escape, " Surat masuk 0001 "), (.character("f"), " Alur 0001 "),
      (.character("2"), "[2 Agenda"), (.character("4"), "[4 Tunggakan"),
      (.character("5"), "[5 Prosedur"), (.function(1), " Bantuan "),
    ]
    look(terminal.screen)
    for (key, text) in stations {
      terminal.press(key)
      try terminal.wait(forText: text)
      look(terminal.screen)
    }
  }

  @Test func withoutColoursNothingIsColoured() throws {
    let terminal = try office.sitAtTerminal(as: "melati-contoh", environment: ["NO_COLOR": "1"])
    try walk(terminal) { screen in
      #expect(!screen.cells.joined().contains { $0.look.isColoured })
    }
  }

  @Test func anASCIITerminalGetsOnlyASCIIAndWorks() throws {
    let terminal = try office.sitAtTerminal(as: "melati-contoh", environment: ["LANG": "C"])
    try walk(terminal) { screen in
      let isPlain = screen.text.allSatisfy { $0.isASCII }
      #expect(isPlain, "\(screen.text)")
    }
  }

  @Test func rowsTabsAndHintsAreClicked() throws {
    let terminal = try office.sitAtTerminal(as: "melati-contoh")
    try terminal.click("Permohonan data")
    try terminal.wait(for: "the row selected") { $0.isSelected("Permohonan data") }
    try terminal.click("2 Agenda")
    try terminal.wait(forText: "[2 Agenda")
    try terminal.click("1 Antrean")
    try terminal.wait(forText: "[1 Antrean")
    try terminal.click("Enter buka")
    try terminal.wait(forText: " Surat masuk 0002 ")
  }

  @Test func theWheelMovesAndF8TurnsTheMouseOff() throws {
    let terminal = try office.sitAtTerminal(as: "melati-contoh")
    try terminal.wait(for: "the first row") { $0.isSelected("Undangan rapat") }
    let row = try #require(terminal.screen.row(of: "Undangan rapat"))
    terminal.send("\u{1B}[<65;20;\(row + 1)M")
    try terminal.wait(for: "the next row") { $0.isSelected("Permohonan data") }
    terminal.send("\u{1B}[<64;20;\(row + 1)M")
    try terminal.wait(for: "the row before") { $0.isSelected("Undangan rapat") }
    #expect(terminal.terminal.hasMouse)
    terminal.press(.function(8))
    try terminal.wait(for: "no mouse") { !$0.hasMouse && $0.screen.contains("Tetikus mati") }
    terminal.press(.function(8))
    try terminal.wait(for: "the mouse") { $0.hasMouse && $0.screen.contains("Tetikus menyala") }
  }
}

extension PseudoTerminal {
  /// Clicks on the first place where a text stands, once it stands there.
  func click(_ text: String) throws {
    try wait(forText: text)
    guard let row = screen.row(of: text) else { return }
    let cells = screen.cells[row].map(\.text)
    let column = cells.indices.first { cells[$0...].joined().hasPrefix(text) }
    click(row: row, column: column ?? 0)
  }
}

extension Emulator {
  /// Whether the row of the selection holds a text.
  func isSelected(_ text: String) -> Bool {
    (0..<screen.rows).contains {
      screen.line($0).hasPrefix("►") && screen.line($0).contains(text)
    }
  }
}
