/// Keys and what they do, in one line that can be clicked.
public struct HintBar<ID: Hashable & Sendable>: Sendable {
  /// One hint.
  public struct Item: Sendable {
    /// What a click on it does.
    public let id: ID
    /// The key's label.
    public let key: String
    /// What it does, in a word or two.
    public let label: String
    /// Whether it can be done now; else it is shown faint and in brackets.
    public let isEnabled: Bool

    /// Makes a hint.
    public init(id: ID, key: String, label: String, isEnabled: Bool = true) {
      self.id = id
      self.key = key
      self.label = label
      self.isEnabled = isEnabled
    }

    var columns: Int {
      TextWidth.columns(key) + 1 + TextWidth.columns(label) + (isEnabled ? 0 : 2)
    }
  }

  /// The hints, the most important first; as many as fit are shown.
  public let items: [Item]
  /// The hint that is left out last, whatever stands before it: where the others are found.
  public let kept: ID?

  /// Makes a bar.
  public init(_ items: [Item], keeping kept: ID? = nil) {
    self.items = items
    self.kept = kept
  }

  /// The hints that fit into a width, with the column where each begins.
  func placed(width: Int) -> [(item: Item, column: Int)] {
    var column = 1
    var placed: [(item: Item, column: Int)] = []
    // The room of the one that is kept, until it has it; none where it fits on no line of its own.
    let needed = items.first { $0.id == kept }?.columns
    var reserved = needed.map { column + $0 < width ? $0 + 2 : 0 } ?? 0
    for item in items {
      if item.id == kept { reserved = 0 }
      guard column + item.columns + reserved < width else { continue }
      placed.append((item, column))
      column += item.columns + 2
    }
    return placed
  }

  /// The hint at a column of a bar of a width.
  public func hit(column: Int, width: Int) -> ID? {
    placed(width: width).first { $0.column <= column && column < $0.column + $0.item.columns }?
      .item.id
  }

  /// Draws it over a line.
  public func draw(into canvas: inout Canvas) {
    canvas.fill(style: .plain)
    for (item, start) in placed(width: canvas.width) {
      var column = start
      let style: Style = item.isEnabled ? .plain : .disabled
      let label = item.isEnabled ? item.label : "(\(item.label))"
      column += canvas.put(
        item.key, at: Point(row: 0, column: column), style: item.isEnabled ? .key : .disabled)
      canvas.put(label, at: Point(row: 0, column: column + 1), style: style)
    }
  }
}
