import Dispatch
import GRDB
import Synchronization

/// Makes the projections anew in an empty database, on a thread of its own: while it changes the tables by one batch
/// of records, the next is read and decoded.
final class Replay: Sendable {
  /// The tables that come of it.
  let tables: DatabaseQueue
  /// How the tables were defined before they were stripped of what nobody asks here.
  let schema: [String: String]
  private let thread = DispatchQueue(label: "replay")
  /// How many batches may wait: the journal is read no faster than the tables are made.
  private let room = DispatchSemaphore(value: 4)
  private let batch = Mutex((entries: [Entry](), bytes: 0))
  private let fault = Mutex<(any Error)?>(nil)

  /// How much makes a batch: so many entries, or, because a text may be long, so many bytes.
  private static let batchSize = (entries: 1024, bytes: 1_000_000)

  /// Begins with the tables of this desk's schema, empty, in a nameless temporary database of its own.
  init() throws {
    // All is one transaction that nobody ends: each end would look through all that has been written so far.
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    tables = try DatabaseQueue(path: "", configuration: configuration)
    try Schema.migrator.migrate(tables)
    schema = try tables.inDatabase(Rebuild.schema)
    // Nothing here outlives a fault; the search index is held against the letters by itself; and rows are asked for
    // by their keys alone, so that indices for screens would only be kept up.
    try tables.writeWithoutTransaction { db in
      let indices = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE INDEX%'
          """)
      for index in indices { try db.execute(sql: "DROP INDEX \(index.quotedDatabaseIdentifier)") }
      try db.execute(
        sql: """
          PRAGMA journal_mode = OFF;
          PRAGMA synchronous = OFF;
          PRAGMA cache_size = -65536;
          DROP TRIGGER letter_search_insert;
          DROP TRIGGER letter_search_update;
          BEGIN;
          """)
    }
  }

  /// Has a record applied after those before it.
  ///
  /// - Throws: `JournalFault.unreadable`, or what an earlier record was found to be.
  func add(_ record: JournalRecord) throws {
    let entry = try record.entry()
    let full = batch.withLock { batch -> [Entry]? in
      batch.entries.append(entry)
      batch.bytes += record.body.utf8.count
      let (most, heaviest) = Self.batchSize
      guard batch.entries.count >= most || batch.bytes >= heaviest else { return nil }
      defer { batch = ([], 0) }
      return batch.entries
    }
    if let full { try send(full) }
  }

  /// Waits until every record has been applied.
  ///
  /// - Throws: `JournalFault` naming the first record that the tables do not allow.
  func finish() throws {
    try send(batch.withLock { $0.entries })
    thread.sync {}
    try throwFault()
  }

  private func send(_ entries: [Entry]) throws {
    try throwFault()
    room.wait()
    thread.async { [self] in
      defer { room.signal() }
      do { try apply(entries) } catch { fault.withLock { $0 = $0 ?? error } }
    }
  }

  private func throwFault() throws {
    if let error = fault.withLock({ $0 }) { throw error }
  }

  private func apply(_ entries: [Entry]) throws {
    guard fault.withLock({ $0 == nil }) else { return }
    try tables.inDatabase { db in
      var projection = Projection(db: db)
      for entry in entries {
        do {
          try projection.apply(entry)
        } catch let error as DatabaseError
          where [.SQLITE_CONSTRAINT, .SQLITE_MISMATCH].contains(error.resultCode)
        {
          // The record asks for what the tables' rules do not allow. Anything else, such as a full temporary disk, is
          // not the journal's fault.
          throw JournalFault.impossible(
            sequence: entry.sequence,
            detail: error.message ?? "SQLite \(error.resultCode.rawValue)")
        }
      }
    }
  }
}
