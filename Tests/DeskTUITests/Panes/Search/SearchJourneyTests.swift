import DeskModel
import DeskTUI
import DeskTestSupport
import Testing

private let clerk: RoleID = "pengadministrasi-umum@kepegawaian-umum"

@Suite struct SearchJourneyTests {
  @Test func findsWhileTypingAndOpensTheLetter() throws {
    let office = try TemporaryOffice()
    try office.registerMany(120)
    try office.register("Undangan rapat koordinasi lansia", from: "Yayasan Café Contoh")
    let desk = try DeskDriver(office, as: clerk)
    desk.press(.search)
    desk.expectScreen(contains: "Ketik nomor agenda")
    desk.type("cafe und")
    desk.expectScreen(contains: "1 surat", "Undangan rapat", "0121")
    desk.key(.control("u"))
    desk.type("perihal")
    desk.expectScreen(contains: "120 surat")
    desk.expectSelected("Perihal 120")
    for _ in 0..<8 { desk.key(.pageDown) }
    desk.expectSelected("Perihal 1 ")
    desk.key(.control("u"))
    desk.type("7")
    desk.expectSelected("0007")
    desk.key(.enter)
    #expect(desk.state.focus == .letter)
    desk.key(.escape)
    #expect(desk.state.focus == .pane)
    desk.press(.backlog)
    desk.expectScreen(contains: "[4 Tunggakan")
    desk.press(.search)
    desk.type("zzz")
    desk.expectScreen(contains: "Tidak ada surat dengan")
  }
}
