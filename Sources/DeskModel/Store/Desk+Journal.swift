public import Foundation
import GRDB

extension Desk {
  /// Holds the journal's chain, every table and every attachment against each other.
  ///
  /// - Returns: how many entries the journal has, and the hash of the last.
  /// - Throws: `JournalFault` naming the first thing that is wrong.
  public func verify() throws -> (entries: Int64, head: Data) {
    let chain = try store.read { db in
      let chain = try JournalTable(db: db).verifyChain()
      try Rebuild(db: db).verify()
      try verifyAttachments(db)
      return chain
    }
    try store.write { try Rebuild(db: $0).verifySearch() }
    return (chain.length, chain.head)
  }

  /// Looks for attachments that letters name by their hash and that are gone or not what they were.
  private func verifyAttachments(_ db: Database) throws {
    let files = AttachmentStore(root: folder.attachments)
    var seen: Set<String> = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT id, body FROM letter WHERE json_array_length(body, '$.attachments') > 0 ORDER BY id
        """)
    while let row = try rows.next() {
      let letter = try JSONDecoder().decode(Letter.self, from: Data((row[1] as String).utf8))
      for attachment in letter.attachments where seen.insert(attachment.sha256).inserted {
        guard (try? files.isIntact(attachment)) == true else {
          throw JournalFault.attachment(letter: row[0], name: attachment.name)
        }
      }
    }
  }

  /// The journal's length and the hash of its last entry.
  public func journalHead() throws -> (entries: Int64, head: Data) {
    try store.read { db in
      let head = try JournalTable(db: db).head()
      return (head.sequence, head.hash)
    }
  }
}
