import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

@Suite struct FormTests {
  private let today = CalendarDate(daysSince1970: 20_514)
  private let phrases = AppFixture.phrases

  private var form: Form {
    Form([
      FormField("intro", Message("pane.inbox"), .note("Isi menurut lembar disposisi.")),
      FormField("sender", Message("filter.title"), .text(TextField()), isRequired: true),
      FormField(
        "urgency", Message("filter.late"),
        .choice(
          ChoiceField([
            .init(id: "biasa", label: "Biasa"), .init(id: "segera", label: "Segera"),
            .init(id: "sangat", label: "Sangat segera"),
          ]))),
      FormField(
        "to", Message("chair.title"),
        .ticks(
          TickList(
            (1...12).map { TickList.Item(id: "r\($0)", label: "Jabatan \($0)", detail: "Orang") },
            secondMark: "i", rows: 4))),
      FormField(
        "until", Message("filter.suspended"), .date(DateField(isPast: false)),
        help: Message("form.ended")),
      FormField("note", Message("command.draft"), .area(TextArea(), rows: 3)),
    ])
  }

  private func handle(_ form: inout Form, _ keys: Key...) -> Form.Reaction {
    var last = Form.Reaction.ignored
    for key in keys {
      last = form.handle(
        .key(key), area: Size(rows: 20, columns: 60), today: today, phrases: phrases)
    }
    return last
  }

  @Test func theKeyboardGoesFromFieldToFieldAndNeverToANote() {
    var form = form
    var visited = [form.focusedID ?? ""]
    for _ in 0..<5 {
      _ = handle(&form, .tab)
      visited.append(form.focusedID ?? "")
    }
    #expect(visited == ["sender", "urgency", "to", "until", "note", "sender"])
    _ = handle(&form, .backTab)
    #expect(form.focusedID == "note")
  }

  @Test func enterAndArrowsGoOnButNotAround() {
    var form = form
    let reaction1 = handle(&form, .up)
    #expect(reaction1 == .handled)
    #expect(form.focusedID == "sender")
    _ = handle(&form, .enter, .down)
    #expect(form.focusedID == "to")
  }

  @Test func changesAreToldWithTheirField() {
    var form = form
    #expect(!form.hasChanged)
    let reaction2 = handle(&form, .character("a"))
    #expect(reaction2 == .changed("sender"))
    let reaction3 = handle(&form, .left)
    #expect(reaction3 == .handled)
    #expect(form.hasChanged)
    let reaction4 = handle(&form, .backspace, .delete)
    #expect(reaction4 == .changed("sender"))
    #expect(!form.hasChanged)
  }

  @Test(arguments: [
    (Key.tab, "Dinas Contoh", "urgency"), (.enter, "Dinas Contoh", "urgency"),
    (.down, "di", "sender"), (.escape, "di", "sender"), (.up, "di", "sender"),
  ])
  func theFirstSuggestionIsTakenOnTheWayToTheNextField(
    _ key: Key, _ text: String, _ focus: String
  ) {
    var form = form
    form["sender"] = "di"
    form.suggest(["Dinas Contoh", "Dinas Misal"], for: "sender", pickingFirst: true)
    let reaction = handle(&form, key)
    #expect(form["sender"] == text)
    #expect(form.focusedID == focus)
    #expect((reaction == .changed("sender")) == (text != "di"))
  }

  @Test(arguments: [
    (String(repeating: "x", count: 997), 1_000), (String(repeating: "x", count: 998), nil),
    (String(repeating: "é", count: 50_000), nil), ("xyz", 6),
  ])
  func whatDoesNotFitInWholeIsRefusedAtItsField(_ pasted: String, _ count: Int?) {
    var form = form
    form["sender"] = "abc"
    _ = form.handle(
      .paste(pasted), area: Size(rows: 20, columns: 60), today: today, phrases: phrases)
    #expect(form["sender"].count == count ?? 3)
    let fault = form.fields.first { $0.id == "sender" }?.fault
    #expect(fault == (count == nil ? Message("form.too-long", ["longest": "1000"]) : nil))
  }

