import Dispatch
import GRDB
import Synchronization

/// Has SQLite hold the file's pages, and its indices against their tables, on a thread and a connection of their own:
/// the journal is read meanwhile.
///
/// An index that leaves a row out hides it from every screen that goes by the index, though all tables are as the
/// journal gives them.
final class PageCheck: Sendable {
  private let path: String
  private let thread = DispatchQueue(label: "pages")
  private let found = Mutex<Result<[String], any Error>>(.success([]))

  /// Begins.
  ///
  /// - Parameter limit: how many findings are enough.
  init(_ path: String, limit: Int = 1) {
    self.path = path
    thread.async { [self] in
      let result = Result { () throws -> [String] in
        // Not opened for reading only: SQLite passes over CHECK constraints then.
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        defer { try? queue.close() }
        return try queue.read { db in
          try String.fetchAll(db, sql: "PRAGMA integrity_check(\(limit))").filter { $0 != "ok" }
        }
      }
      found.withLock { $0 = result }
    }
  }

  /// Waits for what is found, in SQLite's words.
  ///
  /// - Throws: `StoreError` when it could not be looked at.
  func findings() throws -> [String] {
    thread.sync {}
    do {
      return try found.withLock { $0 }.get()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }
}
