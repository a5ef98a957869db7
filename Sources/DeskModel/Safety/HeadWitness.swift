import Foundation

/// A file beside the office's that tells how far the journal had come when somebody was last told "done".
///
/// SQLite takes a write-ahead log that was torn or taken away for a shorter one and says nothing: what was in it
/// would be gone without a word. The file is written after the commit and before its user is told, so it is never
/// ahead of what had been stored.
struct HeadWitness {
  let path: String

  /// A place in the journal and what stood there.
  struct Mark: Equatable {
    var sequence: Int64
    var hash: Data
  }

  /// The last mark; `nil` when there is none, or none that can be read.
  func mark() -> Mark? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let parts = String(decoding: data, as: UTF8.self).split(separator: "\n").first?
      .split(separator: " ")
    guard let parts, parts.count == 2, let sequence = Int64(parts[0]), parts[1].utf8.count == 64
    else { return nil }
    let digits = Array(parts[1])
    let bytes = stride(from: 0, to: 64, by: 2).compactMap {
      UInt8(String(digits[$0..<$0 + 2]), radix: 16)
    }
    return bytes.count == 32 ? Mark(sequence: sequence, hash: Data(bytes)) : nil
  }

  /// Notes how far the journal has come; always the same number of bytes, over the old ones.
  ///
  /// What cannot be noted is not worth failing for: the action is stored, and an older mark is still true.
  func note(_ mark: Mark) {
    OpenFile.prepare(path)
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    let number = String(mark.sequence)
    let line = String(repeating: "0", count: max(0, 19 - number.count)) + number
    let bytes = Array("\(line) \(mark.hash.hexDigits)\n".utf8)
    _ = pwrite(file, bytes, bytes.count, 0)
  }
}
