public import Foundation
import GRDB

extension OfficeStore {
  /// Holds the journal's chain, what was signed, every table and every index against each other.
  ///
  /// - Parameter progress: told now and then which entry has been looked at, of how many.
  /// - Returns: how many entries the journal has, and the hash of the last.
  /// - Throws: `JournalFault` naming the first thing that is wrong.
  func verify(
    progress: (_ entry: Int64, _ of: Int64) -> Void = { _, _ in }
  ) throws -> (entries: Int64, head: Data) {
    let pages = PageCheck(folder.database)
    // Whatever is found first, no connection outlasts the store's own.
    defer { _ = try? pages.findings() }
    // Of what both find, the journal names the row.
    let chain = try read { db in
      let length = try JournalTable(db: db).head().sequence
      return try Rebuild(db: db).verify { progress($0, length) }
    }
    try write { try Rebuild(db: $0).verifySearch() }
    if let first = try pages.findings().first {
      throw JournalFault.pages(detail: first)
    }
    return (chain.length, chain.head)
  }
}

extension Desk {
  /// Verifies an office as ``verify(progress:)`` does, also one that cannot be opened any more because of a row that
  /// somebody has changed: it is named.
  ///
  /// - Throws: `JournalFault`, or a `StoreError` that is not about a row.
  public static func verify(
    _ folder: OfficeFolder, progress: (_ entry: Int64, _ of: Int64) -> Void = { _, _ in }
  ) throws -> (entries: Int64, head: Data) {
    let desk: Desk
    do {
      desk = try Desk(folder)
    } catch let damage as StoreError {
      guard case .damaged = damage else { throw damage }
      _ = try OfficeStore(opening: folder).verify(progress: progress)
      throw damage
    }
    defer { try? desk.close() }
    return try desk.verify(progress: progress)
  }

  /// Holds the journal's chain, what was signed, every table and every attachment against each other.
  ///
  /// - Parameter progress: told now and then which entry has been looked at, of how many.
  /// - Returns: how many entries the journal has, and the hash of the last.
  /// - Throws: `JournalFault` naming the first thing that is wrong.
  public func verify(
    progress: (_ entry: Int64, _ of: Int64) -> Void = { _, _ in }
  ) throws -> (entries: Int64, head: Data) {
    let chain = try store.verify(progress: progress)
    if let lost = try damagedAttachments().first {
      throw JournalFault.attachment(letter: lost.letter, name: lost.shownName)
    }
    return chain
  }

  /// The attachments that letters name, each once, with the first letter that names it.
  func attachments() throws -> [NamedAttachment] {
    try store.read { db in
      var seen: Set<String> = []
      var found: [NamedAttachment] = []
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT id, body FROM letter WHERE json_array_length(body, '$.attachments') > 0 ORDER BY id
          """)
      while let row = try rows.next() {
        let body: String = try row.decode(atIndex: 1)
        let letter = try Letter(json: body)
        for attachment in letter.attachments where seen.insert(attachment.sha256).inserted {
          found.append(
            NamedAttachment(
              letter: try row.decode(atIndex: 0), attachment: attachment,
              isSecret: letter.secrecy.isSecret))
        }
      }
      return found
    }
  }

  /// Attachments that letters name by their hash and that are gone or not what they were.
  func damagedAttachments() throws -> [NamedAttachment] {
    let files = AttachmentStore(root: folder.attachments)
    return try attachments().filter { (try? files.isIntact($0.attachment)) != true }
  }

  /// The hash of the journal's first entry, in hexadecimal digits: it tells one office from another.
  func origin() throws -> String {
    try store.read { db in
      (try Data.fetchOne(db, sql: "SELECT hash FROM event WHERE seq = 1") ?? Data()).hexDigits
    }
  }

  /// How many letters there are.
  func letterCount() throws -> Int {
    try store.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM letter") ?? 0 }
  }

  /// The journal's length and the hash of its last entry.
  public func journalHead() throws -> (entries: Int64, head: Data) {
    try store.read { db in
      let head = try JournalTable(db: db).head()
      return (head.sequence, head.hash)
    }
  }

  /// The hash of an entry, to be held against what was printed when it was the last; `nil` when there is none.
  public func journalHash(of entry: Int64) throws -> Data? {
    try store.read {
      try Data.fetchOne($0, sql: "SELECT hash FROM event WHERE seq = ?", arguments: [entry])
    }
  }

  /// Gives the whole journal to a writer as lines of JSON, a few hundred at a time.
  ///
  /// A line is what is hashed, and the entry's `hash` in hex among its sorted keys.
  public func exportJournal(to write: ([UInt8]) throws -> Void) throws {
    try store.read { db in
      var line = CanonicalLine()
      var batch: [UInt8] = []
      try RawRecord.forEach(in: db) { record in
        record.write(into: &line, withHash: true)
        batch += line.bytes
        batch.append(0x0A)
        if batch.count > 100_000 {
          try write(batch)
          batch.removeAll(keepingCapacity: true)
        }
      }
      try write(batch)
    }
  }
}

/// An attachment with the letter that names it.
struct NamedAttachment {
  var letter: LetterID
  var attachment: Attachment
  var isSecret: Bool

  /// How reports call it, which anybody may read in a mail of cron's: by its name only where the letter is no secret.
  var shownName: String { isSecret ? attachment.sha256.prefix(12) + "…" : attachment.name }
}
