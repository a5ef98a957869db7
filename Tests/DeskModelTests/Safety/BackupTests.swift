import DeskTestSupport
import Foundation
import GRDB
import Synchronization
import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// A backup is whole or not there, and an office comes back from it.
@Suite struct BackupTests {
  /// A folder for backups, gone with this value.
  private final class Shelf: Sendable {
    let path = FileManager.default.temporaryDirectory.path + "/desk-rak-\(UUID().uuidString)"
    var names: [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private func attach(_ text: String, to test: TestOffice) throws -> DeskModel.Attachment {
    let file = test.folder.root + "/../desk-\(UUID().uuidString).pdf"
    defer { try? FileManager.default.removeItem(atPath: file) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    let attachment = try AttachmentStore(root: test.folder.attachments).store(file)
    let letter = Letter(
      kind: .incoming, sender: "Panti", subject: "Lampiran \(text)", attachments: [attachment])
    try test.act(
      .register(Registration(letter: letter, procedure: SmallProcedures.incoming.id)),
      as: Office.umum)
    return attachment
  }

  @Test func drill() throws {
    let test = try TestOffice()
    let attachment = try attach("isi", to: test)
    let shelf = Shelf()
    let folder = test.folder
    let isDone = Mutex(false)
    // What writers were told was done, and when their longest wait was over.
    let acknowledged = Mutex<[Int64]>([])
    let longest = Mutex(Duration.zero)
    let reports = Mutex<[BackupReport]>([])
    let before = Mutex<Int64>(0)
    atOnce(4) { number in
      do {
        let desk = try Desk(folder, clock: { Office.monday })
        defer { try? desk.close() }
        if number == 0 {
          for _ in 0..<3 {
            before.withLock { $0 = acknowledged.withLock { $0.max() ?? 0 } }
            let report = try desk.backup(to: shelf.path)
            reports.withLock { $0.append(report) }
          }
          isDone.withLock { $0 = true }
          return
        }
        while !isDone.withLock({ $0 }) {
          let letter = Letter(kind: .incoming, sender: "Contoh", subject: "Surat \(number)")
          let start = ContinuousClock.now
          let receipt = try desk.perform(
            .register(Registration(letter: letter, procedure: SmallProcedures.incoming.id)),
            as: Office.actor(Office.umum))
          let took = ContinuousClock.now - start
          longest.withLock { $0 = max($0, took) }
          acknowledged.withLock { $0.append(receipt.entries.last?.sequence ?? 0) }
        }
      } catch {
        Issue.record(error)
        isDone.withLock { $0 = true }
      }
    }
    print("longest wait of a writer during backups: \(longest.withLock { $0 })")
    let last = try #require(reports.withLock { $0.last })
    #expect(reports.withLock { $0.count } == 3)
    #expect(last.manifest.entries >= before.withLock { $0 })
    #expect(last.manifest.missing == [])

    // The disk dies.
    try test.desk.close()
    try FileManager.default.removeItem(atPath: folder.root)
    let place = OfficeFolder(shelf.path + "/kantor baru")
    let manifest = try Restore.restore(last.path, into: place, clock: { Office.monday })
    let desk = try Desk(place, clock: { Office.monday })
    let (entries, head) = try desk.verify()
    #expect(entries == manifest.entries && head.hexDigits == manifest.head)
    #expect(try AttachmentStore(root: place.attachments).isIntact(attachment))
    for path in [""] + BackupCollection.contents(of: place.root).map({ "/" + $0 }) {
      var status = stat()
      #expect(lstat(place.root + path, &status) == 0 && status.st_mode & 0o077 == 0, "\(path)")
    }
    // Work goes on with the next number, and the next backup follows the old ones.
    let receipt = try desk.perform(
      .register(
        Registration(
          letter: Letter(kind: .incoming, sender: "Contoh", subject: "Sesudah pulih"),
          procedure: SmallProcedures.incoming.id)), as: Office.actor(Office.umum))
    #expect(receipt.entries.first?.sequence == entries + 1)
    #expect(try desk.backup(to: shelf.path).shared == 1)
    _ = try desk.verify()
  }

  @Test func sharesAttachmentsWithEarlierBackupsAndNotWithTheOffice() throws {
    let test = try TestOffice()
    let attachment = try attach("isi", to: test)
    let shelf = Shelf()
    let first = try test.desk.backup(to: shelf.path)
    test.pass(minutes: 1)
    let second = try test.desk.backup(to: shelf.path)
    #expect((first.shared, second.shared) == (0, 1))
    func inode(_ root: String) -> ino_t {
      var status = stat()
      stat(AttachmentStore(root: root + "/attachments").path(of: attachment), &status)
      return status.st_ino
    }
    #expect(inode(first.path) == inode(second.path))
    #expect(inode(first.path) != inode(test.folder.root))
    // A copy that went bad in the last backup is not handed on.
    let bad = AttachmentStore(root: second.path + "/attachments").path(of: attachment)
    chmod(bad, 0o600)
    try Data("lain".utf8).write(to: URL(fileURLWithPath: bad))
    test.pass(minutes: 1)
    let third = try test.desk.backup(to: shelf.path)
    #expect(third.manifest.missing == [] && third.shared == 0)
  }

  @Test func whatLiesBesideTheFileComesBackToo() throws {
    let test = try TestOffice()
    let shelf = Shelf()
    let kept = ["office.key": "kunci", "drafts/cempaka.json": "[]", "LATIHAN": ""]
    for (path, text) in kept {
      try Data(text.utf8).write(to: URL(fileURLWithPath: test.folder.root + "/" + path))
    }
    let place = OfficeFolder(shelf.path + "/kantor")
    _ = try Restore.restore(try test.desk.backup(to: shelf.path).path, into: place)
    for (path, text) in kept {
      #expect(try String(contentsOfFile: place.root + "/" + path, encoding: .utf8) == text)
    }
  }

  @Test func savesTheRestWhenAnAttachmentIsLost() throws {
    let test = try TestOffice()
    let attachment = try attach("isi", to: test)
    let shelf = Shelf()
    try FileManager.default.removeItem(
      atPath: AttachmentStore(root: test.folder.attachments).path(of: attachment))
    let report = try test.desk.backup(to: shelf.path)
    #expect(report.manifest.missing == [attachment.sha256])
    let place = OfficeFolder(shelf.path + "/kantor")
    #expect(try Restore.restore(report.path, into: place).missing == [attachment.sha256])
  }

  @Test func anOfficeThatDoesNotHoldTogetherIsNotSavedAsIfItDid() throws {
    let test = try TestOffice()
    try test.register()
    let shelf = Shelf()
    let good = try test.desk.backup(to: shelf.path)
    try test.desk.store.write { try $0.execute(sql: "UPDATE letter SET sender = 'palsu'") }
    test.pass(minutes: 1)
    #expect(throws: JournalFault.self) {
      try test.desk.backup(to: shelf.path)
    }
    #expect(shelf.names == [URL(fileURLWithPath: good.path).lastPathComponent])
  }

  @Test func clearsAwayWhatWasKilledAndNothingElse() throws {
    let test = try TestOffice()
    try test.register()
    let shelf = Shelf()
    let files = FileManager.default
    try files.createDirectory(
      atPath: shelf.path + "/.desk-1/attachments/ab", withIntermediateDirectories: true)
    for name in ["office.sqlite", "office.sqlite-wal", "office.lock", "office.head.baru"] {
      try Data("setengah".utf8).write(to: URL(fileURLWithPath: shelf.path + "/.desk-1/" + name))
    }
    try files.createDirectory(atPath: shelf.path + "/.desk-2", withIntermediateDirectories: true)
    try Data("milik orang".utf8).write(to: URL(fileURLWithPath: shelf.path + "/.desk-2/foto.jpg"))
    try files.createDirectory(atPath: shelf.path + "/desk-lain", withIntermediateDirectories: true)
    try Data("catatan".utf8).write(to: URL(fileURLWithPath: shelf.path + "/catatan.txt"))
    let report = try test.desk.backup(to: shelf.path)
    let name = URL(fileURLWithPath: report.path).lastPathComponent
    #expect(shelf.names == [".desk-2", "catatan.txt", name, "desk-lain"].sorted())
    #expect(files.fileExists(atPath: shelf.path + "/.desk-2/foto.jpg"))
  }

  @Test func thinsItsOwnAndKeepsOthers() throws {
    let test = try TestOffice()
    let shelf = Shelf()
    // One of another office, older than all.
    let foreign = try test.desk.backup(to: shelf.path)
    let manifest = URL(fileURLWithPath: foreign.path + "/manifest.json")
    let text = try String(contentsOf: manifest, encoding: .utf8)
    try Data(text.replacing(foreign.manifest.origin, with: "lain").utf8).write(to: manifest)
    // Three a day for four days.
    var reports: [BackupReport] = []
    for _ in 0..<12 {
      reports.append(try test.desk.backup(to: shelf.path))
      test.pass(minutes: 8 * 60)
    }
    let mine = BackupCollection(root: shelf.path).backups(of: try test.desk.origin())
    let times = reports.map(\.manifest.made)
    #expect(
      mine.map(\.manifest.made) == BackupRule.kept(times, in: test.desk.office.calendar.zone))
    #expect(mine.count < 12 && mine.count >= 6)
    #expect(mine.first?.path == reports.last?.path)
    #expect(FileManager.default.fileExists(atPath: foreign.path))
    #expect(shelf.names.allSatisfy { !$0.hasPrefix(".") })
    // A clock that was set back by a year does not make the backup of now an old one.
    test.pass(minutes: -365 * 24 * 60)
    let late = try test.desk.backup(to: shelf.path)
    #expect(FileManager.default.fileExists(atPath: late.path))
  }

