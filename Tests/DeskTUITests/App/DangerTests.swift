import DeskModel
import Testing

@testable import DeskTUI

@Suite struct DangerTests {
  private func performs(_ requests: [Request]) -> Bool {
    requests.contains { if case .perform = $0 { true } else { false } }
  }

  /// Presses the key of the paraf, and tells the dialog how the PIN stands.
  private func askingForPIN(_ standing: PINStanding) -> AppState {
    var state = AppFixture.state()
    for request in state.press(.character("p")) {
      if case .ask(let question, _, let id) = request, let asked = question as? PINQuestion {
        _ = state.update(.news(.answer(Answer(asked, standing)), to: id))
      }
    }
    return state
  }

  @Test func aParafAsksForThePIN() throws {
    var state = askingForPIN(.chosen)
    #expect(state.screen.contains("Bubuhkan paraf pada surat 1?"))
    #expect(state.press(.enter, .character("y"), .enter).allSatisfy { isQuestion($0) })
    #expect(state.screen.contains("PIN terdiri dari 6 sampai 12 angka."))
    state.type("73a05-19")
    #expect(state.screen.contains("••••••"))
    #expect(!state.screen.contains("73"))
    let requests = state.press(.enter)
    guard case .prove(let pin, let actor, _)? = requests.first, requests.count == 1 else {
      Issue.record("\(requests)")
      return
    }
    #expect(try pin == PIN(typed: "730519"))
    #expect(actor == AppFixture.session().actor)
    #expect(state.press(.enter).isEmpty, "asked twice")
    #expect(!performs(state.press(.escape)))
    #expect(state.topTitle == nil)
  }

  private func isQuestion(_ request: Request) -> Bool {
    if case .ask = request { true } else { false }
  }

  @Test func whoHasNoPINChoosesOneTwice() throws {
    var state = askingForPIN(.unset)
    #expect(state.topTitle == "Pilih PIN")
    state.type("730519")
    #expect(state.press(.enter).isEmpty)
    state.type("730518")
    #expect(state.press(.enter).allSatisfy { isQuestion($0) })
    #expect(state.screen.contains("Kedua isian tidak sama."))
    state.type("730519")
    state.press(.tab)
    state.type("730519")
    guard case .choosePIN(let pin, nil, _, _)? = state.press(.enter).first else {
      Issue.record("\(state.screen)")
      return
    }
    #expect(try pin == PIN(typed: "730519"))
  }

  @Test func nothingIsTriedWhileThePINIsLocked() {
    var state = askingForPIN(.barred(.locked(until: "09.07")))
    #expect(state.screen.contains("PIN terkunci sampai pukul 09.07"))
    state.type("730519")
    #expect(state.press(.enter).allSatisfy { isQuestion($0) })
    #expect(state.screen.contains("PIN terkunci sampai pukul 09.07"))
  }

  @Test func nothingThatPrintsValuesShowsThePIN() throws {
    let pin = try PIN(typed: "730519")
    var dumped = ""
    dump(Request.prove(pin, as: AppFixture.session().actor, for: .app), to: &dumped)
    for text in ["\(pin)", String(reflecting: pin), String(describing: Effect.prove(pin)), dumped] {
      #expect(!text.contains("730519"))
    }
  }

  @Test func aBareEnterIsNo() {
    var state = AppFixture.state()
    #expect(!performs(state.press(.character("s"))))
    #expect(state.screen.contains("Selesaikan surat 1?"))
    #expect(!performs(state.press(.enter)))
    #expect(state.topTitle == nil)
  }

  @Test(arguments: [[Key.escape], [.character("t")], [.character("p"), .enter]])
  func whatIsNotYesIsNo(_ keys: [Key]) {
    var state = AppFixture.state()
    state.press(.character("s"))
    for key in keys { #expect(!performs(state.update(.input(.key(key))))) }
    #expect(state.topTitle == nil)
  }

  @Test(arguments: [[Key.character("y")], [.character("Y")], [.left, .enter]])
  func yesDoesItUnderTheNameOfWhoSitsHere(_ keys: [Key]) throws {
    var state = AppFixture.state()
    state.press(.character("s"))
    let requests = keys.flatMap { state.update(.input(.key($0))) }
    guard case .perform(.complete(let task, _), let actor, nil, .letter)? = requests.first else {
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
