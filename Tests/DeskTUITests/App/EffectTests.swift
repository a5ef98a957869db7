import DeskModel
import Testing

@testable import DeskTUI

@Suite struct EffectTests {
  private let refusal = Refusal(.alreadyDone, ["person": "Jati Teladan", "time": "09.05"])

  @Test func aRefusalIsToldAndLosesNothingTyped() {
    var state = AppFixture.state()
    state.press(.character("d"))
    state.type("alasan panjang")
    guard case .perform(let action, _, _, let id)? = state.press(.control("s")).first else {
      Issue.record("not saved")
      return
    }
    _ = state.update(.news(.refused(action, refusal.message, refusal), to: id))
    #expect(state.topTitle == "disposisi")
    #expect(state.screen.contains("alasan panjang"))
    #expect(state.screen.contains("Sudah diselesaikan oleh Jati Teladan"))
  }

  @Test func whatWasDoneClosesTheFormAndIsSeenAtOnce() {
    var state = AppFixture.state()
    state.press(.character("d"))
    state.type("alasan")
    guard case .perform(let action, _, _, let id)? = state.press(.control("s")).first else {
      Issue.record("not saved")
      return
    }
    let requests = state.update(.news(.performed(action, Receipt(entries: [])), to: id))
    #expect(state.topTitle == nil)
    #expect(requests.contains { if case .ask(_, _, .pane(.inbox)) = $0 { true } else { false } })
  }

  @Test func aFaultStandsUnderItsField() {
    var state = AppFixture.state()
    state.press(.character("d"), .tab, .control("s"))
    #expect(state.screen.contains("× Tuliskan alasannya."))
    state.type("a")
    #expect(!state.screen.contains("Tuliskan alasannya."))
  }

  @Test func withoutAnEditorTheDesksOwnTakesOver() {
    var state = AppFixture.state()
    guard case .edit(let text, let title, let id)? = state.press(.character("e")).first else {
      Issue.record("no editor asked for")
      return
    }
    _ = state.update(.noEditor(text, title: title, for: id))
    #expect(state.currentContext == .editor)
    state.press(.end)
    state.type(" dan baru")
    state.press(.enter, .control("s"), .enter)
    #expect(state.screen.contains("edited lama dan baru"))
  }

  @Test func theDesksOwnEditorAsksBeforeThrowingTextAway() {
    var state = AppFixture.state()
    state.press(.character("e"))
    _ = state.update(.noEditor("lama", title: Message("command.draft"), for: .letter))
    state.press(.escape)
    #expect(state.currentContext == .inbox)
    _ = state.update(.noEditor("lama", title: Message("command.draft"), for: .letter))
    state.type("x")
    state.press(.escape, .enter)
    #expect(state.currentContext == .editor)
    state.press(.escape, .character("y"))
    #expect(state.currentContext == .inbox)
  }

  @Test func aToastGoesWithTheNextKeyButNotBeforeItCanBeRead() {
    var state = AppFixture.state()
    state.press(.character("w"))
    state.press(.down)
    #expect(state.toast != nil)
    _ = state.wait(milliseconds: 2_000)
    #expect(state.toast != nil)
    state.press(.down)
    #expect(state.toast == nil)
  }

  @Test func aToastGoesByItselfThoughTheClockIsSetBack() {
    var state = AppFixture.state()
    state.press(.character("w"))
    let earlier = Timestamp(milliseconds: AppFixture.now.milliseconds - 3_600_000)
    _ = state.update(.tick(earlier, uptime: .seconds(11)))
    #expect(state.toast == nil)
  }

  @Test func aLongToastIsReadWhole() {
    var state = AppFixture.state(Size(rows: 16, columns: 60))
    _ = state.update(.failed(Message("refusal.notRecallable")))
    let text = AppFixture.phrases("refusal.notRecallable")
    #expect(state.screen.contains(text.suffix(20)))
  }

  @Test func changingChairsBeginsAnew() {
    var state = AppFixture.state()
    state.press(.down, .character("g"))
    state.type("sekretaris")
    let requests = state.press(.enter)
    #expect(state.session.role.id == "sekretaris@sekretariat")
    #expect(state.screen.contains("►Surat pertama"))
    #expect(
      requests.contains {
        if case .findDrafts(let person) = $0 { person == state.session.person.id } else { false }
      })
  }
}
