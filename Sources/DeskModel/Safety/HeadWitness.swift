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

  /// What a first mark's name ends with until it has its place.
  static let unfinished = ".baru"
  /// How many bytes a mark has: 19 digits, a blank, 64 digits and the line's end.
  private static let size = 85

  /// The last mark; `nil` when there is none.
  ///
  /// - Throws: `StoreError.unwitnessed` when what lies there is no mark: no desk leaves it so, and nothing would tell of
  ///   a journal that has become shorter. Another one when it cannot be read.
  func mark() throws(StoreError) -> Mark? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else {
      switch errno {
      case ENOENT: return nil
      case ELOOP: throw .unwitnessed(path: path)
      case let code: throw StoreError(errno: code, path: path)
      }
    }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: Self.size + 1)
    let count = read(file, &bytes, bytes.count)
    guard count >= 0 || errno == EISDIR else { throw StoreError(errno: errno, path: path) }
    guard count == Self.size, let mark = Mark(bytes.prefix(count)) else {
      throw .unwitnessed(path: path)
    }
    return mark
  }

  /// Notes how far the journal has come, while nobody else does; always the same number of bytes, over the old ones.
  ///
  /// What cannot be noted is not worth failing for: the action is stored, and an older mark is still true.
  func note(_ mark: Mark) {
    let file = open(path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { make(mark) }
      return
    }
    defer { close(file) }
    let bytes = mark.bytes
    _ = pwrite(file, bytes, bytes.count, 0)
  }

  /// The first mark gets its place when the disk has it: neither a kill nor a power cut leaves half of one there.
  private func make(_ mark: Mark) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let unfinished = path + Self.unfinished
    unlink(unfinished)
    do throws(OpenFile.Trouble) {
      let file = try OpenFile(making: unfinished)
      file.giveToOwner(of: folder)
      try file.write(mark.bytes[...])
      try file.flush()
      guard rename(unfinished, path) == 0 else { throw .writing(errno: errno) }
      try OpenFile.flushFolder(folder)
    } catch {
      unlink(unfinished)
    }
  }
}

extension HeadWitness.Mark {
  fileprivate init?(_ bytes: ArraySlice<UInt8>) {
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
