import Foundation
import GRDB
import GRDBSQLite

/// Makes the projections anew from the journal, beside the office, and holds them against the tables in use.
struct Rebuild {
  let db: Database

  /// Finds the first record, table, trigger or row that is not as the journal and this desk give it.
  ///
  /// The tables are made in a nameless temporary database with the schema of this desk: nothing in the
  /// office's file changes, and a large office does not have to fit into memory.
  ///
  /// - Parameter progress: told the place of every thousandth record.
  /// - Returns: the chain to its head.
  /// - Throws: `JournalFault`.
  func verify(progress: (Int64) -> Void = { _ in }) throws -> HashChain {
    var check = ChainCheck()
    let found = try differing(limit: 1) { record in
      try check.take(record)
      if record.sequence.isMultiple(of: 1_000) { progress(record.sequence) }
    }
    if let (table, row) = found.first { throw JournalFault.differs(table: table, row: row) }
    return check.chain
  }

  /// The tables whose rows are not those the journal gives, in their order, with the first such row of each.
  ///
  /// - Parameter look: given each record before it is read; what it throws ends the work.
  /// - Throws: `JournalFault` when the journal cannot be read or the schema is not this desk's.
  func differing(
    limit: Int = .max, look: (RawRecord) throws -> Void = { _ in }
  ) throws -> [(table: String, row: String)] {
    let replay = try Replay()
    do {
      try RawRecord.forEach(in: db) { record in
        try look(record)
        try replay.add(record.decoded())
      }
    } catch {
      // Of two faults the one that comes first in the journal is named.
      try replay.finish()
      throw error
    }
    try replay.finish()
    try verifySchema(replay.schema)
    return try replay.tables.inDatabase { fresh in
      var found: [(table: String, row: String)] = []
      let tables = Projection.tables + ["grdb_migrations", "letter_search_config"]
      for table in tables where found.count < limit {
        if let row = try Self.difference(of: table, in: db, from: fresh) {
          found.append((table, row))
        }
      }
      // Not made from the journal, but vouched for by it.
      if found.count < limit, let person = try PINTable(db: db).unsealed() {
        found.append(("pin_secret", "person=\(person)"))
      }
      return found
    }
  }

  /// The first row that a table does not have alike in two databases, named by its primary key; `nil` if none.
  static func difference(
    of table: String, in a: Database, from b: Database
  ) throws -> String? {
    let columns = try a.primaryKey(table).columns
    let key = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let sql = "SELECT * FROM \"\(table)\" ORDER BY \(key)"
    let (ours, theirs) = (try a.makeStatement(sql: sql), try b.makeStatement(sql: sql))
    let left = try Row.fetchCursor(ours)
    let right = try Row.fetchCursor(theirs)
    while let row = try left.next() {
      guard let twin = try right.next() else { return try name(row, columns) }
      guard !isSame(ours.sqliteStatement, theirs.sqliteStatement) else { continue }
      // Of two keys that differ, the one that the other table lacks is the row to be named.
      let places = columns.map { "\"\($0)\" IS ?" }.joined(separator: " AND ")
      let isThere = try Bool.fetchOne(
        a, sql: "SELECT EXISTS (SELECT 1 FROM \"\(table)\" WHERE \(places))",
        arguments: StatementArguments(try columns.map { try twin[$0] as DatabaseValue }))
      return try name(isThere == true ? row : twin, columns)
    }
    return try right.next().map { try name($0, columns) }
  }

  /// Whether two statements stand at the same row: type by type and byte by byte, where SQLite holds them.
  private static func isSame(_ a: SQLiteStatement, _ b: SQLiteStatement) -> Bool {
    (0..<sqlite3_column_count(a)).allSatisfy { column in
      let type = sqlite3_column_type(a, column)
      guard type == sqlite3_column_type(b, column) else { return false }
      switch type {
      case SQLITE_NULL: return true
      case SQLITE_INTEGER: return sqlite3_column_int64(a, column) == sqlite3_column_int64(b, column)
      case SQLITE_FLOAT: return sqlite3_column_double(a, column) == sqlite3_column_double(b, column)
      default:
        let (one, other) = (sqlite3_column_blob(a, column), sqlite3_column_blob(b, column))
        let length = sqlite3_column_bytes(a, column)
        guard length == sqlite3_column_bytes(b, column) else { return false }
        guard let one, let other else { return length == 0 }
        return memcmp(one, other, Int(length)) == 0
      }
    }
  }

  private static func name(_ row: Row, _ columns: [String]) throws -> String {
    try columns.map { column in
      let value: DatabaseValue = try row[column]
      return "\(column)=\(value.storage.value.map { "\($0)" } ?? "—")"
    }.joined(separator: " ")
  }

  /// Looks for tables, triggers and indices that are not those of this desk: a journal without its triggers could be
  /// changed by any program. The tables inside the search index are SQLite's own, in the words of its version.
  private func verifySchema(_ own: [String: String]) throws {
    let office = try Self.schema(db)
    let names = Set(office.keys).union(own.keys).sorted()
    if let name = names.first(where: { office[$0] != own[$0] }) {
      throw JournalFault.schema(name: name)
    }
  }

  /// The definition of each table, trigger and index, by name.
  static func schema(_ db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_autoindex\\_%' ESCAPE '\\'
          AND NOT (type = 'table' AND name LIKE 'letter\\_search\\_%' ESCAPE '\\') ORDER BY name
        """)
    return Dictionary(
      try rows.map { (try $0[0], try $0[1] ?? "") }, uniquingKeysWith: { first, _ in first })
  }
}
