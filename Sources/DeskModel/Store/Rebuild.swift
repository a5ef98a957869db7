import Foundation
import GRDB

/// Makes the projections anew from the journal, beside the office, and holds them against the tables in use.
struct Rebuild {
  let db: Database

  /// Finds the first table whose rows are not those the journal gives.
  ///
  /// The tables are made in a nameless temporary database with the schema of this desk: nothing in the
  /// office's file changes, and a large office does not have to fit into memory.
  ///
  /// - Throws: `JournalFault`.
  func verify() throws {
    if let table = try differing(limit: 1).first { throw JournalFault.differs(table: table) }
  }

  /// The tables whose rows are not those the journal gives, in their order.
  ///
  /// - Throws: `JournalFault` when the journal cannot be read.
  func differing(limit: Int = .max) throws -> [String] {
    let other = try DatabaseQueue(path: "")
    try Schema.migrator.migrate(other)
    return try other.inDatabase { fresh in
      try fresh.immediately {
        let projection = Projection(db: fresh)
        try JournalTable(db: db).forEach { try projection.apply($0.entry()) }
      }
      var found: [String] = []
      for table in Projection.tables where found.count < limit {
        if try !Self.rows(of: table, in: db, equal: fresh) { found.append(table) }
      }
      return found
    }
  }

  /// Holds the search index against the letters; SQLite calls this a write, though it changes nothing.
  ///
  /// - Throws: `JournalFault.differs`.
  func verifySearch() throws {
    do {
      try db.execute(
        sql: "INSERT INTO letter_search (letter_search, rank) VALUES ('integrity-check', 1)")
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      throw JournalFault.differs(table: "letter_search")
    }
  }

  /// Whether a table holds the same rows in two databases, in the order of its primary key.
  static func rows(of table: String, in a: Database, equal b: Database) throws -> Bool {
    let key = try a.primaryKey(table).columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let sql = "SELECT * FROM \"\(table)\" ORDER BY \(key)"
    let left = try Row.fetchCursor(a, sql: sql)
    let right = try Row.fetchCursor(b, sql: sql)
    while let row = try left.next() {
      guard let twin = try right.next(), row == twin else { return false }
    }
    return try right.next() == nil
  }
}
