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
  /// Attachments, named by their SHA-256.
  public var attachments: String { root + "/attachments" }
  /// Forms that were not saved yet, one file a person.
  public var drafts: String { root + "/drafts" }
}
