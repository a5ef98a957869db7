import Foundation
import GRDB
import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// Whatever is changed in the office's file by another hand, whoever has dropped the triggers first.
@Suite struct TamperingTests {
  /// A change to one table.
  struct Tampering: CustomTestStringConvertible, Sendable {
    enum Deed: Hashable, Sendable { case change(String), delete, insert, swap }
    let table: String
    let deed: Deed

    var testDescription: String { "\(table): \(deed)" }
  }

  /// Every deed on every table and column that the schema has, but for one in the search index: two segments of a page
  /// each that change places are the same index (``SearchIndexTests`` has larger ones).
  static let all: [Tampering] = {
    guard let queue = try? DatabaseQueue(path: ""), (try? Schema.migrator.migrate(queue)) != nil
    else { return [] }
    let columns = try? queue.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
            AND name <> 'letter_search' ORDER BY name
          """
      ).map { ($0, try db.columns(in: $0).map(\.name)) }
    }
    return (columns ?? []).flatMap { table, columns in
      (columns.map { .change($0) } + [.delete, .insert, .swap]).map {
        Tampering(table: table, deed: $0)
      }
    }.filter { ($0.table, $0.deed) != ("letter_search_data", .swap) }
  }()

  /// An office in which every table has rows.
  private static let template = Result { () throws -> OfficeFolder in
    let test = try TestOffice()
    let day = Office.office.calendar.date(of: Office.monday)
    try test.act(
      .keepBook(.reserve("masuk", count: 3, reason: "Listrik padam")), as: Office.umum)
    for subject in ["Pertama", "Kedua"] { try test.register(subject) }
    try test.register("Ketiga", sender: "Yayasan Contoh")
    for subject in ["Rahasia", "Rahasia juga"] {
      let letter = Letter(
        kind: .incoming, secrecy: .rahasia, sender: "Panti Contoh", subject: subject)
      try test.act(
        .register(Registration(letter: letter, procedure: SmallProcedures.incoming.id)),
        as: Office.umum)
    }
    let clerk = Office.actor(Office.umum)
    for id in try test.desk.letters(limit: 2, for: clerk).compactMap(\.caseID) {
      let view = try #require(try test.desk.caseView(id, for: clerk))
      var letter = view.state.letter
      letter.note = "Dua lembar"
      try test.act(
        .correct(id, Correction(letter, over: nil, reason: "Terlewat")), by: clerk)
    }
    let task = try #require(try test.desk.queue(of: Office.kadis).first)
    try test.act(
      .dispose(
        task.ref,
        Disposition(recipients: [.init(role: Office.rehsos), .init(role: Office.linjamsos)])),
      as: Office.kadis)
    for text in ["Naskah", "Naskah lain"] {
      try test.act(.paraf(try test.draft(text), draft: 1), as: Office.kasiAnak)
    }
    try test.act(.keepBook(.closePage("masuk", day)), as: Office.umum)
    try test.act(.keepBook(.closePage("keluar", day)), as: Office.umum)
    for number in 1...2 {
      try test.desk.administer(.mapUser("budi\(number)", "umum-2"), by: "root")
      try test.desk.administer(
        .addKey(PublicKey(KeyFixture.ed25519(UInt8(number))), "umum-2"), by: "root")
    }
    for role in [Office.kadis, Office.rehsos] { try test.choosePIN("730519", as: role) }
    _ = try test.desk.verify()
    try test.desk.close()
    // The office's own folder goes with it.
    let kept = OfficeFolder(test.folder.root + "-asli")
    try FileManager.default.copyItem(atPath: test.folder.root, toPath: kept.root)
    return kept
  }

  /// A copy of the office, changed behind the desk's back.
  private func tampered(_ change: (Database) throws -> Void) throws -> OfficeFolder {
    let original = try Self.template.get()
    let folder = OfficeFolder(original.root + "-" + UUID().uuidString)
    try FileManager.default.copyItem(atPath: original.root, toPath: folder.root)
    // Who changes the journal takes the mark of its last entry away too.
    try? FileManager.default.removeItem(atPath: folder.witness)
    let outside = try DatabaseQueue(path: folder.database)
    try outside.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      let triggers = try Row.fetchAll(
        db, sql: "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
      for trigger in triggers {
        try db.execute(sql: "DROP TRIGGER \(try trigger.decode(String.self, atIndex: 0))")
      }
      try change(db)
      for trigger in triggers { try db.execute(sql: trigger.decode(String.self, atIndex: 1)) }
    }
    try outside.close()
    return folder
  }

  /// What opening and verifying say; `nil` when nothing is wrong.
  private func fault(in folder: OfficeFolder) throws -> (any Error)? {
    defer { try? FileManager.default.removeItem(atPath: folder.root) }
    do { _ = try Desk.verify(folder) } catch { return error }
    return nil
  }

  @Test(arguments: TamperingTests.all) func isNamed(_ tampering: Tampering) throws {
    let table = tampering.table
    var isChanged = false
    let folder = try tampered { isChanged = try Self.tamper(tampering, $0) }
    // A table with one row has nothing to swap.
    guard isChanged else {
      #expect(tampering.deed == .swap)
      return
    }
    switch try fault(in: folder) {
    case nil: Issue.record("went unnoticed")
    case JournalFault.gap?, JournalFault.broken?: #expect(table == "event")
    case JournalFault.differs(let named, _)?:
      // A journal without its last entry is whole by itself: the tables tell of what is gone.
      #expect(
        (table == "event" && tampering.deed == .delete) || named == table
          || (named.hasPrefix("letter_search") && table.hasPrefix("letter_search")))
    case let other?: Issue.record("\(other)")
    }
  }

  @Test func theSchemaIsHeldToo() throws {
    for (sql, name) in [
      ("DROP TRIGGER event_no_delete", "event_no_delete"), ("DROP INDEX task_done", "task_done"),
      ("CREATE TABLE lain (x)", "lain"), ("ANALYZE task", "sqlite_stat1"),
      ("CREATE TRIGGER diam AFTER INSERT ON letter BEGIN SELECT 1; END", "diam"),
    ] {
      let folder = try tampered { _ in }
      let outside = try DatabaseQueue(path: folder.database)
      try outside.writeWithoutTransaction { try $0.execute(sql: sql) }
      try outside.close()
      #expect(try fault(in: folder) as? JournalFault == .schema(name: name))
    }
  }

  /// An index that leaves a row out hides it from the screen, with all tables as they were.
  @Test func anIndexThatHidesARowIsNamed() throws {
    let folder = try tampered { db in
      let sql = try #require(
        try String.fetchOne(db, sql: "SELECT sql FROM sqlite_master WHERE name = 'task_open'"))
      try db.execute(sql: "PRAGMA writable_schema = ON")
      func define(_ sql: String) throws {
        try db.execute(
          sql: "UPDATE sqlite_master SET sql = ? WHERE name = 'task_open'", arguments: [sql])
        let version = try Int.fetchOne(db, sql: "PRAGMA schema_version") ?? 0
        try db.execute(sql: "PRAGMA schema_version = \(version + 1)")
      }
      try define(sql + " AND role <> '\(Office.kadis)'")
      try db.execute(sql: "REINDEX task_open")
      try define(sql)
      try db.execute(sql: "PRAGMA writable_schema = RESET")
    }
    guard case .pages(let detail)? = try fault(in: folder) as? JournalFault else {
      Issue.record("went unnoticed")
      return
    }
    #expect(detail.contains("task_open"))
  }

  /// Who can compute the hashes and rewrite all that follows is still found out: by the tables, and who rewrites
  /// those too, by the office's signature on the next closed page.
  @Test func rewritingTheWholeChainIsFoundByTablesAndSignatures() throws {
    let folder = try tampered { db in
      let closing = try #require(
        try Int64.fetchOne(db, sql: "SELECT min(seq) FROM event WHERE type = 'pageClosed'"))
      try db.execute(
        sql: "UPDATE event SET body = replace(body, 'Kedua', 'Kedia') WHERE seq < ?",
        arguments: [closing])
      #expect(db.changesCount > 0)
      try Self.rehash(db)
    }
    let fault = try #require(try fault(in: folder) as? JournalFault)
    guard case .unsigned = fault else {
      Issue.record("\(fault)")
      return
    }

    let appended = try tampered { db in
      try db.execute(
        sql: """
          INSERT INTO event (seq, at, person, role, standing, type, body, hash)
          SELECT seq + 1, at, person, role, standing, 'letterArchived',
            '{"case":1,"letter":' || (SELECT max(id) FROM letter) || ',"place":"Boks"}', hash
          FROM event ORDER BY seq DESC LIMIT 1
          """)
      try Self.rehash(db)
    }
    guard case .differs("letter", _)? = try self.fault(in: appended) as? JournalFault else {
      Issue.record("an invented event went unnoticed")
      return
    }
  }

  @Test func anEventThatCannotHaveHappenedIsNamed() throws {
    var last: Int64 = 0
    let folder = try tampered { db in
      try db.execute(
        sql: """
          INSERT INTO event (seq, at, person, role, standing, type, body, hash)
          SELECT seq + 1, at, person, role, standing, 'caseStarted',
            '{"letter":999999,"procedure":"tidak-ada","version":1}', hash
          FROM event ORDER BY seq DESC LIMIT 1
          """)
      last = db.lastInsertedRowID
      try Self.rehash(db)
    }
    guard case .impossible(last, _)? = try fault(in: folder) as? JournalFault else {
      Issue.record("went unnoticed")
      return
    }
  }

  /// A journal and a row that agree with each other and not with the rules of their table.
  @Test func aRowThatNoOfficeAllowsIsNamed() throws {
    var last: Int64 = 0
    let folder = try tampered { db in
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try db.execute(
        sql: """
          INSERT INTO event (seq, at, person, role, standing, type, body, hash)
          SELECT seq + 1, at, person, role, standing, 'draftWritten',
            '{"case":' || (SELECT max(id) FROM cases) || ',"task":' || (SELECT max(id) FROM task)
              || ',"text":"a","version":0}', hash
          FROM event ORDER BY seq DESC LIMIT 1
          """)
      last = db.lastInsertedRowID
      try db.execute(
        sql: """
          INSERT INTO draft (case_id, version, task, text, author, written_at)
          SELECT (SELECT max(id) FROM cases), 0, (SELECT max(id) FROM task), 'a', person, at
          FROM event WHERE seq = ?
          """, arguments: [last])
      try Self.rehash(db)
    }
    guard case .impossible(last, _)? = try fault(in: folder) as? JournalFault else {
      Issue.record("went unnoticed")
      return
    }
  }

  // MARK: - Tampering

  /// Gives every event the hash that fits it.
  private static func rehash(_ db: Database) throws {
    var head = JournalRecord.origin
    var hashes: [(Int64, Data)] = []
    try RawRecord.forEach(in: db) { raw in
      let record = raw.decoded()
      head = record.digest(after: head)
      hashes.append((record.sequence, head))
    }
    for (sequence, hash) in hashes {
      try db.execute(
        sql: "UPDATE event SET hash = ? WHERE seq = ?", arguments: [hash, sequence])
    }
  }

  /// Does a deed to the last rows of its table.
  ///
  /// - Returns: whether there was something to do it to.
  private static func tamper(_ tampering: Tampering, _ db: Database) throws -> Bool {
    let table = "\"\(tampering.table)\""
    let key = try db.primaryKey(tampering.table).columns
    let rows = try Row.fetchAll(
      db,
      sql: "SELECT * FROM \(table) ORDER BY \(key.map { "\"\($0)\" DESC" }.joined(separator: ", "))"
    )
    let row = try #require(rows.first, "\(table) is empty")
    let place = key.map { "\"\($0)\" IS ?" }.joined(separator: " AND ")
    func keys(_ row: Row) throws -> StatementArguments {
      try StatementArguments(key.map { try value($0, of: row) })
    }
    switch tampering.deed {
    case .change(let column):
      let type = try #require(try db.columns(in: tampering.table).first { $0.name == column }?.type)
      try db.execute(
        sql: "UPDATE \(table) SET \"\(column)\" = ? WHERE \(place)",
        arguments: try [other(value(column, of: row), type)] + keys(row))
    case .delete:
      try db.execute(sql: "DELETE FROM \(table) WHERE \(place)", arguments: try keys(row))
    case .insert:
      let unique = try db.indexes(on: tampering.table).filter(\.isUnique).flatMap(\.columns) + key
      try insert(
        try row.columnNames.map { name in
          let old = try value(name, of: row)
          return unique.contains(name) && !old.isNull ? other(old, "") : old
        }, into: table, db)
    case .swap:
      func rest(_ row: Row) throws -> [DatabaseValue] {
        try row.columnNames.filter { !key.contains($0) }.map { try value($0, of: row) }
      }
      guard let twin = try rows.first(where: { try rest($0) != rest(row) }) else { return false }
      for one in [row, twin] {
        try db.execute(sql: "DELETE FROM \(table) WHERE \(place)", arguments: try keys(one))
      }
      for (one, two) in [(row, twin), (twin, row)] {
        try insert(
          try one.columnNames.map { try value($0, of: key.contains($0) ? one : two) }, into: table,
          db)
      }
    }
    return true
  }

  private static func value(_ column: String, of row: Row) throws -> DatabaseValue {
    try row.decode(DatabaseValue.self, forColumn: column)
  }

  private static func insert(_ values: [DatabaseValue], into table: String, _ db: Database) throws {
    let marks = Array(repeating: "?", count: values.count).joined(separator: ", ")
    try db.execute(
      sql: "INSERT INTO \(table) VALUES (\(marks))", arguments: StatementArguments(values))
  }

  /// Another value of the same type.
  private static func other(_ value: DatabaseValue, _ type: String) -> DatabaseValue {
    switch value.storage {
    case .int64(let number): (number == .max ? number - 1_000 : number + 1_000).databaseValue
    case .double(let number): (number + 1).databaseValue
    // An index over JSON would not take what is none.
    case .string(let text) where text.hasPrefix("{"):
      ("{\"lain\":1," + text.dropFirst()).databaseValue
    case .string(let text): (text + "x").databaseValue
    case .blob(let data): (data.dropLast() + [(data.last ?? 0) ^ 1]).databaseValue
    case .null: type == "INTEGER" ? 1.databaseValue : "x".databaseValue
    }
  }
}
