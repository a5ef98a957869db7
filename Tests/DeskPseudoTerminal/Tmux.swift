public import DeskTUI
import Foundation
import Glibc

/// A program in a window of tmux: the terminal that offices keep their sessions in, and a judge that is not ours.
///
/// Each has a server of its own, which ends with it. Nothing sleeps: `wait` looks until the screen shows what is
/// expected.
public final class Tmux {
  private let environment: [String: String]
  private let server = "desk-test-\(UUID().uuidString)"

  /// Starts a program in a window.
  ///
  /// - Parameters:
  ///   - arguments: the path of the program and what follows.
  ///   - environment: added to a small fixed one; an empty value takes a variable out.
  /// - Throws: `PseudoTerminal.Failure` when tmux cannot be started.
  public init(
    _ arguments: [String], size: Size = Size(rows: 24, columns: 80),
    environment: [String: String] = [:]
  ) throws {
    self.environment = PseudoTerminal.variables(adding: environment)
    // The window outlives its program, so that what it left on the screen can be read.
    try run(
      "start-server", ";", "set", "-g", "status", "off", ";", "set", "-g", "escape-time", "0",
      ";", "set", "-g", "remain-on-exit", "on", ";",
      "new-session", "-d", "-x", "\(size.columns)", "-y", "\(size.rows)", "--", more: arguments)
  }

  deinit { _ = try? run("kill-server") }

  // MARK: Doing

  /// Presses keys, one after the other.
  public func press(_ keys: Key...) throws {
    for key in keys {
      if case .character(let character) = key {
        try type(String(character))
      } else {
        try run("send-keys", Tmux.name(of: key))
      }
    }
  }

  /// Types text.
  public func type(_ text: String) throws {
    // A semicolon at the end of an argument would end the command.
    let text = text.hasSuffix(";") ? text.dropLast() + "\\;" : text
    try run("send-keys", "-l", "--", text)
  }

  /// Pastes text, marked as pasted if the program asked for that.
  public func paste(_ text: String) throws {
    try run("set-buffer", "--", text)
    try run("paste-buffer", "-p")
  }

  /// Gives the window another size.
  public func resize(_ size: Size) throws {
    try run("resize-window", "-x", "\(size.columns)", "-y", "\(size.rows)")
  }

  /// Takes the window away from its program, as when a line breaks.
  public func close() throws { try run("kill-server") }

  // MARK: Looking

  /// The lines of the screen, without blanks at their ends.
  public func lines() throws -> [String] {
    try run("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  /// The screen as one text.
  public func screen() throws -> String { try run("capture-pane", "-p") }

  /// The process of the program.
  public func process() throws -> Int32 {
    Int32(try tell("#{pane_pid}")) ?? 0
  }

  /// How the program ended; `nil` while it runs.
  public func exit() throws -> PseudoTerminal.Exit? {
    let fields = try tell("#{pane_dead} #{pane_dead_status} #{pane_dead_signal} #{pid}")
      .split(separator: " ", omittingEmptySubsequences: false).map { Int32($0) }
    guard fields.count == 4, fields[0] == 1 else { return nil }
    if let signal = fields[2] { return .signal(signal) }
    if let code = fields[1] { return .code(code) }
    // tmux 3.3 overlooks now and then that a program has ended; a knock makes it look.
    if let server = fields[3] { kill(server, SIGCHLD) }
    return nil
  }

  /// Whether the program has the alternate screen, as full-screen programs do.
  public func isAlternate() throws -> Bool { try tell("#{alternate_on}") == "1" }

  /// Looks until the screen is as expected.
  ///
  /// - Parameter what: names the expectation in the failure.
  /// - Returns: the screen.
  @discardableResult
  public func wait(
    for what: String, until isReached: (String) throws -> Bool
  ) throws -> String {
    let deadline = ContinuousClock.now + PseudoTerminal.patience
    while true {
      let now = try screen()
      if try isReached(now) { return now }
      if ContinuousClock.now > deadline {
        throw PseudoTerminal.Failure.timeout(what, screen: now)
      }
      poll(nil, 0, 10)
    }
  }

  /// Looks until the program has ended.
  public func waitForExit() throws -> PseudoTerminal.Exit {
    try wait(for: "its end") { _ in try exit() != nil }
    return try exit() ?? .code(-1)
  }

  private func tell(_ format: String) throws -> String {
    try run("display-message", "-p", format).trimmingCharacters(in: .newlines)
  }

  // MARK: Speaking with tmux

  @discardableResult
  private func run(_ command: String..., more: [String] = []) throws -> String {
    var ends: [Int32] = [-1, -1]
    // Closed on exec from the first moment, or a program started meanwhile would hold the end open.
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw PseudoTerminal.Failure.system("socketpair", errno)
    }
    defer { Glibc.close(ends[0]) }
    let process: pid_t
    do {
      defer { Glibc.close(ends[1]) }
      process = try PseudoTerminal.spawn(
        ["/usr/bin/tmux", "-L", server, "-f", "/dev/null"] + command + more,
        environment: environment, inNewSession: false
      ) { actions in
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 2)
      }
    }
    var answer: [UInt8] = []
    var bytes = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = read(ends[0], &bytes, bytes.count)
      if count > 0 { answer += bytes[..<count] } else if count == 0 || errno != EINTR { break }
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let text = String(decoding: answer, as: UTF8.self)
    guard status == 0 else { throw PseudoTerminal.Failure.ended("tmux \(command)", screen: text) }
    return text
  }

  /// What tmux calls a key.
  private static func name(of key: Key) -> String {
    switch key {
    case .character(let character): String(character)
    case .control(let character): "C-\(character)"
    case .alt(let character): "M-\(character)"
    case .up: "Up"
    case .down: "Down"
    case .right: "Right"
    case .left: "Left"
    case .home: "Home"
    case .end: "End"
    case .pageUp: "PPage"
    case .pageDown: "NPage"
    case .insert: "IC"
    case .delete: "DC"
    case .backspace: "BSpace"
    case .enter: "Enter"
    case .tab: "Tab"
    case .backTab: "BTab"
    case .escape: "Escape"
    case .function(let number): "F\(number)"
    }
  }
}
