import Crypto
import Glibc

/// An open file that closes itself, and what is done with files that must not get lost.
public final class OpenFile {
  /// What went wrong, for whoever knows what the file was for.
  enum Trouble: Error, Equatable {
    /// It is not there, or may not be opened.
    case opening(errno: Int32)
    /// It is a folder, or a device or pipe.
    case notPlain(isFolder: Bool)
    /// Its disk fails.
    case reading
    /// Where it was to be written takes no more.
    case writing(errno: Int32)
  }

  /// What a file holds.
  struct Contents: Hashable {
    /// The SHA-256 of its bytes, 64 lower-case hexadecimal digits.
    var sha256: String
    /// How many bytes there are.
    var size: Int64
  }

  let number: Int32

  /// Takes a descriptor over.
  init(_ number: Int32) { self.number = number }

  /// Opens a plain file for reading; a pipe or device would keep its reader waiting for ever.
  convenience init(reading file: String) throws(Trouble) {
    try self.init(plain: open(file, Self.reading))
  }

  /// Opens a plain file that lies in a folder itself, not behind a link in it.
  convenience init(reading name: String, in folder: OpenFile) throws(Trouble) {
    try self.init(plain: openat(folder.number, name, Self.reading | O_NOFOLLOW))
  }

  private static let reading = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC

  private init(plain opened: Int32) throws(Trouble) {
    guard opened >= 0 else { throw .opening(errno: errno) }
    number = opened
    var status = stat()
    guard fstat(opened, &status) == 0 else { throw .opening(errno: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .notPlain(isFolder: true)
    default: throw .notPlain(isFolder: false)
    }
  }

  /// Opens a folder.
  init(folder: String) throws(Trouble) {
    number = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw .opening(errno: errno) }
  }

  /// Opens a folder that lies in another one itself, not behind a link in it.
  init(folder name: String, in folder: OpenFile) throws(Trouble) {
    number = openat(folder.number, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard number >= 0 else { throw .opening(errno: errno) }
  }

  /// Makes a file that was not there.
  init(making file: String, mode: mode_t = 0o600) throws(Trouble) {
    let opened = open(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw .writing(errno: errno) }
    number = opened
    guard fchmod(opened, mode) == 0 else { throw .writing(errno: errno) }
  }

  deinit { close(number) }

  /// Gives what root has just made in somebody's folder to whom the folder belongs, who could not use it else.
  ///
  /// Only for what the caller itself made: giving away a file that was there could give away one that a link leads to.
  func giveToOwner(of folder: String) {
    var owner = stat()
    guard geteuid() == 0, stat(folder, &owner) == 0, owner.st_uid != 0 else { return }
    _ = fchown(number, owner.st_uid, owner.st_gid)
  }

  /// Gives the file or folder that root has just put at a path to the owner of the folder around it, never what a link
  /// there leads to.
  public static func giveToOwner(made path: String) {
    guard geteuid() == 0, let end = path.lastIndex(of: "/"),
      let folder = try? OpenFile(folder: String(path[..<end]))
    else { return }
    let name = String(path[path.index(after: end)...])
    let opened = openat(folder.number, name, Self.reading | O_NOFOLLOW)
    guard opened >= 0 else { return }
    OpenFile(opened).giveToOwner(of: String(path[..<end]))
  }

  /// Makes an empty file for the owner of the folder it lies in, if root is about to write one that is not there.
  static func prepare(_ path: String) {
    guard geteuid() == 0, let end = path.lastIndex(of: "/"), access(path, F_OK) != 0,
      let file = try? OpenFile(making: path)
    else { return }
    file.giveToOwner(of: String(path[..<end]))
  }

  /// Reads to the end, hashing, and writes what it reads if there is somewhere to.
  func copy(to target: OpenFile?) throws(Trouble) -> Contents {
    var hash = SHA256()
    var size: Int64 = 0
    var buffer = [UInt8](repeating: 0, count: 256 * 1024)
    while true {
      let count = read(number, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .reading }
      if count == 0 { break }
      hash.update(data: buffer[..<count])
      size += Int64(count)
      try target?.write(buffer[..<count])
    }
    return Contents(sha256: hash.finalize().hexDigits, size: size)
  }

  /// Writes all of some bytes.
  func write(_ bytes: ArraySlice<UInt8>) throws(Trouble) {
    var rest = bytes
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw .writing(errno: errno) }
      rest = rest.dropFirst(written)
    }
  }

  /// Waits until the disk has it.
  func flush() throws(Trouble) {
    guard fsync(number) == 0 else { throw .writing(errno: errno) }
  }

  /// Waits until the disk has the names in a folder.
  static func flushFolder(_ path: String) throws(Trouble) {
    let folder: OpenFile
    do { folder = try OpenFile(folder: path) } catch {
      guard case .opening(let code) = error else { throw error }
      throw .writing(errno: code)
    }
    try folder.flush()
  }
}
