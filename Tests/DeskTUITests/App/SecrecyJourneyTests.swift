import DeskModel
import DeskTUI
import DeskTestSupport
import Testing

/// A secret letter on the screens of those on its path and of those who are not.
@Suite struct SecrecyJourneyTests {
  private let kadis: RoleID = "kepala-dinas@dinas-sosial"
  private let clerk: RoleID = "pengadministrasi-umum@kepegawaian-umum"
  private let rehsos: RoleID = "kepala-bidang@rehabilitasi-sosial"
  private let linjamsos: RoleID = "kepala-bidang@perlindungan-jaminan-sosial"
  private let sekretaris: RoleID = "sekretaris@sekretariat"
  private let cover = "— surat rahasia —"

  /// A letter entered as Rahasia at the front desk and given to one division by the head.
  private func entered(in office: TemporaryOffice) throws {
    let front = try DeskDriver(office, as: clerk)
    front.press(.register)
    front.expectDialog("Catat surat masuk").go(to: "Pengirim").type("Polres Melati")
      .go(to: "Hal").type("Penculikan anak").go(to: "Sifat").type("r").save()
    front.key(.escape)
    let head = try DeskDriver(office, as: kadis)
    head.select("Penculikan anak")
    head.press(.dispose)
    head.expectDialog("Lembar disposisi").go(to: "Diteruskan ke").tick("kabid rehsos").save()
  }

  @Test func anotherDivisionSeesACoveredLineAndFindsNothing() throws {
    let office = try TemporaryOffice()
    try office.register("Undangan rapat")
    try entered(in: office)
    let other = try DeskDriver(office, as: linjamsos)
    other.key(.character("2"))
    other.expectScreen(contains: cover, "0001", "0002", "Undangan rapat")
    other.expectScreen(lacks: "Penculikan", "Polres")
    other.select(cover)
    other.press(.flow)
    other.expectScreen(contains: "rahasia: alurnya hanya dilihat jabatan")
    other.press(.open)
    other.expectScreen(contains: cover, "hanya dapat dibaca jabatan yang dilaluinya")
    other.expectScreen(lacks: "Penculikan", "Polres")
    other.key(.escape, .character("3"))
    other.type("penculikan")
    other.expectScreen(contains: "Tidak ada")
    other.expectScreen(lacks: "Polres")

    let mine = try DeskDriver(office, as: rehsos)
    mine.key(.character("3"))
    mine.type("penculikan")
    mine.expectScreen(contains: "Polres")
  }

  @Test func theCasesOfAProcedureAreCountedOnThePathAlone() throws {
    let office = try TemporaryOffice()
    try office.register("Undangan rapat")
    try entered(in: office)
    for (role, count) in [(linjamsos, 1), (rehsos, 2)] {
      let desk = try DeskDriver(office, as: role)
      desk.press(.procedures)
      desk.press(.find)
      desk.type("ntt-001")
      desk.expectScreen(contains: "6    4        \(count)")
    }
  }

  @Test func aSupervisorOffThePathSeesThatThereIsOne() throws {
    let office = try TemporaryOffice()
    try entered(in: office)
    let secretary = try DeskDriver(office, as: sekretaris)
    secretary.key(.character("4"))
    secretary.select("Pengadministrasi Umum")
    secretary.press(.open)
    secretary.expectScreen(contains: cover)
    secretary.press(.flow)
    secretary.expectScreen(contains: "rahasia: alurnya hanya dilihat jabatan")
    secretary.press(.open)
    secretary.expectScreen(contains: "hanya dapat dibaca jabatan yang dilaluinya")
    secretary.expectScreen(lacks: "Penculikan", "Polres")

    let head = try DeskDriver(office, as: kadis)
    head.key(.character("4"))
    head.select("Pengadministrasi Umum")
    head.press(.open)
    head.expectScreen(contains: "Penculikan anak")
  }

  @Test func whoWasLentTheQueueSeesThatThereIsOne() throws {
    let office = try TemporaryOffice()
    try office.register("Undangan rapat")
    try entered(in: office)
    let holder = try office.session(clerk)
    let other = try office.session(linjamsos)
    let today = CalendarDate(daysSince1970: 20_514)
    try office.desk().perform(
      .lend(
        QueueLoan(
          of: clerk, by: holder.person.id, to: other.person.id, from: today, until: today,
          reason: "Cuti")), as: holder.actor)
    let substitute = try DeskDriver(office, as: linjamsos, isPractice: false)
    substitute.press(.switchChair)
    substitute.select("Pengganti")
    substitute.key(.enter)
    #expect(substitute.lines[0].contains("Pengganti"))
    substitute.select(cover)
    substitute.expectScreen(lacks: "Penculikan", "Polres")
    substitute.press(.complete)
    substitute.expectScreen(contains: "antrean dititipkan")
    substitute.press(.open)
    substitute.expectScreen(contains: cover, "antrean dititipkan")
    substitute.expectScreen(lacks: "Penculikan", "Polres")
  }

  @Test func anAnswerIsAsSecretAsWhatItAnswers() throws {
    let office = try TemporaryOffice()
    let kasubag: RoleID = "kepala-sub-bagian@kepegawaian-umum"
    let desk = try office.desk()
    let letter = Letter(
      kind: .incoming, secrecy: .rahasia, sender: "Polres Melati", subject: "Penculikan anak")
    try desk.perform(
      .register(Registration(letter: letter, procedure: "ntt-001")),
      as: office.session(clerk).actor)
    let sheet = Disposition(recipients: [
      .init(role: rehsos), .init(role: kasubag, forInformation: true),
    ])
    try desk.perform(
      .dispose(try #require(try desk.queue(of: kadis).first).ref, sheet),
      as: office.session(kadis).actor)
    let told = try DeskDriver(office, as: kasubag)
    told.select("Penculikan anak")
    told.press(.reply)
    DialogDriver(desk: told).save()
    let answer = try #require(try desk.letters(limit: 1, for: office.session(kasubag).actor).first)
    #expect(answer.subject.hasSuffix("Penculikan anak"))
    #expect(answer.secrecy == .rahasia)
  }
}
