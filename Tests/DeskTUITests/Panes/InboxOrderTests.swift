import DeskModel
import DeskTUI
import DeskTestSupport
import Testing

/// Reading does not move a letter's line under the reader's hands; a new look at the queue does.
@Suite struct InboxOrderTests {
  @Test func aLetterThatWasReadGivesWayAtTheNextLook() throws {
    let office = try TemporaryOffice()
    try office.registerMany(3)
    let desk = try DeskDriver(office, as: Chair.kadis)
    desk.expectSelected("Perihal 1")
    office.wait(minutes: 1)
    desk.press(.open)
    desk.press(.back)
    desk.expectSelected("Perihal 1")
    desk.press(.down)
    desk.expectSelected("Perihal 2")
    desk.press(.nextFilter)
    desk.press(.previousFilter)
    desk.expectSelected("Perihal 2")
    desk.press(.last)
    desk.expectSelected("Perihal 1")
  }
}
