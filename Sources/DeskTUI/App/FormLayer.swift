import DeskModel

/// A layer that is a form: what all forms do alike is done here.
///
/// A form names its fields, says what saving does, and takes what the desk answers in `learn`. Typing, moving, the
/// question on Esc, drafts that survive, the external editor for long texts and showing refusals come by
/// themselves. A form takes identifiers, not loaded data, and asks for what it needs by `questions(in:)`, so that
/// it can be opened again from a draft.
public protocol FormLayer: Layer {
  /// The fields.
  var form: Form { get set }
  /// What a draft of it is called, e.g. the letter's number and subject.
  var draftName: String { get }

  /// Does what the form is for: `[.perform(…)]`, or shows faults by `form.show` and returns nothing.
  mutating func save(in app: AppContext) -> [Effect]
  /// An answer was changed.
  mutating func changed(_ field: String, in app: AppContext) -> [Effect]
  /// Takes answers to questions, what was performed, and what was returned. A refusal has been shown already.
  mutating func learn(_ news: News, in app: AppContext) -> [Effect]
}

extension FormLayer {
  /// It is a form.
  public var context: CommandContext { .form }
  /// Keys are text.
  public var takesText: Bool { true }
  /// What is typed, once it differs from what the form began with.
  public var draft: FormDraft? {
    guard let draftKey, form.hasChanged else { return nil }
    return FormDraft(key: draftKey, name: draftName, values: form.values)
  }

  /// Nothing follows from a change.
  public mutating func changed(_ field: String, in app: AppContext) -> [Effect] { [] }

  /// Saves, closes, or has a long text written in the user's editor.
  public mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    switch command {
    case .save:
      form.settle(today: app.today)
      return save(in: app)
    case .back: return [.close]
    case .externalEditor:
      guard form.fields.indices.contains(form.focus) else { return [] }
      let field = form.fields[form.focus]
      return [.edit(field.value, title: field.label)]
    default: return []
    }
  }

  /// The external editor is for long texts.
  public func availability(of command: CommandID, in app: AppContext) -> Availability {
    guard command == .externalEditor else { return .available }
    if form.fields.indices.contains(form.focus), case .area = form.fields[form.focus].control {
      return .available
    }
    return .unavailable(Message("form.not-a-long-text"))
  }

  /// Gives the fields what is typed.
  public mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    switch form.handle(input, area: app.area, today: app.today, phrases: app.phrases) {
    case .ignored: return .ignored
    case .handled: return .handled
    case .changed(let field): return .done(changed(field, in: app))
    case .ended: return .done([.toast(Message("form.ended"), .info)])
    }
  }

  /// Puts an edited text into its field, and hands all else on.
  public mutating func receive(_ news: News, in app: AppContext) -> [Effect] {
    guard case .edited(let text) = news, let id = form.focusedID else {
      return learn(news, in: app)
    }
    let field = form.fields[form.focus]
    if case .area(let area, _) = field.control, let refusal = area.refusal(replacingBy: text) {
      return EditorLayer.again(
        text, instead: area.text, limit: area.limit, title: field.label, refusal)
    }
    form[id] = text
    return changed(id, in: app)
  }

  /// Puts back what was typed.
  public mutating func restore(_ draft: FormDraft) { form.restore(draft.values) }

  /// Draws the fields.
  public func draw(into canvas: inout Canvas, app: AppContext) {
    form.draw(into: &canvas, focused: app.isFocused, phrases: app.phrases, dates: app.dates)
  }
}
