import DeskModel
import Testing

@testable import DeskTUI

@Suite struct DangerTests {
  private func performs(_ requests: [Request]) -> Bool {
    requests.contains { if case .perform = $0 { true } else { false } }
  }

  @Test func aParafIsAskedAboutAndABareEnterIsNo() {
    var state = AppFixture.state()
    #expect(!performs(state.press(.character("p"))))
    #expect(state.screen.contains("Bubuhkan paraf pada surat 1?"))
    #expect(!performs(state.press(.enter)))
    #expect(state.topTitle == nil)
  }

  @Test(arguments: [[Key.escape], [.character("t")], [.character("p"), .enter]])
  func whatIsNotYesIsNo(_ keys: [Key]) {
    var state = AppFixture.state()
    state.press(.character("p"))
    for key in keys { #expect(!performs(state.update(.input(.key(key))))) }
    #expect(state.topTitle == nil)
  }

  @Test(arguments: [[Key.character("y")], [.character("Y")], [.left, .enter]])
  func yesDoesItUnderTheNameOfWhoSitsHere(_ keys: [Key]) throws {
    var state = AppFixture.state()
    state.press(.character("p"))
    let requests = keys.flatMap { state.update(.input(.key($0))) }
    guard case .perform(.paraf(let task, 1, _), let actor, .letter)? = requests.first else {
      Issue.record("nothing was done: \(requests)")
      return
    }
    #expect(task.id == 1)
    #expect(actor == AppFixture.session().actor)
  }

  @Test func aLayerMayAskForMoreCareThanTheTable() {
    var state = AppFixture.state()
    state.press(.character("s"))
    #expect(state.screen.contains("Selesaikan surat 1?"))
  }

  @Test func theQuestionBeforeAFormsCommandComesWhenItIsSaved() {
    var state = AppFixture.state()
    state.press(.character("X"))
    #expect(state.topTitle == "disposisi")
    state.type("keliru")
    #expect(!performs(state.press(.control("s"))))
    #expect(state.screen.contains("Ketik 7/2026"))
    #expect(!performs(state.press(.enter)))
    state.type("8/2026")
    #expect(!performs(state.press(.enter)))
    #expect(state.screen.contains("Nomornya tidak sama."))
    state.press(.control("u"))
    state.type("7/2026")
    #expect(performs(state.press(.enter)))
    #expect(state.topTitle == "disposisi")
  }

  @Test func givingUpTheQuestionKeepsTheForm() {
    var state = AppFixture.state()
    state.press(.character("X"))
    state.type("keliru")
    state.press(.control("s"), .escape)
    #expect(state.topTitle == "disposisi")
    #expect(state.screen.contains("keliru"))
  }
}
