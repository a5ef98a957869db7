/// Names side by side of which one is current.
public struct Tabs<ID: Hashable & Sendable>: Sendable {
  /// One tab.
  public struct Item: Sendable {
    /// What a click on it shows.
    public let id: ID
    /// The key that shows it; empty for none.
    public let key: String
    /// Its name.
    public let label: String
    /// A count beside the name; empty for none.
    public let badge: String

    /// Makes a tab.
    public init(id: ID, key: String = "", label: String, badge: String = "") {
      self.id = id
      self.key = key
      self.label = label
      self.badge = badge
    }

    var text: String { [key, label, badge].filter { !$0.isEmpty }.joined(separator: " ") }
  }

  /// The tabs.
  public let items: [Item]
  /// The one that is shown.
  public let current: ID

  /// Makes tabs.
  public init(_ items: [Item], current: ID) {
    self.items = items
    self.current = current
  }

  /// The columns that all of them take.
  public var width: Int { items.reduce(0) { $0 + TextWidth.columns($1.text) + 3 } }

  /// Where each tab stands: text, start and width, with a column of room on both sides.
  ///
  /// Where not all fit, they are moved to the left so far that the current one is seen.
  private func placed(width line: Int) -> [(item: Item, column: Int, width: Int)] {
    var column = 0
    let all = items.map { item in
      let width = TextWidth.columns(item.text) + 2
      defer { column += width + 1 }
      return (item: item, column: column, width: width)
    }
    guard let shown = all.first(where: { $0.item.id == current }) else { return all }
    let shift = max(0, shown.column + shown.width - line)
    return all.map { ($0.item, $0.column - shift, $0.width) }
  }

  /// The tab at a column of a line of a width.
  public func hit(column: Int, width: Int) -> ID? {
    placed(width: width).first { $0.column <= column && column < $0.column + $0.width }?.item.id
  }

  /// Draws them over a line; the current one is told by brackets as well as by its looks.
  public func draw(into canvas: inout Canvas) {
    for (item, column, width) in placed(width: canvas.width) {
      let isCurrent = item.id == current
      let style: Style = isCurrent ? .focus.emphasised : .muted
      let text = isCurrent ? "[\(item.text)]" : " \(item.text) "
      canvas.put(text, at: Point(row: 0, column: column), style: style)
      if item.id != items.last?.id {
        canvas.put(
          canvas.glyphs.lines.vertical, at: Point(row: 0, column: column + width), style: .border)
      }
    }
  }
}
