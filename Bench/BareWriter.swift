import GRDBSQLite

/// The rows of one registration, written with nothing but SQLite's C interface: kept statements, one
/// IMMEDIATE transaction, WAL, `synchronous = FULL`. The same tables, indexes and triggers as ours.
final class BareWriter {
  private enum Value {
    case integer(Int64)
    case text(String)
    case blob([UInt8])
    case null
  }

  private var database: OpaquePointer?
  private var statements: [String: OpaquePointer] = [:]
  private var next: Int64

  /// Opens a copy of an office; identifiers are counted on from a place that is free in it.
  init(path: String, from next: Int64) throws {
    self.next = next
    guard sqlite3_open(path, &database) == SQLITE_OK else { throw BenchError.failed(path) }
    for pragma in ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"] {
      sqlite3_exec(database, "PRAGMA \(pragma)", nil, nil, nil)
    }
  }

  deinit {
    for statement in statements.values { sqlite3_finalize(statement) }
    sqlite3_close(database)
  }

  /// Writes what registering a letter writes: nine events and their projections.
  func register(_ round: Int, clerk: String, role: String, head: String, body: String) throws {
    let letter = next
    let first = next + 4
    let second = next + 8
    next += 9
    let now: Int64 = 1_790_000_000_000
    try run("BEGIN IMMEDIATE", [])
    try run(
      """
      INSERT INTO letter (id, kind, secrecy, urgency, sender, sender_number, subject, body,
        registered_at, registered_by) VALUES (?, 'incoming', 'B', 'biasa', ?, ?, ?, ?, ?, ?)
      """,
      [
        .integer(letter), .text("Yayasan Contoh \(round % 50)"), .text("\(round)/YC/2026"),
        .text("Permohonan bantuan \(round)"), .text("{}"), .integer(now), .text(clerk),
      ])
    try run(
      """
      INSERT INTO sender (name, letters, last_letter) VALUES (?, 1, ?)
      ON CONFLICT (name) DO UPDATE SET letters = letters + 1, last_letter = excluded.last_letter
      """, [.text("Yayasan Contoh \(round % 50)"), .integer(letter)])
    try run(
      "UPDATE letter SET book = ?, period = ?, sequence = ?, number = ?, numbered_at = ? WHERE id = ?",
      [
        .text("surat-masuk"), .integer(2027), .integer(Int64(round) + 1), .text("\(round)/M"),
        .integer(now), .integer(letter),
      ])
    try run(
      "INSERT INTO cases (id, letter, procedure, version, status, started_at) VALUES (?, ?, 'ntt-001', 1, 'running', ?)",
      [.integer(letter + 2), .integer(letter), .integer(now)])
    try run("INSERT INTO branch (case_id, number) VALUES (?, 0)", [.integer(letter + 2)])
    for (lane, bound) in [("umum", role), ("kadis", head)] {
      try run(
        "DELETE FROM binding WHERE case_id = ? AND branch = 0 AND lane = ?",
        [.integer(letter + 2), .text(lane)])
      try run(
        "INSERT INTO binding (case_id, branch, lane, place, role) VALUES (?, 0, ?, 0, ?)",
        [.integer(letter + 2), .text(lane), .text(bound)])
    }
    for (task, bound, step) in [(first, role, Int64(1)), (second, head, 2)] {
      try run(
        """
        INSERT INTO task (id, case_id, letter, kind, step, lane, act, role, external, branch, cause,
          created_at, due_at, standard, state, version)
        VALUES (?, ?, ?, 'step', ?, 'umum', 'catat', ?, 0, 0, ?, ?, ?, 10, 'open', 1)
        """,
        [
          .integer(task), .integer(letter + 2), .integer(letter), .integer(step), .text(bound),
          task == first ? .null : .integer(first), .integer(now), .integer(now + 600_000),
        ])
    }
    try run("UPDATE task SET opened_at = ? WHERE id = ?", [.integer(now), .integer(first)])
    try run(
      """
      UPDATE task SET state = 'done', outcome = 'completed', finished_at = ?, finished_by = ?,
        finished_as = ?, worked = 0, version = version + 1 WHERE id = ?
      """, [.integer(now), .text(clerk), .text(role), .integer(first)])
    for event in 0..<9 {
      try run(
        """
        INSERT INTO event (seq, at, person, role, standing, type, body, hash)
        VALUES (?, ?, ?, ?, 'definitive', 'taskCreated', ?, ?)
        """,
        [
          .integer(letter + Int64(event)), .integer(now), .text(clerk), .text(role), .text(body),
          .blob([UInt8](repeating: 7, count: 32)),
        ])
    }
    try run("COMMIT", [])
  }

  private func run(_ sql: String, _ values: [Value]) throws {
    let statement = try prepared(sql)
    for (index, value) in values.enumerated() {
      let place = Int32(index + 1)
      switch value {
      case .integer(let number): sqlite3_bind_int64(statement, place, number)
      case .text(let text): sqlite3_bind_text(statement, place, text, -1, Self.copied)
      case .blob(let bytes):
        sqlite3_bind_blob(statement, place, bytes, Int32(bytes.count), Self.copied)
      case .null: sqlite3_bind_null(statement, place)
      }
    }
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    guard code == SQLITE_DONE else {
      throw BenchError.failed(sqlite3_errmsg(database).map { String(cString: $0) } ?? sql)
    }
  }

  private func prepared(_ sql: String) throws -> OpaquePointer? {
    if let known = statements[sql] { return known }
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK else {
      throw BenchError.failed(sqlite3_errmsg(database).map { String(cString: $0) } ?? sql)
    }
    statements[sql] = statement
    return statement
  }

  /// SQLITE_TRANSIENT, which is a cast in C and so not imported.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
