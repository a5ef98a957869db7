import DeskModel
import DeskTUI
import DeskTestSupport
import Testing

@Suite struct RegisterSnapshotTests {
  @Test(arguments: PaneScene.sizes) func recallingASender(_ size: Size) throws {
    let desk = try DeskDriver(PaneScene.office(), as: PaneScene.clerk, size: size)
    desk.press(.register)
    desk.type("di")
    expectPane(desk, PaneScene.name("register-recall", size), in: .form)
  }

  @Test(arguments: PaneScene.sizes) func whatIsWrongStandsAtItsField(_ size: Size) throws {
    let desk = try DeskDriver(PaneScene.office(), as: PaneScene.clerk, size: size)
    desk.press(.register)
    desk.type("Inspektorat Contoh")
    desk.key(.tab)
    desk.type("R-9/INSP/2026")
    desk.key(.tab)
    desk.type("25/2")
    desk.key(.tab, .tab, .tab, .tab, .tab)
    desk.type("999")
    desk.key(.control("s"))
    expectPane(desk, PaneScene.name("register-faults", size), in: .form)
  }

  @Test func inASCII() throws {
    let size = PaneScene.sizes[0]
    let desk = try DeskDriver(PaneScene.office(), as: PaneScene.clerk, size: size, glyphs: .ascii)
    desk.press(.register)
    desk.type("yayasan c")
    expectPane(desk, PaneScene.name("register", size, "-ascii"), in: .form)
  }
}
