public import DeskModel

/// A list to pick one of by arrows, by typing part of its name, or by the mouse. Finishes with the picked `ID`.
public struct PickLayer<ID: Hashable & Sendable>: Layer {
  /// What stands above it.
  public let title: Message
  private var list: PickList<ID>

  /// Offers items, one of them selected.
  public init(title: Message, items: [PickList<ID>.Item], selected: ID? = nil) {
    self.title = title
    list = PickList(items, selected: selected)
  }

  /// It is a picker.
  public var context: CommandContext { .picker }
  /// It is as large as its list.
  public var placement: Placement { .dialog(list.size) }
  /// Letters narrow the list.
  public var takesText: Bool { true }

  /// Enter picks what is selected.
  public mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    switch command {
    case .choose: list.selected.map { [.finish($0.id)] } ?? []
    case .back: [.close]
    default: []
    }
  }

  /// Takes typing and the mouse.
  public mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    switch input {
    case .key(let key): return list.handle(key, size: app.area) ? .handled : .ignored
    case .paste(let text): list.paste(text)
    case .mouse(let event):
      if let picked = list.mouse(event, size: app.area) { return .done([.finish(picked.id)]) }
    }
    return .handled
  }

  /// Draws filter and list.
  public func draw(into canvas: inout Canvas, app: AppContext) {
    list.draw(into: &canvas, phrases: app.phrases)
  }
}
