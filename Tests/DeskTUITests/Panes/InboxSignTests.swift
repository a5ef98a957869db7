import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

/// The signs before the rows of the queue are told apart in every terminal.
@Suite struct InboxSignTests {
  @Test func whatIsUnreadAndWhatIsTakenDifferInASCII() throws {
    let office = try TemporaryOffice()
    try office.register("Permohonan data")
    let desk = try DeskDriver(office, as: Chair.kadis, glyphs: .ascii)
    desk.expectScreen(contains: ">*  0001")
    desk.press(.claim)
    desk.expectScreen(contains: ">*a 0001")
  }

  @Test func helpNamesEverySignOnce() {
    let lines = HelpText.lines(
      .standard, phrases: AppFixture.phrases, glyphs: .ascii, here: .inbox, width: 78
    ).map { Glyphs.ascii.shown($0.text) }
    let legend = lines.drop { $0 != AppFixture.phrases("help.signs") }.dropFirst()
    let signs = legend.prefix { !$0.isEmpty }.compactMap(\.first).filter { $0 != " " }
    #expect(signs == ["*", "!", "<", "z", "a", "@"])
  }
}
