import DeskModel
import Testing

@testable import DeskTUI

@Suite struct RoutingTests {
  @Test func jAndDownMoveWhereNoTextIsTyped() {
    var state = AppFixture.state()
    state.press(.character("j"), .down)
    #expect(state.screen.contains("►Surat ketiga"))
    state.press(.character("k"))
    #expect(state.screen.contains("►Surat kedua"))
  }

  @Test func lettersAreTextInAForm() {
    var state = AppFixture.state()
    state.press(.character("d"))
    state.type("jkq?:1")
    #expect(state.screen.contains("jkq?:1"))
    #expect(state.topTitle == "disposisi")
  }

  @Test func aPasteGoesToTheFormAndControlsDoNotComeIn() {
    var state = AppFixture.state()
    state.press(.character("d"))
    _ = state.update(.input(.paste("satu\u{1B}[31m\ndua")))
    #expect(state.screen.contains("satu[31m dua"))
  }

  @Test func anActGoesToTheLetterWhereverTheKeyboardIs() {
    for keys in [[Key](), [.enter], [.character("f")]] {
      var state = AppFixture.state()
      for key in keys { state.press(key) }
      state.press(.character("a"))
      while state.currentContext != .inbox { state.press(.escape) }
      state.press(.enter)
      #expect(state.screen.contains("claim"), "after \(keys.map(\.label))")
    }
  }

  @Test func whatCannotBeDoneSaysWhy() {
    var state = AppFixture.state()
    state.press(.character("w"))
    #expect(state.screen.contains("! Tidak ada langkah yang menunggu."))
  }

  @Test func aDialogKeepsKeysFromWhatLiesBelow() {
    var state = AppFixture.state()
    state.press(.character("p"))
    state.press(.character("j"), .character("2"), .character("q"), .tab)
    #expect(state.topTitle == "Yakin?")
    #expect(state.tab == .inbox)
  }

  @Test func tabsChangeByNumberAndKeepTheirPlace() {
    var state = AppFixture.state()
    state.press(.down, .character("2"))
    #expect(state.tab == .agenda)
    state.press(.backTab)
    #expect(state.tab == .inbox)
    #expect(state.screen.contains("►Surat kedua"))
    state.press(.character("["))
    #expect(state.tab == .procedures)
  }

  @Test func helpShowsOverEverythingAndGoesBack() {
    var state = AppFixture.state()
    state.press(.character("d"), .function(1))
    #expect(state.topTitle == "Bantuan")
    state.press(.escape)
    #expect(state.topTitle == "disposisi")
  }

  @Test func thePaletteRunsWhatIsPickedAndPutsItFirstNextTime() {
    var state = AppFixture.state()
    state.press(.character(":"))
    state.type("alih")
    state.press(.enter)
    state.press(.enter)
    #expect(state.screen.contains("reassign"))
    state.press(.escape, .control("p"))
    #expect(state.screen.contains("►alihkan"))
  }

  @Test func clicksOnTabsHintsAndRowsDoWhatTheirKeysDo() {
    func click(_ text: String, _ state: inout AppState) {
      for (row, line) in state.screen.split(separator: "\n").enumerated() {
        guard let range = line.firstRange(of: text) else { continue }
        let column = TextWidth.columns(String(line[..<range.lowerBound]))
        let event = MouseEvent(.press(.left), at: Point(row: row, column: column))
        _ = state.edge(.mouse(event))
        return
      }
      Issue.record("no \(text)")
    }
    var state = AppFixture.state()
    click("Surat ketiga", &state)
    #expect(state.screen.contains("►Surat ketiga"))
    click("disposisi", &state)
    #expect(state.topTitle == "disposisi")
    state.press(.escape)
    click("Agenda", &state)
    #expect(state.tab == .agenda)
  }

  @Test func qStepsBackAndFromAListItLeaves() {
    var state = AppFixture.state()
    state.press(.enter, .character("?"))
    for context in [CommandContext.viewer, .letter, .inbox] {
      #expect(state.currentContext == context)
      let isLast = context == .inbox
      let quits = state.press(.character("q")).contains {
        if case .quit = $0 { true } else { false }
      }
      #expect(quits == isLast)
    }
  }

  @Test func onAScreenTooSmallOnlyQuittingWorks() {
    var state = AppFixture.state(Size(rows: 10, columns: 40))
    #expect(state.screen.contains("60×16"))
    state.press(.character("d"))
    #expect(state.topTitle == nil)
    guard case .quit? = state.press(.control("q")).first else {
      Issue.record("cannot leave")
      return
    }
  }

  @Test func withNobodyNamedTheUserFirstSaysWhoSitsHere() {
    var state = AppState(
      session: AppFixture.session(), office: AppFixture.office, phrases: AppFixture.phrases,
      glyphs: .unicode, size: Size(rows: 24, columns: 80), now: AppFixture.now,
      panes: AppFixture.panes)
    let asked = state.update(.started(choosingChair: true))
    #expect(!asked.contains { if case .findDrafts = $0 { true } else { false } })
    #expect(asked.contains { if case .again(.switchChair) = $0 { true } else { false } })
    _ = state.settle()
    _ = state.update(.command(.switchChair))
    let other = AppFixture.session("sekretaris@sekretariat")
    #expect(state.session != other)
    _ = state.update(.input(.key(.down)))
    let seated = state.update(.input(.key(.enter)))
    #expect(state.session == other)
    #expect(seated.contains { if case .findDrafts = $0 { true } else { false } })
  }
}
