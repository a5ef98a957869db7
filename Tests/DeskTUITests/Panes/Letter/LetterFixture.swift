import DeskModel
import DeskTestSupport
import Foundation
import Testing

@testable import DeskTUI

/// The roles that the tests of letters sit as.
enum Chair {
  static let kadis: RoleID = "kepala-dinas@dinas-sosial"
  static let sekretaris: RoleID = "sekretaris@sekretariat"
  static let umum: RoleID = "pengadministrasi-umum@kepegawaian-umum"
  static let kasubag: RoleID = "kepala-sub-bagian@kepegawaian-umum"
  static let rehsos: RoleID = "kepala-bidang@rehabilitasi-sosial"
  static let linjamsos: RoleID = "kepala-bidang@perlindungan-jaminan-sosial"
  static let anak: RoleID = "sub-koordinator@rehsos-anak-lansia"
  static let staf: RoleID = "staf@rehsos-anak-lansia"
  static let all = [kadis, sekretaris, umum, kasubag, rehsos, linjamsos, anak, staf]
}

/// An office with one letter that is led through its flow by the rules, and layers over it without an application.
final class LetterFixture {
  let office: TemporaryOffice
  let desk: Desk
  private(set) var caseID: CaseID = 0
  private let phrases: Phrasebook

  init() throws {
    office = try TemporaryOffice()
    desk = try office.desk()
    phrases = try Phrasebook(.id, in: AssetsFolder.find())
  }

  /// Who sits in a chair.
  func session(_ role: RoleID) throws -> Session {
    let today = desk.office.calendar.date(of: office.now)
    let chairs = Session.everyChair(in: desk.office, on: today, isPractice: true)
    return try #require(chairs.first { $0.role.id == role })
  }

  // MARK: Acting

  @discardableResult
  func act(_ action: Action, as role: RoleID) throws -> Receipt {
    let receipt = try TemporaryOffice.act(action, at: desk, as: try session(role).actor)
    if let started = receipt.startedCase { caseID = started }
    return receipt
  }

  /// Registers a letter from outside that waits for the head's disposition.
  func incoming(_ secrecy: Secrecy = .rahasia) throws {
    let letter = Letter(
      kind: .incoming, secrecy: secrecy, urgency: .segera,
      classification: Classification(code: "400.9.2", name: "Kesejahteraan sosial anak"),
      sender: "Panti Asuhan Contoh Kasih", senderNumber: "12/PACK/II/2026",
      letterDate: CalendarDate(year: 2026, month: 2, day: 26),
      receivedDate: CalendarDate(year: 2026, month: 3, day: 2),
      subject: "Permohonan rekomendasi bantuan permakanan bagi 45 anak asuh di Kecamatan Misal",
      note: "Masa berlaku rekomendasi lama habis 31 Maret.",
      attachments: [
        Attachment(name: "proposal.pdf", size: 1_234_567, sha256: ""),
        Attachment(name: "daftar.xlsx", size: 34_200, sha256: ""),
      ])
    try act(.register(Registration(letter: letter, procedure: "ntt-001")), as: Chair.umum)
  }

  /// Begins an outgoing letter that waits for its draft.
  func outgoing() throws {
    let letter = Letter(
      kind: .outgoing, sender: "Sub Bagian Kepegawaian dan Umum",
      addressee: "Panti Asuhan Contoh Kasih", subject: "Rekomendasi bantuan permakanan")
    try act(
      .register(
        Registration(letter: letter, procedure: "ntt-002", note: "Mohon segera disiapkan")),
      as: Chair.kasubag)
  }

  static let firstText = """
    Yth. Pengurus Panti Asuhan Contoh Kasih

    Menindaklanjuti permohonan Saudara, kami memberikan rekomendasi bantuan bagi 45 anak asuh.

    Demikian disampaikan.
    """
  static let corrected = firstText.replacingOccurrences(of: "45 anak", with: "54 anak")