  @Test func isNotPutIntoTheOfficeItself() throws {
    let test = try TestOffice()
    let inside = test.folder.root + "/cadangan"
    #expect(throws: BackupFault.insideOffice(path: inside)) { try test.desk.backup(to: inside) }
  }

  @Test(arguments: [
    "office.sqlite", "attachments", "manifest.json", "LATIHAN",
  ])
  func aDamagedBackupIsRefusedWithWhatIsWrong(_ victim: String) throws {
    let test = try TestOffice()
    try Data().write(to: URL(fileURLWithPath: test.folder.practiceMark))
    let attachment = try attach("isi", to: test)
    let shelf = Shelf()
    let report = try test.desk.backup(to: shelf.path)
    let path =
      victim == "attachments"
      ? AttachmentStore(root: report.path + "/attachments").path(of: attachment)
      : report.path + "/" + victim
    let place = OfficeFolder(shelf.path + "/kantor")
    func refusal() -> BackupFault? {
      #expect(throws: BackupFault.self) { try Restore.restore(report.path, into: place) }
    }
    // One byte more, then gone altogether.
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes.append(UInt8(ascii: "}"))
    chmod(path, 0o600)
    try bytes.write(to: URL(fileURLWithPath: path))
    let file = String(path.dropFirst(report.path.count + 1))
    #expect(refusal() == .damaged(path: report.path, file: file))
    try FileManager.default.removeItem(atPath: path)
    #expect(
      refusal()
        == (victim == "manifest.json"
          ? .notWhole(path: report.path) : .damaged(path: report.path, file: file)))
    #expect(shelf.names.allSatisfy { !$0.hasPrefix("kantor") }, "something was left behind")
  }

