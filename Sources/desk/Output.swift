import DeskModel
import Glibc

/// Writes to the terminal, a pipe or a file; nothing that letters contain can steer the terminal.
enum Output {
  /// Whoever read the output has closed it: enough was seen.
  struct ReaderGone: Error {}

  /// Writes lines to stdout.
  ///
  /// - Throws: `ReaderGone`, or `CommandFault.outputFailed` on a full disk and the like.
  static func text(_ text: String) throws { try write(clean(text) + "\n", to: STDOUT_FILENO) }

  /// Writes a document to stdout, as it would stand in a file.
  static func document(_ text: String) throws { try write(clean(text), to: STDOUT_FILENO) }

  /// Writes a table or list to stdout, one line each.
  static func lines(_ lines: [String]) throws {
    if !lines.isEmpty { try text(lines.joined(separator: "\n")) }
  }

  /// Writes JSON to stdout.
  static func json(_ value: JSONText) throws { try text(value.text) }

  /// Writes one sentence to stderr.
  static func complain(_ sentence: String) {
    let line = clean(sentence).split(whereSeparator: \.isNewline).joined(separator: " ")
    // Where even stderr is closed there is nobody left to tell.
    try? write("desk: \(line)\n", to: STDERR_FILENO)
  }

  /// Writes what moves the cursor about on a line of its own.
  static func progress(_ text: String) { try? write(text, to: STDERR_FILENO) }

  /// The text without control characters and marks that turn text around, lines kept.
  private static func clean(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnfit) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { result.append(isUnfit(scalar) ? "\u{FFFD}" : scalar) }
    return String(result)
  }

  private static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n" && TextRules.isForbidden(scalar)
  }

  private static func write(_ text: String, to descriptor: Int32) throws {
    try bytes(Array(text.utf8), to: descriptor)
  }

  /// Writes bytes as they are: for files that programs read.
  ///
  /// - Parameter path: the file's.
  /// - Throws: `ReaderGone`, or `CommandFault.outputFailed` on a full disk and the like.
  static func bytes(
    _ bytes: [UInt8], to descriptor: Int32, named path: String = "/dev/stdout"
  ) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        if errno == EPIPE { throw ReaderGone() }
        throw CommandFault.outputFailed(path, errno)
      }
      rest = rest.dropFirst(count)
    }
  }
}
