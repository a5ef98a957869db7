import DeskModel
import DeskTUI
import DeskTestSupport
import Testing

private let clerk: RoleID = "pengadministrasi-umum@kepegawaian-umum"
private let kadis: RoleID = "kepala-dinas@dinas-sosial"

/// Numbers for paper and the end of a day, on the screen.
@Suite struct AgendaBookTests {
  private func reserve(_ count: Int, in office: TemporaryOffice) throws {
    try office.desk().perform(
      .keepBook(.reserve("surat-masuk", count: count, reason: "Listrik padam")),
      as: office.session(clerk).actor)
  }

  @Test func numbersWithoutLettersAreRows() throws {
    let office = try TemporaryOffice()
    try office.register("Pertama")
    try reserve(2, in: office)
    try office.desk().perform(
      .keepBook(
        .void(
          [NumberPlace(book: "surat-masuk", period: 2026, sequence: 2)], reason: "Kertas rusak")),
      as: office.session(clerk).actor)
    try office.register("Kedua")
    let desk = try DeskDriver(office, as: clerk)
    desk.press(.agenda)
    desk.expectSelected("0004")
    desk.key(.down)
    desk.expectSelected("0003")
    desk.expectScreen(contains: "Listrik padam", "cadangan", "Kertas rusak", "batal")
    desk.key(.enter)
    desk.expectScreen(contains: "tidak berisi surat")
    desk.key(.down)
    desk.expectSelected("0002")
  }

  @Test func theFormOffersThemInOrder() throws {
    let office = try TemporaryOffice()
    try office.register("Pertama")
    let desk = try DeskDriver(office, as: clerk)
    desk.press(.register)
    desk.expectScreen(lacks: "Nomor agenda")
    desk.key(.escape)
    try reserve(2, in: office)
    desk.press(.register)
    desk.expectScreen(contains: "Nomor agenda", "berikutnya", "0002", "0003")
    func enter(_ subject: String) {
      desk.type("Panti Contoh")
      for _ in 0..<3 { desk.key(.tab) }
      desk.type(subject)
      desk.key(.control("s"))
    }
    // Two fields above the sender: the number of the sheet, then the day.
    desk.key(.backTab, .backTab, .right, .tab, .tab)
    enter("Dari kertas")
    desk.expectScreen(contains: "Tercatat: 0002")
    enter("Kertas berikutnya")
    desk.expectScreen(contains: "Tercatat: 0003")
    desk.expectScreen(lacks: "Nomor agenda")
    enter("Sesudahnya")
    desk.expectScreen(contains: "Tercatat: 0004")
  }

  @Test func theClerkClosesTheDayAndNobodyElse() throws {
    let office = try TemporaryOffice()
    try office.register("Pertama")
    let desk = try DeskDriver(office, as: clerk)
    desk.press(.agenda)
    desk.press(.closePage)
    desk.expectScreen(contains: "Tutup halaman Buku Agenda Surat Masuk, 2 Mar 2026?")
    desk.expectDialog("Yakin?").enter()
    desk.press(.closePage)
    desk.expectDialog("Yakin?").confirm()
    let day = try #require(CalendarDate(year: 2026, month: 3, day: 2))
    let closing = try #require(try office.desk().agendaDay("surat-masuk", day).closing)
    desk.expectScreen(contains: "Halaman ditutup: 1 surat", closing.code)
    try office.register("Sesudah tutup")
    desk.waitASecond()
    let late = try #require(try office.desk().letters().first)
    #expect(late.late == day)

    let other = try DeskDriver(office, as: kadis)
    other.press(.agenda)
    other.press(.closePage)
    other.expectScreen(contains: "ditutup oleh")
  }
}
