import Testing

@testable import DeskModel

/// By which procedures letters are answered.
@Suite struct AnsweringTests {
  @Test(arguments: [
    ("ntt-002", true), ("ntt-081", true), ("ntt-022", true), ("ntt-020", true),
    // It comes in; it stays between officials; a journey; a report; a plan; nothing is signed, or sent.
    ("ntt-001", false), ("ntt-003", false), ("ntt-004", false), ("ntt-016", false),
    ("ntt-009", false), ("ntt-008", false), ("ntt-105", false),
  ])
  func onlyWhatIsSignedAndSentAsALetterAnswers(_ id: String, answers: Bool) throws {
    #expect(try ProcedureFixture.procedure(id).writesAnswers == answers)
  }
}
