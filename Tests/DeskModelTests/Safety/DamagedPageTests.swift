import DeskTestSupport
import Foundation
import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// A page that went bad is told with a sentence, wherever it is met; nothing crashes.
@Suite struct DamagedPageTests {
  /// The pages of an office in which something has happened, all in one file.
  private static let office = Result {
    let test = try TestOffice()
    for number in 0..<12 { try test.register("Surat nomor \(number)") }
    for task in try test.desk.queue(of: Office.kadis).prefix(6) {
      try test.act(
        .dispose(task.ref, Disposition(recipients: [.init(role: Office.rehsos)])),
        as: Office.kadis)
    }
    try test.draft()
    try test.desk.close()
    return try Data(contentsOf: URL(fileURLWithPath: test.folder.database))
  }

  @Test(arguments: Array(0..<40) as [UInt64])
  func isToldAndNeverCrashes(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var bytes = try Self.office.get()
    // From a single flipped bit to a lost sector, never in the header by which the file is known as ours.
    let place = Int.random(in: 100..<bytes.count, using: &random)
    if seed.isMultiple(of: 2) {
      bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
    } else {
      for index in place..<min(bytes.count, place + [8, 64, 512][Int(seed % 3)]) {
        bytes[index] = seed.isMultiple(of: 5) ? 0 : UInt8.random(in: 0...255, using: &random)
      }
    }
    let folder = OfficeFolder(
      FileManager.default.temporaryDirectory.path + "/desk-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: folder.root) }
    for path in [folder.root, folder.attachments, folder.drafts] {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    #expect(
      FileManager.default.createFile(
        atPath: folder.database, contents: bytes, attributes: [.posixPermissions: 0o600]))
    work(in: folder)
    // The doctor names what the verification stumbles over.
    let checkup = try Doctor(folder, clock: { Office.monday }).examine()
    let isWhole = (try? Desk(folder).verify()) != nil
    if !isWhole { #expect(checkup.count(.error) > 0, "seed \(seed)") }
  }

  /// Everything a desk asks of an office; whatever fails, fails with a sentence.
  private func work(in folder: OfficeFolder) {
    func ask(_ body: () throws -> Void) {
      do { try body() } catch { #expect(error is any Tellable, "\(error)") }
    }
    ask {
      let desk = try Desk(folder, clock: { Office.monday })
      for role in Office.office.roles.map(\.id) {
        ask { _ = try desk.queue(of: role) }
        ask { _ = try desk.counts(of: role) }
      }
      ask {
        for letter in try desk.letters(limit: 100) {
          if let id = letter.caseID { ask { _ = try desk.caseView(id) } }
        }
      }
      ask { _ = try desk.backlog() }
      ask { _ = try desk.procedures() }
      ask {
        try desk.perform(
          .register(
            Registration(
              letter: Letter(kind: .incoming, sender: "Contoh", subject: "Baru"),
              procedure: SmallProcedures.incoming.id)), as: Office.actor(Office.umum))
      }
      ask { _ = try desk.verify() }
    }
  }
}
