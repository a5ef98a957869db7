import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

/// Paraf and signature where the procedure leaves open who is next.
@Suite struct AgreementJourneyTests {
  private static let procedure = """
    id: contoh-setuju
    nama: Contoh persetujuan
    instansi: Dinas Contoh
    unit: Sekretariat
    sumber: {berkas: contoh.txt, baris: 1}
    pelaksana:
      - {id: umum, nama: Pengadministrasi Umum, jabatan: [pengadministrasi-umum]}
      - {id: kadis, nama: Kepala Dinas, jabatan: [kepala-dinas]}
      - {id: kabid, nama: Kepala Bidang, jabatan: [kepala-bidang]}
    langkah:
      - {no: 1, oleh: umum, aksi: susun, kegiatan: Susun konsep}
      - {no: 2, oleh: kadis, aksi: ACT, kegiatan: Telaah konsep, tolak: 1}
      - {no: 3, oleh: kabid, aksi: laksanakan, kegiatan: Laksanakan}
      - {no: 4, oleh: umum, aksi: arsipkan, kegiatan: Arsipkan}
    """

  @Test(arguments: [(CommandID.paraf, "periksa"), (.sign, "tandatangani")])
  func asksWhoIsNext(_ command: CommandID, _ act: String) throws {
    let office = try TemporaryOffice()
    let text = Self.procedure.replacing("ACT", with: act)
    let procedure = try ProcedureReader.procedure(Array(text.utf8), file: "contoh.yaml")
    let desk = try office.desk()
    try desk.enact(procedure, contentHash: "a", by: try office.session(Chair.kadis).actor)
    let letter = Letter(kind: .outgoing, sender: "Sub Bagian Umum", subject: "Undangan")
    let clerk = try office.session(Chair.umum).actor
    try desk.perform(
      .register(Registration(letter: letter, procedure: "contoh-setuju")), as: clerk)
    let drafting = try #require(try desk.queue(of: Chair.umum).first)
    try desk.perform(.complete(drafting.ref, Completion(draft: "Rapat hari Rabu")), as: clerk)

    let head = try DeskDriver(office, as: Chair.kadis)
    head.key(.enter)
    head.press(command)
    let form = head.expectDialog(command == .sign ? "Tanda tangani" : "Bubuhkan paraf")
    form.save()
    head.expectScreen(contains: "Pilih penerima untuk Kepala Bidang")
    form.tick("linjamsos")
    form.save()
    form.enter()  // A bare Enter is no PIN.
    form.escape()
    #expect(try desk.caseView(drafting.caseID)?.state.parafs.isEmpty == true)
    form.save()
    form.pin()
    head.expectScreen(contains: "Diteruskan ke Kabid Linjamsos")
    let state = try #require(try desk.caseView(drafting.caseID)?.state)
    #expect(state.parafs.map(\.version) == [1])
    #expect(state.openTasks.map(\.role) == [Chair.linjamsos])
  }
}
