import DeskTestSupport
import Foundation
import GRDB
import Synchronization
import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// Opening, refusing, writing together: what keeps an office's file whole.
@Suite struct OfficeStoreTests {
  @Test func isDurableAndOurs() throws {
    let test = try TestOffice()
    let attributes = try FileManager.default.attributesOfItem(atPath: test.folder.database)
    #expect((attributes[.posixPermissions] as? NSNumber)?.int16Value == 0o600)
    let settings = try test.desk.store.read { db in
      [
        try String.fetchOne(db, sql: "PRAGMA journal_mode"),
        try String.fetchOne(db, sql: "PRAGMA synchronous"),
        try String.fetchOne(db, sql: "PRAGMA foreign_keys"),
      ]
    }
    #expect(settings == ["wal", "2", "1"])
  }

  @Test func refusesWhatIsNotAnOffice() throws {
    let test = try TestOffice()
    func code(_ prepare: (OfficeFolder) throws -> Void) throws -> StoreError? {
      let folder = OfficeFolder(test.folder.root + "/lain-\(UUID().uuidString)")
      try FileManager.default.createDirectory(
        atPath: folder.root, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try prepare(folder)
      _ = chmod(folder.database, 0o600)
      do { _ = try Desk(folder) } catch { return error as? StoreError }
      return nil
    }
    let missing = try code { _ in }
    #expect(missing?.message.key == "store.missing")
    let text = try code {
      try Data("bukan basis data".utf8).write(to: URL(fileURLWithPath: $0.database))
    }
    #expect(text?.message.key == "store.foreign")
    let other = try code {
      let queue = try DatabaseQueue(path: $0.database)
      try queue.writeWithoutTransaction { try $0.execute(sql: "CREATE TABLE t (x)") }
      try queue.close()
    }
    #expect(other?.message.key == "store.foreign")
    let newer = try code { folder in
      try FileManager.default.copyItem(atPath: test.folder.database, toPath: folder.database)
      let queue = try DatabaseQueue(path: folder.database)
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 999") }
      try queue.close()
    }
    #expect(newer?.message.key == "store.newer")
  }

  @Test func isKeptFromOthers() throws {
    let test = try TestOffice()
    try test.register()
    let database = test.folder.database
    for path in [
      test.folder.root, database, database + "-wal", database + "-shm", test.folder.lock,
      test.folder.attachments, test.folder.drafts, test.folder.key, test.folder.witness,
      test.folder.tray,
    ] {
      var status = stat()
      #expect(stat(path, &status) == 0, "\(path)")
      #expect(status.st_mode & 0o077 == 0, "\(path)")
      #expect(chmod(path, status.st_mode | 0o040) == 0)
      let loose = StoreError.loose(path: path, root: test.folder.root)
      #expect(throws: loose) { try test.open() }
      #expect(chmod(path, status.st_mode) == 0)
    }
    let me = geteuid()
    #expect(throws: Never.self) { try OfficeGuard(test.folder, user: me).check() }
    #expect(throws: Never.self) { try OfficeGuard(test.folder, user: 0).check() }
    #expect(throws: StoreError.self) { try OfficeGuard(test.folder, user: me + 1).check() }
  }

  @Test func writesNothingIntoAFileThatWasExchanged() throws {
    let test = try TestOffice()
    try test.register()
    let database = test.folder.database
    try FileManager.default.moveItem(atPath: database, toPath: database + ".lama")
    #expect(throws: StoreError.exchanged(path: database)) { try test.register() }
    try FileManager.default.copyItem(atPath: database + ".lama", toPath: database)
    #expect(throws: StoreError.exchanged(path: database)) { try test.register() }
    #expect(throws: StoreError.exchanged(path: database)) { try test.desk.dataVersion() }
  }

  @Test func isNotFoundedTwice() throws {
    let test = try TestOffice()
    let error = #expect(throws: StoreError.self) {
      try Desk.found(
        Office.office, procedures: [], by: Office.actor(Office.umum), in: test.folder)
    }
    #expect(error == .exists(path: test.folder.root))
  }

