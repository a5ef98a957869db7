import DeskModel
import Testing

@testable import DeskTUI

@Suite struct DateFieldTests {
  /// Monday 2 March 2026.
  private let today = CalendarDate(daysSince1970: 20_514)

  private func typed(_ keys: [Key], isPast: Bool = true) -> DateField {
    var field = DateField(isPast: isPast)
    for key in keys { _ = field.handle(key, today: today) }
    return field
  }

  private func keys(_ text: String) -> [Key] { text.map { .character($0) } }

  @Test(arguments: [
    ("t", "2/3/2026"), ("h", "2/3/2026"), ("t--", "28/2/2026"), ("+", "3/3/2026"),
    ("-", "1/3/2026"), ("5/1/2026+", "6/1/2026"), ("05-01-2026", "05-01-2026"),
    ("5 Okt 2025", "5 Okt 2025"), ("5 Agt 2025", "5 Agt 2025"),
  ])
  func shortKeys(_ text: String, expected: String) {
    #expect(typed(keys(text)).text == expected)
  }

  @Test(arguments: [
    ("1", true, "1/3/2026"), ("5", true, "5/2/2026"), ("31", true, "31/1/2026"),
    ("28/12", true, "28/12/2025"), ("1/3", true, "1/3/2026"), ("5", false, "5/3/2026"),
    ("1", false, "1/4/2026"), ("1/2", false, "1/2/2026"), ("5 des", true, "5/12/2025"),
    ("6/3", true, "6/3/2026"),
    ("29/2", true, "29/2"), ("bukan", true, "bukan"), ("", true, ""),
    ("7/7/2025", true, "7/7/2025"),
  ])
  func whatIsLeftOutIsCompleted(
    _ text: String, isPast: Bool, expected: String
  ) {
    var field = typed(keys(text), isPast: isPast)
    field.complete(today: today)
    #expect(field.text == expected)
  }

  @Test(arguments: [
    ("2026-11-21", "25/11", "25/11/2026"), ("2026-11-21", "20/11", "20/11/2026"),
    ("2026-11-21", "21/11", "21/11/2026"), ("2026-12-20", "5/1", "5/1/2027"),
    ("2027-01-05", "28/12", "28/12/2026"), ("2028-02-01", "29/2", "29/2/2028"),
    ("2026-12-31", "1 jan", "1/1/2027"),
  ])
  func aDayAndMonthAreThoseOfTheNearestYear(
    _ today: String, _ text: String, _ expected: String
  ) throws {
    for isPast in [true, false] {
      var field = DateField(text, isPast: isPast)
      field.complete(today: try CalendarDate(input: today))
      #expect(field.text == expected)
    }
  }

  @Test(arguments: [
    ([Key.character("5")], "5"), ([.character("t")], "2/3/2026"),
    ([.character("+"), .character("5")], "5"), ([.backspace], "1/3/202"),
    ([.left, .character("5")], "1/3/20256"), ([.home, .character("5")], "51/3/2026"),
    ([.end, .character("5")], "1/3/20265"), ([.character("5"), .character("/")], "5/"),
  ])
  func whatStandsThereIsTypedOver(_ keys: [Key], expected: String) {
    var field = DateField("1/3/2026")
    for key in keys { _ = field.handle(key, today: today) }
    #expect(field.text == expected)
  }

  @Test func aDateThatIsComeBackToIsTypedOverAndARedrawnFormDoesNotForget() {
    var field = typed(keys("5"))
    field.complete(today: today)
    field.set(field.text)
    _ = field.handle(.character("7"), today: today)
    #expect(field.text == "7")
    // A form that is made anew puts back what is being typed.
    var again = DateField("1/3/2026")
    again.set(field.text)
    _ = again.handle(.character("8"), today: today)
    #expect(again.text == "78")
  }

  @Test func aTextIsNotTypedOver() {
    var field = TextField("Balasan")
    _ = field.handle(.character("!"))
    #expect(field.text == "Balasan!")
  }

  @Test func anEmptyFieldIsNoFaultAndAWrongOneIs() {
    #expect(typed([]).fault == nil)
    #expect(typed(keys("31/2/2026")).fault?.message.key == "date.no-such-day")
    #expect(typed(keys("kemarin")).fault?.message.key == "date.not-a-date")
  }

  @Test func whatWasUnderstoodStandsBeside() {
    let dates = DateText(AppFixture.phrases)
    let lines = drawn(rows: 1, columns: 40) {
      typed(keys("t")).draw(into: &$0, focused: true, dates: dates)
    }
    #expect(lines == ["2/3/2026       Senin, 2 Maret 2026"])
  }
}
