import DeskModel
import Foundation

/// The host's program that takes mail.
struct Sendmail {
  private let path: String

  /// Looks for it on the path, and where it lies when the path of a timer does not lead there.
  ///
  /// - Throws: `CommandFault.sendmailMissing`.
  init(environment: [String: String]) throws {
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let found = (folders + ["/usr/sbin", "/usr/lib"]).map { $0 + "/sendmail" }
      .first { $0.hasPrefix("/") && FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { throw CommandFault.sendmailMissing }
    path = found
  }

  /// Hands a mail over.
  ///
  /// - Returns: whether it was taken; why not, the program says on stderr.
  func send(_ mail: MailMessage) -> Bool {
    // A file, not a pipe: a program that ends early must not end this one.
    guard let file = tmpfile() else { return false }
    defer { fclose(file) }
    let handle = FileHandle(fileDescriptor: fileno(file))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-i", mail.to.address.text]
    process.standardInput = handle
    process.standardOutput = FileHandle.nullDevice
    do {
      try handle.write(contentsOf: Data(mail.text.utf8))
      try handle.seek(toOffset: 0)
      try process.run()
    } catch {
      return false
    }
    process.waitUntilExit()
    return process.terminationReason == .exit && process.terminationStatus == 0
  }

  /// The account that reminders come from; `nil` where the host has no name that mail could use.
  static var account: MailAddress? {
    MailAddress("\(NSUserName())@\(ProcessInfo.processInfo.hostName)")
  }
}
