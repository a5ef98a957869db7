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

  /// How many bytes a mark has: 19 digits, a blank, 64 digits and the line's end.
  private static let size = 85

  /// The last mark; `nil` when there is none.
  ///
  /// - Throws: `StoreError.unwitnessed` when what lies there is no mark: no desk leaves it so, and nothing would tell of
  ///   a journal that has become shorter.
  func mark() throws(StoreError) -> Mark? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_size == Self.size,
      let data = FileManager.default.contents(atPath: path), let mark = Mark(data)
    else { throw .unwitnessed(path: path) }
    return mark
  }

  /// Notes how far the journal has come; always the same number of bytes, over the old ones.
  ///
  /// What cannot be noted is not worth failing for: the action is stored, and an older mark is still true. The first
  /// one waits for the disk, since a power cut must not leave a file without its bytes; later ones change bytes in place.
  func note(_ mark: Mark) {
    let isFirst = access(path, F_OK) != 0
    OpenFile.prepare(path)
    let file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    let bytes = mark.bytes
    _ = pwrite(file, bytes, bytes.count, 0)
    guard isFirst else { return }
    fsync(file)
    try? OpenFile.flushFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
  }
}

extension HeadWitness.Mark {
  fileprivate init?(_ bytes: Data) {
    let parts = String(decoding: bytes.dropLast(), as: UTF8.self).split(separator: " ")
    guard parts.count == 2, let sequence = Int64(parts[0]) else { return nil }
    let digits = Array(parts[1].utf8)
    guard digits.count == 64 else { return nil }
    let hash = stride(from: 0, to: 64, by: 2).compactMap {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
    guard hash.count == 32 else { return nil }
    self.init(sequence: sequence, hash: Data(hash))
  }

  fileprivate var bytes: [UInt8] {
    let number = String(sequence)
    let line = String(repeating: "0", count: max(0, 19 - number.count)) + number
    return Array("\(line) \(hash.hexDigits)\n".utf8)
  }
}
