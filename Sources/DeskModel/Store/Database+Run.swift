import Foundation
import GRDB
import GRDBSQLite

extension Database {
  /// Runs a statement that is kept prepared, changes rows and gives none, inside a transaction.
  ///
  /// The values go from here straight to SQLite: GRDB's arguments are made of lists three times over, a fifth of the
  /// time that a rebuild takes. What GRDB's `execute` does beside it is for observers, which there are none of here,
  /// and for statements about tables and transactions, which are not for this.
  ///
  /// - Throws: `DatabaseError`, also when SQLite has ended the transaction because of an earlier fault: nothing may be
  ///   committed by itself.
  func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws {
    let statement = try cachedStatement(sql: sql).sqliteStatement
    // Whatever comes of it, the statement can be used again.
    defer { sqlite3_reset(statement) }
    guard isInsideTransaction else { throw DatabaseError(resultCode: .SQLITE_ABORT, sql: sql) }
    let count = sqlite3_bind_parameter_count(statement)
    guard count == values.count else {
      throw DatabaseError(
        resultCode: .SQLITE_RANGE, message: "\(values.count) values for \(count) places", sql: sql)
    }
    var code = SQLITE_OK
    for (place, value) in values.enumerated() where code == SQLITE_OK {
      code = Self.bind(value?.databaseValue ?? .null, to: statement, at: Int32(place + 1))
    }
    if code == SQLITE_OK { code = sqlite3_step(statement) }
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: sqlite3_extended_errcode(sqliteConnection)),
        message: lastErrorMessage, sql: sql)
    }
  }

  private static func bind(
    _ value: DatabaseValue, to statement: SQLiteStatement, at place: Int32
  ) -> Int32 {
    // SQLite makes a copy: to keep ours alive until the statement has run takes longer.
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value.storage {
    case .null: return sqlite3_bind_null(statement, place)
    case .int64(let number): return sqlite3_bind_int64(statement, place, number)
    case .double(let number): return sqlite3_bind_double(statement, place, number)
    case .string(var text):
      return text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(statement, place, $0.baseAddress, Int32($0.count), copied)
        }
      }
    // Without a byte it has no address, which SQLite takes for NULL.
    case .blob(let data) where data.isEmpty: return sqlite3_bind_zeroblob(statement, place, 0)
    case .blob(let data):
      return data.withUnsafeBytes {
        sqlite3_bind_blob(statement, place, $0.baseAddress, Int32($0.count), copied)
      }
    }
  }

  /// Runs a body in a transaction of its own and gives back what it gives.
  func transaction<Result>(
    _ kind: TransactionKind, _ body: () throws -> Result
  ) throws -> Result {
    var result: Result?
    try inTransaction(kind) {
      result = try body()
      return .commit
    }
    guard let result else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
    return result
  }
}
