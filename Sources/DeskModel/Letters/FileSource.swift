import Foundation

/// From where files are taken that are attached to letters.
public enum FileSource: Hashable, Sendable {
  /// The whole host, as far as it lets the process read: for who has the office's account anyway.
  case host
  /// One folder, by names in it: for who only has a desk. Their process reads with the rights of the office's account,
  /// its keys, its books and others' unsaved forms too; so no link is followed, and no name leads out of the folder.
  case tray(String)

  /// Whether they may have any file read that the process can read.
  public var mayReadHost: Bool { self == .host }

  /// The most names that are offered.
  private static let most = 50

  /// The paths that begin with what is typed, folders with a stroke at their end; hidden ones when a dot is typed.
  public func completions(of typed: String) -> [String] {
    let folder = Self.folder(of: typed)
    let start = typed.dropFirst(folder.count)
    guard let opened = try? openFolder(folder) else { return [] }
    // By the folder that is open, whatever its name leads to meanwhile.
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: "/proc/self/fd/\(opened.number)")
    let fitting = (names ?? []).filter {
      $0.hasPrefix(start) && (start.hasPrefix(".") || !$0.hasPrefix("."))
    }
    let paths = fitting.sorted().lazy.compactMap { name in
      isFolder(name, in: opened).map { folder + name + ($0 ? "/" : "") }
    }
    return Array(paths.prefix(Self.most))
  }

  /// What stands before a path's last name, with its stroke; empty for a name alone.
  public static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// Opens a file to be read.
  func open(_ file: String) throws(AttachmentFault) -> OpenFile {
    do throws(OpenFile.Trouble) {
      guard case .tray = self else { return try OpenFile(reading: Self.expanded(file)) }
      let folder = Self.folder(of: file)
      return try OpenFile(
        reading: String(file.dropFirst(folder.count)), in: openFolder(folder))
    } catch {
      let isOut = [.opening(errno: EXDEV), .opening(errno: ELOOP)].contains(error)
      throw isOut && self != .host ? .outside(file) : AttachmentFault(error, file)
    }
  }

  /// Opens a folder, as it stands before a file's name.
  private func openFolder(_ path: String) throws(OpenFile.Trouble) -> OpenFile {
    guard case .tray(let root) = self else {
      return try OpenFile(folder: path.isEmpty ? "." : Self.expanded(path))
    }
    let names = path.split(separator: "/").map(String.init)
    guard !path.hasPrefix("/"), !path.hasPrefix("~"), !names.contains("..") else {
      throw .opening(errno: EXDEV)
    }
    var folder = try OpenFile(folder: root)
    for name in names { folder = try OpenFile(folder: name, in: folder) }
    return folder
  }

  /// Whether a name in a folder is a folder; `nil` for what cannot be taken from there, as links in a tray.
  private func isFolder(_ name: String, in folder: OpenFile) -> Bool? {
    var status = stat()
    let flags = self == .host ? 0 : AT_SYMLINK_NOFOLLOW
    guard fstatat(folder.number, name, &status, flags) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: return true
    case S_IFLNK: return nil
    default: return false
    }
  }

  /// A path with `~` as the user's own folder.
  private static func expanded(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/") else { return path }
    return NSHomeDirectory() + path.dropFirst()
  }
}
