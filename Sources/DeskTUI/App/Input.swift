/// What the user does, as a layer sees it.
public enum Input: Hashable, Sendable {
  /// A key that means no command here, or any key while the layer takes text.
  case key(Key)
  /// Text that was pasted, not yet sanitised.
  case paste(String)
  /// The mouse, with the place counted from the layer's own top left corner.
  case mouse(MouseEvent)

  /// What is typed or pasted, if it is text.
  var text: String? {
    switch self {
    case .key(.character(let character)): String(character)
    case .paste(let text): text
    case .key, .mouse: nil
    }
  }
}

/// What a layer makes of an input.
public enum Reaction: Sendable {
  /// Nothing: the layer below may have it.
  case ignored
  /// It was meant for this layer.
  case done([Effect])

  /// It was meant for this layer, and has no further effect.
  public static let handled = Reaction.done([])
}
