import Foundation
import GRDB

/// Makes the projections anew from the journal, beside the office, and holds them against the tables in use.
struct Rebuild {
  let db: Database

  /// Finds the first table, trigger or row that is not as the journal and this desk give it.
  ///
  /// The tables are made in a nameless temporary database with the schema of this desk: nothing in the
  /// office's file changes, and a large office does not have to fit into memory.
  ///
  /// - Parameter progress: told the place of every thousandth record.
  /// - Throws: `JournalFault`.
  func verify(progress: (Int64) -> Void = { _ in }) throws {
    if let (table, row) = try differing(limit: 1, progress: progress).first {
      throw JournalFault.differs(table: table, row: row)
    }
  }

  /// The tables whose rows are not those the journal gives, in their order, with the first such row of each.
  ///
  /// - Throws: `JournalFault` when the journal cannot be read or the schema is not this desk's.
  func differing(
    limit: Int = .max, progress: (Int64) -> Void = { _ in }
  ) throws -> [(table: String, row: String)] {
    let other = try DatabaseQueue(path: "")
    try Schema.migrator.migrate(other)
    return try other.inDatabase { fresh in
      try verifySchema(against: fresh)
      try fresh.immediately {
        let projection = Projection(db: fresh)
        try JournalTable(db: db).forEach { record in
          try Self.apply(record, to: projection)
          if record.sequence.isMultiple(of: 1_000) { progress(record.sequence) }
        }
      }
      var found: [(table: String, row: String)] = []
      let tables = Projection.tables + ["grdb_migrations", "letter_search_config"]
      for table in tables where found.count < limit {
        if let row = try Self.difference(of: table, in: db, from: fresh) {
          found.append((table, row))
        }
      }
      // Not made from the journal, but vouched for by it.
      if found.count < limit, try !PINTable(db: db).isSealed() { found.append(("pin_secret", "—")) }
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
    } catch let error as DatabaseError
      where [.SQLITE_CORRUPT, .SQLITE_ERROR].contains(error.resultCode)
    {
      throw JournalFault.differs(table: "letter_search", row: "—")
    }
  }

  /// The first row that a table does not have alike in two databases, named by its primary key; `nil` if none.
  static func difference(
    of table: String, in a: Database, from b: Database
  ) throws -> String? {
    let columns = try a.primaryKey(table).columns
    let key = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let sql = "SELECT * FROM \"\(table)\" ORDER BY \(key)"
    let left = try Row.fetchCursor(a, sql: sql)
    let right = try Row.fetchCursor(b, sql: sql)
    while let row = try left.next() {
      guard let twin = try right.next() else { return try name(row, columns) }
      guard row != twin else { continue }
      // Of two keys that differ, the one that the other table lacks is the row to be named.
      let places = columns.map { "\"\($0)\" IS ?" }.joined(separator: " AND ")
      let isThere = try Bool.fetchOne(
        a, sql: "SELECT EXISTS (SELECT 1 FROM \"\(table)\" WHERE \(places))",
        arguments: StatementArguments(try columns.map { try twin[$0] as DatabaseValue }))
      return try name(isThere == true ? row : twin, columns)
    }
    return try right.next().map { try name($0, columns) }
  }

  private static func name(_ row: Row, _ columns: [String]) throws -> String {
    try columns.map { column in
      let value: DatabaseValue = try row[column]
      return "\(column)=\(value.storage.value.map { "\($0)" } ?? "—")"
    }.joined(separator: " ")
  }

  /// Applies a record to tables that hold what those before it gave.
  private static func apply(_ record: JournalRecord, to projection: Projection) throws {
    do {
      try projection.apply(record.entry())
    } catch let error as DatabaseError {
      // The temporary database cannot be damaged: the record asks for what its rules do not allow.
      throw JournalFault.impossible(
        sequence: record.sequence, detail: error.message ?? "SQLite \(error.resultCode.rawValue)")
    }
  }

  /// Looks for tables, triggers and indices that are not those of this desk: a journal without its triggers could be
  /// changed by any program. The tables inside the search index are SQLite's own, in the words of its version.
  private func verifySchema(against fresh: Database) throws {
    let sql = """
      SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        AND NOT (type = 'table' AND name LIKE 'letter\\_search\\_%' ESCAPE '\\') ORDER BY name
      """
    func definitions(_ db: Database) throws -> [String: String] {
      let rows = try Row.fetchAll(db, sql: sql)
      return Dictionary(
        try rows.map { (try $0[0], try $0[1] ?? "") }, uniquingKeysWith: { first, _ in first })
    }
    let (office, own) = (try definitions(db), try definitions(fresh))
    let names = Set(office.keys).union(own.keys).sorted()
    if let name = names.first(where: { office[$0] != own[$0] }) {
      throw JournalFault.schema(name: name)
    }
  }
}
