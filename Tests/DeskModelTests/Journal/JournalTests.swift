import Foundation
import GRDB
import Testing

@testable import DeskModel

/// The journal cannot be changed unnoticed, and what it says can be checked by others.
@Suite struct JournalTests {
  @Test(arguments: [
    "UPDATE event SET person = 'x' WHERE seq = 2", "DELETE FROM event WHERE seq = 2",
  ])
  func refusesToBeRewritten(_ sql: String) throws {
    let test = try TestOffice()
    try test.register()
    let outside = try DatabaseQueue(path: test.folder.database)
    #expect(throws: DatabaseError.self) {
      try outside.writeWithoutTransaction { try $0.execute(sql: sql) }
    }
  }

  @Test(
    arguments: [
      ("UPDATE event SET body = replace(body, 'Permohonan', 'Penolakan') WHERE seq = 5", 5),
      ("UPDATE event SET at = at + 1 WHERE seq = 3", 3),
      ("UPDATE event SET role = 'kepala-dinas@dinas' WHERE seq = 6", 6),
      ("DELETE FROM event WHERE seq = 7", 8),
      ("UPDATE event SET seq = seq + 100 WHERE seq = 8", 9),
    ] as [(String, Int64)])
  func namesTheFirstRecordThatWasTamperedWith(_ sql: String, _ first: Int64) throws {
    let test = try TestOffice()
    try test.register()
    let outside = try DatabaseQueue(path: test.folder.database)
    try outside.writeWithoutTransaction { db in
      try db.execute(sql: "DROP TRIGGER event_no_update; DROP TRIGGER event_no_delete")
      try db.execute(sql: sql)
    }
    let fault = #expect(throws: JournalFault.self) { try test.desk.verify() }
    switch fault {
    case .broken(let sequence): #expect(sequence == first)
    case .gap(_, let found): #expect(found == first)
    default: Issue.record("unexpected \(String(describing: fault))")
    }
  }

  @Test func findsAttachmentsThatWereChangedOrTaken() throws {
    let test = try TestOffice()
    let file = test.folder.root + "/permohonan.pdf"
    try Data("isi asli".utf8).write(to: URL(fileURLWithPath: file))
    let files = AttachmentStore(root: test.folder.attachments)
    let attachment = try files.store(file)
    let letter = Letter(
      kind: .incoming, sender: "Panti", subject: "Permohonan", attachments: [attachment])
    let receipt = try test.act(
      .register(Registration(letter: letter, procedure: SmallProcedures.incoming.id)),
      as: SmallOffice.umum)
    _ = try test.desk.verify()
    let fault = JournalFault.attachment(
      letter: try #require(receipt.letter), name: "permohonan.pdf")
    let kept = files.path(of: attachment)
    try FileManager.default.removeItem(atPath: kept)
    try Data("isi lain".utf8).write(to: URL(fileURLWithPath: kept))
    #expect(throws: fault) { try test.desk.verify() }
    try FileManager.default.removeItem(atPath: kept)
    #expect(throws: fault) { try test.desk.verify() }
  }

  @Test func hashesAsTheDocumentationSays() throws {
    let test = try TestOffice()
    try test.register("Tanda \"kutip\" \\ garis/miring é \u{1F600}")
    let script = """
      import sqlite3, hashlib, json, sys
      previous = bytes(32)
      for seq, at, person, role, standing, type, body, hash in sqlite3.connect(sys.argv[1]).execute(
          "SELECT seq, at, person, role, standing, type, body, hash FROM event ORDER BY seq"):
          line = json.dumps(dict(seq=seq, at=at, person=person, role=role, standing=standing,
              type=type, body=json.loads(body)), sort_keys=True, separators=(",", ":"),
              ensure_ascii=False)
          previous = hashlib.sha256(previous + line.encode()).digest()
          assert previous == hash, seq
      print(seq)
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, test.folder.database]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let printed = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let head = try test.desk.journalHead()
    #expect(printed.trimmingCharacters(in: .whitespacesAndNewlines) == "\(head.entries)")
  }

  @Test func everyEventComesBackAsItWas() throws {
    let walk = try Walk(SmallProcedures.incoming, by: SmallOffice.umum)
    for entry in walk.entries {
      #expect(try Event(name: entry.event.name, body: entry.event.body()) == entry.event)
    }
    let founding = Event.officeFounded(SmallOffice.office)
    #expect(try Event(name: .officeFounded, body: founding.body()) == founding)
  }

  @Test func aClockSetBackDoesNotReorderTheJournal() throws {
    let test = try TestOffice()
    try test.register()
    test.pass(minutes: -600)
    try test.register("Kedua")
    let times = try DatabaseQueue(path: test.folder.database).read {
      try Int64.fetchAll($0, sql: "SELECT at FROM event ORDER BY seq")
    }
    #expect(times == times.sorted())
  }
}
