import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

/// Which of several due times counts is said where the letter tells its own.
@Suite struct LetterDueTests {
  private func page(_ fixture: LetterFixture) throws -> String {
    let app = try fixture.app(Chair.rehsos)
    let view = try fixture.letterView(Chair.rehsos, app)
    return GridSnapshot(fixture.picture(view, app)).glyphs.joined(separator: "\n")
  }

  private func disposed(on deadline: CalendarDate?, after minutes: Int) throws -> LetterFixture {
    let fixture = try LetterFixture()
    try fixture.incoming(.biasa)
    fixture.office.wait(minutes: minutes)
    try fixture.dispose(Chair.kadis, to: [Chair.rehsos], deadline: deadline)
    try fixture.complete(Chair.umum)
    return fixture
  }

  @Test func aLaterDeadlineDoesNotCount() throws {
    let fixture = try disposed(on: CalendarDate(year: 2026, month: 3, day: 5), after: 5)
    #expect(
      try page(fixture).contains("Yang berlaku waktu baku SOP; tenggat disposisi 5 Mar 16.00."))
  }

  @Test func anEarlierOneDoesAndTheStandardIsTold() throws {
    // Five minutes before the office closes: ten minutes would run into the next day.
    let fixture = try disposed(on: CalendarDate(year: 2026, month: 3, day: 2), after: 415)
    #expect(
      try page(fixture).contains("Yang berlaku tenggat disposisi; waktu baku SOP 3 Mar 07.35."))
  }

  @Test func withoutADeadlineThereIsNothingToTell() throws {
    #expect(try !page(try disposed(on: nil, after: 5)).contains("Yang berlaku"))
  }
}
