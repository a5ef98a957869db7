import DeskModel
import Glibc

/// Where a command takes a PIN from: the terminal, without showing it, or the file that was named. Never from the
/// arguments, which every user of the host can read.
struct PINEntry {
  /// The file, `-` for stdin; `nil` asks on the terminal.
  let file: String?
  /// What asks for it, as it was typed.
  let action: String
  let phrases: Phrasebook

  /// Confirms an act with the PIN of who acts.
  ///
  /// - Throws: `PINFault`, `Refusal`, `StoreError` or `CommandFault`.
  func proof(at desk: Desk, of actor: Actor) throws -> PINProof {
    let prompt =
      switch try desk.pinStanding(of: actor.person) {
      case .barred(let fault): throw fault
      case .unset: throw PINFault.unset
      case .chosen: phrases("cli.pin.prompt")
      case .practice:
        phrases(PIN.practiceHint) + "\n" + phrases("cli.pin.prompt")
      }
    guard let typed = try read([prompt]).first else {
      throw CommandFault.pinFileShort(hasOld: false)
    }
    return try desk.prove(PIN(typed: typed), as: actor)
  }

  /// Has a PIN chosen: the old one first where there is one, the new one twice. A file has each in a line, the new one
  /// once.
  ///
  /// - Throws: as ``proof(at:of:)``.
  func choose(at desk: Desk, by actor: Actor) throws {
    let hasOld: Bool
    switch try desk.pinStanding(of: actor.person) {
    case .barred(let fault): throw fault
    case .practice: throw PINFault.practice
    case .unset: hasOld = false
    case .chosen: hasOld = true
    }
    let prompts = (hasOld ? ["cli.pin.old"] : []) + ["cli.pin.new", "cli.pin.again"]
    let typed = try read(prompts.map { phrases($0) })
    let old = hasOld ? try typed.first.map { try PIN(typed: $0) } : nil
    let new = typed.dropFirst(hasOld ? 1 : 0)
    guard let first = new.first else { throw CommandFault.pinFileShort(hasOld: hasOld) }
    guard file != nil || new.last == first else { throw PINFault.differs }
    _ = try desk.choosePIN(PIN(typed: first), insteadOf: old, as: actor)
  }

  /// What is answered to prompts.
  private func read(_ prompts: [String]) throws -> [String] {
    if let file {
      guard !file.isEmpty else { throw CommandFault.pathEmpty }
      return try Workplace.text(of: file).split(separator: "\n").map { line in
        String(line.filter { !$0.isWhitespace })
      }
    }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { throw CommandFault.missing(option: "--pin-file", action: action) }
    defer { close(terminal) }
    return try prompts.map { try hidden($0, on: terminal) }
  }

  /// A line typed at a terminal that shows nothing of it, and takes Ctrl-C for a letter meanwhile: else it would
  /// go on showing nothing after the program has gone.
  private func hidden(_ prompt: String, on terminal: Int32) throws -> String {
    var usual = termios()
    guard tcgetattr(terminal, &usual) == 0 else {
      throw CommandFault.missing(option: "--pin-file", action: action)
    }
    var quiet = usual
    quiet.c_lflag &= ~tcflag_t(ECHO | ISIG)
    tcsetattr(terminal, TCSAFLUSH, &quiet)
    defer {
      tcsetattr(terminal, TCSAFLUSH, &usual)
      _ = write(terminal, "\n", 1)
    }
    _ = prompt.withCString { write(terminal, $0, strlen($0)) }
    var typed: [UInt8] = []
    var byte: UInt8 = 0
    while typed.count < 1_000 {
      let count = Glibc.read(terminal, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1, byte != UInt8(ascii: "\n") else { break }
      typed.append(byte)
    }
    return String(decoding: typed, as: UTF8.self)
  }
}
