import Glibc

/// The office's attachment folder: files under the SHA-256 of their bytes, each stored once.
///
/// A file is complete as soon as it has its name: bytes go to a temporary file, which is flushed to the
/// disk and then renamed. Whoever loses power meanwhile keeps the letter or loses the attachment, never
/// finds half of it.
public struct AttachmentStore: Sendable {
  /// The folder.
  public let root: String
  /// From where files are taken into it.
  public let source: FileSource

  /// Uses a folder; it is made when the first file comes.
  public init(root: String, source: FileSource = .host) {
    self.root = root
    self.source = source
  }

  /// Where the bytes of an attachment lie.
  public func path(of attachment: Attachment) -> String { path(sha256: attachment.sha256) }

  /// Looks whether a file could be taken, and takes nothing.
  ///
  /// - Throws: `AttachmentFault`.
  public func check(_ file: String) throws(AttachmentFault) {
    _ = try Self.name(of: file)
    _ = try source.open(file)
  }

  /// Takes a file into the folder.
  ///
  /// The file is read twice, once for its hash and once to be copied; one that is there already is not
  /// written again.
  ///
  /// - Throws: `AttachmentFault`.
  public func store(_ file: String) throws(AttachmentFault) -> Attachment {
    let name = try Self.name(of: file)
    let opened = try source.open(file)
    let first = try Self.copy(opened, to: nil, file: file)
    if Self.size(at: path(sha256: first.sha256)) == first.size {
      return Attachment(name: name, size: first.size, sha256: first.sha256)
    }
    guard lseek(opened.number, 0, SEEK_SET) == 0 else { throw .unreadable(file) }
    return try write(opened, file: file, name: name)
  }

  /// Whether the bytes of an attachment are there and unchanged.
  ///
  /// - Throws: `AttachmentFault.missing` or `.unreadable`.
  public func isIntact(_ attachment: Attachment) throws(AttachmentFault) -> Bool {
    let file = path(of: attachment)
    let found = try Self.copy(FileSource.host.open(file), to: nil, file: file)
    return found.sha256 == attachment.sha256 && found.size == attachment.size
  }

  // MARK: - Inside

  private func path(sha256: String) -> String { "\(root)/\(sha256.prefix(2))/\(sha256)" }

  private func write(
    _ source: OpenFile, file: String, name: String
  ) throws(AttachmentFault) -> Attachment {
    try Self.makeFolder(root)
    var template = Array("\(root)/.baru-XXXXXX".utf8CString)
    let number = mkstemp(&template)
    guard number >= 0, fcntl(number, F_SETFD, FD_CLOEXEC) == 0 else {
      throw .folder(root, errno: errno)
    }
    let target = OpenFile(number)
    let temporary = String(
      decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    target.giveToOwner(of: root)
    var isNamed = false
    defer { if !isNamed { unlink(temporary) } }

    let copied = try Self.copy(source, to: target, file: file)
    guard fchmod(target.number, 0o400) == 0, fsync(target.number) == 0 else {
      throw .folder(root, errno: errno)
    }
    let final = path(sha256: copied.sha256)
    let folder = "\(root)/\(copied.sha256.prefix(2))"
    try Self.makeFolder(folder)
    guard rename(temporary, final) == 0 else { throw .folder(folder, errno: errno) }
    isNamed = true
    try Self.flushFolder(folder)
    try Self.flushFolder(root)
    return Attachment(name: name, size: copied.size, sha256: copied.sha256)
  }

  private static func copy(
    _ source: OpenFile, to target: OpenFile?, file: String
  ) throws(AttachmentFault) -> OpenFile.Contents {
    do { return try source.copy(to: target) } catch { throw AttachmentFault(error, file) }
  }

  /// The name under which people know the file, made fit for a list.
  private static func name(of file: String) throws(AttachmentFault) -> String {
    guard let last = file.split(separator: "/").last, !file.utf8.contains(0) else {
      throw .missing(file)
    }
    guard last.utf8.count <= 255 else { throw .missing(file) }
    guard let name = TextRules.line(String(last)), !name.isEmpty else { throw .name(file) }
    return name
  }

  private static func size(at path: String) -> Int64? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int64(status.st_size)
  }

  private static func makeFolder(_ path: String) throws(AttachmentFault) {
    guard mkdir(path, 0o700) == 0 else {
      guard errno == EEXIST else { throw .folder(path, errno: errno) }
      return
    }
    OpenFile.giveToOwner(made: path)
  }

  private static func flushFolder(_ path: String) throws(AttachmentFault) {
    do { try OpenFile.flushFolder(path) } catch { throw AttachmentFault(error, path) }
  }
}

/// Why a file could not become an attachment.
public enum AttachmentFault: Tellable, Hashable {
  /// There is no such file.
  case missing(String)
  /// It lies outside the folder that files are taken from here, or is a link.
  case outside(String)
  /// It is a folder.
  case isFolder(String)
  /// It is a device, a pipe or the like.
  case notAFile(String)
  /// It may not be read, or its disk fails.
  case unreadable(String)
  /// Its name has characters that no name should have.
  case name(String)
  /// The attachment folder cannot take it: full, not writable, or gone.
  case folder(String, errno: Int32)

  init(_ trouble: OpenFile.Trouble, _ file: String) {
    self =
      switch trouble {
      case .opening(let errno):
        [ENOENT, ENOTDIR, ENAMETOOLONG].contains(errno) ? .missing(file) : .unreadable(file)
      case .notPlain(let isFolder): isFolder ? .isFolder(file) : .notAFile(file)
      case .reading: .unreadable(file)
      case .writing(let errno): .folder(file, errno: errno)
      }
  }

  /// The sentence for a person.
  public var message: Message {
    switch self {
    case .outside(let file): Message("attachment.outside", Self.file(file))
    case .missing(let file): Message("attachment.missing", Self.file(file))
    case .isFolder(let file): Message("attachment.is-folder", Self.file(file))
    case .notAFile(let file): Message("attachment.not-a-file", Self.file(file))
    case .unreadable(let file): Message("attachment.unreadable", Self.file(file))
    case .name(let file): Message("attachment.name", Self.file(file))
    case .folder(_, errno: ENOSPC), .folder(_, errno: EDQUOT): Message("attachment.disk-full")
    case .folder(let folder, _): Message("attachment.folder", ["folder": folder])
    }
  }

  private static func file(_ path: String) -> [String: String] {
    ["file": TextRules.quoted(path.split(separator: "/").last.map(String.init) ?? path)]
  }
}
