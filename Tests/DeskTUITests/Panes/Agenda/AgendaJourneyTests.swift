import DeskModel
import DeskTUI
import DeskTestSupport
import Testing

private let clerk: RoleID = "pengadministrasi-umum@kepegawaian-umum"

@Suite struct AgendaJourneyTests {
  @Test func pagesThroughAThousandLettersBothWays() throws {
    let office = try TemporaryOffice()
    try office.registerMany(1_000)
    let desk = try DeskDriver(office, as: clerk)
    desk.press(.agenda)
    desk.expectSelected("1000")
    var seen: Set<Int> = []
    for _ in 0..<80 {
      seen.formUnion(desk.agendaNumbers)
      desk.key(.pageDown)
    }
    #expect(seen == Set(1...1_000))
    desk.expectSelected("0001")
    for _ in 0..<80 { desk.key(.pageUp) }
    desk.expectSelected("1000")
    desk.key(.end)
    desk.expectSelected("0001")
    desk.key(.home)
    desk.expectSelected("1000")
  }

  @Test func goesToANumberAndComesBackFromTheLetter() throws {
    let office = try TemporaryOffice()
    try office.registerMany(300)
    let desk = try DeskDriver(office, as: clerk)
    desk.press(.agenda)
    desk.press(.goTo)
    desk.type("42")
    desk.key(.enter)
    desk.expectSelected("0042")
    desk.key(.up)
    desk.expectSelected("0043")
    desk.press(.goTo)
    desk.type("5x0/2025")
    desk.key(.enter)
    desk.expectScreen(contains: "Buku Agenda Surat Masuk 2025")
    desk.press(.filterMenu)
    desk.expectDialog("Buku agenda").pick("surat masuk 2026")
    desk.expectSelected("0300")
    desk.press(.goTo)
    desk.type("9999")
    desk.key(.enter)
    desk.expectSelected("0300")
    desk.expectScreen(contains: "Nomor 9999 tidak ada")
  }

  @Test func aClosedPageIsRefusedBeforeItIsAskedAbout() throws {
    let office = try TemporaryOffice()
    try office.register("Permohonan data")
    let desk = try DeskDriver(office, as: clerk)
    desk.press(.agenda)
    desk.press(.closePage)
    desk.expectDialog("Yakin?").confirm()
    desk.expectScreen(contains: "Halaman ditutup: 1 surat")
    desk.press(.closePage)
    #expect(desk.state.topTitle == nil)
    desk.expectScreen(contains: "Halaman 2/3/2026 sudah ditutup.")
    // The other book's page is open still, and tomorrow this one's is.
    desk.press(.nextFilter)
    desk.press(.closePage)
    desk.expectDialog("Yakin?").escape()
    desk.press(.previousFilter)
    office.wait(minutes: 24 * 60)
    desk.waitASecond()
    desk.press(.closePage)
    desk.expectDialog("Yakin?")
  }

  @Test func theMouseSelectsScrollsAndTurnsThePages() throws {
    let office = try TemporaryOffice()
    try office.registerMany(130)
    let desk = try DeskDriver(office, as: clerk)
    desk.press(.agenda)
    desk.click("Perihal 125")
    desk.expectSelected("0125")
    let wheel = TerminalEvent.mouse(MouseEvent(.wheelDown, at: Point(row: 10, column: 10)))
    desk.send(Array(repeating: wheel, count: 124))
    desk.expectSelected("0001")
    desk.click("Surat Masuk 2026 →")
    desk.expectScreen(contains: "Buku Agenda Surat Keluar")
  }

  @Test func anothersLetterAppearsWithoutMovingTheSelection() throws {
    let office = try TemporaryOffice()
    try office.registerMany(30)
    let desk = try DeskDriver(office, as: clerk)
    desk.press(.agenda)
    desk.key(.down, .down)
    desk.expectSelected("0028")
    try office.register("Surat dari meja sebelah")
    desk.waitASecond()
    desk.expectScreen(contains: "0031", "Surat dari meja sebelah")
    desk.expectSelected("0028")
  }
}

extension DeskDriver {
  /// The agenda numbers in view.
  fileprivate var agendaNumbers: [Int] {
    lines.compactMap { line in Int(line.dropFirst().prefix(4)) }
  }
}
