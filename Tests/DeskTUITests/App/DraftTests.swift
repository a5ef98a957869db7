import DeskModel
import Testing

@testable import DeskTUI

@Suite struct DraftTests {
  private func saved(_ requests: [Request]) -> [FormDraft]? {
    for case .keepDrafts(let drafts, _, _) in requests { return drafts }
    return nil
  }

  private func dropped(_ requests: [Request]) -> [FormDraft.Key]? {
    for case .keepDrafts(_, let keys, _) in requests { return keys }
    return nil
  }

  private func typed() -> AppState {
    var state = AppFixture.state()
    state.press(.character("d"))
    state.type("belum selesai")
    return state
  }

  @Test func whatIsTypedIsKeptOnceASecond() {
    var state = typed()
    #expect(saved(state.settle())?.first?.values["note"] == "belum selesai")
    state.type("!")
    #expect(saved(state.settle()) == nil)
    _ = state.wait(milliseconds: 1_000)
    #expect(saved(state.settle())?.first?.values["note"] == "belum selesai!")
    _ = state.wait(milliseconds: 5_000)
    #expect(saved(state.settle()) == nil)
  }

  @Test func aLostLineKeepsTheLastLetterTyped() {
    var state = typed()
    _ = state.settle()
    state.type("!")
    #expect(saved(state.update(.hangup))?.first?.values["note"] == "belum selesai!")
  }

  @Test func aFormThatWasNotChangedIsNoDraft() {
    var state = AppFixture.state()
    state.press(.character("d"))
    #expect(saved(state.settle()) == nil)
    state.press(.escape)
    #expect(state.topTitle == nil)
  }

  @Test func escapeAsksAndABareEnterStays() {
    var state = typed()
    state.press(.escape)
    #expect(state.topTitle == "Isian belum disimpan")
    #expect(state.screen.contains("Isian disposisi"))
    #expect(state.screen.contains("yang sudah diketik hilang"))
    state.press(.enter)
    #expect(state.topTitle == "disposisi")
    #expect(state.screen.contains("belum selesai"))
  }

  @Test func throwingAwayThrowsTheDraftAway() {
    var state = typed()
    _ = state.settle()
    state.press(.escape, .character("b"))
    #expect(state.topTitle == nil)
    _ = state.wait(milliseconds: 1_000)
    #expect(dropped(state.settle()) == [FormDraft.Key(.dispose, caseID: 1)])
  }

  @Test func aParkedFormComesBackWhenItIsOpenedAgain() {
    var state = typed()
    state.press(.escape, .character("s"))
    #expect(state.topTitle == nil)
    #expect(saved(state.update(.hangup))?.count == 1)
    state.press(.character("d"))
    #expect(state.screen.contains("belum selesai"))
    #expect(state.screen.contains("dipulihkan"))
  }

  @Test func atTheNextStartItIsOffered() throws {
    var before = typed()
    let drafts = try #require(saved(before.update(.hangup)))
    var state = AppFixture.state()
    _ = state.update(.draftsFound(drafts))
    #expect(state.topTitle == "Lanjutkan isian yang belum disimpan?")
    #expect(state.screen.contains("disposisi: surat 1"))
    state.press(.enter)
    #expect(state.topTitle == "disposisi")
    #expect(state.screen.contains("belum selesai"))
  }

  @Test func aDraftOfAnotherChairWaitsThere() throws {
    var before = typed()
    var drafts = try #require(saved(before.update(.hangup)))
    drafts[0].role = "sekretaris@sekretariat"
    var state = AppFixture.state()
    _ = state.update(.draftsFound(drafts))
    #expect(state.topTitle == nil)
    #expect(saved(state.update(.hangup)) == nil)
  }

  @Test func whatIsWrittenInTheDesksOwnEditorIsKeptWithItsForm() throws {
    var state = AppFixture.state()
    state.press(.character("d"), .tab)
    guard case .edit(let text, let title, let id)? = state.press(.function(4)).first else {
      Issue.record("no editor asked for")
      return
    }
    _ = state.update(.noEditor(text, title: title, for: id))
    state.type("naskah panjang")
    #expect(saved(state.update(.hangup))?.first?.values["more"] == "naskah panjang")
  }

  @Test func aDraftLeftAtAnotherDeskIsNotWrittenOver() throws {
    var before = typed()
    let drafts = try #require(saved(before.update(.hangup)))
    var state = AppFixture.state()
    _ = state.update(.draftsFound(drafts))
    state.press(.escape, .down, .character("d"))
    state.type("lain")
    let changed = try #require(saved(state.settle()))
    #expect(changed.map(\.key.caseID) == [2])
  }

  @Test func savingEndsTheDraft() {
    var state = typed()
    _ = state.settle()
    guard case .perform(let action, _, _, let id)? = state.press(.control("s")).first else {
      Issue.record("not saved")
      return
    }
    let asked = state.update(.news(.performed(action, Receipt(entries: [])), to: id))
    #expect(dropped(asked) == [FormDraft.Key(.dispose, caseID: 1)])
  }
}
