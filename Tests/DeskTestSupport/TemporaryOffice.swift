public import DeskModel
public import DeskTUI
public import Foundation
import Synchronization

/// The practice office of the assets in a folder of its own, with a clock that only tests move.
public final class TemporaryOffice: Sendable {
  /// Where it lies; removed with this value.
  public let folder: OfficeFolder
  private let milliseconds: Mutex<Int64>
  private let passed = Mutex(Duration.zero)

  /// Monday 2 March 2026, 09.00 in the office's zone.
  public static let monday = Timestamp(milliseconds: 1_772_413_200_000)

  /// Makes an office in which nothing has happened yet; in one for practice everybody has the published PIN.
  public init(isPractice: Bool = true) throws {
    milliseconds = Mutex(Self.monday.milliseconds)
    folder = OfficeFolder(
      FileManager.default.temporaryDirectory.path + "/desk-test-\(UUID().uuidString)")
    try Self.found(in: folder)
    if isPractice {
      try Data().write(to: URL(fileURLWithPath: folder.practiceMark))
      chmod(folder.practiceMark, 0o600)
    }
  }

  /// Puts an office back from its files by their names.
  public init(_ files: [String: Data]) throws {
    milliseconds = Mutex(Self.monday.milliseconds)
    folder = OfficeFolder(
      FileManager.default.temporaryDirectory.path + "/desk-test-\(UUID().uuidString)")
    mkdir(folder.root, 0o700)
    for (name, data) in files {
      let path = folder.root + "/" + name
      try data.write(to: URL(fileURLWithPath: path))
      chmod(path, 0o600)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder.root) }

  /// What time it is there.
  public var now: Timestamp { Timestamp(milliseconds: milliseconds.withLock { $0 }) }

  /// How much time has gone by, whatever its clock was set to.
  public var uptime: Duration { passed.withLock { $0 } }

  /// Lets time go by.
  public func wait(minutes: Int) { wait(milliseconds: minutes * 60_000) }

  /// Lets time go by.
  public func wait(milliseconds more: Int) {
    milliseconds.withLock { $0 += Int64(more) }
    passed.withLock { $0 += .milliseconds(more) }
  }

  /// Sets the clock, which takes no time.
  public func setClock(back minutes: Int) {
    milliseconds.withLock { $0 -= Int64(minutes) * 60_000 }
  }

  /// Opens the office: one more process, as far as the file is concerned.
  public func desk(files: FileSource = .host) throws -> Desk {
    try Desk(folder, files: files, clock: { [self] in now })
  }

  /// Does an action at a desk as somebody who, where it is asked for, types the PIN of practice offices.
  @discardableResult
  public static func act(
    _ action: Action, at desk: Desk, as actor: Actor
  ) throws -> Receipt {
    try desk.perform(
      action, as: actor, proof: action.asksPIN ? try desk.prove(.practice, as: actor) : nil)
  }

  /// A chair of the office by its role.
  public func session(_ role: RoleID, isPractice: Bool = true) throws -> Session {
    let desk = try desk()
    defer { try? desk.close() }
    let chairs = Session.everyChair(
      in: desk.office, on: desk.office.calendar.date(of: now), isPractice: isPractice)
    guard let chair = chairs.first(where: { $0.role.id == role }) else {
      throw MissingRole(role: role)
    }
    return chair
  }

  /// Registers a letter that came in, as the front office does.
  @discardableResult
  public func register(
    _ subject: String, from sender: String = "Dinas Kesehatan Contoh", urgency: Urgency = .biasa
  ) throws -> Receipt {
    let desk = try desk()
    defer { try? desk.close() }
    let letter = Letter(
      kind: .incoming, urgency: urgency, sender: sender, senderNumber: "005/12/2026",
      letterDate: CalendarDate(year: 2026, month: 2, day: 27),
      receivedDate: CalendarDate(year: 2026, month: 3, day: 2), subject: subject)
    let clerk = try session("pengadministrasi-umum@kepegawaian-umum").actor
    return try desk.perform(
      .register(Registration(letter: letter, procedure: "ntt-001")), as: clerk)
  }

  /// The files, read once for all tests of a run.
  private static let source = Result {
    let assets = try AssetsFolder.find()
    let catalogue = try ProcedureCatalogue(
      folder: assets.path("sop"), dictionary: PositionDictionary(in: assets))
    return (
      office: try OfficeReader.practiceOffice(in: assets),
      procedures: catalogue.entries.compactMap { entry in
        entry.procedure.map { (procedure: $0, contentHash: entry.hash) }
      }
    )
  }

  private static func found(in folder: OfficeFolder) throws {
    let (office, procedures) = try source.get()
    guard let first = office.appointments.first else { throw MissingRole(role: "") }
    let actor = Actor(person: first.person, role: first.role, standing: first.kind)
    try Desk.found(
      office, procedures: procedures, by: actor, in: folder,
      clock: { Timestamp(milliseconds: monday.milliseconds - 86_400_000) })
  }

  /// Nobody sits in a chair, or the office has none such.
  public struct MissingRole: Error {
    /// The role.
    public let role: RoleID
  }
}
