import DeskModel
import DeskTUI
import DeskTestSupport
import Testing

@Suite struct BacklogSnapshotTests {
  @Test(arguments: PaneScene.sizes) func theBoard(_ size: Size) throws {
    let desk = try DeskDriver(PaneScene.office(), as: PaneScene.secretary, size: size)
    desk.press(.backlog)
    expectPane(desk, PaneScene.name("backlog", size))
  }

  @Test(arguments: PaneScene.sizes) func whatWaitsForARole(_ size: Size) throws {
    let desk = try DeskDriver(PaneScene.office(), as: PaneScene.secretary, size: size)
    desk.press(.backlog)
    desk.key(.enter)
    expectPane(desk, PaneScene.name("backlog-role", size), in: .pane)
  }

  @Test func theBoardInASCII() throws {
    let size = PaneScene.sizes[0]
    let desk = try DeskDriver(
      PaneScene.office(), as: PaneScene.secretary, size: size, glyphs: .ascii)
    desk.press(.backlog)
    expectPane(desk, PaneScene.name("backlog", size, "-ascii"))
  }
}
