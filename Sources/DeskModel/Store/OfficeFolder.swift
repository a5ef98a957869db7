import Glibc

/// The folder that holds one office: its database, the writers' lock, attachments and unsaved forms.
public struct OfficeFolder: Hashable, Sendable {
  /// The folder's path.
  public let root: String

  /// Names a folder; nothing is touched.
  public init(_ root: String) { self.root = root }

  /// The SQLite file.
  public var database: String { root + "/office.sqlite" }
  /// The file whose lock lets one writer at a time in.
  public var lock: String { root + "/office.lock" }
  /// The file that tells how far the journal has come, so that a loss shows.
  public var witness: String { root + "/office.head" }
  /// The file that tells of the last backup.
  public var lastBackup: String { root + "/last-backup.json" }
  /// The private half of the office's key.
  public var key: String { root + "/office.key" }
  /// Attachments, named by their SHA-256.
  public var attachments: String { root + "/attachments" }
  /// The folder that files are attached from at the desks of those who have no more than a desk: a scanner puts them
  /// here, or whoever looks after the office.
  public var tray: String { root + "/pindaian" }
  /// The file whose presence says that the office is for practice.
  public var practiceMark: String { root + "/LATIHAN" }
  /// Whether the office is for practice: everybody may take every chair, and nothing in it counts.
  public var isPractice: Bool { access(practiceMark, F_OK) == 0 }
  /// Forms that were not saved yet, one file a person.
  public var drafts: String { root + "/drafts" }
  /// The database while it is being made.
  var unfinishedDatabase: String { database + ".new" }

  /// What lies here that is no office's, by name.
  ///
  /// Hidden files count: a new account's home has nothing else. What a file system keeps for itself does not: a disk
  /// of the office's own has it from the first day.
  var strangers: [String] {
    let own = ["lost+found"] + [lastBackup, attachments, tray, practiceMark, drafts].map(name)
    return BackupCollection.names(in: root).filter { !$0.hasPrefix("office.") && !own.contains($0) }
  }

  private func name(_ path: String) -> String { String(path.dropFirst(root.count + 1)) }

  /// What lies here of an office that has lost its database, by name; nothing where one is, is being made, or was
  /// never finished.
  var remnants: [String] {
    // Every opening asks: where there is an office, its papers are not counted first.
    guard access(database, F_OK) != 0 else { return [] }
    let files: [String] = [key, witness, database + "-wal", lastBackup]
    var found = files.filter { access($0, F_OK) == 0 }
    found += [attachments, drafts].filter { !BackupCollection.contents(of: $0).isEmpty }
    // In this order: whoever makes an office meanwhile has its key first and its database at the last.
    if access(unfinishedDatabase, F_OK) == 0 { found.removeAll { $0 == key } }
    if access(database, F_OK) == 0 { return [] }
    return found.map(name)
  }
}
