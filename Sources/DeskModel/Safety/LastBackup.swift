import Foundation

/// A note in the office's folder of its last backup, for those who look after it.
struct LastBackup: Codable, Hashable, Sendable {
  /// The backup's folder.
  var path: String
  /// When it was begun.
  var made: Timestamp
  /// How long the journal was.
  var entries: Int64

  /// Notes a backup.
  init(_ report: BackupReport) {
    path = report.path
    made = report.manifest.made
    entries = report.manifest.entries
  }

  /// The note in an office's folder.
  init?(in folder: OfficeFolder) {
    guard let data = FileManager.default.contents(atPath: folder.lastBackup),
      let note = try? LastBackup(json: String(decoding: data, as: UTF8.self))
    else { return nil }
    self = note
  }

  /// Keeps the note. The backup is there also without it: who cannot write here is told by the desk's doctor.
  func keep(in folder: OfficeFolder) {
    let unfinished = "\(folder.lastBackup).\(getpid())"
    unlink(unfinished)
    guard let text = try? self.canonicalJSON(),
      (try? Desk.write(Data(text.utf8), to: unfinished, forOwnerOf: folder.root)) != nil,
      rename(unfinished, folder.lastBackup) == 0
    else {
      unlink(unfinished)
      return
    }
  }
}
