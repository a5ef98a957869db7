import Glibc

/// Looks at who could read or change an office's files besides their owner.
///
/// What lies deeper than the folder's own entries is out of others' reach while the folder is.
struct OfficeGuard {
  let folder: OfficeFolder
  /// The user that the process acts as.
  let user: UInt32

  /// Looks with the process's own rights.
  init(_ folder: OfficeFolder, user: UInt32 = geteuid()) {
    self.folder = folder
    self.user = user
  }

  /// Names the first thing that is not as it must be.
  ///
  /// Root may open everybody's office: backups and repairs are root's work, and root could read it anyway.
  ///
  /// - Throws: `StoreError.anothers` or `.loose`.
  func check() throws(StoreError) {
    let database = folder.database
    for path in [
      folder.root, database, database + "-wal", database + "-shm", folder.lock, folder.witness,
      folder.key, folder.attachments, folder.drafts, folder.tray,
    ] {
      var status = stat()
      guard stat(path, &status) == 0, path != folder.tray || isOwnTray() else { continue }
      guard status.st_uid == user || user == 0 else {
        throw .anothers(
          path: folder.root, owner: HostUser.name(of: status.st_uid),
          user: HostUser.name(of: user))
      }
      guard status.st_mode & 0o077 == 0 else { throw .loose(path: path, root: folder.root) }
    }
  }

  /// Whether the tray is a folder of the office: one that is a link or a mount is the scanner's to look after.
  private func isOwnTray() -> Bool {
    var (tray, root) = (stat(), stat())
    return lstat(folder.tray, &tray) == 0 && stat(folder.root, &root) == 0
      && tray.st_mode & S_IFMT == S_IFDIR && tray.st_dev == root.st_dev
  }
}

/// Which file lies at a path: another one there is another office.
struct FileIdentity: Equatable {
  private let device: UInt
  private let number: UInt

  /// `nil` when nothing lies there.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
  }
}
