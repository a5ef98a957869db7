import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

/// What a drawing leaves on a canvas, without blanks at the ends of lines.
func drawn(
  rows: Int, columns: Int, glyphs: Glyphs = .unicode, _ draw: (inout Canvas) -> Void
) -> [String] {
  var canvas = Canvas(size: Size(rows: rows, columns: columns), glyphs: glyphs)
  draw(&canvas)
  return GridSnapshot(canvas.grid).glyphs.map { line in
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}

@Suite struct TextFieldTests {
  @Test func aLongTextScrollsSoThatTheCursorIsSeen() {
    var field = TextField("0123456789abcdef")
    var canvas = Canvas(size: Size(rows: 1, columns: 8))
    field.draw(into: &canvas, focused: true)
    #expect(GridSnapshot(canvas.grid).glyphs == ["…abcdef "])
    #expect(canvas.grid.cursor == Point(row: 0, column: 7))
    _ = field.handle(.home)
    #expect(drawn(rows: 1, columns: 8) { field.draw(into: &$0, focused: true) } == ["0123456…"])
  }

  @Test func theLetterAtTheCursorIsNeverHiddenByTheSignOfACut() {
    for width in 1...8 {
      var field = TextField("日1語3本5678")
      _ = field.handle(.home)
      for character in "日1語3本5678" {
        var canvas = Canvas(size: Size(rows: 1, columns: width))
        field.draw(into: &canvas, focused: true)
        let cursor = canvas.grid.cursor ?? .zero
        if cursor.column + TextWidth.cellWidth(character) <= width {
          #expect(canvas.grid[0, cursor.column].text == character, "\(width)")
        }
        _ = field.handle(.right)
      }
    }
  }

  /// As a field for a PIN looks, on the screen where somebody has to find it.
  @Test(arguments: [true, false]) func everyEmptyFieldIsSeenWithoutColour(_ focused: Bool) {
    let drawings: [(inout Canvas) -> Void] = [
      { TextField().draw(into: &$0, focused: focused) },
      { TextArea().draw(into: &$0, focused: focused) },
      { PINField().draw(into: &$0, focused: focused) },
    ]
    for draw in drawings { #expect(drawn(rows: 1, columns: 8, draw) == ["........"]) }
    let hinted = drawn(rows: 1, columns: 8) {
      TextField().draw(into: &$0, focused: focused, hint: "cari")
    }
    #expect(hinted == [" cari"])
  }

  @Test func withoutTheKeyboardItShowsItsBeginning() {
    let field = TextField("0123456789abcdef")
    #expect(drawn(rows: 1, columns: 8) { field.draw(into: &$0, focused: false) } == ["0123456…"])
  }

  @Test func aClickPutsTheCursorThere() {
    var field = TextField("日本語ab")
    field.click(column: 4, width: 20)
    _ = field.handle(.character("X"))
    #expect(field.text == "日本X語ab")
  }

  @Test func arrowsPickASuggestionAndEnterTakesItOnTheWayToTheNextField() {
    var field = TextField("din")
    field.suggest(["Dinas Kesehatan", "Dinas Pendidikan"])
    let taken = [Key.enter, .down, .down, .up, .enter].map { field.handle($0) }
    #expect(taken == [false, true, true, true, false])
    #expect(field.text == "Dinas Kesehatan")
    #expect(field.suggestions.isEmpty)
  }

  @Test func escapeSendsSuggestionsAwayAndNothingElse() {
    var field = TextField("din")
    field.suggest(["Dinas Kesehatan"])
    let taken = [Key.escape, .escape].map { field.handle($0) }
    #expect(taken == [true, false])
    #expect(field.text == "din")
  }

  @Test(arguments: [
    ("a\nb\tc", "a b c"), ("x\u{202E}y\u{7}z", "xyz"), ("\r\n", " "), ("ok", "ok"),
  ])
  func pastedTextIsOneCleanLine(_ pasted: String, expected: String) {
    var field = TextField()
    field.paste(pasted)
    #expect(field.text == expected)
  }
}

@Suite struct TextAreaTests {
  private let size = Size(rows: 4, columns: 10)

  @Test func textIsBrokenBetweenWords() {
    let area = TextArea("satu dua tiga empat\nlima")
    #expect(
      drawn(rows: 4, columns: 10) { area.draw(into: &$0, focused: false) }
        == ["satu dua", "tiga empat", "lima", ""])
  }

  @Test func aWordLongerThanTheLineIsBroken() {
    let area = TextArea("0123456789abc de")
    #expect(
      drawn(rows: 2, columns: 10) { area.draw(into: &$0, focused: false) }
        == ["0123456789", "abc de"])
  }

  @Test func upAndDownGoByLinesAndKeepTheirColumn() {
    var area = TextArea("12345678\nab\nABCDEFGH")
    for key in [Key.home, .right, .right, .right, .right] { _ = area.handle(key, size: size) }
    _ = area.handle(.up, size: size)
    _ = area.handle(.up, size: size)
    _ = area.handle(.character("X"), size: size)
    #expect(area.text == "1234X5678\nab\nABCDEFGH")
  }

  @Test func upInTheFirstLineIsNotForIt() {
    var area = TextArea("a\nb")
    let taken = [Key.up, .up, .down, .down].map { area.handle($0, size: size) }
    #expect(taken == [true, false, true, false])
  }

  @Test func theCursorIsAlwaysInView() {
    var area = TextArea("1\n2\n3\n4\n5\n6")
    var canvas = Canvas(size: size)
    area.draw(into: &canvas, focused: true)
    #expect(canvas.grid.cursor == Point(row: 3, column: 1))
    _ = area.handle(.pageUp, size: size)
    _ = area.handle(.pageUp, size: size)
    canvas = Canvas(size: size)
    area.draw(into: &canvas, focused: true)
    #expect(canvas.grid.cursor == Point(row: 0, column: 1))
  }

  @Test func everyPlaceOfATextIsOnALine() {
    let texts = ["", "\n", "\n\n", "a ", "a  b", "日本語 日本語", String(repeating: "xy ", count: 40)]
    for text in texts {
      for width in 1...12 {
        let characters = Array(text)
        let lines = TextLines(characters, width: width)
        for place in 0...characters.count {
          let range = lines.ranges[lines.line(of: place)]
          #expect(range.lowerBound <= place)
        }
        #expect(lines.ranges.allSatisfy { $0.upperBound <= characters.count })
      }
    }
  }
}
