import Testing

@testable import DeskModel
@testable import DeskTUI

@Suite struct LetterStandingTests {
  private static let time = Timestamp(milliseconds: 1)

  private static func row(
    _ status: CaseState.Status?, waitsFor: RoleID? = nil, sent: Bool = false, archived: Bool = false
  ) -> LetterRow {
    LetterRow(
      id: 1, kind: .outgoing, number: nil, sender: "", senderNumber: nil, addressee: nil,
      subject: "", secrecy: .biasa, urgency: .biasa, letterDate: nil, receivedDate: nil,
      registered: time, registeredBy: "x", sent: sent ? time : nil, channel: nil,
      archived: archived ? time : nil, place: nil, caseID: status == nil ? nil : 2,
      status: status, waitsFor: waitsFor)
  }

  @Test(arguments: [
    (row(.running, waitsFor: "a@b", sent: true), LetterStanding.at("a@b")),
    (row(.running), .running),
    (row(.cancelled, archived: true), .cancelled),
    (row(.finished, sent: true, archived: true), .archived),
    (row(.finished, sent: true), .sent(time)),
    (row(.finished), .finished),
    (row(nil), .none),
    (row(nil, archived: true), .archived),
  ])
  func tellsWhereTheLetterIs(_ row: LetterRow, _ expected: LetterStanding) {
    #expect(LetterStanding(row) == expected)
  }
}
