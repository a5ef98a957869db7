public import DeskModel
public import DeskTUI
public import Testing

/// A person at a desk: presses keys and looks at the screen, on the real loop with a terminal in memory.
public final class DeskDriver {
  /// The office the desk stands in.
  public let office: TemporaryOffice
  /// The screen.
  public let terminal: MemoryTerminal
  private let loop: EventLoop
  private let table = CommandTable.standard

  /// Sits down.
  public init(
    _ office: TemporaryOffice, as role: RoleID, size: Size = Size(rows: 24, columns: 80),
    glyphs: Glyphs = .unicode, isPractice: Bool = true, files: FileSource = .host,
    environment: [String: String] = [:]
  ) throws {
    self.office = office
    terminal = MemoryTerminal(size: size, glyphs: glyphs)
    loop = EventLoop(
      desk: try office.desk(files: files),
      session: try office.session(role, isPractice: isPractice),
      phrases: try Phrasebook(.id, in: AssetsFolder.find()), terminal: terminal,
      environment: environment, uptime: { office.uptime })
    loop.begin()
  }

  /// The application as it stands.
  public var state: AppState { loop.state }
  /// Whether the program has ended.
  public var hasEnded: Bool { loop.hasEnded }
  /// The screen's lines.
  public var lines: [String] { GridSnapshot(terminal.grid).glyphs }
  /// The screen as one text.
  public var screen: String { lines.joined(separator: "\n") }

  // MARK: Doing

  /// Sends events that come at once, as one burst.
  public func send(_ events: [TerminalEvent]) {
    terminal.send(events)
    loop.turn()
  }

  /// Presses keys, one after the other.
  public func key(_ keys: Key...) {
    for key in keys { send([.key(key)]) }
  }

  /// Presses the key of a command; it must apply where the keyboard is.
  public func press(_ command: CommandID, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let row = table[command], let context = state.currentContext,
      row.contexts.contains(context), let key = row.keys.first
    else {
      Issue.record("\(command) has no key here\n\(screen)", sourceLocation: sourceLocation)
      return
    }
    self.key(key)
  }

  /// Types text key by key.
  public func type(_ text: String) {
    send(text.map { .key(.character($0)) })
  }

  /// Clicks on the first place where a text stands.
  public func click(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let point = place(of: text) else {
      Issue.record("no \(text) to click\n\(screen)", sourceLocation: sourceLocation)
      return
    }
    send([.mouse(MouseEvent(.press(.left), at: point)), .mouse(MouseEvent(.release, at: point))])
  }

  /// Moves down the list, from its top, to the row in which a text stands.
  public func select(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    key(.home)
    var before = ""
    while before != screen {
      if isSelected(text) { return }
      before = screen
      key(.down)
    }
    Issue.record("no row with \(text)\n\(screen)", sourceLocation: sourceLocation)
  }

  /// Another desk has written: as after the second in which nothing is pressed.
  public func waitASecond() {
    office.wait(milliseconds: 1_000)
    send([.timeout])
  }

  // MARK: Looking

  /// Expects texts on the screen.
  public func expectScreen(
    contains texts: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for text in texts where !screen.contains(text) {
      Issue.record("\(text) is not on the screen\n\(screen)", sourceLocation: sourceLocation)
    }
  }

  /// Expects that texts are not on the screen.
  public func expectScreen(
    lacks texts: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for text in texts where screen.contains(text) {
      Issue.record("\(text) is on the screen\n\(screen)", sourceLocation: sourceLocation)
    }
  }

  /// Expects the selection on a row in which a text stands.
  public func expectSelected(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    if !isSelected(text) {
      Issue.record("\(text) is not selected\n\(screen)", sourceLocation: sourceLocation)
    }
  }

  /// Presses the key of a paraf or a signature, and types the PIN that is asked for.
  public func agree(_ command: CommandID, sourceLocation: SourceLocation = #_sourceLocation) {
    press(command, sourceLocation: sourceLocation)
    expectDialog("Yakin?", sourceLocation: sourceLocation).pin()
  }

  /// Expects a dialog or form on top, by its title.
  @discardableResult
  public func expectDialog(
    _ title: String, sourceLocation: SourceLocation = #_sourceLocation
  ) -> DialogDriver {
    if state.topTitle != title {
      Issue.record(
        "the dialog on top is \(state.topTitle ?? "none"), not \(title)\n\(screen)",
        sourceLocation: sourceLocation)
    }
    return DialogDriver(desk: self)
  }

  private func isSelected(_ text: String) -> Bool {
    let marker = terminal.glyphs.marker
    return lines.contains { line in
      guard let start = line.firstIndex(of: marker) else { return false }
      return line[start...].contains(text)
    }
  }

  private func place(of text: String) -> Point? {
    for (row, line) in lines.enumerated() {
      guard let range = line.firstRange(of: text) else { continue }
      let before = String(line[..<range.lowerBound])
      return Point(row: row, column: TextWidth.columns(before))
    }
    return nil
  }
}

/// A dialog or a form, as a person answers it.
public struct DialogDriver {
  let desk: DeskDriver

  /// Answers what lies on top of a desk.
  public init(desk: DeskDriver) { self.desk = desk }

  /// Picks an item of a list by typing part of its name.
  public func pick(_ text: String) {
    desk.type(text)
    desk.key(.enter)
  }

  /// Goes to a field of a form by the name that stands before it.
  @discardableResult
  public func go(
    to label: String, sourceLocation: SourceLocation = #_sourceLocation
  ) -> DialogDriver {
    let marker = desk.terminal.glyphs.marker
    for _ in 0..<30 {
      if desk.lines.contains(where: { $0.contains("\(marker) \(label)") }) { return self }
      desk.key(.tab)
    }
    Issue.record("no field \(label)\n\(desk.screen)", sourceLocation: sourceLocation)
    return self
  }

  /// Goes to a field and types over what stands in it.
  @discardableResult
  public func retype(
    _ label: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) -> DialogDriver {
    go(to: label, sourceLocation: sourceLocation)
    desk.key(.control("u"))
    return type(text)
  }

  /// Types into the field that has the keyboard.
  @discardableResult
  public func type(_ text: String) -> DialogDriver {
    desk.type(text)
    return self
  }

  /// Ticks an item of the list that has the keyboard, found by typing part of its name.
  @discardableResult
  public func tick(_ text: String, forInformation: Bool = false) -> DialogDriver {
    desk.type(text)
    desk.key(.enter)
    if forInformation { desk.key(.character(" ")) }
    return self
  }

  /// Saves a form.
  public func save() { desk.key(.control("s")) }

  /// Types a PIN; that of practice offices unless another is given.
  public func pin(_ digits: String = DialogDriver.practicePIN) {
    desk.type(digits)
    desk.key(.enter)
  }

  /// What is published as the PIN of everybody in a practice office.
  public static let practicePIN = "246810"

  /// Answers ya.
  public func confirm() { desk.key(.character("y")) }

  /// Answers with a bare Enter.
  public func enter() { desk.key(.enter) }

  /// Leaves it.
  public func escape() { desk.key(.escape) }
}
