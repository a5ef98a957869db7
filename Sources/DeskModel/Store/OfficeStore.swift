import Foundation
import GRDB
import GRDBSQLite

/// One process's hold of an office's file: one connection, one writer at a time across processes.
final class OfficeStore {
  let folder: OfficeFolder
  private let queue: DatabaseQueue
  private let gate: WriterGate
  private let witness: HeadWitness
  private let identity: FileIdentity?

  /// Opens an office, bringing an older file up to date.
  ///
  /// The file's first bytes are looked at before SQLite is: opening somebody else's database could
  /// already write to it.
  ///
  /// - Throws: `StoreError`.
  init(opening folder: OfficeFolder) throws {
    self.folder = folder
    gate = WriterGate(path: folder.lock)
    witness = HeadWitness(path: folder.witness)
    try OfficeGuard(folder).check()
    try Self.requireOurs(folder)
    identity = FileIdentity(folder.database)
    queue = try Self.connect(to: folder.database)
    try telling { try bringUpToDate() }
    let (journal, synchronous) = try telling {
      try queue.inDatabase { db in
        (
          try String.fetchOne(db, sql: "PRAGMA journal_mode"),
          try Int.fetchOne(db, sql: "PRAGMA synchronous")
        )
      }
    }
    // A network file system may refuse WAL, and GRDB resets `synchronous` in some set-ups: read back.
    guard journal == "wal", synchronous == 2 else {
      throw StoreError.failed(
        path: folder.database,
        detail: "journal_mode=\(journal ?? "?"), synchronous=\(synchronous ?? -1)")
    }
    // Once more when nobody writes: the mark may have been read while it was being written.
    if try loss() != nil, let loss = try gate.locked(loss) { throw loss }
  }

  /// Makes a new office file with what `found` writes into it; nothing is left behind when it fails.
  ///
  /// One makes it at a time; who comes second finds it there. Whether it is for practice is said before it is one:
  /// whatever happens in between, invented letters never look like an office's own.
  ///
  /// - Throws: `StoreError.exists`, `.remnants` or `.occupied`, before anything is made; another `StoreError`, or what
  ///   `found` throws.
  static func create(
    _ folder: OfficeFolder, isPractice: Bool = false, found: (Database) throws -> Void
  ) throws {
    let files = FileManager.default
    try OfficeGuard(folder).check()
    try requireNone(folder)
    do {
      try files.createDirectory(
        atPath: URL(fileURLWithPath: folder.root).deletingLastPathComponent().path,
        withIntermediateDirectories: true)
    } catch {
      throw StoreError.readOnly(path: folder.root)
    }
    // Private from its first moment: others who make it at the same time look.
    func make(_ paths: String...) throws(StoreError) {
      for path in paths where mkdir(path, 0o700) != 0 && errno != EEXIST {
        throw .readOnly(path: folder.root)
      }
    }
    try make(folder.root)
    try OfficeGuard(folder).check()
    try WriterGate(path: folder.lock).locked {
      try requireNone(folder)
      try make(folder.attachments, folder.drafts, folder.tray)
      unlink(folder.practiceMark)
      let isMarked =
        !isPractice
        || files.createFile(
          atPath: folder.practiceMark, contents: nil, attributes: [.posixPermissions: 0o600])
      guard isMarked else {
        throw StoreError.readOnly(path: folder.root)
      }
      do {
        let head = try makeDatabase(of: folder, found: found)
        HeadWitness(path: folder.witness).note(head)
      } catch {
        unlink(folder.practiceMark)
        throw error
      }
    }
  }

  /// Refuses a folder that has an office, or what is left of one: its papers and its key would be another one's. Also
  /// one that is for something else: what lies in an office's folder is shut, moved and thrown away with it.
  private static func requireNone(_ folder: OfficeFolder) throws(StoreError) {
    try requireNoRemnants(folder)
    guard access(folder.database, F_OK) != 0 else { throw .exists(path: folder.root) }
    let strangers = folder.strangers
    guard strangers.isEmpty else { throw .occupied(path: folder.root, found: strangers) }
  }

  private static func requireNoRemnants(_ folder: OfficeFolder) throws(StoreError) {
    let found = folder.remnants
    guard found.isEmpty else { throw .remnants(path: folder.root, found: found) }
  }

