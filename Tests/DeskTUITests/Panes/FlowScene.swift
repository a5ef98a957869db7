import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

/// A case walked through the practice office, with a clock that moves when told to.
final class FlowScene {
  static let umum: RoleID = "pengadministrasi-umum@kepegawaian-umum"
  static let kadis: RoleID = "kepala-dinas@dinas-sosial"
  static let sekretaris: RoleID = "sekretaris@sekretariat"
  static let kasubag: RoleID = "kepala-sub-bagian@kepegawaian-umum"
  static let rehsos: RoleID = "kepala-bidang@rehabilitasi-sosial"
  static let linjamsos: RoleID = "kepala-bidang@perlindungan-jaminan-sosial"
  static let anak: RoleID = "sub-koordinator@rehsos-anak-lansia"

  /// The office.
  let place: TemporaryOffice
  /// A desk in it.
  let desk: Desk
  private(set) var caseID: CaseID = 0

  init() throws {
    place = try TemporaryOffice()
    desk = try place.desk()
  }

  /// What the office knows of the case.
  func state() throws -> CaseState { try #require(try desk.caseView(caseID)).state }

  /// What has become of its steps.
  func progress(branch: Int? = nil) throws -> FlowProgress {
    FlowProgress(
      try state(), branch: branch, now: place.now, calendar: desk.office.calendar)
  }

  /// Enters a letter or begins one.
  func register(
    _ procedure: ProcedureID, as role: RoleID, kind: LetterKind = .incoming,
    recipients: [RoleID] = []
  ) throws {
    let letter = Letter(kind: kind, sender: "Panti Contoh", subject: "Permohonan bantuan")
    let receipt = try desk.perform(
      .register(Registration(letter: letter, procedure: procedure, recipients: recipients)),
      as: place.session(role).actor)
    caseID = try #require(receipt.startedCase)
  }

  /// Does something with the task that waits for a role, some minutes after the last act.
  func act(_ role: RoleID, after minutes: Int, _ make: (TaskRef) -> Action) throws {
    place.wait(minutes: minutes)
    let task = try #require(
      try state().openTasks.first { $0.role == role }, "nothing waits for \(role)")
    try TemporaryOffice.act(make(TaskRef(task)), at: desk, as: place.session(role).actor)
  }

  func complete(_ role: RoleID, after minutes: Int, draft: String? = nil, basedOn: Int = 0) throws {
    try act(role, after: minutes) { .complete($0, Completion(draft: draft, basedOn: basedOn)) }
  }

  func dispose(
    _ role: RoleID, after minutes: Int, to roles: [RoleID], informing others: [RoleID] = []
  ) throws {
    let recipients =
      roles.map { Disposition.Recipient(role: $0) }
      + others.map { Disposition.Recipient(role: $0, forInformation: true) }
    try act(role, after: minutes) { .dispose($0, Disposition(recipients: recipients)) }
  }

  func giveBack(_ role: RoleID, after minutes: Int, because reason: String) throws {
    try act(role, after: minutes) { .giveBack($0, reason: reason, corrected: nil) }
  }

  func paraf(_ role: RoleID, after minutes: Int, draft: Int) throws {
    try act(role, after: minutes) { .paraf($0, draft: draft) }
  }
}

extension FlowScene {
  /// ntt-001 on its way: disposed to two divisions, of which one has passed it on and the other is late.
  static func split() throws -> FlowScene {
    let scene = try FlowScene()
    try scene.register("ntt-001", as: umum)
    try scene.dispose(kadis, after: 8, to: [rehsos, linjamsos], informing: [sekretaris])
    try scene.complete(umum, after: 4)
    try scene.dispose(rehsos, after: 12, to: [anak])
    scene.place.wait(minutes: 45)
    return scene
  }

  /// ntt-002 whose draft was sent back by the Sekretaris to be written anew, and once more by the head.
  static func returned() throws -> FlowScene {
    let scene = try FlowScene()
    try scene.register("ntt-002", as: kasubag, kind: .outgoing, recipients: [umum])
    try scene.complete(umum, after: 35, draft: "Konsep pertama")
    try scene.paraf(kasubag, after: 15, draft: 1)
    try scene.giveBack(sekretaris, after: 10, because: "Tujuan surat keliru")
    try scene.giveBack(kasubag, after: 5, because: "Perbaiki tujuan")
    try scene.complete(umum, after: 20, draft: "Konsep kedua", basedOn: 1)
    try scene.paraf(kasubag, after: 10, draft: 2)
    try scene.paraf(sekretaris, after: 10, draft: 2)
    try scene.giveBack(kadis, after: 12, because: "Lampiran belum ada")
    scene.place.wait(minutes: 6)
    return scene
  }
}
