import DeskModel
import DeskTUI
import Foundation
import Synchronization
import Testing

/// A case walked through a real office in a temporary folder, with a clock that moves when told to.
final class FlowScene {
  static let umum: RoleID = "pengadministrasi-umum@kepegawaian-umum"
  static let kadis: RoleID = "kepala-dinas@dinas-sosial"
  static let sekretaris: RoleID = "sekretaris@sekretariat"
  static let kasubag: RoleID = "kepala-sub-bagian@kepegawaian-umum"
  static let rehsos: RoleID = "kepala-bidang@rehabilitasi-sosial"
  static let linjamsos: RoleID = "kepala-bidang@perlindungan-jaminan-sosial"
  static let anak: RoleID = "sub-koordinator@rehsos-anak-lansia"

  static let assets = AssetsFolder(
    root: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("assets").path)

  let office: Office
  let desk: Desk
  private let folder: String
  private let clock = Clock()
  private(set) var caseID: CaseID = 0

  /// A clock that stands still until it is moved, from Monday 2 March 2026, 09.00.
  private final class Clock: Sendable {
    private let milliseconds: Mutex<Int64>

    init() {
      let day = CalendarDate(year: 2026, month: 3, day: 2) ?? CalendarDate(daysSince1970: 0)
      milliseconds = Mutex(OfficeZone.wita.timestamp(day, minute: 9 * 60).milliseconds)
    }

    var now: Timestamp { Timestamp(milliseconds: milliseconds.withLock { $0 }) }
    func pass(_ minutes: Int) { milliseconds.withLock { $0 += Int64(minutes) * 60_000 } }
  }

  /// Founds an office that works by one procedure.
  init(_ procedure: Procedure) throws {
    office = try OfficeReader.practiceOffice(in: FlowScene.assets)
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("flow-\(UUID())").path
    let clock = clock
    try Desk.found(
      office, procedures: [(procedure, "hash")], by: FlowScene.actor(FlowScene.umum, in: office),
      in: OfficeFolder(folder), clock: { clock.now })
    desk = try Desk(OfficeFolder(folder), clock: { clock.now })
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  static func procedure(_ name: String) throws -> Procedure {
    try ProcedureReader.procedure(
      try assets.read("sop/ntt/\(name).yaml"), file: "\(name).yaml")
  }

  var now: Timestamp { clock.now }

  func pass(minutes: Int) { clock.pass(minutes) }

  /// The case as the desk shows it.
  func view() throws -> CaseView { try #require(try desk.caseView(caseID)) }

  /// Enters a letter or begins one.
  func register(
    _ procedure: ProcedureID, as role: RoleID, kind: LetterKind = .incoming,
    recipients: [RoleID] = []
  ) throws {
    let letter = Letter(kind: kind, sender: "Panti Contoh", subject: "Permohonan bantuan")
    let receipt = try desk.perform(
      .register(Registration(letter: letter, procedure: procedure, recipients: recipients)),
      as: FlowScene.actor(role, in: office))
    caseID = try #require(receipt.startedCase)
  }

  /// Does something with the task that waits for a role, some minutes after the last act.
  func act(_ role: RoleID, after minutes: Int, _ make: (TaskRef) -> Action) throws {
    pass(minutes: minutes)
    let task = try #require(
      try view().state.openTasks.first { $0.role == role }, "nothing waits for \(role)")
    try desk.perform(make(TaskRef(task)), as: FlowScene.actor(role, in: office))
  }

  func complete(_ role: RoleID, after minutes: Int, draft: String? = nil) throws {
    try act(role, after: minutes) { .complete($0, Completion(draft: draft)) }
  }

  func dispose(_ role: RoleID, after minutes: Int, to roles: [RoleID]) throws {
    let disposition = Disposition(recipients: roles.map { Disposition.Recipient(role: $0) })
    try act(role, after: minutes) { .dispose($0, disposition) }
  }

  private static func actor(_ role: RoleID, in office: Office) -> Actor {
    let appointment = office.appointments.first { $0.role == role }
    return Actor(person: appointment?.person ?? "", role: role, standing: .definitive)
  }
}

extension FlowScene {
  /// ntt-001 on its way: disposed to two divisions, one of which has passed it on while the other is late.
  static func split() throws -> FlowScene {
    let scene = try FlowScene(try procedure("ntt-001"))
    try scene.register("ntt-001", as: umum)
    try scene.dispose(kadis, after: 8, to: [rehsos, linjamsos])
    try scene.complete(umum, after: 4)
    try scene.dispose(rehsos, after: 12, to: [anak])
    scene.pass(minutes: 45)
    return scene
  }

  /// ntt-002 with a draft that the head has sent back once and the division once before.
  static func returned() throws -> FlowScene {
    let scene = try FlowScene(try procedure("ntt-002"))
    try scene.register(
      "ntt-002", as: kasubag, kind: .outgoing, recipients: [umum])
    try scene.complete(umum, after: 35, draft: "Konsep pertama")
    try scene.act(kasubag, after: 15) { .paraf($0, draft: 1) }
    try scene.act(sekretaris, after: 10) { .giveBack($0, reason: "Tujuan surat keliru", corrected: nil) }
    try scene.act(kasubag, after: 5) { .giveBack($0, reason: "Perbaiki tujuan", corrected: nil) }
    try scene.complete(umum, after: 20, draft: "Konsep kedua")
    try scene.act(kasubag, after: 10) { .paraf($0, draft: 2) }
    try scene.act(sekretaris, after: 10) { .paraf($0, draft: 2) }
    try scene.act(kadis, after: 12) { .giveBack($0, reason: "Lampiran belum ada", corrected: nil) }
    scene.pass(minutes: 6)
    return scene
  }
}
