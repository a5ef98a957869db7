import CNcurses

/// The styles as curses knows them: attributes and a colour pair, worked out once.
struct CursesPalette {
  /// How one style is drawn.
  struct Entry {
    let attributes: attr_t
    let pair: Int32
  }

  private let entries: [Entry]

  /// Registers the colour pairs of a theme. To be called after `start_color`, or without colours with mono.
  init(_ theme: Theme) {
    struct Pair: Hashable { let foreground: Int32, background: Int32 }
    let isRich = cn_colors() >= 256
    let limit = cn_color_pairs()
    var pairs: [Pair: Int32] = [Pair(foreground: -1, background: -1): 0]
    func number(_ colour: Colour?) -> Int32 {
      guard let colour else { return -1 }
      return Int32(isRich ? colour.rich : colour.basic)
    }
    func pair(_ paint: Paint) -> Int32 {
      let wanted = Pair(
        foreground: number(paint.foreground), background: number(paint.background))
      if let known = pairs[wanted] { return known }
      let next = Int32(pairs.count)
      guard next < limit, init_extended_pair(next, wanted.foreground, wanted.background) == OK
      else { return 0 }
      pairs[wanted] = next
      return next
    }
    entries = StyleRole.allCases.flatMap { role in
      [false, true].map { strong in
        let paint = theme[Style(role, strong: strong)]
        return Entry(attributes: CursesPalette.attributes(paint.attributes), pair: pair(paint))
      }
    }
  }

  subscript(style: Style) -> Entry {
    let index = Int(style.role.rawValue) * 2 + (style.strong ? 1 : 0)
    return index < entries.count ? entries[index] : Entry(attributes: 0, pair: 0)
  }

  private static func attributes(_ attributes: Paint.Attributes) -> attr_t {
    var result: attr_t = 0
    if attributes.contains(.bold) { result |= CN_BOLD }
    if attributes.contains(.dim) { result |= CN_DIM }
    if attributes.contains(.underline) { result |= CN_UNDERLINE }
    if attributes.contains(.reverse) { result |= CN_REVERSE }
    return result
  }
}
