import DeskModel
import DeskTUI
import DeskTestSupport
import Testing

@Suite struct InboxDoneTests {
  @Test func whatWasJustDoneIsFoundAndTakenBackFromTheInbox() throws {
    let office = try TemporaryOffice()
    try office.registerMany(2)
    try office.dispose(1, to: [PaneScene.rehsos])
    let desk = try DeskDriver(office, as: Chair.kadis)
    desk.expectSelected("Perihal 2")
    desk.press(.previousFilter)
    desk.expectSelected("Perihal 1")
    desk.expectScreen(contains: "Baru dikerjakan")
    desk.press(.recall)
    desk.expectScreen(contains: "Belum ada yang dikerjakan.")
    desk.press(.nextFilter)
    desk.select("Perihal 1")
  }
}
