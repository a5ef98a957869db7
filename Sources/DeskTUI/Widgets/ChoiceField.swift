/// One of a few, all of them seen at once where there is room.
public struct ChoiceField: Hashable, Sendable {
  /// One that can be chosen.
  public struct Option: Hashable, Sendable {
    /// What it means.
    public let id: String
    /// What it is called.
    public let label: String

    /// Makes an option.
    public init(id: String, label: String) {
      self.id = id
      self.label = label
    }
  }

  /// What there is to choose.
  public private(set) var options: [Option]
  /// Whether a choice stays, under its id, though it is not offered any more: where the first option in its place would
  /// mean something else unseen.
  public let keepsLost: Bool
  private var index = 0

  /// How many options Page Up and Page Down pass.
  private static let page = 10

  /// Makes a field; the first option is chosen unless one is named.
  public init(_ options: [Option], chosen: String? = nil, keepsLost: Bool = false) {
    self.options = options
    self.keepsLost = keepsLost
    if let chosen { choose(chosen) }
  }

  /// What is chosen; empty when there is nothing to choose.
  public var chosen: String { options.indices.contains(index) ? options[index].id : "" }

  /// Chooses; nothing changes when there is no such option, unless a lost one is kept.
  public mutating func choose(_ id: String) {
    if let found = options.firstIndex(where: { $0.id == id }) {
      index = found
    } else if keepsLost, !id.isEmpty {
      options.append(Option(id: id, label: id))
      index = options.count - 1
    }
  }

  /// Takes a key: arrows and space go on, a letter goes to the next option that begins with it; of many options a page
  /// is passed, or all to either end.
  public mutating func handle(_ key: Key) -> Bool {
    guard !options.isEmpty else { return false }
    switch key {
    case .left: index = max(0, index - 1)
    case .right: index = min(options.count - 1, index + 1)
    case .pageUp, .pageDown, .home, .end:
      guard let motion = Motion(key) else { return false }
      index = motion.target(from: index, count: options.count, height: Self.page + 1)
    case .character(" "): index = (index + 1) % options.count
    case .character(let letter):
      let order = Array(options.indices[(index + 1)...]) + Array(options.indices[...index])
      guard
        let found = order.first(where: {
          options[$0].label.lowercased().hasPrefix(letter.lowercased())
        })
      else { return false }
      index = found
    default: return false
    }
    return true
  }

  /// Takes a click at a column of a line of a width.
  public mutating func click(column: Int, width: Int, glyphs: Glyphs) {
    guard fits(width, glyphs) else {
      index = (index + 1) % max(1, options.count)
      return
    }
    var start = 0
    for (place, option) in options.enumerated() {
      let end = start + TextWidth.columns(option.label) + 6
      if column >= start, column < end { index = place }
      start = end
    }
  }

  /// Draws it over a line.
  public func draw(into canvas: inout Canvas, focused: Bool) {
    guard fits(canvas.width, canvas.glyphs) else { return drawOne(into: &canvas, focused: focused) }
    var column = 0
    for (place, option) in options.enumerated() {
      let isChosen = place == index
      let mark = isChosen ? "(\(canvas.glyphs.bullet)) " : "( ) "
      let style: Style = isChosen ? (focused ? .focus : .plain.emphasised) : .muted
      canvas.put(mark + option.label, at: Point(row: 0, column: column), style: style)
      column += TextWidth.columns(option.label) + 6
    }
  }

  private func drawOne(into canvas: inout Canvas, focused: Bool) {
    let label = options.indices.contains(index) ? options[index].label : ""
    let arrows = (canvas.glyphs.arrowLeft, canvas.glyphs.arrowRight)
    canvas.put(
      "\(arrows.0) \(label) \(arrows.1)", at: .zero, style: focused ? .focus : .input,
      width: canvas.width)
  }

  private func fits(_ width: Int, _ glyphs: Glyphs) -> Bool {
    options.reduce(-2) { $0 + TextWidth.columns($1.label) + 6 } <= width
  }
}
