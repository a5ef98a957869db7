import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

/// Titipkan antrean, from the form to the substitute's chair and back.
@Suite struct LendingJourneyTests {
  private static let kabid: RoleID = "kepala-bidang@rehabilitasi-sosial"
  private static let kadis: RoleID = "kepala-dinas@dinas-sosial"

  @Test func aHolderLendsTheQueueAndTakesItBack() throws {
    let office = try TemporaryOffice()
    let lender = try DeskDriver(office, as: Self.kadis, isPractice: false)
    let substitute = try DeskDriver(office, as: Self.kabid, isPractice: false)
    let name = substitute.state.session.person.name

    lender.press(.lend)
    #expect(lender.state.topTitle == "Titipkan antrean")
    lender.expectScreen(contains: "Pengganti mengerjakan antrean ini")
    // The own queue is ticked; the substitute is found by name.
    lender.key(.tab)
    for character in name.prefix(7) { lender.key(.character(character)) }
    lender.key(.enter, .tab, .tab)
    for character in "6/3/2026" { lender.key(.character(character)) }
    lender.key(.tab)
    for character in "Cuti" { lender.key(.character(character)) }
    lender.key(.control("s"))
    lender.expectScreen(contains: "Antrean dititipkan", "dititipkan kepada \(name.prefix(7))")

    office.wait(milliseconds: 1_500)
    substitute.send([.timeout])
    substitute.press(.switchChair)
    substitute.expectScreen(contains: "Pengganti: Kepala Dinas — \(name)")
    substitute.key(.down, .enter)
    #expect(substitute.lines[0].contains("Pengganti: Kepala Dinas"))
    #expect(substitute.state.session.standing == .lent)
    substitute.press(.lend)
    substitute.expectScreen(contains: "tidak dapat dititipkan lagi")

    lender.press(.takeBack)
    lender.key(.control("s"))
    lender.expectScreen(contains: "Antrean diambil kembali")
    lender.expectScreen(lacks: "dititipkan kepada")
    // It ends at the next key.
    office.wait(milliseconds: 1_500)
    substitute.key(.down)
    substitute.expectScreen(contains: "Anda tidak lagi memegang Pengganti: Kadis")
  }

  @Test func whatIsMissingIsSaidAtItsField() throws {
    let office = try TemporaryOffice()
    let lender = try DeskDriver(office, as: Self.kabid)
    lender.press(.takeBack)
    lender.expectScreen(contains: "Tidak ada antrean Anda yang sedang dititipkan")
    lender.press(.lend)
    lender.key(.control("s"))
    lender.expectScreen(contains: "Tandai satu orang")
    #expect(lender.state.topTitle == "Titipkan antrean")
  }
}