  @Test func whatAKilledRestoringLeftIsClearedAwayByTheNext() throws {
    let test = try TestOffice()
    _ = try attach("isi", to: test)
    let shelf = Shelf()
    let report = try test.desk.backup(to: shelf.path)
    let dead = Process()
    dead.executableURL = URL(fileURLWithPath: "/bin/true")
    try dead.run()
    dead.waitUntilExit()
    let place = shelf.path + "/kantor"
    let left = "kantor.pulih-\(dead.processIdentifier)"
    // One of a process that lives, of another place, and of somebody else's naming.
    let others = [
      "kantor.pulih-\(getppid())", "lain.pulih-\(dead.processIdentifier)", "kantor.pulih-x",
    ]
    for name in [left] + others {
      try FileManager.default.copyItem(atPath: report.path, toPath: shelf.path + "/" + name)
    }
    _ = try Restore.restore(report.path, into: OfficeFolder(place))
    #expect(!shelf.names.contains(left))
    for name in others { #expect(shelf.names.contains(name)) }
    _ = try Desk(OfficeFolder(place)).verify()
  }

  @Test func overwritesNothing() throws {
    let test = try TestOffice()
    let shelf = Shelf()
    let report = try test.desk.backup(to: shelf.path)
    #expect(throws: BackupFault.occupied(path: test.folder.root)) {
      try Restore.restore(report.path, into: test.folder)
    }
    let file = shelf.path + "/berkas"
    try Data("x".utf8).write(to: URL(fileURLWithPath: file))
    #expect(throws: BackupFault.occupied(path: file)) {
      try Restore.restore(report.path, into: OfficeFolder(file))
    }
    let empty = shelf.path + "/kosong"
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: false)
    _ = try Restore.restore(report.path, into: OfficeFolder(empty))
    _ = try Desk(OfficeFolder(empty)).verify()
  }

  @Test(arguments: [
    "../office.sqlite", "/etc/passwd", "attachments/../x", "attachments/ab/cd", "drafts/.json",
    "office.sqlite/", "", "LATIHAN/x", "attachments/ab/" + String(repeating: "c", count: 64),
  ])
  func aManifestLeadsNowhereElse(_ path: String) {
    #expect(!BackupManifest.isOwn(path))
  }
}
