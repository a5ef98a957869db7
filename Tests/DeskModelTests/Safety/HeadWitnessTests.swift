import DeskTestSupport
import Foundation
import GRDB
import Testing

@testable import DeskModel

/// What was acknowledged is there when the office is opened again, or the office says that it is not.
@Suite struct HeadWitnessTests {
  /// A copy of an office's files as they lie there while a desk has them open: what a power cut leaves.
  private func cut(_ folder: OfficeFolder) throws -> OfficeFolder {
    let copy = OfficeFolder(folder.root + "-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      atPath: copy.root, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    for path in ["/office.sqlite", "/office.sqlite-wal", "/office.head"] {
      try FileManager.default.copyItem(atPath: folder.root + path, toPath: copy.root + path)
    }
    return copy
  }

  /// Moves the log into the file, as happens every thousand pages.
  private func checkpoint(_ folder: OfficeFolder) throws {
    let outside = try DatabaseQueue(path: folder.database)
    try outside.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(PASSIVE)") }
    try outside.close()
  }

  @Test func aPowerCutLosesNothing() throws {
    let test = try TestOffice()
    for number in 0..<5 { try test.register("Surat \(number)") }
    let copy = try cut(test.folder)
    defer { try? FileManager.default.removeItem(atPath: copy.root) }
    #expect(try Desk(copy).verify() == test.desk.verify())
  }

  @Test(arguments: Array(0..<60) as [UInt64])
  func aTornLogIsNeverShortenedSilently(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let test = try TestOffice()
    for number in 0..<Int.random(in: 1...6, using: &random) { try test.register("A \(number)") }
    if Bool.random(using: &random) {
      // What is in the file by now does not depend on the log any more.
      try checkpoint(test.folder)
      for number in 0..<Int.random(in: 0...3, using: &random) { try test.register("B \(number)") }
    }
    let known = try test.desk.journalHead()
    let copy = try cut(test.folder)
    defer { try? FileManager.default.removeItem(atPath: copy.root) }
    let log = URL(fileURLWithPath: copy.database + "-wal")
    var bytes = try Data(contentsOf: log)
    let place = Int.random(in: 0..<bytes.count, using: &random)
    if seed.isMultiple(of: 3) {
      bytes = bytes.prefix(place)
    } else {
      for index in place..<min(bytes.count, place + Int.random(in: 1...600, using: &random)) {
        bytes[index] ^= UInt8.random(in: 1...255, using: &random)
      }
    }
    try bytes.write(to: log)
    do {
      let desk = try Desk(copy)
      #expect(try desk.verify() == known)
    } catch let error as StoreError {
      switch error {
      case .lost(_, let told, let found, _):
        #expect(told == known.entries && found < known.entries)
      case .damaged: break
      default: Issue.record(error)
      }
    }
  }

  @Test func aLogTakenAwayIsToldAndTheLossCanBeAccepted() throws {
    let test = try TestOffice()
    try test.register()
    try checkpoint(test.folder)
    let safe = try test.desk.journalHead().entries
    try test.register()
    let known = try test.desk.journalHead().entries
    let copy = try cut(test.folder)
    defer { try? FileManager.default.removeItem(atPath: copy.root) }
    try FileManager.default.removeItem(atPath: copy.database + "-wal")
    #expect(
      throws: StoreError.lost(
        path: copy.database, known: known, found: safe, witness: copy.witness)
    ) { try Desk(copy) }
    try FileManager.default.removeItem(atPath: copy.witness)
    #expect(try Desk(copy).verify().entries == safe)
  }

  @Test func anOlderFileInItsPlaceIsTold() throws {
    let test = try TestOffice()
    try test.register()
    let old = try cut(test.folder)
    defer { try? FileManager.default.removeItem(atPath: old.root) }
    try test.register("Kedua")
    let now = try cut(test.folder)
    defer { try? FileManager.default.removeItem(atPath: now.root) }
    for end in ["", "-wal"] {
      try FileManager.default.removeItem(atPath: now.database + end)
      try FileManager.default.copyItem(atPath: old.database + end, toPath: now.database + end)
    }
    let error = #expect(throws: StoreError.self) { try Desk(now) }
    #expect(error?.message.key == "store.lost")
  }

  /// Nothing would tell of a loss then, and no desk leaves it so.
  @Test(arguments: [
    "", "x", "12 ab\n", String(repeating: "9", count: 300), String(repeating: "\0", count: 85),
  ])
  func aMarkThatCannotBeReadIsTold(_ text: String) throws {
    let test = try TestOffice()
    try test.register()
    try test.desk.close()
    let witness = test.folder.witness
    try Data(text.utf8).write(to: URL(fileURLWithPath: witness))
    chmod(witness, 0o600)
    #expect(throws: StoreError.unwitnessed(path: witness)) { try test.open() }
    try FileManager.default.removeItem(atPath: witness)
    try FileManager.default.createDirectory(
      atPath: witness, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    #expect(throws: StoreError.unwitnessed(path: witness)) { try test.open() }
    try FileManager.default.removeItem(atPath: witness)
    // What somebody was killed over while making one.
    try Data("x".utf8).write(to: URL(fileURLWithPath: witness + ".baru"))
    chmod(witness + ".baru", 0o600)
    let desk = try test.open()
    _ = try desk.verify()
    let head = try desk.journalHead()
    #expect(
      try HeadWitness(path: witness).mark()
        == HeadWitness.Mark(sequence: head.entries, hash: head.head))
  }
}
