import DeskTUI
import DeskTestSupport
import Testing

/// Pictures of the procedures' pane and reader.
@Suite struct ProcedureSnapshotTests {
  private func desk(_ size: Size, _ glyphs: Glyphs = .unicode) throws -> DeskDriver {
    let desk = try DeskDriver(
      ProcedureScene.office(), as: ProcedureScene.kasubag, size: size, glyphs: glyphs)
    desk.press(.procedures)
    return desk
  }

  @Test(arguments: PaneScene.sizes)
  func theTree(_ size: Size) throws {
    for glyphs in [Glyphs.unicode, .ascii] {
      let desk = try desk(size, glyphs)
      let suffix = glyphs.isASCII ? "-ascii" : ""
      expectPane(desk, PaneScene.name("procedures", size, suffix))
      desk.press(.find)
      desk.type("contoh")
      expectPane(desk, PaneScene.name("procedures-found", size, suffix))
    }
  }

  @Test(arguments: PaneScene.sizes)
  func theReader(_ size: Size) throws {
    let desk = try desk(size)
    desk.press(.find)
    desk.type("ntt-001")
    desk.press(.open)
    for view in ["flow", "table", "form", "notes", "versions"] {
      expectPane(desk, PaneScene.name("procedure-read-\(view)", size))
      desk.press(.otherView)
    }
    desk.press(.previousView)
    desk.press(.open)
    expectPane(desk, PaneScene.name("procedure-compared", size))
  }

  @Test(arguments: PaneScene.sizes)
  func aProcedureWithoutSteps(_ size: Size) throws {
    let desk = try desk(size)
    desk.press(.find)
    desk.type("terdaftar")
    desk.press(.open)
    expectPane(desk, PaneScene.name("procedure-empty-form", size))
    desk.press(.previousView)
    expectPane(desk, PaneScene.name("procedure-empty-table", size))
  }
}