  @Test func leavesNothingBehindWhenFoundingFails() throws {
    let folder = OfficeFolder("/dev/null/kantor")
    #expect(throws: StoreError.readOnly(path: folder.root)) {
      try Desk.found(Office.office, procedures: [], by: Office.actor(Office.umum), in: folder)
    }
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "desk-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: path) }
    // Two versions 1 of one procedure cannot be: the founding fails half-way.
    #expect(throws: StoreError.self) {
      try Desk.found(
        Office.office,
        procedures: [(SmallProcedures.incoming, "a"), (SmallProcedures.incoming, "b")],
        by: Office.actor(Office.umum), in: OfficeFolder(path.path))
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: path.path)
    #expect(left.allSatisfy { !$0.hasPrefix("office.sqlite") })
  }

  @Test func ofManyWhoFoundAtOnceOneDoesAndTheOthersAreTold() throws {
    let folder = OfficeFolder(
      FileManager.default.temporaryDirectory.path + "/desk-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: folder.root) }
    let faults = Mutex<[StoreError]>([])
    atOnce(6) { _ in
      do {
        try Desk.found(
          Office.office, procedures: [(SmallProcedures.incoming, "a")],
          by: Office.actor(Office.umum), in: folder)
      } catch {
        let fault = error as? StoreError ?? .failed(path: "", detail: "\(error)")
        faults.withLock { $0.append(fault) }
      }
    }
    #expect(
      faults.withLock { $0 } == Array(repeating: StoreError.exists(path: folder.root), count: 5))
    _ = try Desk(folder).verify()
  }

  @Test(arguments: [true, false])
  func isMarkedForPracticeBeforeItIsAnOffice(_ isPractice: Bool) throws {
    struct Stopped: Error {}
    let folder = OfficeFolder(
      FileManager.default.temporaryDirectory.path + "/desk-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: folder.root) }
    // A mark that an earlier attempt was killed over does not stick to a real office.
    try FileManager.default.createDirectory(
      atPath: folder.root, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    try Data().write(to: URL(fileURLWithPath: folder.practiceMark))
    #expect(throws: Stopped.self) {
      try OfficeStore.create(folder, isPractice: isPractice) { _ in
        #expect(folder.isPractice == isPractice)
        #expect(!FileManager.default.fileExists(atPath: folder.database))
        throw Stopped()
      }
    }
    #expect(!folder.isPractice)
  }

  @Test func aFullDiskRefusesTheWholeAction() throws {
    let test = try TestOffice()
    try test.register()
    let founded = try test.desk.journalHead().entries
    let each = try test.register(String(repeating: "panjang", count: 120)).entries.count
    let before = try test.desk.journalHead().entries
    #expect(before == founded + Int64(each))
    // SQLite says "full" at this limit exactly as it does on a full disk.
    let pages = try test.desk.store.read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
    try test.desk.store.write { _ = try Int.fetchOne($0, sql: "PRAGMA max_page_count = \(pages)") }
    var registered = 0
    let error = #expect(throws: StoreError.self) {
      while registered < 50 {
        try test.register(String(repeating: "panjang", count: 120))
        registered += 1
      }
    }
    #expect(error == .full(path: test.folder.database))
    // What was told to be there is there wholly, and nothing else.
    let after = try test.desk.journalHead().entries
    #expect(after == before + Int64(registered * each))
    #expect(try test.desk.letters(limit: 100).count == 2 + registered)
    try test.desk.store.write {
      _ = try Int.fetchOne($0, sql: "PRAGMA max_page_count = 1000000")
    }
    _ = try test.desk.verify()
    try test.register("Sesudah ruang tersedia")
  }

  @Test(arguments: [
    "UPDATE task SET act = 'mengarang'", "UPDATE task SET outcome = 'lupa' WHERE state = 'done'",
    "UPDATE task SET delegated_by = '3'",
  ])
  func aRowThatNoDeskWritesIsDamageAndNotLeftOut(_ change: String) throws {
    let test = try TestOffice()
    let id = try #require(try test.register().startedCase)
    try test.desk.store.write { try $0.execute(sql: change) }
    let error = #expect(throws: StoreError.self) { try test.desk.caseView(id) }
    #expect(error?.message.key == "store.damaged")
  }

  @Test func theOfficeComesOutOfItsRowsAsItWentIn() throws {
    let office = try OfficeReader.practiceOffice(in: AssetsFolder.find())
    let folder = OfficeFolder(
      FileManager.default.temporaryDirectory.path + "/desk-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: folder.root) }
    try Desk.found(
      office, procedures: [], by: SmallOffice.actor(SmallOffice.umum), in: folder)
    #expect(try Desk(folder).office == office)
  }

  @Test(arguments: [
    "UPDATE person SET nip = '7'", "UPDATE appointment SET starts = 'kemarin'",
    "UPDATE position SET duties = 'bermimpi'", "UPDATE book SET pattern = '{'",
    "DELETE FROM office",
  ])
  func aDamagedRowOfTheOfficeIsToldAtOpening(_ change: String) throws {
    let test = try TestOffice()
    try test.desk.store.write { try $0.execute(sql: change) }
    let error = #expect(throws: StoreError.self) { try test.open() }
    #expect(error?.message.key == "store.damaged")
  }

  @Test func twoDesksTakeConsecutiveNumbers() throws {
    let test = try TestOffice()
    let other = try test.open()
    var numbers: [Int] = []
    for round in 0..<10 {
      let letter = Letter(kind: .incoming, sender: "Contoh", subject: "Surat \(round)")
      let registration = Registration(letter: letter, procedure: SmallProcedures.incoming.id)
      let desk = round.isMultiple(of: 2) ? test.desk : other
      let receipt = try desk.perform(.register(registration), as: Office.actor(Office.umum))
      numbers.append(try #require(receipt.number?.sequence))
    }
    #expect(numbers == Array(1...10))
  }

  @Test func seesThatAnotherDeskHasWritten() throws {
    let test = try TestOffice()
    let other = try test.open()
    let before = try other.dataVersion()
    #expect(try other.dataVersion() == before)
    try test.register()
    #expect(try other.dataVersion() != before)
    #expect(try other.queue(of: Office.kadis).count == 1)
  }

  @Test func anOfficeOfAnEarlierDeskIsBroughtUpToDate() throws {
    let test = try TestOffice()
    try test.register("Sudah ada")
    let before = try test.desk.queue(of: Office.kadis)
    let answers = try test.desk.proceduresOfAnswers().map(\.id)
    #expect(!answers.isEmpty)
    try test.desk.close()
    let old = try DatabaseQueue(path: test.folder.database)
    try old.inDatabase { db in
      try db.execute(
        sql: """
          CREATE TABLE pin_try (
            person TEXT PRIMARY KEY REFERENCES person (id),
            wrong INTEGER NOT NULL CHECK (wrong >= 0)
          ) STRICT, WITHOUT ROWID;
          INSERT INTO pin_try (person, wrong) SELECT id, 3 FROM person LIMIT 1;
          ALTER TABLE pin DROP COLUMN wrong;
          DROP INDEX event_moves;
          DROP TABLE correction;
          ALTER TABLE letter DROP COLUMN corrected;
          DROP TRIGGER letter_search_update;
          CREATE TRIGGER letter_search_update AFTER UPDATE OF number ON letter BEGIN
            INSERT INTO letter_search (letter_search, rowid, number, sender_number, sender, subject)
              VALUES ('delete', old.id, old.number, old.sender_number, old.sender, old.subject);
            INSERT INTO letter_search (rowid, number, sender_number, sender, subject)
              VALUES (new.id, new.number, new.sender_number, new.sender, new.subject);
          END;
          DROP TABLE procedure_step;
          DROP INDEX task_open;
          CREATE INDEX task_open ON task (role, due_at, id) WHERE state = 'open';
          CREATE INDEX task_counts ON task
            (role, act, kind, opened_at, due_at, suspended_at, external, created_at)
            WHERE state = 'open';
          DROP INDEX procedure_answers;
          ALTER TABLE procedure DROP COLUMN answers;
          DELETE FROM grdb_migrations WHERE identifier >= '2';
          PRAGMA user_version = 1;
          """)
    }
    try old.close()
    let desk = try Desk(test.folder)
    #expect(try desk.queue(of: Office.kadis).map(\.activity) == before.map(\.activity))
    #expect(try desk.queue(of: Office.kadis).first?.activity.isEmpty == false)
    #expect(try desk.proceduresOfAnswers().map(\.id) == answers)
    _ = try desk.verify()
  }
}
