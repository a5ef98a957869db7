import DeskModel
import Dispatch
import Foundation
import Glibc

/// The host's program that takes mail.
struct Sendmail {
  private let path: String
  /// How long it may take over a mail.
  private let limit: DispatchTimeInterval

  /// How long it may take over a mail, in seconds: one that hangs must not keep the others from theirs.
  static let seconds = 30
  /// How long it is waited for its end after that: nothing ends a program that waits for a dead disk, or what it has
  /// started elsewhere.
  private static let grace = DispatchTimeInterval.seconds(5)

  /// Looks for it on the path, and where it lies when the path of a timer does not lead there.
  ///
  /// - Throws: `CommandFault.sendmailMissing`.
  init(
    environment: [String: String], limit: DispatchTimeInterval = .seconds(Self.seconds)
  ) throws {
    self.limit = limit
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let found = (folders + ["/usr/sbin", "/usr/lib"]).map { $0 + "/sendmail" }
      .first { $0.hasPrefix("/") && FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { throw CommandFault.sendmailMissing }
    path = found
  }

  /// Hands a mail over.
  ///
  /// - Returns: what became of it; why it was not taken, the program says on stderr.
  func send(_ mail: MailMessage) -> DigestText.Delivery {
    // A file, not a pipe: a program that ends early must not end this one.
    guard let file = tmpfile() else { return .refused }
    defer { fclose(file) }
    let handle = FileHandle(fileDescriptor: fileno(file))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-i", mail.to.address.text]
    process.standardInput = handle
    process.standardOutput = FileHandle.nullDevice
    let end = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in end.signal() }
    do {
      try handle.write(contentsOf: Data(mail.text.utf8))
      try handle.seek(toOffset: 0)
      try process.run()
    } catch {
      return .refused
    }
    guard end.wait(timeout: .now() + limit) == .success else {
      Self.kill(process)
      _ = end.wait(timeout: .now() + Self.grace)
      return .tooSlow
    }
    let isTaken = process.terminationReason == .exit && process.terminationStatus == 0
    return isTaken ? .sent : .refused
  }

  /// Ends a program that hangs, with what it has started if it leads a group of its own; one that cannot be ended is
  /// left behind.
  private static func kill(_ process: Process) {
    let id = process.processIdentifier
    guard id > 0 else { return }
    _ = Glibc.kill(getpgid(id) == id ? -id : id, SIGKILL)
  }

  /// The account that reminders come from; `nil` where the host has no name that mail could use.
  static var account: MailAddress? {
    MailAddress("\(NSUserName())@\(ProcessInfo.processInfo.hostName)")
  }
}
