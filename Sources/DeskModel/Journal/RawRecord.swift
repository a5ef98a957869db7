import GRDB
import GRDBSQLite

/// A line of the journal as SQLite holds it: bytes that are good until the next line is read.
///
/// What is hashed are these bytes and not what they might be read as. Nothing is copied and nothing decoded, so
/// that following the chain costs little more than its hashes.
struct RawRecord {
  private let statement: SQLiteStatement

  var sequence: Int64 { sqlite3_column_int64(statement, 0) }
  var type: UnsafeRawBufferPointer { bytes(5) }
  var hash: UnsafeRawBufferPointer { bytes(7) }

  /// Whether this is an event of a kind.
  func isA(_ name: StaticString) -> Bool {
    type.elementsEqual(UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
  }

  /// Writes the canonical line of the record.
  func write(into line: inout CanonicalLine, withHash: Bool = false) {
    line.write(
      sequence: sequence, at: sqlite3_column_int64(statement, 1), person: bytes(2), role: bytes(3),
      standing: bytes(4), type: type, body: bytes(6), hash: withHash ? hash : nil)
  }

  /// The record with its texts read.
  func decoded() -> JournalRecord {
    func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }
    return JournalRecord(
      sequence: sequence, at: sqlite3_column_int64(statement, 1), person: text(2), role: text(3),
      standing: text(4), type: text(5), body: text(6), hash: .init(hash))
  }

  private func bytes(_ column: Int32) -> UnsafeRawBufferPointer {
    // The blob first: asking for the length first could convert the value behind our back.
    let start = sqlite3_column_blob(statement, column)
    let count = sqlite3_column_bytes(statement, column)
    return UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : Int(count))
  }

  /// Gives every record of a journal to a body, first to last.
  ///
  /// - Throws: `DatabaseError`, or what the body throws.
  static func forEach(in db: Database, _ body: (RawRecord) throws -> Void) throws {
    let statement = try db.makeStatement(
      sql: "SELECT seq, at, person, role, standing, type, body, hash FROM event ORDER BY seq")
    let handle = statement.sqliteStatement
    defer { sqlite3_reset(handle) }
    while true {
      switch sqlite3_step(handle) {
      case SQLITE_ROW: try body(RawRecord(statement: handle))
      case SQLITE_DONE: return
      case let code:
        throw DatabaseError(
          resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
      }
    }
  }
}
