import Foundation
import GRDB
import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// The doctor names what is wrong, and says what to do.
@Suite struct DoctorTests {
  private func found(_ test: TestOffice) throws -> [String] {
    let now = test.desk.clock()
    return try Doctor(test.folder, clock: { now }).examine().lines
      .filter { $0.level != .ok }.map(\.text.key).sorted()
  }

  private func expect(
    _ found: [String], _ expected: [String], _ place: SourceLocation = #_sourceLocation
  ) {
    #expect(found == expected, sourceLocation: place)
  }

  @Test func findsNothingAmissInANewOfficeButWhatIsMissing() throws {
    let test = try TestOffice()
    try test.register()
    expect(try found(test), ["doctor.backup.never"])
  }

  @Test func whatAScannerPutIntoTheTrayIsNotTheOfficesToShut() throws {
    let test = try TestOffice()
    try test.register()
    let scan = test.folder.tray + "/surat.pdf"
    #expect(FileManager.default.createFile(atPath: scan, contents: Data("x".utf8)))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: scan)
    expect(try found(test), ["doctor.backup.never"])
    // Nor where the tray itself lies: it may be the scanner's folder, by a link.
    let scanner = test.folder.root + "-pemindai"
    try FileManager.default.moveItem(atPath: test.folder.tray, toPath: scanner)
    defer { try? FileManager.default.removeItem(atPath: scanner) }
    try FileManager.default.createSymbolicLink(
      atPath: test.folder.tray, withDestinationPath: scanner)
    expect(try found(test), ["doctor.backup.never"])
  }

  /// Without it nobody would be told of a journal that has become shorter.
  @Test func noMarkOfTheJournalIsAWarning() throws {
    let test = try TestOffice()
    try test.register()
    try FileManager.default.removeItem(atPath: test.folder.witness)
    expect(try found(test), ["doctor.backup.never", "doctor.head.missing"])
    // The checkup itself wrote it anew.
    expect(try found(test), ["doctor.backup.never"])
  }

  private struct Harm: Sendable {
    var area: String
    var sql: String
  }

