public import DeskModel

/// A question with a few answers. Finishes with the picked `Choice`; with the harmless one on Esc.
public struct ChoiceLayer<Choice: Hashable & Sendable>: Layer {
  /// What stands above it.
  public let title: Message
  private let harmless: Choice
  private var dialog: Dialog<Choice>

  /// Asks a question; `harmless` is what a bare Enter and Esc answer.
  public init(
    title: Message, text: String, options: [Dialog<Choice>.Option], harmless: Choice
  ) {
    self.title = title
    self.harmless = harmless
    dialog = Dialog(
      text: text, options: options,
      harmless: options.firstIndex { $0.choice == harmless } ?? 0)
  }

  /// It is a dialog.
  public var context: CommandContext { .dialog }
  /// It is as large as its text.
  public var placement: Placement { .dialog(dialog.size(width: 64)) }

  /// Esc is the harmless answer.
  public mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    command == .back ? [.finish(harmless)] : []
  }

  /// Takes keys and clicks.
  public mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    switch input {
    case .key(let key):
      guard let answer = dialog.handle(key) else { return .handled }
      return .done([.finish(answer)])
    case .mouse(let event):
      guard event.kind == .press(.left), let answer = dialog.hit(event.point, in: app.area) else {
        return .handled
      }
      return .done([.finish(answer)])
    case .paste: return .handled
    }
  }

  /// Draws question and answers.
  public func draw(into canvas: inout Canvas, app: AppContext) { dialog.draw(into: &canvas) }
}

extension ChoiceLayer<Bool> {
  /// Ya or tidak, before what cannot be taken back; a bare Enter and Esc are tidak.
  public static func confirm(_ message: Message, _ phrases: Phrasebook) -> ChoiceLayer<Bool> {
    ChoiceLayer(
      title: Message("dialog.confirm"), text: phrases(message),
      options: [
        Dialog.Option(true, label: phrases("dialog.yes")),
        Dialog.Option(false, label: phrases("dialog.no")),
      ], harmless: false)
  }
}
