import DeskModel
import DeskTUI
import DeskTestSupport
import Testing

/// A slip of the front desk, put right while others have the letter before them.
@Suite struct CorrectionJourneyTests {
  private let kadis: RoleID = "kepala-dinas@dinas-sosial"
  private let clerk = PaneScene.clerk

  private func opened(_ office: TemporaryOffice) throws -> DeskDriver {
    let desk = try DeskDriver(office, as: clerk)
    desk.key(.character("2"))
    desk.select("Undangn rapat")
    desk.press(.correct)
    desk.expectDialog("Betulkan catatan surat 0001")
    return desk
  }

  @Test func theClerkCorrectsTheSubjectAndTheHeadSeesItWithoutAKey() throws {
    let office = try TemporaryOffice()
    try office.register("Undangn rapat")
    let head = try DeskDriver(office, as: kadis)
    head.expectScreen(contains: "Undangn rapat")
    let desk = try opened(office)
    desk.expectScreen(contains: "Dinas Kesehatan Contoh", "005/12/2026", "27/2/2026")
    let form = DialogDriver(desk: desk)
    form.retype("Hal", "Undangan rapat").save()
    desk.expectScreen(contains: "Tuliskan alasannya")
    form.go(to: "Alasan").type("Salah ketik").save()
    desk.expectScreen(contains: "Catatan surat dibetulkan", "Undangan rapat")
    #expect(desk.state.topTitle == nil)

    head.waitASecond()
    head.expectScreen(contains: "Undangan rapat")
    head.press(.open)
    head.key(.end)
    head.expectScreen(
      contains: "Catatan surat dibetulkan", "Hal: “Undangn rapat” → “Undangan rapat”",
      "“Salah ketik”")
    head.press(.correct)
    head.expectScreen(contains: "Hanya Pengadministrasi Umum yang dapat melakukan ini")
  }

  @Test func whatSomebodyElseCorrectsMeanwhileIsTakenOverAndNothingTypedIsLost() throws {
    let office = try TemporaryOffice()
    try office.register("Undangn rapat")
    let desk = try opened(office)
    let form = DialogDriver(desk: desk)
    form.retype("Hal", "Undangan rapat anggaran")

    // A colleague is faster, in one of the same fields and in another.
    let other = try office.desk()
    let row = try #require(try other.letters(limit: 1).first)
    let id = try #require(row.caseID)
    var letter = try #require(try other.caseView(id)).state.letter
    letter.subject = "Undangan rapat"
    letter.sender = "Dinas Kesehatan Kota"
    try other.perform(
      .correct(id, Correction(letter, over: nil, reason: "Salah dengar")),
      as: try office.session(clerk).actor)

    // Saved before the desk has looked: refused, and everything is still there.
    form.go(to: "Alasan").type("Kurang lengkap").save()
    desk.expectScreen(
      contains: "baru saja dibetulkan orang lain", "Undangan rapat anggaran", "Kurang lengkap")
    desk.expectScreen(contains: "membetulkan surat ini pukul 09.00", "Dinas Kesehatan Kota")
    form.save()
    desk.expectScreen(contains: "Catatan surat dibetulkan")
    let after = try #require(try other.letter(row.id))
    #expect(after.subject == "Undangan rapat anggaran")
    #expect(after.sender == "Dinas Kesehatan Kota")
  }

  @Test func whatIsTypedSurvivesTheProgram() throws {
    let office = try TemporaryOffice()
    try office.register("Undangn rapat")
    let desk = try opened(office)
    let form = DialogDriver(desk: desk)
    form.go(to: "Alasan").type("Salah ketik")
    desk.waitASecond()

    let again = try DeskDriver(office, as: clerk)
    again.expectScreen(contains: "betulkan catatan")
    again.key(.enter)
    again.expectDialog("Betulkan catatan surat 0001")
    again.expectScreen(contains: "Salah ketik", "Undangn rapat")
    DialogDriver(desk: again).retype("Hal", "Undangan rapat").save()
    again.expectScreen(contains: "Catatan surat dibetulkan")
    #expect(try office.desk().letters(limit: 1).first?.subject == "Undangan rapat")
  }

  @Test(arguments: [80, 100, 160]) func theBookMarksTheLineWhereItHasRoom(_ columns: Int) throws {
    let office = try TemporaryOffice()
    try office.register("Undangn rapat")
    let desk = try DeskDriver(office, as: clerk, size: Size(rows: 43, columns: columns))
    desk.key(.character("2"))
    desk.press(.correct)
    let form = desk.expectDialog("Betulkan catatan surat 0001")
    form.go(to: "Sifat")
    desk.key(.right)
    form.go(to: "Alasan").type("Salah sifat").save()
    #expect(desk.screen.contains("ralat 2 Mar") == (columns >= 100))
    desk.press(.open)
    desk.key(.end)
    desk.expectScreen(contains: "Salah sifat")
  }

  @Test(arguments: PaneScene.sizes) func looks(_ size: Size) throws {
    let desk = try DeskDriver(PaneScene.office(), as: PaneScene.clerk, size: size)
    desk.key(.character("2"))
    desk.press(.correct)
    DialogDriver(desk: desk).go(to: "Urgensi")
    desk.key(.right)
    desk.key(.control("s"))
    expectPane(desk, PaneScene.name("correction", size), in: .form)
  }
}
