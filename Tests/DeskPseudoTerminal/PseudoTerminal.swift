public import DeskTUI
import Foundation
import Glibc

/// A program running on a terminal that the test holds: what it writes is seen, what a user would press is sent.
///
/// Nothing sleeps: `wait` reads until the screen shows what is expected.
public final class PseudoTerminal {
  /// What went wrong with the program or its terminal.
  public enum Failure: Error, CustomStringConvertible {
    /// A system call failed.
    case system(String, Int32)
    /// The screen did not come to show what was waited for.
    case timeout(String, screen: String)
    /// The program ended while something was waited for.
    case ended(String, screen: String)

    /// For the test's log.
    public var description: String {
      switch self {
      case .system(let call, let code): "\(call): \(String(cString: strerror(code)))"
      case .timeout(let what, let screen): "waited in vain for \(what); the screen:\n\(screen)"
      case .ended(let what, let screen): "ended before \(what); the screen:\n\(screen)"
      }
    }
  }

  /// How a program ended.
  public enum Exit: Equatable, Sendable {
    /// By itself, with a code.
    case code(Int32)
    /// By a signal.
    case signal(Int32)
  }

  /// How long a test waits before it says that something does not come: long, since a machine with much else to do
  /// keeps a program waiting for many seconds. How soon something comes is not measured by waiting for it.
  public static let patience = Duration.seconds(120)

  /// What the user sees.
  public private(set) var terminal: Emulator
  /// All bytes the program has written so far, in number.
  public private(set) var byteCount = 0
  /// The program's process.
  public private(set) var process: Int32 = 0
  private var master: Int32

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - arguments: the path of the program and what follows.
  ///   - environment: added to a small fixed one (xterm-256color, C.UTF-8); an empty value takes a variable out.
  public init(
    _ arguments: [String], size: Size = Size(rows: 24, columns: 80),
    environment: [String: String] = [:]
  ) throws {
    var controller: Int32 = -1
    var device: Int32 = -1
    var name = [CChar](repeating: 0, count: 128)
    var window = PseudoTerminal.window(size)
    guard openpty(&controller, &device, &name, nil, &window) == 0 else {
      throw Failure.system("openpty", errno)
    }
    defer { close(device) }
    _ = fcntl(controller, F_SETFD, FD_CLOEXEC)
    _ = fcntl(device, F_SETFD, FD_CLOEXEC)
    master = controller
    terminal = Emulator(rows: size.rows, columns: size.columns)
    process = try PseudoTerminal.spawn(
      arguments, on: name, environment: PseudoTerminal.variables(adding: environment))
  }

  deinit {
    if process > 0 {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    hangUp()
  }

  /// The cells, for short.
  public var screen: EmulatedScreen { terminal.screen }

  /// Reads until the terminal is as expected.
  ///
  /// - Parameter what: names the expectation in the failure.
  /// - Throws: `Failure` when the program ends before, or patience does.
  public func wait(
    for what: String, until isReached: (Emulator) -> Bool
  ) throws {
    let deadline = ContinuousClock.now + Self.patience
    while !isReached(terminal) {
      if ContinuousClock.now > deadline { throw Failure.timeout(what, screen: screen.text) }
      if !pump(milliseconds: 20) {
        if isReached(terminal) { return }
        throw Failure.ended(what, screen: screen.text)
      }
    }
  }

  /// Reads until some row holds the text.
  public func wait(forText text: String) throws {
    try wait(for: "“\(text)”") { $0.screen.contains(text) }
  }

  /// Sends bytes as if typed.
  ///
  /// Reads meanwhile, since a line holds only so much.
  public func send(_ text: String) { sendBytes(Array(text.utf8)) }

  /// Sends bytes that need not be whole characters.
  public func sendBytes(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.prefix(1024).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
      if !rest.isEmpty { _ = pump(milliseconds: 0, onlyIfReady: true) }
    }
  }

  /// Presses a key, as xterm would send it.
  public func press(_ key: Key) { send(PseudoTerminal.sequence(key)) }

  /// Clicks with the left button, as xterm reports it.
  public func click(row: Int, column: Int) {
    send("\u{1B}[<0;\(column + 1);\(row + 1)M\u{1B}[<0;\(column + 1);\(row + 1)m")
  }

  /// Gives the window another size.
  public func resize(_ size: Size) {
    var window = PseudoTerminal.window(size)
    terminal.resize(rows: size.rows, columns: size.columns)
    _ = ioctl(master, UInt(TIOCSWINSZ), &window)
  }

  /// Sends keys and reads until the line has been quiet for a while.
  ///
  /// - Parameter quiet: how long nothing must come, in milliseconds.
  /// - Returns: the time to the last byte that came, and how many came.
  public func answer(to keys: String, quiet: Int32) -> (microseconds: Double, bytes: Int) {
    let before = byteCount
    let start = ContinuousClock.now
    var last = start
    send(keys)
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    while poll(&polled, 1, quiet) > 0, pump(milliseconds: 0) { last = ContinuousClock.now }
    let time = (last - start).components
    return (
      Double(time.seconds) * 1e6 + Double(time.attoseconds) / 1e12, byteCount - before
    )
  }

  /// What the program holds in memory, in megabytes of 1,000,000 bytes.
  public func residentMegabytes() -> Double {
    guard let text = FileManager.default.contents(atPath: "/proc/\(process)/statm"),
      let pages = String(decoding: text, as: UTF8.self).split(separator: " ").dropFirst().first
    else { return .nan }
    return (Double(pages) ?? .nan) * Double(sysconf(Int32(_SC_PAGESIZE))) / 1e6
  }

  /// Sends the program a signal.
  public func signal(_ number: Int32) { kill(process, number) }

  /// Takes the terminal away, as when a line breaks.
  public func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Reads to the end and waits for the program.
  ///
  /// - Throws: `Failure.timeout` when it does not end.
  public func waitForExit() throws -> Exit {
    let deadline = ContinuousClock.now + Self.patience
    var status: Int32 = 0
    while true {
      let hasOutput = master >= 0 && pump(milliseconds: 10)
      if waitpid(process, &status, WNOHANG) == process { break }
      if ContinuousClock.now > deadline { throw Failure.timeout("its end", screen: screen.text) }
      if !hasOutput { poll(nil, 0, 5) }
    }
    process = 0
    while master >= 0, pump(milliseconds: 0, onlyIfReady: true) {}
    let signal = status & 0x7F
    return signal == 0 ? .code((status >> 8) & 0xFF) : .signal(signal)
  }

  /// The processor time the program has used, in seconds.
  public func processorTime() -> Double {
    guard let text = FileManager.default.contents(atPath: "/proc/\(process)/stat"),
      let rest = String(decoding: text, as: UTF8.self).split(separator: ")").last
    else { return 0 }
    let fields = rest.split(separator: " ")
    guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
      return 0
    }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// Reads once; false when the program has gone, or nothing was ready and that was asked for.
  private func pump(milliseconds: Int32, onlyIfReady: Bool = false) -> Bool {
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, milliseconds) > 0 else { return !onlyIfReady }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &bytes, bytes.count)
    guard count > 0 else { return false }
    byteCount += count
    terminal.feed(bytes[..<count])
    return true
  }

  private static func window(_ size: Size) -> winsize {
    winsize(
      ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
  }
}