  @Test func aDateIsCompletedWhenItIsLeftAndAWrongOneSaysSo() {
    var form = form
    form.focus(on: "until")
    let reaction5 = handle(&form, .character("5"), .tab)
    #expect(reaction5 == .changed("until"))
    #expect(form["until"] == "5/3/2026")
    #expect(form.date("until") == CalendarDate(year: 2026, month: 3, day: 5))
    form.focus(on: "until")
    form["until"] = ""
    _ = handle(&form, .character("x"), .tab)
    #expect(form.fields.first { $0.id == "until" }?.fault?.key == "date.not-a-date")
  }

  @Test func choicesGoByArrowsSpaceAndFirstLetter() {
    var form = form
    form.focus(on: "urgency")
    _ = handle(&form, .right)
    #expect(form["urgency"] == "segera")
    _ = handle(&form, .character("s"))
    #expect(form["urgency"] == "sangat")
    _ = handle(&form, .character(" "))
    #expect(form["urgency"] == "biasa")
    let reaction6 = handle(&form, .character("z"))
    #expect(reaction6 == .ignored)
  }

  @Test func answersComeBackFromADraft() {
    var first = form
    _ = handle(&first, .character("a"), .tab, .right, .tab, .character(" "))
    var second = form
    second.restore(first.values)
    #expect(second.values == first.values)
    #expect(second.ticks("to") == [TickList.Tick(id: "r1")])
    #expect(second.hasChanged)
  }

  @Test func newFieldsKeepWhatWasTyped() {
    var form = form
    _ = handle(&form, .character("a"))
    form.replaceFields([
      FormField("sender", Message("filter.title"), .text(TextField())),
      FormField("extra", Message("filter.all"), .text(TextField("bawaan"))),
    ])
    #expect(form.values == ["sender": "a", "extra": "bawaan"])
    #expect(form.hasChanged)
  }

  @Test func theFirstFaultGetsTheKeyboard() {
    var form = form
    form.show(["until": Message("date.not-a-date", ["text": "x"]), "note": Message("app.failed")])
    #expect(form.focusedID == "until")
  }

  @Test(arguments: [
    Size(rows: 12, columns: 56), Size(rows: 20, columns: 78), Size(rows: 30, columns: 54),
  ])
  func theFieldWithTheKeyboardIsAlwaysSeen(_ size: Size) {
    var form = form
    for _ in 0..<6 {
      var canvas = Canvas(size: size)
      form.draw(
        into: &canvas, focused: true, phrases: phrases, dates: DateText(phrases))
      let column = GridSnapshot(canvas.grid).glyphs.map { $0.first ?? " " }
      #expect(column.contains("►"), "\(form.focusedID ?? "")")
      _ = form.handle(.key(.tab), area: size, today: today, phrases: phrases)
    }
  }

  @Test func aClickGoesToTheFieldUnderIt() {
    var form = form
    let size = Size(rows: 20, columns: 60)
    let click = MouseEvent(.press(.left), at: Point(row: 2, column: 40))
    _ = form.handle(.mouse(click), area: size, today: today, phrases: phrases)
    #expect(form.focusedID == "urgency")
  }

  @Test(arguments: [(20, 78, false), (12, 56, false), (20, 78, true)])
  func itLooksLikeThis(rows: Int, columns: Int, isASCII: Bool) {
    var form = form
    form.show(["sender": Message("letter.sender-empty")])
    form["until"] = "5/3/2026"
    _ = handle(&form, .tab, .tab, .character(" "), .down, .character(" "), .character(" "))
    var canvas = Canvas(
      size: Size(rows: rows, columns: columns), glyphs: isASCII ? .ascii : .unicode)
    form.draw(into: &canvas, focused: true, phrases: phrases, dates: DateText(phrases))
    expectSnapshot(canvas.grid, "form-\(columns)x\(rows)\(isASCII ? "-ascii" : "")")
  }
}
