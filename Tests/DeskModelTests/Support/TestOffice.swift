import Foundation
import Synchronization
import Testing

@testable import DeskModel

/// A clock that stands still until it is moved.
final class TestClock: Sendable {
  private let milliseconds = Mutex(SmallOffice.monday.milliseconds)

  var now: Timestamp { Timestamp(milliseconds: milliseconds.withLock { $0 }) }

  func pass(minutes: Int) { milliseconds.withLock { $0 += Int64(minutes) * 60_000 } }
}

/// A small office in a temporary folder, with a clock that only moves when told to.
final class TestOffice {
  let folder: OfficeFolder
  let desk: Desk
  private let clock: TestClock

  init(procedures: [Procedure] = [SmallProcedures.incoming, SmallProcedures.outgoing]) throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "desk-\(UUID().uuidString)")
    folder = OfficeFolder(path.path)
    let clock = TestClock()
    self.clock = clock
    try Desk.found(
      SmallOffice.office, procedures: procedures.map { ($0, "hash-\($0.id)") },
      by: SmallOffice.actor(SmallOffice.umum), in: folder, clock: { clock.now })
    desk = try Desk(folder, clock: { clock.now })
  }

  deinit { try? FileManager.default.removeItem(atPath: folder.root) }

  /// Opens the office once more, as another process would.
  func open() throws -> Desk {
    let clock = clock
    return try Desk(folder, clock: { clock.now })
  }

  func pass(minutes: Int) { clock.pass(minutes: minutes) }

  /// Has the holder of a role choose a PIN that costs less to try than a real one.
  func choosePIN(_ digits: String, as role: RoleID) throws {
    _ = try desk.choosePIN(
      PIN(typed: digits), insteadOf: nil, as: SmallOffice.actor(role),
      cost: PINSecret.Cost(exponent: 4, blockSize: 8, parallelism: 1))
  }

  /// Does an action as the one holder of a role.
  @discardableResult
  func act(_ action: Action, as role: RoleID) throws -> Receipt {
    try act(action, by: SmallOffice.actor(role))
  }

  /// Does an action as somebody who, where it is asked for, has just proved the PIN.
  @discardableResult
  func act(_ action: Action, by actor: Actor) throws -> Receipt {
    try desk.perform(
      action, as: actor, proof: action.asksPIN ? desk.proof(of: actor.person) : nil)
  }

  /// Registers a letter from outside and gives its case.
  @discardableResult
  func register(
    _ subject: String = "Permohonan bantuan", sender: String = "Panti Contoh",
    secrecy: Secrecy = .biasa
  ) throws -> Receipt {
    let letter = Letter(
      kind: .incoming, secrecy: secrecy, sender: sender, senderNumber: "1/PC/2026", subject: subject
    )
    return try act(
      .register(Registration(letter: letter, procedure: SmallProcedures.incoming.id)),
      as: SmallOffice.umum)
  }

  /// A letter of the office's own that the section for children began and the clerk drafted.
  ///
  /// - Returns: the section's task of putting its paraf.
  @discardableResult
  func draft(_ text: String = "Naskah") throws -> TaskRef {
    let letter = Letter(kind: .outgoing, sender: "Kami", subject: "Balasan")
    let begun = try act(
      .register(Registration(letter: letter, procedure: SmallProcedures.outgoing.id)),
      as: SmallOffice.kasiAnak)
    let drafting = TaskRef(try #require(begun.waiting.first).task, version: 1)
    let drafted = try act(.complete(drafting, Completion(draft: text)), as: SmallOffice.umum)
    return TaskRef(try #require(drafted.waiting.first).task, version: 1)
  }
}
