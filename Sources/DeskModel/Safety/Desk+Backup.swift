import Foundation

/// What came of a backup.
public struct BackupReport: Sendable {
  /// The backup's folder.
  public var path: String
  /// What is in it.
  public var manifest: BackupManifest
  /// How many of its attachments an earlier backup had already.
  public var shared: Int
  /// The backups that the rule let go.
  public var removed: [String]
  /// Those that it let go and that could not be removed.
  public var left: [String]
}

extension Desk {
  /// Makes a backup of the office as it is at one moment, while others go on writing.
  ///
  /// The copy is verified, journal, tables and attachments, before it gets its name. An attachment that
  /// the office itself has lost does not keep the rest from being saved: the manifest names it, and nothing is thinned.
  ///
  /// - Parameter destination: the folder that collects backups; made when it is not there.
  /// - Throws: `BackupFault`, `JournalFault` when the copy does not hold together, `StoreError`; then no backup was
  ///   made, and the earlier ones are as they were.
  public func backup(to destination: String) throws -> BackupReport {
    let collection = BackupCollection(root: destination)
    if Self.real(destination).hasPrefix(Self.real(folder.root)) {
      throw BackupFault.insideOffice(path: destination)
    }
    do {
      try FileManager.default.createDirectory(
        atPath: destination, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw StoreError.readOnly(path: destination)
    }
    // One backup at a time.
    return try WriterGate(folder: destination).locked {
      let unfinished = try collection.begin()
      do {
        let report = try backup(in: collection, at: unfinished)
        LastBackup(report).keep(in: folder)
        return report
      } catch {
        BackupCollection.remove(unfinished)
        throw error
      }
    }
  }

  private func backup(
    in collection: BackupCollection, at unfinished: String
  ) throws -> BackupReport {
    let made = clock()
    let target = OfficeFolder(unfinished)
    // Forms first: one that is saved meanwhile is then in the copy twice rather than not at all.
    try copyPlainFiles(to: target)
    try store.copy(to: target.database)
    let copy = try Desk(target, clock: clock)
    let origin = try copy.origin()
    let (missing, shared) = try copyAttachments(
      of: copy, to: target, from: collection.backups(of: origin).map(\.path))
    let (entries, head) = try copy.store.verify()
    let letters = try copy.letterCount()
    try copy.close()
    for path in [target.lock, target.witness] { unlink(path) }
    var manifest = BackupManifest(
      office: office.name, origin: origin, made: made, entries: entries,
      head: head.hexDigits, code: HashChain.shortCode(head), letters: letters,
      attachments: 0, missing: missing, files: try Self.files(in: unfinished))
    manifest.attachments = manifest.files.count { $0.path.hasPrefix("attachments/") }
    try Self.write(manifest.data(), to: unfinished + "/" + BackupManifest.name)
    try Self.flush(unfinished)
    let path = try collection.finish(unfinished, made: made, in: office.calendar.zone)
    try Self.telling(collection.root) { try OpenFile.flushFolder(collection.root) }
    let thinned =
      missing.isEmpty
      ? collection.thin(origin, keeping: path, in: office.calendar.zone) : ([], [])
    return BackupReport(
      path: path, manifest: manifest, shared: shared, removed: thinned.0, left: thinned.1)
  }

  /// Unsaved forms, the office's key, and the mark of an office for practice.
  private func copyPlainFiles(to target: OfficeFolder) throws {
    if folder.isPractice { try Self.write(Data(), to: target.practiceMark) }
    for sub in [target.attachments, target.drafts] where mkdir(sub, 0o700) != 0 {
      throw StoreError(errno: errno, path: sub)
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.drafts)) ?? []
    for path in [BackupManifest.key] + names.map({ "drafts/" + $0 })
    where BackupManifest.isOwn(path) {
      // A form that was saved just now is gone, and rightly.
      guard let source = try? OpenFile(reading: folder.root + "/" + path) else { continue }
      let copy = target.root + "/" + path
      try Self.telling(copy) { _ = try source.copy(to: OpenFile(making: copy)) }
    }
  }

  /// The attachments that the copy's letters name: those an earlier backup has intact are shared with it.
  ///
  /// - Returns: the hashes of those the office has lost, and how many are shared.
  private func copyAttachments(
    of copy: Desk, to target: OfficeFolder, from earlier: [String]
  ) throws -> (missing: [String], shared: Int) {
    let office = AttachmentStore(root: folder.attachments)
    let here = AttachmentStore(root: target.attachments)
    var (missing, shared): ([String], Int) = ([], 0)
    for attachment in try copy.attachments().map(\.attachment) {
      let path = here.path(of: attachment)
      mkdir(URL(fileURLWithPath: path).deletingLastPathComponent().path, 0o700)
      let known = earlier.lazy.map { AttachmentStore(root: OfficeFolder($0).attachments) }
        .first { (try? $0.isIntact(attachment)) == true }
      if let known, link(known.path(of: attachment), path) == 0 {
        shared += 1
        continue
      }
      // Where folders cannot share a file, it is copied.
      let source = known ?? office
      guard (try? source.isIntact(attachment)) == true,
        let file = try? OpenFile(reading: source.path(of: attachment))
      else {
        missing.append(attachment.sha256)
        continue
      }
      try Self.telling(path) {
        _ = try file.copy(to: OpenFile(making: path, mode: 0o400))
      }
      guard (try? here.isIntact(attachment)) == true else {
        throw StoreError.failed(path: path, detail: "SHA-256")
      }
    }
    return (missing, shared)
  }

  /// Every file below a folder with its hash.
  private static func files(in folder: String) throws -> [BackupManifest.File] {
    try BackupCollection.contents(of: folder).filter(BackupManifest.isOwn).map { path in
      let contents = try telling(folder + "/" + path) {
        try OpenFile(reading: folder + "/" + path).copy(to: nil)
      }
      return BackupManifest.File(path: path, sha256: contents.sha256, size: contents.size)
    }
  }

  static func write(_ data: Data, to path: String, forOwnerOf folder: String? = nil) throws {
    try telling(path) {
      let file = try OpenFile(making: path)
      if let folder { file.giveToOwner(of: folder) }
      try file.write(Array(data)[...])
      try file.flush()
    }
  }

  /// Waits until the disk has everything below a folder.
  static func flush(_ folder: String) throws {
    for path in BackupCollection.contents(of: folder).map({ folder + "/" + $0 }) + [folder] {
      try telling(path) {
        if BackupCollection.isFolder(path) {
          try OpenFile.flushFolder(path)
        } else {
          try OpenFile(reading: path).flush()
        }
      }
    }
  }

  /// Turns what the system says into what a person can use.
  static func telling<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let trouble as OpenFile.Trouble {
      throw StoreError(trouble, path: path)
    }
  }

  /// A path without links, with a slash at its end.
  private static func real(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path + "/"
  }
}
