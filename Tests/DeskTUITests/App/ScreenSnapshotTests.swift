import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

@Suite struct ScreenSnapshotTests {
  static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 16, columns: 60), Size(rows: 43, columns: 132),
  ]

  private func name(_ what: String, _ size: Size, _ suffix: String = "") -> String {
    "app-\(what)-\(size.columns)x\(size.rows)\(suffix)"
  }

  @Test(arguments: sizes) func theViews(_ size: Size) {
    expectSnapshot(AppFixture.state(size).view(), name("views", size))
  }

  @Test(arguments: sizes) func aFormWithADialogAbove(_ size: Size) {
    var state = AppFixture.state(size)
    state.press(.character("d"))
    state.type("Mohon ditindaklanjuti")
    state.press(.escape)
    expectSnapshot(state.view(), name("leaving", size))
  }

  @Test(arguments: sizes) func theNumberToType(_ size: Size) {
    var state = AppFixture.state(size)
    state.press(.character("X"))
    state.type("keliru")
    state.press(.control("s"))
    expectSnapshot(state.view(), name("typed", size))
  }

  @Test(arguments: sizes) func thePalette(_ size: Size) {
    var state = AppFixture.state(size)
    state.press(.character(":"))
    state.type("di")
    expectSnapshot(state.view(), name("palette", size))
  }

  @Test(arguments: sizes) func help(_ size: Size) {
    var state = AppFixture.state(size)
    state.press(.character("?"))
    expectSnapshot(state.view(), name("help", size))
  }

  @Test(arguments: sizes) func helpOverAForm(_ size: Size) {
    var state = AppFixture.state(size)
    state.press(.character("d"), .function(1))
    expectSnapshot(state.view(), name("help-form", size))
    state.press(.escape)
    #expect(state.currentContext == .form)
  }

  @Test func inASCII() {
    var state = AppFixture.state(ScreenSnapshotTests.sizes[2], glyphs: .ascii)
    state.press(.character("w"))
    expectSnapshot(state.view(), name("views", ScreenSnapshotTests.sizes[2], "-ascii"))
    #expect(state.screen.utf8.count == state.screen.count)
  }

  @Test func inEnglish() {
    let state = AppFixture.state(phrases: AppFixture.phrasebook(.en))
    expectSnapshot(state.view(), name("views", ScreenSnapshotTests.sizes[0], "-en"))
  }

  @Test func everySizeCanBeDrawn() {
    for rows in stride(from: 0, through: 50, by: 3) {
      for columns in stride(from: 0, through: 140, by: 7) {
        var state = AppFixture.state(Size(rows: rows, columns: columns))
        for keys in [
          [Key.character("d")], [.escape, .character(":")], [.escape, .character("?")],
        ] {
          for key in keys { state.press(key) }
          #expect(state.view().size == Size(rows: rows, columns: columns))
        }
      }
    }
  }

  @Test func whereTheKeyboardIsCanBeToldWithoutColour() {
    var state = AppFixture.state(ScreenSnapshotTests.sizes[2])
    #expect(state.screen.contains("╔ Antrean"))
    state.press(.enter)
    #expect(!state.screen.contains("╔ Antrean"))
    #expect(state.screen.contains("╔ Agenda"))
  }
}
