import DeskTUI
import DeskTestSupport
import Testing

@testable import DeskModel

/// Steps are written, checked and put in force at the screen.
@Suite struct ProcedureWritingTests {
  private static let steps = """
    pelaksana:
      - {id: umum, nama: Adm. Umum, jabatan: [pengadministrasi-umum]}
    langkah:
      - {no: 1, oleh: umum, aksi: catat, kegiatan: Catat permohonan, waktu: 10 menit, output: [Catatan]}
      - {no: 2, oleh: umum, aksi: arsipkan, kegiatan: Arsipkan, waktu: 5 menit, output: [Arsip]}

    """

  private func desk(
    as role: RoleID = ProcedureScene.secretary, adding text: String
  ) throws -> DeskDriver {
    let office = try ProcedureScene.office()
    let desk = try DeskDriver(
      office, as: role, environment: try ProcedureScene.editor(adding: text, in: office))
    desk.press(.procedures)
    desk.press(.find)
    desk.type("contoh-001")
    desk.press(.open)
    return desk
  }

  @Test func aProcedureWithoutStepsSaysWhyItCannotBeginAndCanBeWritten() throws {
    let desk = try desk(adding: Self.steps)
    desk.expectScreen(contains: "[Formulir]", "Standar layanan", "Gratis (Rp0)")
    desk.press(.startFrom)
    desk.expectScreen(contains: "belum punya langkah")
    desk.press(.editProcedure)
    desk.expectScreen(
      contains: "Tidak ada kesalahan.", "2 langkah baru, 1 pelaksana baru", "+ 1 Catat permohonan")
    desk.press(.enact)
    desk.expectScreen(contains: "Berlakukan contoh-001 versi 2")
    // A bare Enter is no.
    desk.key(.enter)
    #expect(try desk.office.desk().procedure("contoh-001")?.version == 1)
    desk.press(.enact)
    DialogDriver(desk: desk).confirm()
    desk.expectScreen(contains: "SOP contoh-001 berlaku dalam versi 2")
    let inOffice = try desk.office.desk()
    #expect(try inOffice.procedure("contoh-001")?.procedure.steps.count == 2)
    #expect(
      try inOffice.versions(of: "contoh-001").first?.by.role == ProcedureScene.secretary)
    desk.expectDialog(
      "SOP contoh-001 · Penerbitan Surat Keterangan Terdaftar dalam Data Terpadu Kesejahteraan Sosial"
    )
    desk.expectScreen(contains: "Versi 2")
  }

  @Test func whatIsWrongIsToldAtItsLineAndNothingIsLost() throws {
    let wrong = Self.steps.replacing(
      "oleh: umum, aksi: arsipkan", with: "oleh: siapa, aksi: arsipkan")
    let desk = try desk(adding: wrong)
    desk.press(.editProcedure)
    desk.expectScreen(contains: "1 kesalahan", "siapa", "baris ")
    desk.press(.enact)
    desk.expectScreen(contains: "belum dapat diberlakukan")
    // Left and parked, it is offered again with all that was written.
    desk.key(.escape)
    desk.expectScreen(contains: "Isian tulis SOP untuk contoh-001 belum disimpan.")
    desk.key(.right, .enter)
    desk.press(.editProcedure)
    desk.expectScreen(contains: "1 kesalahan", "siapa")
  }

  @Test func onlyASupervisorPutsItInForce() throws {
    let desk = try desk(as: ProcedureScene.kasubag, adding: Self.steps)
    desk.press(.editProcedure)
    desk.expectScreen(contains: "Diberlakukan oleh Kepala Dinas, Sekretaris")
    desk.press(.enact)
    #expect(try desk.office.desk().procedure("contoh-001")?.version == 1)
  }

  @Test func whatSaysTheSameIsNoVersion() throws {
    let desk = try desk(adding: "# hanya catatan\n")
    desk.press(.editProcedure)
    desk.expectScreen(contains: "Isinya sama dengan SOP yang berlaku.")
  }

  @Test func anotherVersionThatCameMeanwhileIsNotOverwritten() throws {
    let office = try ProcedureScene.office()
    let desk = try office.desk()
    let actor = try office.session(ProcedureScene.secretary).actor
    var procedure = try #require(try desk.procedure("contoh-002")).procedure
    procedure.number = "8 Tahun 2026"
    let refused = #expect(throws: Refusal.self) {
      try desk.enact(procedure, contentHash: "x", over: 0, by: actor)
    }
    #expect(refused?.code == .versionChanged)
    #expect(try desk.enact(procedure, contentHash: "x", over: 1, by: actor) == 2)
  }

  @Test func versionsAreCompared() throws {
    let desk = try desk(adding: "")
    desk.key(.escape)
    desk.key(.escape)
    desk.press(.find)
    desk.type("ntt-001")
    desk.press(.open)
    desk.press(.previousView)
    desk.expectScreen(contains: "[Versi 2]", "Sekretaris")
    desk.press(.open)
    desk.expectDialog("SOP ntt-001 · perubahan dari versi 1 ke versi 2")
    desk.expectScreen(
      contains: "Nomor SOP: 1 Tahun 2020 → 7 Tahun 2026", "→ 30 menit", "Output: + Tanda terima")
    desk.key(.escape)
    desk.press(.down)
    desk.press(.open)
    desk.expectScreen(contains: "Baru ada satu versi")
    desk.press(.compare)
    desk.press(.up)
    desk.press(.open)
    desk.expectDialog("SOP ntt-001 · perubahan dari versi 1 ke versi 2")
  }

  @Test func aProcedureThatBeginsWithALetterOpensTheRegistrationForm() throws {
    let office = try ProcedureScene.office()
    let desk = try DeskDriver(office, as: PaneScene.clerk)
    desk.press(.procedures)
    desk.press(.find)
    desk.type("ntt-001")
    desk.press(.open)
    desk.press(.startFrom)
    desk.expectDialog("Catat surat masuk")
  }

  @Test func whoMayNotBeginIsToldWhoCan() throws {
    let desk = try desk(adding: "")
    desk.key(.escape)
    desk.key(.escape)
    desk.press(.find)
    desk.type("ntt-002")
    desk.press(.open)
    desk.press(.startFrom)
    desk.expectScreen(contains: "SOP ini dimulai oleh ")
  }
}