  /// Makes the file beside its place, and moves it there when all is in it.
  ///
  /// - Returns: how far its journal has come.
  private static func makeDatabase(
    of folder: OfficeFolder, found: (Database) throws -> Void
  ) throws -> HeadWitness.Mark {
    let files = FileManager.default
    let (path, unfinished) = (folder.database, folder.unfinishedDatabase)
    func clear() {
      for rest in ["", "-wal", "-shm", "-journal"] {
        try? files.removeItem(atPath: unfinished + rest)
      }
    }
    // What somebody was killed over.
    clear()
    do {
      let queue = try connect(to: unfinished)
      try queue.inDatabase { db in
        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      }
      try Schema.migrator.migrate(queue)
      let head = try queue.inDatabase { db in
        let head = try db.transaction(.immediate) {
          try found(db)
          return try JournalTable(db: db).head()
        }
        try db.execute(sql: "PRAGMA user_version = \(Schema.migrator.migrations.count)")
        try db.execute(sql: "PRAGMA journal_mode = WAL")
        return head
      }
      try queue.close()
      try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: unfinished)
      try files.moveItem(atPath: unfinished, toPath: path)
      return HeadWitness.Mark(sequence: head.sequence, hash: head.hash)
    } catch {
      clear()
      throw (error as? DatabaseError).map { StoreError($0, path: path) } ?? error
    }
  }

  /// Reads at one moment: everything a body asks belongs together.
  ///
  /// GRDB's own `read` bars writing by a pragma, after which SQLite compiles every statement anew when it is next used:
  /// half of what an action takes. Here a body that wrote, past the gate, is undone.
  func read<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try telling {
      try queue.inDatabase { db in
        try db.transaction(.deferred) {
          let result = try body(db)
          guard sqlite3_txn_state(db.sqliteConnection, "main") != SQLITE_TXN_WRITE else {
            throw DatabaseError(resultCode: .SQLITE_READONLY)
          }
          return result
        }
      }
    }
  }

  /// Writes all of a body or nothing, while no other process writes.
  func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
    try telling {
      try gate.locked {
        try requireSameFile()
        let (result, head) = try queue.inDatabase { db in
          try db.transaction(.immediate) { (try body(db), try JournalTable(db: db).head()) }
        }
        witness.note(HeadWitness.Mark(sequence: head.sequence, hash: head.hash))
        return result
      }
    }
  }

  /// Copies the file as it is at one moment into a new one, for its owner only.
  ///
  /// All pages in one step: in WAL mode its reader keeps nobody waiting, and a copy in steps would begin
  /// anew with every commit of another process.
  func copy(to path: String) throws {
    do {
      let copy = try Self.connect(to: path)
      chmod(path, 0o600)
      try queue.backup(to: copy)
      try copy.close()
    } catch let error as DatabaseError {
      let isOurs = [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(error.resultCode)
      throw StoreError(error, path: isOurs ? folder.database : path)
    }
  }

  /// What the journal has lost of what had been stored, if anything.
  private func loss() throws -> StoreError? {
    let mark: HeadWitness.Mark?
    do { mark = try witness.mark() } catch { return error }
    guard let mark else { return nil }
    return try read { db in
      let sql = "SELECT hash FROM event WHERE seq = ?"
      let hash = try Data.fetchOne(db.cachedStatement(sql: sql), arguments: [mark.sequence])
      guard hash != mark.hash else { return nil }
      return StoreError.lost(
        path: folder.database, known: mark.sequence,
        found: try JournalTable(db: db).head().sequence, witness: witness.path)
    }
  }

  /// A number that changes when another process has written, about 40 µs to ask.
  ///
  /// - Throws: `StoreError.exchanged` when the file has been replaced by another, which a database that is open never
  ///   sees by itself.
  func dataVersion() throws -> Int {
    try telling {
      try requireSameFile()
      return try queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
    }
  }

  private func requireSameFile() throws {
    guard FileIdentity(folder.database) == identity else {
      throw StoreError.exchanged(path: folder.database)
    }
  }

  /// Lets go of the file; the last to leave moves the log into it, which is writing too.
  func close() throws {
    try telling { try gate.locked { try queue.close() } }
  }

  private func bringUpToDate() throws {
    let known = Schema.migrator.migrations.count
    func version() throws -> Int {
      try queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    }
    guard try version() <= known else { throw StoreError.newer(path: folder.database) }
    guard try version() < known else { return }
    try gate.locked {
      guard try version() < known else { return }
      try Schema.migrator.migrate(queue)
      try queue.inDatabase { try $0.execute(sql: "PRAGMA user_version = \(known)") }
    }
  }

  private static func connect(to path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
    do {
      return try DatabaseQueue(path: path, configuration: configuration)
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// Looks at the header: bytes 0–15 name SQLite, 68–71 the application.
  private static func requireOurs(_ folder: OfficeFolder) throws {
    try requireNoRemnants(folder)
    let path = folder.database
    guard FileManager.default.fileExists(atPath: path) else { throw StoreError.missing(path: path) }
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw StoreError.readOnly(path: path)
    }
    defer { try? file.close() }
    let header = [UInt8]((try? file.read(upToCount: 72)) ?? Data())
    guard header.count == 72, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw StoreError.foreign(path: path)
    }
    let application = header[68..<72].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    guard application == UInt32(bitPattern: Schema.applicationID) else {
      throw StoreError.foreign(path: path)
    }
  }

  /// Turns what SQLite says into what a person can use.
  private func telling<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error, path: folder.database)
    } catch let error as RowDecodingError {
      // Only damage puts a value into a column that the schema does not let in.
      throw StoreError.damaged(path: folder.database, detail: "\(error)")
    } catch is DecodingError {
      throw StoreError.damaged(path: folder.database, detail: "JSON")
    }
  }
}
