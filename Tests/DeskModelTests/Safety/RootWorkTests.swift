import Foundation
import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// Root saves and mends everybody's office, and leaves nothing in it that its owner could not use.
@Suite struct RootWorkTests {
  @Test(.enabled(if: geteuid() == 0))
  func whatRootLeavesBelongsToTheOfficesOwner() throws {
    let owner: uid_t = 65_534
    let test = try TestOffice()
    try test.desk.close()
    let folder = test.folder
    for path in [folder.lock, folder.witness, folder.key] { unlink(path) }
    let everything = BackupCollection.contents(of: folder.root).map { folder.root + "/" + $0 }
    for path in everything + [folder.root] { try #require(chown(path, owner, owner) == 0) }

    let shelf = folder.root + "-cadangan"
    let scan = folder.root + "-surat.pdf"
    try Data("isi".utf8).write(to: URL(fileURLWithPath: scan))
    defer { for path in [shelf, scan] { try? FileManager.default.removeItem(atPath: path) } }
    let desk = try test.open()
    let attachment = try desk.attachmentStore.store(scan)
    let letter = Letter(
      kind: .incoming, sender: "Panti", subject: "Dari root", attachments: [attachment])
    try desk.perform(
      .register(Registration(letter: letter, procedure: SmallProcedures.incoming.id)),
      as: Office.actor(Office.umum))
    #expect(try desk.ensureKey(by: Office.actor(Office.umum)).isNew)
    _ = try desk.backup(to: shelf)

    var foreign: [String] = []
    for path in BackupCollection.contents(of: folder.root) {
      var status = stat()
      try #require(lstat(folder.root + "/" + path, &status) == 0)
      if status.st_uid != owner { foreign.append(path) }
    }
    #expect(foreign == [])
    #expect(LastBackup(in: folder) != nil)
  }

  @Test(.enabled(if: geteuid() == 0))
  func rootGivesAwayNothingThatALinkLeadsTo() throws {
    let test = try TestOffice()
    try test.desk.close()
    let folder = test.folder
    let others = folder.root + "-punya-lain"
    defer { try? FileManager.default.removeItem(atPath: others) }
    #expect(FileManager.default.createFile(atPath: others, contents: Data()))
    chmod(others, 0o600)
    for path in [folder.lock, folder.witness] {
      unlink(path)
      try #require(symlink(others, path) == 0)
    }
    try #require(chown(folder.root, 65_534, 65_534) == 0)
    // What is written over each time is not even opened.
    #expect(throws: StoreError.unwitnessed(path: folder.witness)) { try test.open() }
    unlink(folder.witness)
    let desk = try test.open()
    try desk.perform(
      .register(
        Registration(
          letter: Letter(kind: .incoming, sender: "Panti", subject: "Tautan"),
          procedure: SmallProcedures.incoming.id)),
      as: Office.actor(Office.umum))
    var status = stat()
    try #require(stat(others, &status) == 0)
    #expect(status.st_uid == 0)
  }
}
