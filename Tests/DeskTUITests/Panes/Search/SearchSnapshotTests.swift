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
    expectSnapshot(desk.terminal.grid, PaneScene.name("search", size))
  }

  @Test func whatIsFoundInASCII() throws {
    let size = PaneScene.sizes[0]
    let desk = try DeskDriver(PaneScene.office(), as: PaneScene.clerk, size: size, glyphs: .ascii)
    desk.press(.search)
    desk.type("undangan")
    expectSnapshot(desk.terminal.grid, PaneScene.name("search", size, "-ascii"))
  }

  @Test func whatCanBeSearched() throws {
    let size = PaneScene.sizes[1]
    let desk = try DeskDriver(PaneScene.office(), as: PaneScene.clerk, size: size)
    desk.press(.search)
    expectSnapshot(desk.terminal.grid, PaneScene.name("search", size, "-empty"))
  }
}
