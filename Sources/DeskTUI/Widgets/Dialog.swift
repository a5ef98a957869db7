/// A question with a few answers, one of which is picked by its letter, by arrows and Enter, or by a click.
public struct Dialog<Choice: Hashable & Sendable>: Sendable {
  /// One answer.
  public struct Option: Sendable {
    /// What it means.
    public let choice: Choice
    /// What stands on it, in the user's language; its first letter picks it.
    public let label: String

    /// Makes an answer.
    public init(_ choice: Choice, label: String) {
      self.choice = choice
      self.label = label
    }

    var key: Character? { label.lowercased().first }
    var text: String { key.map { "\($0) \(label)" } ?? label }
  }

  /// The question.
  public let text: String
  /// The answers, from left to right.
  public let options: [Option]
  /// The one that Enter picks.
  public private(set) var index: Int

  /// Makes a dialog; `harmless` is the index of the answer that a bare Enter gives.
  public init(text: String, options: [Option], harmless: Int) {
    self.text = text
    self.options = options
    index = max(0, min(harmless, options.count - 1))
  }

  /// The cells that question and answers take on a screen of a width.
  public func size(width: Int) -> Size {
    let columns = min(max(30, buttonColumns, TextWidth.columns(text)), 64, max(1, width - 8))
    return Size(rows: TextWidth.wrap(text, width: columns).count + 2, columns: columns)
  }

  /// Takes a key.
  ///
  /// - Returns: the answer, once there is one.
  public mutating func handle(_ key: Key) -> Choice? {
    switch key {
    case .left, .backTab: index = max(0, index - 1)
    case .right, .tab: index = min(options.count - 1, index + 1)
    case .enter: return options.indices.contains(index) ? options[index].choice : nil
    case .character(let character):
      let typed = Character(character.lowercased())
      return options.first { $0.key == typed }?.choice
    default: break
    }
    return nil
  }

  /// The answer at a place of a canvas of a size.
  public func hit(_ point: Point, in size: Size) -> Choice? {
    guard point.row == size.rows - 1 else { return nil }
    return placed(width: size.columns)
      .first { $0.column <= point.column && point.column < $0.column + $0.width }?.option.choice
  }

  /// Draws it over a whole canvas; the answer that Enter gives is marked.
  public func draw(into canvas: inout Canvas) {
    canvas.paragraph(text, in: canvas.bounds.splitting(bottom: 2).rest, style: .overlay)
    for (number, place) in placed(width: canvas.width).enumerated() {
      let isCurrent = number == index
      let marker = isCurrent ? String(canvas.glyphs.marker) : " "
      canvas.put(
        "\(marker)\(place.option.text) ", at: Point(row: canvas.height - 1, column: place.column),
        style: isCurrent ? .focus : .overlay)
    }
  }

  private var buttonColumns: Int {
    options.reduce(0) { $0 + TextWidth.columns($1.text) + 4 }
  }

  private func placed(width: Int) -> [(option: Option, column: Int, width: Int)] {
    var column = max(0, (width - buttonColumns) / 2)
    return options.map { option in
      let width = TextWidth.columns(option.text) + 2
      defer { column += width + 2 }
      return (option, column, width)
    }
  }
}
