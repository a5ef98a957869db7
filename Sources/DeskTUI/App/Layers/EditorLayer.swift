import DeskModel

/// The desk's own editor, for those who have named none: one text over the whole body. Finishes with `EditedText`.
struct EditorLayer: Layer {
  let title: Message
  private let original: String
  private let limit: Int
  private var area: TextArea

  /// What is written so far.
  var text: String { area.text }

  /// Shows a text, which may be longer than what can be saved: it is shortened here, not cut.
  init(
    text: String, title: Message, original: String? = nil, limit: Int = Flow.longestDraft
  ) {
    self.title = title
    self.original = original ?? text
    self.limit = limit
    area = TextArea(text, limit: .max)
  }

  /// Goes on with a text that was too long for its field.
  static func again(
    _ text: String, instead original: String, limit: Int, title: Message, _ refusal: Message
  ) -> [Effect] {
    let editor = EditorLayer(text: text, title: title, original: original, limit: limit)
    return [.push(editor), .toast(refusal, .warn)]
  }

  var context: CommandContext { .editor }
  var placement: Placement { .full }
  var takesText: Bool { true }

  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    switch command {
    case .save:
      if let refusal = EditBuffer.refusal(of: area.text, beside: 0, limit: limit) {
        return [.toast(refusal, .warn)]
      }
      return [.finish(EditedText(text: area.text))]
    case .back:
      guard area.text != original else { return [.close] }
      return [.push(ChoiceLayer.confirm(Message("editor.discard"), app.phrases))]
    default: return []
    }
  }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    if let text = input.text,
      let refusal = EditBuffer.refusal(of: text, beside: area.count, limit: limit)
    {
      return .done([.toast(refusal, .warn)])
    }
    switch input {
    case .key(let key): return area.handle(key, size: app.area) ? .handled : .ignored
    case .paste(let text): area.paste(text)
    case .mouse: break
    }
    return .handled
  }

  mutating func receive(_ news: News, in app: AppContext) -> [Effect] {
    if case .returned(let answer) = news, answer as? Bool == true { return [.close] }
    return []
  }

  func draw(into canvas: inout Canvas, app: AppContext) {
    area.draw(into: &canvas, focused: app.isFocused)
  }
}

/// What an editor hands back.
struct EditedText: Hashable, Sendable {
  let text: String
}
