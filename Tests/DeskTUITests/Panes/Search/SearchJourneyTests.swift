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

  @Test func comingBackTheNextWordIsANewSearch() throws {
    let desk = try DeskDriver(PaneScene.office(), as: PaneScene.clerk)
    desk.press(.search)
    desk.type("data")
    desk.expectScreen(contains: "2 surat")
    desk.key(.escape)
    desk.press(.backlog)
    desk.press(.search)
    desk.expectScreen(contains: "Cari data", "2 surat")
    desk.type("banjir")
    desk.expectScreen(contains: "Cari banjir", "1 surat")
    desk.key(.control("u"))
    desk.type("x")
    desk.expectScreen(contains: "Ketik paling sedikit dua huruf")
  }

  @Test func escGivesTheKeysBackAndThenBeginsANewSearch() throws {
    let office = try PaneScene.office()
    let desk = try DeskDriver(office, as: PaneScene.clerk)
    desk.press(.search)
    desk.type("data")
    desk.expectSelected("0006")
    desk.key(.down)
    desk.key(.escape)
    desk.press(.flow)
    #expect(desk.state.focus == .flow)
    desk.key(.escape)
    desk.expectSelected("0003")
    desk.key(.escape)
    desk.key(.escape)
    desk.type("360/7")
    desk.expectScreen(contains: "1 surat")
    desk.expectSelected("Data korban banjir")
  }

  @Test(arguments: PaneScene.sizes) func theHintsTellWhereEscLeads(_ size: Size) throws {
    let desk = try DeskDriver(PaneScene.office(), as: PaneScene.clerk, size: size)
    desk.press(.search)
    desk.expectScreen(contains: "ke hasil, lalu 1–5 pindah tab")
    desk.type("data")
    desk.expectScreen(contains: "Enter buka", "Esc ke hasil, lalu 1–5 pindah tab")
    desk.key(.escape)
    desk.expectScreen(contains: "Esc cari baru")
    desk.expectScreen(lacks: "ke hasil")
    desk.press(.inbox)
    desk.expectScreen(contains: "[1 Antrean")
    desk.expectScreen(lacks: "Esc cari baru")
  }

  @Test func whatAnotherDeskEntersIsFoundWithoutAKey() throws {
    let office = try PaneScene.office()
    let desk = try DeskDriver(office, as: PaneScene.clerk)
    desk.press(.search)
    desk.type("lansia")
    desk.expectScreen(contains: "2 surat")
    desk.key(.down)
    desk.expectSelected("0005")
    try office.register("Bantuan lansia")
    desk.waitASecond()
    desk.expectScreen(contains: "3 surat", "Bantuan lansia", "Cari lansia")
    desk.expectSelected("0005")
  }
}