  @Test(arguments: [
    Harm(area: "doctor.tables.differ", sql: "UPDATE letter SET sender = 'palsu'"),
    Harm(area: "doctor.references.broken", sql: "UPDATE task SET letter = 999"),
    Harm(
      area: "journal.broken",
      sql: "DROP TRIGGER event_no_update; UPDATE event SET at = at + 1 WHERE seq = 3"),
    Harm(area: "doctor.pages.damaged", sql: "UPDATE task SET state = 'entah'"),
  ])
  private func namesWhatWasChanged(_ harm: Harm) throws {
    let test = try TestOffice()
    try test.register()
    let outside = try DatabaseQueue(path: test.folder.database)
    try outside.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      try db.execute(sql: harm.sql)
    }
    let found = try found(test)
    #expect(found.contains(harm.area), "\(found)")
  }

  @Test func looksAtTheFilesToo() throws {
    let test = try TestOffice()
    try test.register()
    let folder = test.folder
    func write(_ path: String) throws {
      #expect(FileManager.default.createFile(atPath: path, contents: Data("x".utf8)))
    }
    try write(folder.attachments + "/sisa")
    try write(folder.drafts + "/cempaka.json.rusak")
    chmod(folder.attachments + "/sisa", 0o600)
    chmod(folder.drafts + "/cempaka.json.rusak", 0o644)
    #expect(
      try found(test) == [
        "doctor.backup.never", "doctor.drafts.aside", "doctor.orphans.found",
        "doctor.permissions.loose",
      ])
  }

  @Test func knowsHowOldTheLastBackupIs() throws {
    let test = try TestOffice()
    let shelf = test.folder.root + "-cadangan"
    defer { try? FileManager.default.removeItem(atPath: shelf) }
    _ = try test.desk.backup(to: shelf)
    expect(try found(test), [])
    test.pass(minutes: 3 * 24 * 60)
    expect(try found(test), ["doctor.backup.old"])
    try FileManager.default.removeItem(atPath: shelf)
    expect(try found(test), ["doctor.backup.gone"])
    // Where nobody but root may look it need not be gone; here nobody may, behind a link to itself.
    try FileManager.default.createSymbolicLink(atPath: shelf, withDestinationPath: shelf)
    expect(try found(test), ["doctor.backup.old"])
    test.pass(minutes: -2 * 24 * 60)
    expect(try found(test), [])
  }

  @Test func seesAClockThatWasSetBack() throws {
    let test = try TestOffice()
    test.pass(minutes: 60)
    try test.register()
    #expect(try test.desk.clockNotice() == nil)
    test.pass(minutes: -30)
    #expect(try test.desk.clockNotice()?.key == "app.clock-behind")
    expect(try found(test), ["doctor.backup.never", "doctor.clock.behind"])
  }

  @Test(arguments: Secrecy.allCases)
  func aLostAttachmentIsNamedAsFarAsItsLetterMayBeRead(_ secrecy: Secrecy) throws {
    let test = try TestOffice()
    let file = test.folder.tray + "/Qzfile.pdf"
    try Data("isi".utf8).write(to: URL(fileURLWithPath: file))
    let attachment = try test.desk.attachmentStore.store(file)
    let letter = Letter(
      kind: .incoming, secrecy: secrecy, sender: "Panti", subject: "Hal",
      attachments: [attachment])
    try test.act(
      .register(Registration(letter: letter, procedure: SmallProcedures.incoming.id)),
      as: Office.umum)
    unlink(test.desk.attachmentStore.path(of: attachment))
    let name = secrecy == .biasa ? "Qzfile.pdf" : attachment.sha256.prefix(12) + "…"
    let now = test.desk.clock()
    let checkup = try Doctor(test.folder, clock: { now }).examine()
    let line = try #require(checkup.lines.first { $0.text.key == "doctor.attachments.damaged" })
    #expect(line.text.arguments["file"] == name)
    let fault = #expect(throws: JournalFault.self) { try test.desk.verify() }
    #expect(fault?.message.arguments["file"] == name)
  }

  @Test func seesThatTheOfficeCannotSign() throws {
    let test = try TestOffice()
    let own = try #require(FileManager.default.contents(atPath: test.folder.key))
    func put(_ bytes: Data) throws {
      try bytes.write(to: URL(fileURLWithPath: test.folder.key))
      chmod(test.folder.key, 0o600)
    }
    try put(Data("bukan kunci".utf8))
    expect(try found(test), ["doctor.backup.never", "doctor.key.other"])
    _ = try OfficeKey.make(at: test.folder.key)
    expect(try found(test), ["doctor.backup.never", "doctor.key.other"])
    unlink(test.folder.key)
    expect(try found(test), ["doctor.backup.never", "doctor.key.missing"])
    try put(own)
    expect(try found(test), ["doctor.backup.never"])
  }

  @Test(arguments: [
    (StoreError.full(path: "/x"), "full"), (.readOnly(path: "/x"), "read-only"),
    (.busy(path: "/x"), "busy"), (.loose(path: "/x", root: "/"), "permissions"),
    (.anothers(path: "/x", owner: "a", user: "b"), "permissions"),
  ])
  func whatCouldNotBeLookedAtIsNoDamage(_ error: StoreError, _ hindrance: String) throws {
    let phrases = try Phrasebook(.id, in: AssetsFolder.find())
    for area in [Checkup.Area.file, .search, .journal] {
      var checkup = Checkup()
      checkup.look(area) { _ in throw error }
      let line = try #require(checkup.lines.first)
      #expect(line.level == .error && line.text == error.message)
      let advice = try #require(line.advice)
      #expect(advice.key == "doctor.unchecked.\(hindrance).do")
      #expect(phrases.keys.contains(advice.key))
      let text = phrases(advice)
      #expect(text.contains("belum diperiksa") && !text.contains("restore"), "\(text)")
    }
    var checkup = Checkup()
    checkup.look(.journal) { _ in throw StoreError.damaged(path: "/x", detail: "") }
    #expect(checkup.lines.first?.advice?.key == "doctor.journal.do")
  }

  @Test func anOfficeThatCannotBeOpenedIsALineToo() throws {
    let test = try TestOffice()
    try test.desk.close()
    try Data("bukan kantor".utf8).write(to: URL(fileURLWithPath: test.folder.database))
    chmod(test.folder.database, 0o600)
    #expect(try found(test).contains("store.foreign"))
    let nowhere = OfficeFolder(test.folder.root + "/tidak-ada")
    #expect(throws: StoreError.missing(path: nowhere.database)) { try Doctor(nowhere).examine() }
  }

  @Test func aRowByWhichTheOfficeCannotBeReadIsNamed() throws {
    let test = try TestOffice()
    try test.desk.store.write { try $0.run("UPDATE person SET nip = ?", ["123"]) }
    let lines = try Doctor(test.folder).examine().lines.filter { $0.level == .error }
    #expect(lines.map(\.text.key).prefix(2) == ["store.damaged", "journal.differs"])
    #expect(lines.dropFirst().first?.text.arguments["table"] == "person")
  }

  @Test func everyFindingHasItsSentenceAndItsAdvice() throws {
    let phrases = try Phrasebook(.id, in: AssetsFolder.find())
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/DeskModel").standardized.path
    let code = try ["/Safety/Doctor.swift", "/Store/Desk+Checkup.swift"].map {
      try String(contentsOfFile: sources + $0, encoding: .utf8)
    }.joined()
    var keys = Set(Checkup.Area.allCases.map { "doctor.\($0.rawValue).ok" })
    for match in code.matches(of: /(?:warn|fail)\(\s*\.(\w+), "([\w-]+)"/) {
      keys.formUnion(["doctor.\(match.1).\(match.2)", "doctor.\(match.1).\(match.2).do"])
    }
    for match in code.matches(of: /look\(\.(\w+)\)/) { keys.insert("doctor.\(match.1).do") }
    #expect(keys.count > 40)
    #expect(keys.subtracting(phrases.keys) == [])
  }
}
