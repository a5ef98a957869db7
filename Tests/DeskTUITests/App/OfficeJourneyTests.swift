import DeskModel
import DeskTUI
import DeskTestSupport
import Testing

/// Several desks on one office, as its people use them in a day.
@Suite struct OfficeJourneyTests {
  private let kadis: RoleID = "kepala-dinas@dinas-sosial"
  private let clerk: RoleID = "pengadministrasi-umum@kepegawaian-umum"
  private let rehsos: RoleID = "kepala-bidang@rehabilitasi-sosial"

  @Test func aDispositionGoesFromTheHeadToTheDivision() throws {
    let office = try TemporaryOffice()
    try office.register("Undangan rapat")
    let head = try DeskDriver(office, as: kadis)
    let division = try DeskDriver(office, as: rehsos)
    head.select("Undangan rapat")
    head.press(.dispose)
    head.expectDialog("Lembar disposisi").go(to: "Diteruskan ke").tick("kabid rehsos")
      .go(to: "Catatan").type("Mohon hadir").save()
    head.expectScreen(contains: "Tidak ada yang menunggu Anda.")

    let front = try DeskDriver(office, as: clerk)
    front.select("Undangan rapat")
    front.press(.complete)
    front.expectDialog("Selesaikan langkah").save()
    division.waitASecond()
    division.expectSelected("Undangan rapat")
    division.press(.open)
    division.expectScreen(contains: "Mohon hadir")
  }

  @Test func keysFasterThanTheScreenActOnWhatTheyPointedAt() throws {
    let office = try TemporaryOffice()
    for name in ["Surat satu", "Surat dua", "Surat tiga"] { try office.register(name) }
    let desk = try DeskDriver(office, as: kadis)
    desk.send([.key(.down), .key(.character("d"))])
    desk.expectDialog("Lembar disposisi")
    desk.expectScreen(contains: "Surat dua")
    desk.send([.key(.escape), .key(.down), .key(.enter), .key(.character("d"))])
    desk.expectScreen(contains: "Lembar disposisi", "Surat tiga")
  }

  @Test func theSecondOfTwoOnOneTaskLearnsWhoWasFasterAndLosesNothing() throws {
    let office = try TemporaryOffice()
    try office.register("Undangan rapat")
    let first = try DeskDriver(office, as: kadis)
    let second = try DeskDriver(office, as: kadis)
    for desk in [first, second] {
      desk.press(.dispose)
      desk.expectDialog("Lembar disposisi").go(to: "Diteruskan ke").tick("kabid rehsos")
    }
    DialogDriver(desk: second).go(to: "Catatan").type("Hadiri dan laporkan")
    DialogDriver(desk: first).save()
    DialogDriver(desk: second).save()
    second.expectDialog("Lembar disposisi")
    second.expectScreen(
      contains: "Hadiri dan laporkan",
      "! Sudah diselesaikan oleh Melati Contoh, S.Sos., M.Si. sebagai Kepala Dinas.")
  }
}