  func ref(_ role: RoleID) throws -> TaskRef {
    let task = try state.openTasks.first { $0.role == role }
    return TaskRef(try #require(task, "nothing waits for \(role)"))
  }

  var state: CaseState {
    get throws { try #require(try desk.caseView(caseID, for: try session(Chair.umum).actor)).state }
  }

  func dispose(
    _ role: RoleID, to acting: [RoleID], informing: [RoleID] = [],
    instructions: [String] = ["siapkan-jawaban"], note: String? = nil, deadline: CalendarDate? = nil
  ) throws {
    let recipients =
      acting.map { Disposition.Recipient(role: $0) }
      + informing.map { Disposition.Recipient(role: $0, forInformation: true) }
    try act(
      .dispose(
        try ref(role),
        Disposition(
          recipients: recipients, instructions: instructions, note: note, deadline: deadline)),
      as: role)
  }

  func complete(_ role: RoleID, _ completion: Completion = Completion()) throws {
    try act(.complete(try ref(role), completion), as: role)
  }

  /// Leads an outgoing letter to the head's signature: drafted, sent back with a correction, parafed by all.
  func corrected() throws {
    try outgoing()
    office.wait(minutes: 10)
    try complete(Chair.umum, Completion(draft: Self.firstText))
    try act(.paraf(try ref(Chair.kasubag), draft: 1), as: Chair.kasubag)
    office.wait(minutes: 10)
    try act(
      .giveBack(
        try ref(Chair.sekretaris), reason: "Jumlah anak 54, bukan 45", corrected: Self.corrected,
        basedOn: 1),
      as: Chair.sekretaris)
  }

  // MARK: Looking

  func file(_ role: RoleID) throws -> CaseFile {
    CaseFile(try #require(try desk.caseView(caseID, for: try session(Chair.umum).actor)), for: role)
  }

  func subject(_ role: RoleID) throws -> Subject {
    let task = try state.openTasks.first { $0.role == role }
    return task.map { .task($0.id, of: caseID) } ?? .case(caseID)
  }

  func acts(_ role: RoleID) throws -> LetterActs {
    let file = try file(role)
    return LetterActs(file, subject: try subject(role), app: try app(role))
  }

  func app(
    _ role: RoleID, _ size: Size = Size(rows: 24, columns: 80), glyphs: Glyphs = .unicode,
    placement: Placement = .letter
  ) throws -> AppContext {
    let layout = DeskLayout(size)
    return AppContext(
      session: try session(role), office: desk.office, phrases: phrases,
      dates: DateText(phrases), now: office.now, glyphs: glyphs,
      area: layout.frame(placement).inner.size, isWide: layout.isWide, isFocused: true,
      subject: nil, hasEditor: false, files: .host, mayRegister: false)
  }

  /// A layer that has been told what it asks for.
  func told<Told: Layer>(_ layer: Told, _ app: AppContext) throws -> Told {
    var layer = layer
    for question in layer.questions(in: app) {
      let answer = try question.answered(from: desk, for: app.session)
      _ = layer.receive(.answer(answer), in: app)
    }
    return layer
  }

  func letterView(_ role: RoleID, _ app: AppContext) throws -> LetterView {
    try told(LetterView(try subject(role)), app)
  }

  /// The form of a command over the task of a role.
  func form(_ command: CommandID, _ role: RoleID, _ app: AppContext) throws -> any Layer {
    let file = try file(role)
    let task = file.task(try subject(role), for: role)
    let form = try #require(LetterForms.form(command, file: file, task: task, app: app))
    return try told(form, app)
  }

  func picture(_ layer: any Layer, _ app: AppContext) -> Grid {
    var canvas = Canvas(size: app.area, glyphs: app.glyphs)
    layer.draw(into: &canvas, app: app)
    return canvas.grid
  }
}

extension Layer {
  /// Takes keys as text, and what is no text as the commands of forms.
  mutating func press(_ keys: Key..., in app: AppContext) {
    for key in keys { _ = handle(.key(key), in: app) }
  }

  mutating func type(_ text: String, in app: AppContext) {
    for character in text { _ = handle(.key(.character(character)), in: app) }
  }
}
