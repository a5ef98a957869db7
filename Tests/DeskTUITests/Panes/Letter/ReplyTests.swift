import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

/// An answer begins with what the letter it answers is like.
@Suite struct ReplyTests {
  /// The letter that saving a form registers.
  private func letter(_ form: any Layer, _ app: AppContext) -> Letter? {
    var form = form
    for case .perform(.register(let registration)) in form.perform(.save, in: app) {
      return registration.letter
    }
    return nil
  }

  @Test func itTakesOverSifatUrgencyAndClassification() throws {
    let fixture = try LetterFixture()
    try fixture.incoming(.terbatas)
    let app = try fixture.app(Chair.anak, placement: .form)
    let answer = try #require(letter(try fixture.form(.reply, Chair.anak, app), app))
    #expect(answer.secrecy == .terbatas)
    #expect(answer.urgency == .segera)
    #expect(answer.classification?.code == "400.9.2")
    #expect(answer.replyTo != nil)
  }

  @Test func eachCanBeChanged() throws {
    let fixture = try LetterFixture()
    try fixture.incoming(.terbatas)
    let app = try fixture.app(Chair.anak, placement: .form)
    var form = try fixture.form(.reply, Chair.anak, app)
    // SOP, kind, subject, addressee, then sifat and urgency, each one to the left.
    form.press(.tab, .tab, .tab, .tab, .left, .tab, .left, .tab, in: app)
    form.type("400.9.12", in: app)
    let answer = try #require(letter(form, app))
    #expect(answer.secrecy == .biasa)
    #expect(answer.urgency == .biasa)
    #expect(answer.classification?.code == "400.9.12")
  }

  @Test func aCodeThatIsNoneIsRefusedAtItsField() throws {
    let fixture = try LetterFixture()
    try fixture.incoming(.biasa)
    let app = try fixture.app(Chair.anak, placement: .form)
    var form = try fixture.form(.reply, Chair.anak, app)
    form.press(.tab, .tab, .tab, .tab, .tab, .tab, in: app)
    form.type("999.9", in: app)
    let lines = drawn(rows: app.area.rows, columns: app.area.columns) {
      form.draw(into: &$0, app: app)
    }
    #expect(lines.contains { $0.contains("Tidak ada yang cocok.") })
    #expect(letter(form, app) == nil)
  }

  @Test func ofSeveralProceduresForSomePurposeEachNoneIsTickedBeforehand() throws {
    let fixture = try LetterFixture()
    try fixture.incoming(.biasa)
    let session = try fixture.session(Chair.kadis)
    let offered = try StartableProcedures(isReply: true).answer(from: fixture.desk, for: session)
    #expect(offered.count > 1)
    #expect(offered.allSatisfy { LetterKind(namedIn: $0.title) != .outgoing })
    let app = try fixture.app(Chair.kadis, placement: .form)
    var form = try fixture.form(.reply, Chair.kadis, app)
    #expect(letter(form, app) == nil)
    form.type(" ", in: app)
    #expect(letter(form, app) != nil)
  }
}
