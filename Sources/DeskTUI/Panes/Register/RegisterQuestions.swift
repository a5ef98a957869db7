import DeskModel
import Foundation

/// Senders that were entered before and begin as typed.
struct SenderRecall: Question {
  let typed: String

  func answer(from desk: Desk, for session: Session) throws -> [String] {
    try desk.senders(beginningWith: typed)
  }
}

/// Letters that are probably the one on the form.
struct SameLetters: Question {
  let sender: String
  let number: String
  let date: CalendarDate?

  func answer(from desk: Desk, for session: Session) throws -> [LetterRow] {
    try desk.sameLetters(sender: sender, number: number, date: date, for: session.actor)
  }
}

/// The procedures that the one who sits here can start by entering a letter.
struct RegistrableProcedures: Question {
  func answer(from desk: Desk, for session: Session) throws -> [ProcedureRow] {
    try desk.procedures(begunBy: session.role.id, byEntry: true)
  }
}

/// The classification that is in force today.
struct ClassificationInForce: Question {
  /// The lists of the program's own files, read once.
  private static let lists = Result {
    try OfficeReader.classifications(in: AssetsFolder.find())
  }

  func answer(from desk: Desk, for session: Session) throws -> ClassificationList? {
    let today = desk.office.calendar.date(of: desk.clock())
    return try ClassificationInForce.lists.get().first { $0.isInForce(on: today) }
  }
}

/// The files and folders whose path begins as typed.
struct PathCompletion: Question {
  let typed: String

  func answer(from desk: Desk, for session: Session) throws -> [String] {
    PathNames.completions(of: typed)
  }
}

/// Takes files into the office's attachment folder, in their order; each that cannot be taken says why.
struct TakeFiles: Question {
  enum Taken: Sendable {
    case attachment(Attachment)
    case fault(Message)
  }

  let paths: [String]

  func answer(from desk: Desk, for session: Session) throws -> [Taken] {
    let store = AttachmentStore(root: desk.folder.attachments)
    return paths.map { path in
      do throws(AttachmentFault) {
        return .attachment(try store.store(PathNames.expanded(path)))
      } catch {
        return .fault(error.message)
      }
    }
  }
}

/// Whether a file could be attached, before it is.
struct FileCheck: Question {
  let path: String

  func answer(from desk: Desk, for session: Session) throws -> Message? {
    let path = PathNames.expanded(path)
    var isFolder = ObjCBool(false)
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      return AttachmentFault.missing(path).message
    }
    if isFolder.boolValue { return AttachmentFault.isFolder(path).message }
    return FileManager.default.isReadableFile(atPath: path)
      ? nil : AttachmentFault.unreadable(path).message
  }
}

/// Paths as people type them.
enum PathNames {
  /// The most names that are offered.
  private static let most = 50

  /// A path with `~` as the user's own folder.
  static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/") else { return path }
    return NSHomeDirectory() + path.dropFirst()
  }

  /// The paths that begin with what is typed, folders with a stroke at their end; hidden ones when a dot is typed.
  static func completions(of typed: String) -> [String] {
    let folder = folder(of: typed)
    let start = typed.dropFirst(folder.count)
    let path = folder.isEmpty ? "." : expanded(folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasPrefix(start) && (start.hasPrefix(".") || !$0.hasPrefix(".")) }
      .sorted().prefix(most).map { name in
        var isFolder = ObjCBool(false)
        let whole = (path as NSString).appendingPathComponent(name)
        _ = FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder)
        return folder + name + (isFolder.boolValue ? "/" : "")
      }
  }

  /// What stands before a path's last name, with its stroke; empty for a name alone.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// What all paths have in common from their beginning.
  static func commonStart(_ paths: [String]) -> String {
    guard let first = paths.first else { return "" }
    return paths.dropFirst().reduce(first) { $0.commonPrefix(with: $1) }
  }
}
