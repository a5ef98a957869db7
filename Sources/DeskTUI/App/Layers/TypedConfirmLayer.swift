import DeskModel

/// Asks to type the letter's number before what spoils most. Finishes with a `Bool`.
struct TypedConfirmLayer: Layer {
  private let question: String
  private let expected: String
  private var field = TextField(limit: 80)
  private var isWrong = false

  init(question: String, expected: String) {
    self.question = question
    self.expected = expected
  }

  var title: Message { Message("dialog.confirm") }
  var context: CommandContext { .dialog }
  var takesText: Bool { true }
  var placement: Placement {
    .dialog(Size(rows: TextWidth.wrap(question, width: 56).count + 5, columns: 56))
  }

  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    command == .back ? [.finish(false)] : []
  }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    switch input {
    case .key(.enter):
      if field.text.lowercased().filter({ !$0.isWhitespace })
        == expected.lowercased().filter({ !$0.isWhitespace })
      {
        return .done([.finish(true)])
      }
      isWrong = true
    case .key(let key):
      isWrong = false
      return field.handle(key) ? .handled : .ignored
    case .paste(let text): field.paste(text)
    case .mouse: break
    }
    return .handled
  }

  func draw(into canvas: inout Canvas, app: AppContext) {
    let used = canvas.paragraph(question, in: canvas.bounds, style: .overlay)
    canvas.put(
      app.text("dialog.type-number", ["number": expected]), at: Point(row: used + 1, column: 0),
      style: .overlay)
    canvas.within(Rect(row: used + 2, column: 0, height: 1, width: canvas.width)) {
      field.draw(into: &$0, focused: true)
    }
    if isWrong {
      canvas.put(
        app.text("dialog.number-differs"), at: Point(row: used + 3, column: 0), style: .danger)
    }
  }
}
