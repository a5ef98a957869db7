import DeskModel
import DeskTUI
import DeskTestSupport
import Testing

@Suite struct AgendaSnapshotTests {
  @Test(arguments: PaneScene.sizes) func theBook(_ size: Size) throws {
    let desk = try DeskDriver(PaneScene.office(), as: PaneScene.clerk, size: size)
    desk.press(.agenda)
    desk.key(.down)
    expectPane(desk, PaneScene.name("agenda", size))
  }

  @Test func theBookInASCII() throws {
    let size = PaneScene.sizes[2]
    let desk = try DeskDriver(PaneScene.office(), as: PaneScene.clerk, size: size, glyphs: .ascii)
    desk.press(.agenda)
    expectPane(desk, PaneScene.name("agenda", size, "-ascii"))
  }

  @Test func anEmptyBookSaysHowToPickAnother() throws {
    let desk = try DeskDriver(PaneScene.office(), as: PaneScene.clerk)
    desk.press(.agenda)
    desk.press(.nextFilter)
    desk.expectScreen(
      contains: "Buku Agenda Surat Keluar 2026", "belum ada nomor pada tahun 2026", "Tekan c")
    desk.press(.previousFilter)
    desk.expectSelected("0007")
  }
}
