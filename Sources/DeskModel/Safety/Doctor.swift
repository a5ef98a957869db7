import Foundation

/// Looks at everything of an office that can be wrong, and says what to do.
///
/// Reading only: a doctor that is called in beside working desks changes nothing.
public struct Doctor {
  private let folder: OfficeFolder
  private let clock: @Sendable () -> Timestamp

  /// Below so many bytes of free space somebody should see to it.
  static let scarce: Int64 = 1 << 30
  /// Below so many bytes of free space there may be none left soon.
  static let almostNone: Int64 = 100 << 20
  /// A log of so many bytes has not been moved into its file for long.
  static let longLog: Int64 = 64 << 20
  /// A backup is old after so many days.
  static let oldBackup = 2

  /// Looks after the office in a folder.
  public init(
    _ folder: OfficeFolder, clock: @escaping @Sendable () -> Timestamp = Desk.systemClock
  ) {
    self.folder = folder
    self.clock = clock
  }

  /// Looks at everything; what cannot be opened or read is a line too.
  ///
  /// - Throws: `StoreError.missing` or `.remnants` when there is no office.
  public func examine() throws -> Checkup {
    var checkup = Checkup()
    do {
      let desk = try Desk(folder, clock: clock)
      checkup.fine(.file, ["office": desk.office.name, "path": folder.root])
      head(&checkup)
      desk.examine(&checkup)
      checkup.look(.file) { _ in try desk.close() }
    } catch let error as StoreError {
      switch error {
      case .missing, .remnants: throw error
      default: checkup.look(.file) { _ in throw error }
      }
      // Which row it is that the office cannot be read by, the journal tells.
      if case .damaged = error {
        checkup.look(.tables) { _ in _ = try OfficeStore(opening: folder).verify() }
      }
    }
    permissions(&checkup)
    disk(&checkup)
    drafts(&checkup)
    backup(&checkup)
    return checkup
  }

  /// The mark of how far the journal had come, before what the desk itself writes for the checkup makes it anew.
  private func head(_ checkup: inout Checkup) {
    if access(folder.witness, F_OK) != 0 {
      checkup.warn(.head, "missing", ["path": folder.witness])
    } else {
      checkup.fine(.head)
    }
  }

  /// Who else on the host could read the office's papers, or write them.
  private func permissions(_ checkup: inout Checkup) {
    // The tray may be a link or a mount, and what lies in it others put there and may lose: the office's folder around
    // it shuts everybody else out.
    let paths =
      [""]
      + BackupCollection.contents(of: folder.root).map { "/" + $0 }
      .filter { !(folder.root + $0 + "/").hasPrefix(folder.tray + "/") }
    var loose: [String] = []
    var foreign: [String] = []
    for path in paths.map({ folder.root + $0 }) {
      var status = stat()
      guard lstat(path, &status) == 0 else { continue }
      if status.st_uid != geteuid() { foreign.append(path) }
      if status.st_mode & 0o077 != 0 { loose.append(path) }
    }
    if let first = loose.first {
      checkup.fail(
        .permissions, "loose",
        ["path": first, "count": "\(loose.count)", "folder": folder.root])
    }
    if let first = foreign.first {
      checkup.fail(
        .permissions, "foreign",
        ["path": first, "count": "\(foreign.count)", "folder": folder.root])
    }
    if loose.isEmpty, foreign.isEmpty { checkup.fine(.permissions) }
  }

  private func disk(_ checkup: inout Checkup) {
    var status = statvfs()
    guard statvfs(folder.root, &status) == 0 else { return }
    let free = Int64(status.f_bavail) * Int64(status.f_frsize)
    let places = ["free": Self.megabytes(free), "path": folder.root]
    if status.f_flag & UInt(ST_RDONLY) != 0 {
      checkup.fail(.disk, "read-only", places)
    } else if free < Self.almostNone {
      checkup.fail(.disk, "full", places)
    } else if free < Self.scarce {
      checkup.warn(.disk, "scarce", places)
    } else {
      checkup.fine(.disk, places)
    }
  }

  /// Unsaved forms that could not be read and were set aside.
  private func drafts(_ checkup: inout Checkup) {
    let aside = BackupCollection.contents(of: folder.drafts).filter { $0.hasSuffix(".rusak") }
    if let first = aside.first {
      checkup.warn(
        .drafts, "aside", ["path": folder.drafts + "/" + first, "count": "\(aside.count)"])
    } else {
      checkup.fine(.drafts)
    }
  }

  private func backup(_ checkup: inout Checkup) {
    guard let last = LastBackup(in: folder) else {
      if folder.isPractice {
        checkup.fine(.backup, [:], "practice")
      } else {
        checkup.warn(.backup, "never")
      }
      return
    }
    let days = Int((clock().milliseconds - last.made.milliseconds) / 86_400_000)
    let places = ["path": last.path, "days": "\(days)"]
    // Root's backups may lie where the office's account must not look: only what is not there is gone.
    if access(last.path, F_OK) != 0, errno == ENOENT || errno == ENOTDIR {
      checkup.warn(.backup, "gone", places)
    } else if days > Self.oldBackup {
      checkup.warn(.backup, "old", places)
    } else if Self.device(last.path) == Self.device(folder.root) {
      // One disk is all that many an office has: it is said each time, and no reason to be alarmed each time.
      checkup.fine(.backup, places, "same-disk")
    } else {
      checkup.fine(.backup, places)
    }
  }

  private static func device(_ path: String) -> dev_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_dev : nil
  }

  static func megabytes(_ bytes: Int64) -> String { "\(bytes >> 20)" }
}
