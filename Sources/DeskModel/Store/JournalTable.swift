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
    var projection = Projection(db: db)
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

  /// Follows the chain from its origin, and holds what was signed against the office's key.
  ///
  /// - Throws: `JournalFault` naming the first record that is wrong.
  func verifyChain() throws -> HashChain {
    var check = ChainCheck()
    try RawRecord.forEach(in: db) { try check.take($0) }
    return check.chain
  }
}

extension JournalRecord {
  /// What a record is read from.
  static let columns = "seq, at, person, role, standing, type, body, hash"

  /// Reads a row of ``columns``.
  init(_ row: Row) throws {
    try self.init(
      sequence: row[0], at: row[1], person: row[2], role: row[3], standing: row[4], type: row[5],
      body: row[6], hash: row[7])
  }
}
