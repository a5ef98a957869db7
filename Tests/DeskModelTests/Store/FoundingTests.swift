import Foundation
import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// An office is made where none is, and none was: what is refused leaves everything as it lay.
@Suite struct FoundingTests {
  /// A private folder, gone with this value.
  private final class Place {
    let folder = OfficeFolder(
      FileManager.default.temporaryDirectory.path + "/desk-\(UUID().uuidString)")

    init(mode: Int = 0o700) throws {
      try FileManager.default.createDirectory(
        atPath: folder.root, withIntermediateDirectories: true,
        attributes: [.posixPermissions: mode])
    }

    deinit { try? FileManager.default.removeItem(atPath: folder.root) }

    func put(_ path: String) throws {
      let file = URL(fileURLWithPath: folder.root + "/" + path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try Data("sisa".utf8).write(to: file)
      chmod(file.path, 0o600)
    }

    var contents: [String] { BackupCollection.contents(of: folder.root) }

    func found() throws {
      try Desk.found(
        Office.office, procedures: [(SmallProcedures.incoming, "a")],
        by: Office.actor(Office.umum), in: folder)
    }
  }

  @Test(arguments: [
    "office.key", "office.head", "office.sqlite-wal", "last-backup.json",
    "attachments/ab/abcd", "drafts/cempaka.json",
  ])
  func whatIsLeftOfAnOfficeIsNotBuiltOver(_ left: String) throws {
    let place = try Place()
    try place.put(left)
    let before = place.contents
    let folder = place.folder
    for attempt in [
      place.found, { try OfficeStore.create(folder, isPractice: true) { _ in } },
      { _ = try Desk(folder) }, { _ = try Doctor(folder).examine() },
    ] {
      let error = #expect(throws: StoreError.self) { try attempt() }
      let message = error?.message
      #expect(message?.key == "store.remnants")
      let name = left.split(separator: "/").first.map(String.init) ?? ""
      #expect(message?.arguments["found"]?.contains(name) == true)
    }
    #expect(place.contents == before)
    #expect(
      FileManager.default.contents(atPath: folder.root + "/" + left) == Data("sisa".utf8))
  }

  @Test(arguments: ["laporan.ods", ".bashrc", ".gitkeep", "foto/a.jpg"])
  func aFolderThatIsForSomethingElseStaysSo(_ other: String) throws {
    let place = try Place()
    try place.put(other)
    let before = place.contents
    let folder = place.folder
    let name = other.split(separator: "/").first.map(String.init) ?? ""
    for attempt in [place.found, { try OfficeStore.create(folder, isPractice: true) { _ in } }] {
      #expect(throws: StoreError.occupied(path: folder.root, found: [name])) { try attempt() }
    }
    #expect(place.contents == before)
  }

  /// A disk of the office's own has it from the first day; so has whoever put scans into the tray before.
  @Test func whatAFileSystemAndAScannerPutThereIsInNobodysWay() throws {
    let place = try Place()
    try place.put("pindaian/surat.pdf")
    try FileManager.default.createDirectory(
      atPath: place.folder.root + "/lost+found", withIntermediateDirectories: false,
      attributes: [.posixPermissions: 0o700])
    try place.found()
    _ = try Desk(place.folder).verify()
  }

  @Test func whatSomebodyWasKilledOverIsNoOffice() throws {
    let place = try Place()
    for path in ["office.key", "office.sqlite.new", "office.lock", "LATIHAN"] {
      try place.put(path)
    }
    try place.found()
    #expect(try Desk(place.folder).publicKey() == OfficeKey(at: place.folder.key)?.publicKey)
  }

  @Test func aFolderThatIsTooOpenStaysAsItWas() throws {
    let place = try Place(mode: 0o755)
    let loose = StoreError.loose(path: place.folder.root, root: place.folder.root)
    #expect(throws: loose) { try place.found() }
    #expect(place.contents == [])
  }

  @Test func anOfficeThatIsThereStaysAsItWas() throws {
    let place = try Place()
    try place.found()
    for path in [place.folder.tray, place.folder.drafts, place.folder.attachments] {
      try FileManager.default.removeItem(atPath: path)
    }
    let before = place.contents
    #expect(throws: StoreError.exists(path: place.folder.root)) { try place.found() }
    #expect(place.contents == before)
  }
}
