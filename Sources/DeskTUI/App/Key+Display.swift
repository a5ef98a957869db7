import DeskModel

extension Key {
  /// How the key is written for people: `Ctrl-S`, an arrow as its sign, the space bar by its name.
  func display(_ phrases: Phrasebook, _ glyphs: Glyphs) -> String {
    switch self {
    case .up where !glyphs.isASCII: String(glyphs.arrowUp)
    case .down where !glyphs.isASCII: String(glyphs.arrowDown)
    case .left where !glyphs.isASCII: String(glyphs.arrowLeft)
    case .right where !glyphs.isASCII: String(glyphs.arrowRight)
    case .character(" "): phrases("key.space")
    case .character(let character): String(character)
    case .control(let character): phrases("key.ctrl", ["key": character.uppercased()])
    case .alt(let character): phrases("key.alt", ["key": String(character)])
    case .function: label
    default: phrases("key.\(label)")
    }
  }
}
