import DeskModel
import DeskPseudoTerminal
import DeskTUI
import DeskTestSupport
import Foundation
import Testing

/// A person at a desk of their own: the real program, in a window of tmux.
final class Seat {
  /// The window.
  let window: Tmux

  fileprivate init(_ window: Tmux) { self.window = window }

  // MARK: Doing

  /// Presses keys, one after the other.
  func key(_ keys: Key...) throws {
    for key in keys { try window.press(key) }
  }

  /// Presses the key of a command.
  func press(_ command: CommandID, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let keys = try #require(CommandTable.standard[command]?.keys, sourceLocation: sourceLocation)
    try window.press(try #require(keys.first, sourceLocation: sourceLocation))
  }

  /// Presses the key of a paraf or a signature, and types the PIN of practice offices.
  func agree(_ command: CommandID, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try press(command, sourceLocation: sourceLocation)
    try expect("PIN semua orang")
    try type(DialogDriver.practicePIN)
    try key(.enter)
  }

  /// Types text.
  func type(_ text: String) throws { try window.type(text) }

  /// Fills in fields from where the cursor is, one after the other; an empty answer leaves a field as it is.
  func fill(_ answers: String...) throws {
    for answer in answers {
      if !answer.isEmpty { try window.type(answer) }
      try window.press(.tab)
    }
  }

  /// Ticks an item of a list by part of its name, and goes on to the next field.
  func tick(_ name: String) throws {
    try window.type(name)
    try window.press(.enter, .tab)
  }

  /// Waits for a letter, opens it, and waits until the sheet says what is to be done.
  func open(_ subject: String, toDo sentence: String) throws {
    try expectSelected(subject)
    try press(.open)
    try expect(sentence)
  }

  // MARK: Looking

  /// Waits until all texts are on the screen, wherever their lines are broken.
  @discardableResult
  func expect(_ texts: String...) throws -> String {
    try window.wait(for: texts.joined(separator: ", ")) { screen in
      let words = screen.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return texts.allSatisfy { words.contains($0) }
    }
  }

  /// Waits until a text is not on the screen any more.
  @discardableResult
  func expectGone(_ text: String) throws -> String {
    try window.wait(for: "\(text) to go") { !$0.contains(text) }
  }

  /// Waits until the row of the selection holds a text.
  func expectSelected(_ text: String) throws {
    try window.wait(for: "\(text) selected") { screen in
      screen.split(separator: "\n").contains { $0.hasPrefix("►") && $0.contains(text) }
    }
  }

  /// Leaves the program, and waits until it has ended in order.
  func stand(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try press(.quit)
    let exit = try window.waitForExit()
    #expect(exit == .code(0), sourceLocation: sourceLocation)
  }
}

extension CommandLineOffice {
  /// Seats a person at a desk of their own.
  func sit(
    as person: String, size: Size = Size(rows: 24, columns: 80),
    environment more: [String: String] = [:]
  ) throws -> Seat {
    let window = try Tmux(
      screenCommand(person), size: size,
      environment: screenEnvironment.merging(more) { $1 })
    let seat = Seat(window)
    try seat.expect("1 Antrean")
    return seat
  }

  /// Seats a person before a terminal that shows colours and takes the mouse.
  func sitAtTerminal(
    as person: String, size: Size = Size(rows: 24, columns: 80),
    environment more: [String: String] = [:]
  ) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      screenCommand(person), size: size, environment: screenEnvironment.merging(more) { $1 })
    try terminal.wait(forText: "1 Antrean")
    return terminal
  }

  /// The command line that opens the screen.
  func screenCommand(_ person: String) -> [String] {
    [PseudoTerminal.built("desk"), "open", "--person", person]
  }

  /// What the full screen sees around it.
  var screenEnvironment: [String: String] {
    environment.merging(["LANG": "C.UTF-8"]) { $1 }
  }

  /// A letter with its journeys, found by words of its subject.
  func letter(_ subject: String) throws -> CommandLineJourneyTests.Shown {
    struct Row: Decodable { var id: Int }
    let found: [Row] = try run("letter", "list", "--search", subject, "--json").json()
    let id = try #require(found.first).id
    return try run("letter", "show", "\(id)", "--json").json()
  }

  /// Registers a letter that came in, and gives the number of the task that waits for Kepala Dinas.
  @discardableResult
  func register(_ subject: String, urgency: String = "biasa") throws -> Int {
    let added: CommandLineJourneyTests.Added = try run(
      "letter", "add", "--as", "cempaka-misal", "--sender", "Panti Contoh", "--sender-number",
      "7/PC", "--letter-date", "1/9/2025", "--subject", subject, "--urgency", urgency, "--json"
    ).json()
    return try #require(added.waiting.first?.task)
  }
}
