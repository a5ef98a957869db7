import DeskModel
import Testing

@testable import DeskTUI

@Suite struct CompanionTests {
  private let wide = Size(rows: 43, columns: 132)

  private func asked(_ requests: [Request]) -> [String] {
    requests.compactMap { request in
      if case .ask(let question, _, _) = request { (question as? ProbeQuestion)?.name } else { nil }
    }
  }

  @Test func onAWideScreenQueueLetterAndFlowAreSeenTogether() {
    let screen = AppFixture.state(wide).screen
    for text in ["Surat pertama", "Isi surat 1", "Alur surat 1"] {
      #expect(screen.contains(text))
    }
  }

  @Test func onANarrowScreenEachHasAKeyAndKeepsItsPlace() {
    var state = AppFixture.state()
    state.press(.down)
    _ = state.settle()
    #expect(!state.screen.contains("Isi surat"))
    state.press(.enter, .down, .down)
    #expect(state.screen.contains("Isi surat 2, baris 2"))
    state.press(.character("f"))
    #expect(state.screen.contains("Alur surat 2"))
    #expect(!state.screen.contains("Isi surat"))
    state.press(.escape)
    #expect(state.screen.contains("Isi surat 2, baris 2"))
    state.press(.escape)
    #expect(state.screen.contains("►Surat kedua"))
    state.press(.enter)
    #expect(state.screen.contains("Isi surat 2, baris 2"))
  }

  @Test func theLetterFollowsTheSelectionOnceForABurstOfKeys() {
    var state = AppFixture.state(wide)
    #expect(asked(state.press(.down, .down)).isEmpty)
    #expect(asked(state.settle()) == ["letter", "flow"])
    #expect(state.screen.contains("Isi surat 3"))
    #expect(asked(state.settle()).isEmpty)
  }

  @Test func onANarrowScreenTheFlowIsAskedForWhenItIsShown() {
    var state = AppFixture.state()
    state.press(.down)
    #expect(asked(state.settle()) == ["letter"])
    #expect(asked(state.press(.character("f"))) == ["flow"])
  }

  @Test func theLetterBeingReadStaysWhenItLeavesTheQueue() {
    var state = AppFixture.state()
    state.press(.enter)
    let gone = Answer(ProbeQuestion(name: "pane"), "Surat pertama")
    _ = state.update(.news(.answer(gone), to: .pane(.inbox)))
    _ = state.settle()
    #expect(state.screen.contains("Isi surat 1"))
    state.press(.escape)
    _ = state.settle()
    #expect(state.screen.contains("►Surat kedua"))
    state.press(.enter)
    #expect(state.screen.contains("Isi surat 2"))
  }

  @Test func changesElsewhereAskAnewWhatIsSeenAndTheLetter() {
    var state = AppFixture.state()
    #expect(asked(state.update(.changed)) == ["pane", "letter"])
    state.press(.character("f"))
    #expect(asked(state.update(.changed)) == ["flow", "letter"])
  }

  @Test func aResizeKeepsThePlace() {
    var state = AppFixture.state()
    state.press(.down, .enter, .down)
    _ = state.update(.resized(wide))
    #expect(state.focus == .letter)
    #expect(state.screen.contains("Isi surat 2, baris 1"))
    #expect(state.screen.contains("Surat kedua"))
    _ = state.update(.resized(Size(rows: 24, columns: 80)))
    #expect(state.screen.contains("Isi surat 2, baris 1"))
  }

  @Test func aClickOnAViewGivesItTheKeyboard() {
    var state = AppFixture.state(wide)
    let row = state.layout.frame(.flow).inner.row
    _ = state.update(.input(.mouse(MouseEvent(.press(.left), at: Point(row: row, column: 5)))))
    #expect(state.currentContext == .flow)
  }
}
