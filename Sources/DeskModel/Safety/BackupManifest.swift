import Foundation

/// What a backup says of itself, written when everything else of it was there and had been verified.
public struct BackupManifest: Codable, Hashable, Sendable {
  /// A file of the backup.
  public struct File: Codable, Hashable, Sendable {
    /// Where it lies in the backup, e.g. `office.sqlite`.
    public var path: String
    /// The SHA-256 of its bytes, 64 lower-case hexadecimal digits.
    public var sha256: String
    /// The size in bytes.
    public var size: Int64
  }

  /// The form of this file.
  public var format = 1
  /// The office's name.
  public var office: String
  /// The hash of the journal's first entry: it tells one office from another, whatever they are called.
  public var origin: String
  /// When the backup was begun.
  public var made: Timestamp
  /// How long the journal is.
  public var entries: Int64
  /// The hash of the journal's last entry, in hexadecimal digits.
  public var head: String
  /// The head as it is written on paper.
  public var code: String
  /// How many letters there are.
  public var letters: Int
  /// How many attachments there are.
  public var attachments: Int
  /// The hashes of attachments that the office itself had lost or damaged already.
  public var missing: [String]
  /// Every file but this one.
  public var files: [File]

  /// The name of the file in its backup.
  static let name = "manifest.json"
  /// The name of the database in a backup.
  static let database = "office.sqlite"
  /// The name of the private half of the office's key, where an office has one: it goes on signing after it came back.
  static let key = "office.key"
  /// What else may lie beside it: the mark of practice, and what SQLite and the desk leave while they work there.
  private static let plain: Set = [
    name, database, key, "LATIHAN", "office.head", "office.head" + HeadWitness.unfinished,
    "office.lock", "office.sqlite-journal", "office.sqlite-shm", "office.sqlite-wal",
  ]

  /// Reads the manifest of a backup.
  ///
  /// - Throws: `BackupFault.notWhole` when there is none that can be read, `.newer`, or `.damaged` when it names files
  ///   that are no office's.
  static func read(in backup: String) throws -> BackupManifest {
    guard let data = FileManager.default.contents(atPath: backup + "/" + name) else {
      throw BackupFault.notWhole(path: backup)
    }
    struct Form: Decodable { var format: Int }
    let decoder = JSONDecoder()
    guard let form = try? decoder.decode(Form.self, from: data) else {
      throw BackupFault.damaged(path: backup, file: name)
    }
    guard form.format == 1 else { throw BackupFault.newer(path: backup) }
    guard let manifest = try? decoder.decode(BackupManifest.self, from: data),
      manifest.files.allSatisfy({ isOwn($0.path) }),
      manifest.files.contains(where: { $0.path == database })
    else { throw BackupFault.damaged(path: backup, file: name) }
    return manifest
  }

  /// The manifest as it is written: for people too.
  func data() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }

  /// Whether a path inside a backup is one that a backup has: nothing else is restored, or ever removed.
  static func isOwn(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch (parts.first, parts.count) {
    case (_, 1): return plain.contains(path)
    case ("attachments", 3):
      return isHex(parts[1], count: 2) && isHex(parts[2], count: 64)
        && parts[2].hasPrefix(parts[1])
    case ("drafts", 2):
      return !parts[1].hasPrefix(".") && parts[1].contains(".json")
    default: return false
    }
  }

  private static func isHex(_ text: String, count: Int) -> Bool {
    text.utf8.count == count
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

/// Why a backup could not be made or used.
public enum BackupFault: Tellable, Equatable {
  /// The folder for backups lies inside the office it is to save.
  case insideOffice(path: String)
  /// The folder has no manifest: it is no backup, or one that was not finished.
  case notWhole(path: String)
  /// The backup was made by a newer desk.
  case newer(path: String)
  /// A file of the backup is gone, or not what it was.
  case damaged(path: String, file: String)
  /// Where the office is to be restored there is something already.
  case occupied(path: String)

  /// The sentence for a person.
  public var message: Message {
    switch self {
    case .insideOffice(let path): Message("backup.inside-office", ["path": path])
    case .notWhole(let path): Message("backup.not-whole", ["path": path])
    case .newer(let path): Message("backup.newer", ["path": path])
    case .damaged(let path, let file):
      Message("backup.damaged", ["path": path, "file": TextRules.quoted(file)])
    case .occupied(let path): Message("backup.occupied", ["path": path])
    }
  }
}
