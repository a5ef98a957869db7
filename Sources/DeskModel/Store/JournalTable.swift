import Foundation
import GRDB

/// The journal in its table.
struct JournalTable {
  let db: Database

  /// The last record's place, hash and time; the origin while the journal is empty.
  struct Head {
    var sequence: Int64 = 0
    var hash: Data = JournalRecord.origin
    var at: Int64 = 0
  }

  func head() throws -> Head {
    let sql = "SELECT seq, hash, at FROM event ORDER BY seq DESC LIMIT 1"
    let row = try Row.fetchOne(db.cachedStatement(sql: sql))
    return try row.map {
      Head(
        sequence: try $0.decode(atIndex: 0), hash: try $0.decode(atIndex: 1),
        at: try $0.decode(atIndex: 2))
    } ?? Head()
  }

  /// Chains entries to the head, stores them and changes the projections by them.
  func append(_ entries: [Entry], after head: Head) throws {
    var previous = head.hash
    let projection = Projection(db: db)
    for entry in entries {
      let record = try JournalRecord(entry, after: previous)
      try db.run(
        """
        INSERT INTO event (seq, at, person, role, standing, type, body, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          record.sequence, record.at, record.person, record.role, record.standing, record.type,
          record.body, record.hash,
        ])
      try projection.apply(entry)
      previous = record.hash
    }
  }

  /// Gives every record to a body, first to last, holding one at a time.
  func forEach(_ body: (JournalRecord) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT seq, at, person, role, standing, type, body, hash FROM event ORDER BY seq")
    while let row = try rows.next() {
      // In a damaged file a column can be anything.
      try body(
        JournalRecord(
          sequence: row.decode(atIndex: 0), at: row.decode(atIndex: 1),
          person: row.decode(atIndex: 2), role: row.decode(atIndex: 3),
          standing: row.decode(atIndex: 4), type: row.decode(atIndex: 5),
          body: row.decode(atIndex: 6), hash: row.decode(atIndex: 7)))
    }
  }

  /// Follows the chain from its origin.
  ///
  /// - Throws: `JournalFault` naming the first record that is wrong.
  func verifyChain() throws -> HashChain {
    var chain = HashChain()
    try forEach { try chain.take($0) }
    return chain
  }
}
