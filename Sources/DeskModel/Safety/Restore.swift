import Foundation

/// Brings an office back from a backup.
public enum Restore {
  /// Copies a backup into a place where nothing is, and verifies what came of it before it gets its name.
  ///
  /// - Parameters:
  ///   - backup: the backup's folder.
  ///   - folder: where the office is to be: a new folder, or an empty one.
  /// - Returns: what the backup says of itself.
  /// - Throws: `BackupFault` naming what is wrong with the backup or the place, `JournalFault`, `StoreError`; then
  ///   the place is as it was.
  public static func restore(
    _ backup: String, into folder: OfficeFolder,
    clock: @escaping @Sendable () -> Timestamp = Desk.systemClock
  ) throws -> BackupManifest {
    let manifest = try BackupManifest.read(in: backup)
    try requireEmpty(folder)
    let parent = URL(fileURLWithPath: folder.root).deletingLastPathComponent().path
    do {
      try FileManager.default.createDirectory(
        atPath: parent, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw StoreError.readOnly(path: parent)
    }
    clearLeftovers(of: folder, in: parent)
    let unfinished = OfficeFolder("\(folder.root)\(mark)\(getpid())")
    BackupCollection.remove(unfinished.root)
    guard mkdir(unfinished.root, 0o700) == 0 else {
      throw StoreError(errno: errno, path: unfinished.root)
    }
    do {
      try copy(manifest, from: backup, to: unfinished)
      try verify(manifest, in: unfinished, of: backup, clock: clock)
      try Desk.flush(unfinished.root)
      guard rename(unfinished.root, folder.root) == 0 else {
        throw StoreError(errno: errno, path: folder.root)
      }
    } catch {
      BackupCollection.remove(unfinished.root)
      throw error
    }
    try Desk.telling(parent) { try OpenFile.flushFolder(parent) }
    return manifest
  }

  /// What the name of an office that is being copied has behind it, before the process that copies.
  private static let mark = ".pulih-"

  /// Removes what earlier restorings into a place were killed over; those still at work keep what they make.
  private static func clearLeftovers(of folder: OfficeFolder, in parent: String) {
    let start = URL(fileURLWithPath: folder.root).lastPathComponent + mark
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where name.hasPrefix(start) {
      guard let process = pid_t(name.dropFirst(start.count)), process > 0, kill(process, 0) != 0,
        errno == ESRCH
      else { continue }
      BackupCollection.remove(parent + "/" + name)
    }
  }

  private static func requireEmpty(_ folder: OfficeFolder) throws {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.root)
    let isThere = access(folder.root, F_OK) == 0
    guard names?.isEmpty ?? !isThere else { throw BackupFault.occupied(path: folder.root) }
  }

  private static func copy(
    _ manifest: BackupManifest, from backup: String, to target: OfficeFolder
  ) throws {
    for sub in [target.attachments, target.drafts, target.tray] where mkdir(sub, 0o700) != 0 {
      throw StoreError(errno: errno, path: sub)
    }
    for file in manifest.files {
      let path = target.root + "/" + file.path
      let isAttachment = file.path.hasPrefix("attachments/")
      if isAttachment { mkdir(URL(fileURLWithPath: path).deletingLastPathComponent().path, 0o700) }
      guard let source = try? OpenFile(reading: backup + "/" + file.path) else {
        throw BackupFault.damaged(path: backup, file: file.path)
      }
      let copied = try Desk.telling(path) {
        try source.copy(to: OpenFile(making: path, mode: isAttachment ? 0o400 : 0o600))
      }
      guard copied == OpenFile.Contents(sha256: file.sha256, size: file.size) else {
        throw BackupFault.damaged(path: backup, file: file.path)
      }
    }
  }

  /// Holds the office that was copied against itself and against what the backup says of it.
  private static func verify(
    _ manifest: BackupManifest, in folder: OfficeFolder, of backup: String,
    clock: @escaping @Sendable () -> Timestamp
  ) throws {
    let desk = try Desk(folder, clock: clock)
    let (entries, head) = try desk.store.verify()
    guard entries == manifest.entries, head.hexDigits == manifest.head else {
      throw BackupFault.damaged(path: backup, file: BackupManifest.name)
    }
    let known = Set(manifest.missing)
    let lost = try desk.damagedAttachments().first { !known.contains($0.attachment.sha256) }
    if let lost {
      throw JournalFault.attachment(letter: lost.letter, name: lost.shownName)
    }
    try desk.close()
  }
}
