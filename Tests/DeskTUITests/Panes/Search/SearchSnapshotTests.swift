import DeskModel
import DeskTUI
import DeskTestSupport
import Testing

@Suite struct SearchSnapshotTests {
  @Test(arguments: PaneScene.sizes) func whatIsFound(_ size: Size) throws {
    let desk = try DeskDriver(PaneScene.office(), as: PaneScene.clerk, size: size)
    desk.press(.search)
    desk.type("data la")
    desk.key(.backspace, .backspace)
    expectPane(desk, PaneScene.name("search", size), in: .pane)
  }

  @Test func whatIsFoundInASCII() throws {
    let size = PaneScene.sizes[0]
    let desk = try DeskDriver(PaneScene.office(), as: PaneScene.clerk, size: size, glyphs: .ascii)
    desk.press(.search)
    desk.type("undangan")
    expectPane(desk, PaneScene.name("search", size, "-ascii"), in: .pane)
  }

  @Test func whatCanBeSearched() throws {
    let size = PaneScene.sizes[1]
    let desk = try DeskDriver(PaneScene.office(), as: PaneScene.clerk, size: size)
    desk.press(.search)
    expectPane(desk, PaneScene.name("search", size, "-empty"), in: .pane)
  }
}
