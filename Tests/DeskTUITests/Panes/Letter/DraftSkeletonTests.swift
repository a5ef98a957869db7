import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

/// The text of a new letter begins with its parts; they are no draft by themselves.
@Suite struct DraftSkeletonTests {
  /// A letter that waits for its text, and answers one from outside if it is to.
  private func begun(
    _ kind: LetterKind = .outgoing, answers: Bool = true, secrecy: Secrecy = .biasa
  ) throws -> LetterFixture {
    let fixture = try LetterFixture()
    try fixture.incoming(secrecy)
    let answered = try fixture.state.letter
    let letter = Letter(
      kind: kind, urgency: .segera, sender: "Sub Bagian Kepegawaian dan Umum",
      addressee: kind == .outgoing ? "Panti Asuhan Contoh Kasih" : nil,
      subject: "Balasan permohonan", replyTo: answers ? answered.id : nil)
    try fixture.act(
      .register(Registration(letter: letter, procedure: "ntt-002")), as: Chair.kasubag)
    return fixture
  }

  private func text(_ form: any Layer, _ app: AppContext) -> String {
    for case .edit(let text, _) in editing(form, app) { return text }
    return ""
  }

  private func editing(_ form: any Layer, _ app: AppContext) -> [Effect] {
    var form = form
    return form.perform(.externalEditor, in: app)
  }

  @Test func anAnswerBeginsWithItsParts() throws {
    let fixture = try begun()
    let app = try fixture.app(Chair.umum)
    #expect(
      text(try fixture.form(.draft, Chair.umum, app), app) == """
        Kupang,

        Nomor    :\u{20}
        Sifat    : Segera
        Lampiran :\u{20}
        Hal      : Balasan permohonan

        Yth. Panti Asuhan Contoh Kasih
        di tempat

        Menindaklanjuti surat Panti Asuhan Contoh Kasih nomor 12/PACK/II/2026 tanggal 26 Februari 2026 \
        hal Permohonan rekomendasi bantuan permakanan bagi 45 anak asuh di Kecamatan Misal, bersama ini \
        disampaikan:



        Demikian disampaikan, atas perhatiannya diucapkan terima kasih.

        Kepala Dinas,
        """)
  }

  @Test func aNoteHasTheHeadOfANote() throws {
    let fixture = try begun(.notaDinas, answers: false)
    let app = try fixture.app(Chair.umum)
    let note = text(try fixture.form(.draft, Chair.umum, app), app)
    #expect(note.hasPrefix("NOTA DINAS\n\nKepada   : Yth."))
    #expect(note.contains("\nDari     : Pengadministrasi Umum"))
    #expect(!note.contains("Menindaklanjuti"))
  }

  /// Others read the answer than may read what is answered.
  @Test func aSecretLetterIsNotQuoted() throws {
    let fixture = try begun(secrecy: .rahasia)
    let app = try fixture.app(Chair.umum)
    let letter = text(try fixture.form(.draft, Chair.umum, app), app)
    #expect(letter.contains("Yth. Panti Asuhan Contoh Kasih"))
    #expect(!letter.contains("Menindaklanjuti"))
  }

  @Test func anEmptiedTextThatWasPutAsideStaysEmpty() throws {
    let fixture = try begun()
    let app = try fixture.app(Chair.umum)
    let task = try #require(try fixture.file(Chair.umum).state.tasks.last)
    var resumed = DraftForm(caseID: try fixture.state.id, taskID: task.id)
    let key = try #require(resumed.draftKey)
    resumed.restore(FormDraft(key: key, name: "", values: ["text": "", "version": "0"]))
    #expect(text(try fixture.told(resumed, app), app).isEmpty)
  }

  @Test func aPaperOfUnknownPartsBeginsEmpty() throws {
    let fixture = try begun(.decree)
    let app = try fixture.app(Chair.umum)
    #expect(text(try fixture.form(.draft, Chair.umum, app), app).isEmpty)
  }

  @Test func itIsNoDraftUntilSomethingIsWrittenInItsMiddle() throws {
    let fixture = try begun()
    let app = try fixture.app(Chair.umum)
    var form = try #require(try fixture.form(.draft, Chair.umum, app) as? DraftForm)
    #expect(form.draft == nil)
    #expect(
      form.availability(of: .save, in: app) == .unavailable(Message("draft.untouched")))
    form.type("Bantuan disetujui.", in: app)
    #expect(form.draft != nil)
    #expect(form.availability(of: .save, in: app) == .available)
    #expect(text(form, app).contains("disampaikan:\n\nBantuan disetujui.\n\nDemikian"))
  }

  @Test(arguments: PaneScene.sizes)
  func itLooksSo(_ size: Size) throws {
    let fixture = try begun()
    let app = try fixture.app(Chair.umum, size, placement: .full)
    let form = try fixture.form(.draft, Chair.umum, app)
    expectSnapshot(fixture.picture(form, app), PaneScene.name("letter-form-draft-new", size))
  }
}
