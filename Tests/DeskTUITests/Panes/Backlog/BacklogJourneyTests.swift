import DeskModel
import DeskTUI
import DeskTestSupport
import Testing

@Suite struct BacklogJourneyTests {
  @Test func aFigureOpensDownToItsLetters() throws {
    let office = try TemporaryOffice()
    try office.registerMany(12)
    office.wait(minutes: 25)
    try office.dispose(4, to: [PaneScene.rehsos])
    let desk = try DeskDriver(office, as: PaneScene.secretary)
    desk.press(.backlog)
    desk.expectSelected("Kepala Dinas")
    desk.expectScreen(contains: "25 mnt / 10 mnt", "Jumlah: 2 jabatan")
    desk.key(.enter)
    desk.expectScreen(contains: "Kepala Dinas: 8 menunggu, 8 lewat waktu", "0005", "0012")
    desk.expectScreen(lacks: "0004")
    desk.select("Perihal 6")
    desk.key(.enter)
    desk.expectScreen(contains: "Surat masuk 0006", "Menunggu Kepala Dinas")
    desk.key(.escape)
    desk.expectSelected("Perihal 6")
    desk.key(.character("q"))
    desk.expectSelected("Kepala Dinas")
  }

  @Test func whatAnotherDeskDoesShowsOnTheBoardAndInTheRole() throws {
    let office = try TemporaryOffice()
    try office.registerMany(5)
    let desk = try DeskDriver(office, as: PaneScene.secretary)
    desk.press(.backlog)
    desk.key(.enter, .down, .down, .down)
    desk.expectSelected("Perihal 4")
    try office.dispose(2, to: [PaneScene.rehsos])
    desk.waitASecond()
    desk.expectScreen(contains: "Kepala Dinas: 3 menunggu")
    desk.expectScreen(lacks: "Perihal 2")
    desk.expectSelected("Perihal 4")
  }

  @Test func aRolesQueueIsPaged() throws {
    let office = try TemporaryOffice()
    try office.registerMany(130)
    let desk = try DeskDriver(office, as: PaneScene.secretary)
    desk.press(.backlog)
    desk.key(.enter)
    for _ in 0..<10 { desk.key(.pageDown) }
    desk.expectSelected("Perihal 130")
  }

  @Test func theBoardIsSortedByWhatIsChosen() throws {
    let office = try PaneScene.office()
    let desk = try DeskDriver(office, as: PaneScene.secretary)
    desk.press(.backlog)
    desk.expectScreen(contains: "Lewat ↓")
    desk.expectSelected("Pengadministrasi Umum")
    desk.press(.nextFilter)
    desk.expectScreen(contains: "Buka ↓")
    desk.expectSelected("Kepala Dinas")
    desk.press(.filterMenu)
    desk.expectDialog("Urutkan menurut").pick("paling lama")
    desk.expectScreen(contains: "Tertua ↓")
  }

  @Test func aHeadSeesTheOwnUnitsOnly() throws {
    let office = try PaneScene.office()
    let desk = try DeskDriver(office, as: PaneScene.rehsos)
    desk.press(.backlog)
    desk.expectScreen(contains: "Tunggakan: Bidang Rehabilitasi Sosial", "Tidak ada yang menunggu")
    desk.expectScreen(lacks: "Kepala Dinas  ")
  }

  @Test func aSupervisorMovesATaskFromTheBoard() throws {
    let office = try PaneScene.office()
    let desk = try DeskDriver(office, as: PaneScene.secretary)
    desk.press(.backlog)
    desk.select("Pengadministrasi Umum")
    desk.key(.enter)
    desk.expectScreen(contains: "Pengadministrasi Umum: 3 menunggu")
    desk.press(.reassign)
    desk.expectDialog("Alihkan")
    desk.key(.character(" "), .tab)
    desk.type("Meja depan kewalahan")
    desk.key(.control("s"))
    desk.expectScreen(contains: "Pengadministrasi Umum: 2 menunggu")
    desk.key(.escape)
    desk.expectScreen(contains: "! Kepala Dinas")
  }

  @Test func aDispositionIsNotMovedDownFromTheBoard() throws {
    let office = try PaneScene.office()
    let desk = try DeskDriver(office, as: PaneScene.secretary)
    desk.press(.backlog)
    desk.select("Kepala Dinas")
    desk.key(.enter)
    // The first is a letter that is kept from the secretary.
    desk.press(.reassign)
    desk.expectScreen(contains: "hanya dapat dibaca jabatan yang dilaluinya")
    desk.key(.down)
    desk.press(.reassign)
    desk.expectScreen(contains: "Disposisi, paraf dan tanda tangan")
    desk.key(.down)
    desk.waitASecond()
    desk.waitASecond()
    desk.key(.down)
    desk.expectScreen(contains: "Kepala Dinas: 4 menunggu")
  }
}
