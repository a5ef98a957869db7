import DeskModel

/// The desk's own editor, for those who have named none: one text over the whole body. Finishes with `EditedText`.
struct EditorLayer: Layer {
  let title: Message
  private let original: String
  private var area: TextArea

  /// What is written so far.
  var text: String { area.text }

  init(text: String, title: Message) {
    self.title = title
    original = text
    area = TextArea(text)
  }

  var context: CommandContext { .editor }
  var placement: Placement { .full }
  var takesText: Bool { true }

  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    switch command {
    case .save: return [.finish(EditedText(text: area.text))]
    case .back:
      guard area.text != original else { return [.close] }
      return [.push(ChoiceLayer.confirm(Message("editor.discard"), app.phrases))]
    default: return []
    }
  }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
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
