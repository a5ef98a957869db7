import DeskModel
import DeskTUI
import DeskTestSupport
import Testing

private let kadis: RoleID = "kepala-dinas@dinas-sosial"

@Suite struct InboxJourneyTests {
  @Test func whatWaitsIsShownAndAnothersWorkAppearsWithoutAKey() throws {
    let office = try TemporaryOffice()
    try office.register("Undangan rapat")
    try office.register("Permohonan data lansia")
    let desk = try DeskDriver(office, as: kadis)
    desk.expectScreen(contains: "Kepala Dinas", "Melati Contoh", "Undangan rapat")
    desk.select("Permohonan data lansia")
    try office.register("Laporan bencana", urgency: .sangatSegera)
    desk.expectScreen(lacks: "Laporan bencana")
    desk.waitASecond()
    desk.expectScreen(contains: "Laporan bencana")
    desk.expectSelected("Permohonan data lansia")
  }

  @Test func afterALongSleepTheScreenIsOfNow() throws {
    let office = try TemporaryOffice()
    try office.register("Undangan rapat")
    let desk = try DeskDriver(office, as: kadis)
    try office.register("Laporan bencana")
    // The lid was closed for three days; the first key finds the office as it is now.
    office.wait(minutes: 3 * 24 * 60)
    desk.key(.down)
    desk.expectScreen(contains: "Laporan bencana", "Kamis 5 Mar 09.00")
    desk.press(.filterMenu)
    desk.expectDialog("Saringan").pick("lewat")
    desk.expectScreen(contains: "Undangan rapat", "Laporan bencana")
  }

  @Test func theTabCountsOnWhileAnotherTabIsInFront() throws {
    let office = try TemporaryOffice()
    try office.register("Undangan rapat")
    try office.register("Permohonan data lansia")
    let desk = try DeskDriver(office, as: kadis)
    desk.expectScreen(contains: "1 Antrean 2")
    desk.press(.search)
    desk.type("lansia")
    desk.key(.enter)
    desk.press(.dispose)
    desk.expectDialog("Lembar disposisi").go(to: "Diteruskan ke").tick("kabid rehsos").save()
    // What is told lies over the tabs for a while; another's work comes in meanwhile.
    desk.key(.escape)
    office.wait(minutes: 1)
    desk.waitASecond()
    desk.expectScreen(contains: "[3 Cari]", "1 Antrean 1")
    try office.register("Laporan bencana")
    desk.waitASecond()
    desk.expectScreen(contains: "1 Antrean 2")
  }

  @Test func countersAreFilters() throws {
    let office = try TemporaryOffice()
    try office.register("Undangan rapat")
    office.wait(minutes: 60)
    try office.register("Permohonan data lansia")
    let desk = try DeskDriver(office, as: kadis)
    desk.press(.filterMenu)
    desk.expectDialog("Saringan").pick("lewat")
    desk.expectScreen(contains: "[Lewat waktu 1]", "Undangan rapat")
    desk.expectScreen(lacks: "Permohonan data lansia")
    desk.key(.escape)
    desk.expectScreen(contains: "[Semua 2]", "Permohonan data lansia")
  }

  @Test func aChairIsChangedByOneKeyInThePracticeOffice() throws {
    let office = try TemporaryOffice()
    let desk = try DeskDriver(office, as: kadis)
    desk.press(.switchChair)
    desk.expectDialog("Duduk sebagai").pick("sekretaris")
    desk.expectScreen(contains: "Sekretaris — Jati Teladan")
    desk.press(.switchChair)
    desk.expectDialog("Duduk sebagai").pick("kabid rehsos")
    desk.expectScreen(contains: "Kabid Rehsos — Anggrek Latihan")
  }

  @Test func aDeadKeySaysWhy() throws {
    let desk = try DeskDriver(try TemporaryOffice(), as: kadis)
    desk.press(.dispose)
    desk.expectScreen(contains: "Tidak ada surat yang dipilih.")
  }

  @Test func aKeyThatMeansNothingHereSaysSo() throws {
    let desk = try DeskDriver(try TemporaryOffice(), as: kadis)
    desk.press(.procedures)
    desk.key(.character("d"))
    desk.expectScreen(contains: "Tombol d tidak berlaku di sini; ? menampilkan tombol yang")
    desk.key(.escape, .down, .enter, .down, .enter)
    #expect(desk.state.currentContext == .procedure)
    desk.key(.character("x"))
    desk.expectScreen(contains: "Tombol x tidak berlaku di sini")
  }
}
