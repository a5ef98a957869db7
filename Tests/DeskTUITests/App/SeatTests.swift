import DeskModel
import DeskTestSupport
import Foundation
import Testing

@testable import DeskTUI

/// Whoever loses a chair learns it within a second, or at the next key, and what can be done.
@Suite struct SeatTests {
  private static let kabid: RoleID = "kepala-bidang@rehabilitasi-sosial"

  private func dismiss(_ driver: DeskDriver, in office: TemporaryOffice) throws {
    let desk = try office.desk()
    let today = desk.office.calendar.date(of: office.now)
    try desk.administer(
      .dismiss(driver.state.session.person.id, Self.kabid, lastDay: today.adding(days: -1)),
      by: "root")
    try desk.close()
  }

  @Test func whoIsDismissedElsewhereIsShownWhatToDo() throws {
    let office = try TemporaryOffice()
    let driver = try DeskDriver(office, as: Self.kabid, isPractice: false)
    try dismiss(driver, in: office)
    office.wait(milliseconds: 1_500)
    driver.key(.down)
    #expect(driver.screen.contains("Anda tidak lagi memegang"))
    #expect(driver.screen.contains("Keluar dari Desk"))
    // Closing the list changes nothing: the next key brings it back.
    driver.key(.escape, .down)
    #expect(driver.screen.contains("Anda tidak lagi memegang"))
    driver.key(.enter)
    #expect(driver.hasEnded)
  }

  @Test func whoHoldsAnotherChairMovesThere() throws {
    let office = try TemporaryOffice()
    let desk = try office.desk()
    let driver = try DeskDriver(office, as: Self.kabid, isPractice: false)
    let person = driver.state.session.person.id
    let today = desk.office.calendar.date(of: office.now)
    try desk.administer(
      .appoint(
        Appointment(
          person: person, role: "kepala-dinas@dinas-sosial", kind: .plh, from: today,
          until: today, decree: "1/PLH/2026")), by: "root")
    // `g` offers one's own chairs only.
    office.wait(milliseconds: 1_500)
    driver.send([.timeout])
    driver.press(.switchChair)
    #expect(driver.screen.contains("Plh. Kepala Dinas — \(driver.state.session.person.name)"))
    #expect(!driver.screen.contains("Sekretaris —"))
    driver.key(.down, .enter)
    #expect(driver.lines[0].contains("Plh. Kepala Dinas"))
    #expect(driver.state.session.standing == .plh)

    // The mandate ends at midnight, and at the next key.
    office.wait(minutes: 24 * 60)
    driver.key(.down)
    #expect(driver.screen.contains("Anda tidak lagi memegang Plh. Kadis"))
    driver.key(.enter)
    #expect(driver.state.session.role.id == Self.kabid)
    #expect(!driver.hasEnded)
    try desk.close()
  }

  @Test func whatWasReadInAChairIsGoneWithItThoughNoKeyIsPressed() throws {
    let office = try TemporaryOffice()
    let desk = try office.desk()
    let head: RoleID = "kepala-dinas@dinas-sosial"
    let today = desk.office.calendar.date(of: office.now)
    try desk.administer(
      .dismiss(try office.session(head).person.id, head, lastDay: today), by: "root")
    let letter = Letter(
      kind: .incoming, secrecy: .rahasia, sender: "Polres Melati", subject: "Penculikan anak")
    let clerk = try office.session(PaneScene.clerk).actor
    try desk.perform(
      .register(Registration(letter: letter, procedure: "ntt-001")), as: clerk)

    let driver = try DeskDriver(office, as: head, isPractice: false)
    driver.expectScreen(contains: "Penculikan anak")
    office.wait(minutes: 24 * 60)
    driver.send([.timeout])
    driver.expectScreen(contains: "Anda tidak lagi memegang")
    driver.expectScreen(lacks: "Penculikan anak")
    // Nor behind the list, once it is closed.
    driver.key(.escape)
    driver.expectScreen(contains: "Anda tidak lagi memegang")
    try desk.close()
  }

  @Test func anExchangedOfficeCanOnlyBeLeft() throws {
    let office = try TemporaryOffice()
    let driver = try DeskDriver(office, as: Self.kabid)
    let path = office.folder.database
    try FileManager.default.moveItem(atPath: path, toPath: path + ".lama")
    try FileManager.default.copyItem(atPath: path + ".lama", toPath: path)
    office.wait(milliseconds: 1_500)
    driver.key(.down)
    #expect(driver.screen.contains("Kantor ini tidak dapat dipakai lagi"))
    driver.key(.enter)
    #expect(driver.hasEnded)
  }
}
