import Foundation

/// A folder that collects backups: finds them, makes room for a new one, thins the old ones.
///
/// A backup is made under a hidden name and gets its own when it is whole; one that goes gets a hidden name first.
/// So whatever has a backup's name is a whole one, whenever somebody is killed.
struct BackupCollection {
  /// A backup that lies here.
  struct Backup {
    var path: String
    var manifest: BackupManifest
  }

  let root: String
  private static let prefix = "desk-"
  private static let unfinished = ".desk-"

  /// The backups of an office, latest first.
  func backups(of origin: String) -> [Backup] {
    Self.names(in: root).filter { $0.hasPrefix(Self.prefix) }.compactMap { name in
      let path = root + "/" + name
      guard Self.isFolder(path), let manifest = try? BackupManifest.read(in: path),
        manifest.origin == origin
      else { return nil }
      return Backup(path: path, manifest: manifest)
    }.sorted { ($0.manifest.made, $0.path) > ($1.manifest.made, $1.path) }
  }

  /// Makes an empty hidden folder for a backup that is begun now, clearing away what earlier ones were killed over.
  ///
  /// - Throws: `StoreError`.
  func begin() throws -> String {
    for name in Self.names(in: root) where name.hasPrefix(Self.unfinished) {
      Self.remove(root + "/" + name)
    }
    let path = "\(root)/\(Self.unfinished)\(getpid())"
    guard mkdir(path, 0o700) == 0 else { throw StoreError(errno: errno, path: path) }
    return path
  }

  /// Gives a backup that is whole its name, which tells the office's date and time.
  ///
  /// - Returns: its path.
  /// - Throws: `StoreError`.
  func finish(_ unfinished: String, made: Timestamp, in zone: OfficeZone) throws -> String {
    let parts = zone.date(of: made).parts
    let second = Int(made.milliseconds / 1000 % 60)
    let minute = zone.minuteOfDay(of: made)
    let date = "\(parts.year)" + Digits.padded(parts.month, 2) + Digits.padded(parts.day, 2)
    let time = [minute / 60, minute % 60, second].map { Digits.padded($0, 2) }.joined()
    let name = "\(root)/\(Self.prefix)\(date)-\(time)"
    for attempt in 1...99 {
      let path = attempt == 1 ? name : "\(name)-\(attempt)"
      guard access(path, F_OK) != 0 else { continue }
      guard rename(unfinished, path) == 0 else { throw StoreError(errno: errno, path: path) }
      return path
    }
    throw StoreError.exists(path: name)
  }

  /// Removes the backups of an office that the rule does not keep.
  ///
  /// - Parameter new: the one just made: it stays even if the clock makes it look old.
  /// - Returns: the paths of those that are gone, and of those that could not be removed.
  func thin(_ origin: String, keeping new: String, in zone: OfficeZone) -> (
    removed: [String], left: [String]
  ) {
    let all = backups(of: origin)
    let kept = Set(BackupRule.kept(all.map(\.manifest.made), in: zone))
    var (removed, left): ([String], [String]) = ([], [])
    for backup in all where backup.path != new && !kept.contains(backup.manifest.made) {
      let name = backup.path.split(separator: "/").last.map(String.init) ?? ""
      let hidden = "\(root)/.\(name)"
      if rename(backup.path, hidden) == 0, Self.remove(hidden) {
        removed.append(backup.path)
      } else {
        left.append(backup.path)
      }
    }
    return (removed, left)
  }

  /// Removes a folder that a backup was, and of it only what backups have.
  ///
  /// - Returns: whether it is gone; what somebody else put there stays, and the folder with it.
  @discardableResult
  static func remove(_ folder: String) -> Bool {
    guard isFolder(folder) else { return false }
    for path in contents(of: folder) {
      if BackupManifest.isOwn(path) { unlink(folder + "/" + path) }
    }
    for path in contents(of: folder).reversed() { rmdir(folder + "/" + path) }
    return rmdir(folder) == 0
  }

  /// Everything below a folder, parents before children; links are not followed.
  static func contents(of folder: String) -> [String] {
    (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).sorted()
  }

  /// The names in a folder, in their order; none if it cannot be read.
  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
