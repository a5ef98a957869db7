import Foundation
import GRDB
import GRDBSQLite
import Testing

@testable import DeskModel

struct DatabaseRunTests {
  @Test func everyKindOfValueComesBackAsItWasGiven() throws {
    let values: [(any DatabaseValueConvertible)?] = [
      nil, Int64.min, 0, true, "", "é́ 😀 \0 'x'", Data(), Data([0, 255]), 0.5,
    ]
    try DatabaseQueue().inDatabase { db in
      try db.execute(sql: "CREATE TABLE kept (place INTEGER PRIMARY KEY, value)")
      for (place, value) in values.enumerated() {
        try db.run("INSERT INTO kept VALUES (?, ?)", [place, value])
      }
      let kept = try DatabaseValue.fetchAll(db, sql: "SELECT value FROM kept ORDER BY place")
      #expect(kept == values.map { $0?.databaseValue ?? .null })
    }
  }

  @Test func aStatementThatFailedRunsAgain() throws {
    try DatabaseQueue().inDatabase { db in
      try db.execute(sql: "CREATE TABLE kept (name TEXT NOT NULL UNIQUE)")
      let sql = "INSERT INTO kept VALUES (?)"
      try db.run(sql, ["a"])
      let again = #expect(throws: DatabaseError.self) { try db.run(sql, ["a"]) }
      #expect(again?.resultCode == .SQLITE_CONSTRAINT)
      #expect(again?.extendedResultCode == .SQLITE_CONSTRAINT_UNIQUE)
      #expect(throws: DatabaseError.self) { try db.run(sql, []) }
      #expect(throws: DatabaseError.self) { try db.run(sql, ["b", "c"]) }
      try db.run(sql, ["b"])
      #expect(try String.fetchAll(db, sql: "SELECT name FROM kept ORDER BY name") == ["a", "b"])
    }
  }

  /// A statement is compiled once, and not again after each look at the office: that took half of an action's time.
  @Test func readingLeavesWhatWasCompiled() throws {
    let test = try TestOffice()
    let sql = "UPDATE letter SET place = ? WHERE id = ?"
    for place in ["a", "b", "c"] {
      try test.desk.store.write { try $0.run(sql, [place, 0]) }
      _ = try test.desk.letterCount()
    }
    let compiledAgain = try test.desk.store.write { db in
      sqlite3_stmt_status(
        try db.cachedStatement(sql: sql).sqliteStatement, SQLITE_STMTSTATUS_REPREPARE, 0)
    }
    #expect(compiledAgain == 0)
  }
}
