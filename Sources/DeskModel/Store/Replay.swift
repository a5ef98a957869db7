import Dispatch
import GRDB
import Synchronization

/// Makes the projections anew in an empty database, on a thread of its own: while it changes the tables by one batch
/// of entries, the next is read and decoded.
final class Replay: Sendable {
  private let tables: DatabaseQueue
  private let thread = DispatchQueue(label: "replay")
  /// How many batches may wait: the journal is read no faster than the tables are made.
  private let room = DispatchSemaphore(value: 4)
  private let batch = Mutex<[Entry]>([])
  private let fault = Mutex<(any Error)?>(nil)

  private static let batchSize = 1024

  /// Begins with the tables of this desk's schema, empty.
  init(into tables: DatabaseQueue) throws {
    self.tables = tables
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
          """)
    }
  }

  /// Has an entry applied after those before it.
  ///
  /// - Throws: `JournalFault` as soon as an earlier entry is known to be impossible.
  func add(_ entry: Entry) throws {
    let full = batch.withLock { batch -> [Entry]? in
      batch.append(entry)
      guard batch.count >= Self.batchSize else { return nil }
      defer { batch.removeAll(keepingCapacity: true) }
      return batch
    }
    if let full { try send(full) }
  }

  /// Waits until every entry has been applied.
  ///
  /// - Throws: `JournalFault` naming the first entry that the tables do not allow.
  func finish() throws {
    try send(batch.withLock { $0 })
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
    try tables.inTransaction { db in
      let projection = Projection(db: db)
      for entry in entries {
        do {
          try projection.apply(entry)
        } catch let error as DatabaseError {
          // The temporary database cannot be damaged: the record asks for what its rules do not allow.
          throw JournalFault.impossible(
            sequence: entry.sequence,
            detail: error.message ?? "SQLite \(error.resultCode.rawValue)")
        }
      }
      return .commit
    }
  }
}
