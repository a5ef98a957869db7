import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

/// What is said over the tabs goes again.
@Suite struct ToastTests {
  private func driver() throws -> (TemporaryOffice, DeskDriver) {
    let office = try TemporaryOffice()
    return (office, try DeskDriver(office, as: Chair.umum))
  }

  private func wait(_ milliseconds: Int, _ office: TemporaryOffice, _ desk: DeskDriver) {
    office.wait(milliseconds: milliseconds)
    desk.send([.timeout])
  }

  @Test func whatWasDoneGoesByItselfAfterFourSeconds() throws {
    let (office, desk) = try driver()
    desk.press(.refresh)
    wait(3_900, office, desk)
    desk.expectScreen(contains: "Dimuat ulang.")
    wait(100, office, desk)
    desk.expectScreen(lacks: "Dimuat ulang.")
  }

  @Test func whyNotStaysLonger() throws {
    let (office, desk) = try driver()
    desk.press(.dispose)
    let refusal = "Tidak ada surat yang dipilih."
    wait(9_900, office, desk)
    desk.expectScreen(contains: refusal)
    wait(100, office, desk)
    desk.expectScreen(lacks: refusal)
  }

  @Test func theNextKeyTakesItAwayOnceItCouldBeRead() throws {
    let (office, desk) = try driver()
    desk.press(.refresh)
    desk.key(.down)
    desk.expectScreen(contains: "Dimuat ulang.")
    wait(1_500, office, desk)
    desk.key(.down)
    desk.expectScreen(lacks: "Dimuat ulang.")
  }
}
