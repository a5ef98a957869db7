import GRDB
import Glibc

/// Why the office's file could not be used or changed; nothing was written.
public enum StoreError: Tellable, Equatable {
  /// There is no office in the folder.
  case missing(path: String)
  /// There is no database in the folder, but what else an office has.
  case remnants(path: String, found: [String])
  /// There is something else in the folder where a new one was to be made.
  case occupied(path: String, found: [String])
  /// There is an office already where a new one was to be made.
  case exists(path: String)
  /// The file is no SQLite file, or not one of ours.
  case foreign(path: String)
  /// The file was made by a newer desk.
  case newer(path: String)
  /// The file, folder or file system may not be written.
  case readOnly(path: String)
  /// Others than the owner could read or change it.
  case loose(path: String, root: String)
  /// It belongs to another user of the host.
  case anothers(path: String, owner: String, user: String)
  /// Another file lies where the one that was opened lay.
  case exchanged(path: String)
  /// The disk is full.
  case full(path: String)
  /// SQLite finds the file damaged.
  case damaged(path: String, detail: String)
  /// Another program holds the file.
  case busy(path: String)
  /// The journal is shorter than it was, or another one than it was.
  case lost(path: String, known: Int64, found: Int64, witness: String)
  /// The file that tells how far the journal had come is no such file.
  case unwitnessed(path: String)
  /// Anything else SQLite or the system says.
  case failed(path: String, detail: String)

  /// The sentence for a person.
  public var message: Message {
    switch self {
    case .missing(let path): Message("store.missing", ["path": path])
    case .remnants(let path, let found):
      Message("store.remnants", ["path": path, "found": found.joined(separator: ", ")])
    case .occupied(let path, let found):
      Message(
        "store.occupied",
        ["path": path, "found": found.prefix(3).map(TextRules.quoted).joined(separator: ", ")])
    case .exists(let path): Message("store.exists", ["path": path])
    case .foreign(let path): Message("store.foreign", ["path": path])
    case .newer(let path): Message("store.newer", ["path": path])
    case .readOnly(let path): Message("store.readOnly", ["path": path])
    case .loose(let path, let root):
      Message("store.loose", ["path": path, "root": AuthorizedKeys.shellWord(root)])
    case .anothers(let path, let owner, let user):
      Message(
        "store.anothers",
        [
          "path": path, "owner": owner, "user": user, "root": AuthorizedKeys.shellWord(path),
        ])
    case .exchanged(let path): Message("store.exchanged", ["path": path])
    case .full(let path): Message("store.full", ["path": path])
    case .damaged(let path, let detail):
      Message("store.damaged", ["path": path, "detail": detail])
    case .busy(let path): Message("store.busy", ["path": path])
    case .lost(let path, let known, let found, let witness):
      Message(
        "store.lost",
        ["path": path, "known": "\(known)", "found": "\(found)", "witness": witness])
    case .unwitnessed(let path): Message("store.unwitnessed", ["path": path])
    case .failed(let path, let detail): Message("store.failed", ["path": path, "detail": detail])
    }
  }

  /// What a database error means for the person at the desk.
  init(_ error: DatabaseError, path: String) {
    let detail = error.message ?? "SQLite \(error.resultCode.rawValue)"
    self =
      switch error.resultCode {
      case .SQLITE_NOTADB: .foreign(path: path)
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: .readOnly(path: path)
      case .SQLITE_FULL: .full(path: path)
      // Where not even a page of the log's index fits, SQLite only says that the disk failed.
      case .SQLITE_IOERR where Self.isFull(path): .full(path: path)
      case .SQLITE_CORRUPT: .damaged(path: path, detail: detail)
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
      default: .failed(path: path, detail: detail)
      }
  }

  /// What a system call's error means for the person at the desk.
  init(errno: Int32, path: String) {
    self =
      switch errno {
      case ENOSPC, EDQUOT, EFBIG: .full(path: path)
      case EACCES, EPERM, EROFS, ENOENT, ENOTDIR: .readOnly(path: path)
      default: .failed(path: path, detail: String(cString: strerror(errno)))
      }
  }

  /// What trouble with a file means for the person at the desk.
  init(_ trouble: OpenFile.Trouble, path: String) {
    self =
      switch trouble {
      case .opening(let errno), .writing(let errno): StoreError(errno: errno, path: path)
      case .notPlain: .readOnly(path: path)
      case .reading: .failed(path: path, detail: String(cString: strerror(EIO)))
      }
  }

  /// Whether the file system of a file has hardly a page left.
  private static func isFull(_ path: String) -> Bool {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return false }
    return UInt64(status.f_bavail) * UInt64(status.f_frsize) < 1 << 16
  }
}
