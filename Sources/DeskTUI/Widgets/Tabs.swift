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
    /// Its name where there is not room for every tab's whole name.
    public let short: String
    /// A count beside the name; empty for none.
    public let badge: String

    /// Makes a tab.
    public init(
      id: ID, key: String = "", label: String, short: String? = nil, badge: String = ""
    ) {
      self.id = id
      self.key = key
      self.label = label
      self.short = short ?? label
      self.badge = badge
    }

    fileprivate func text(_ name: String) -> String {
      [key, name, badge].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// A tab as it stands on a line, with a column of room on both sides of its text.
  private struct Place {
    let item: Item
    let text: String
    var column = 0
    var width: Int { TextWidth.columns(text) + 2 }
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

  /// The columns that all of them take, and a line after each.
  public var width: Int { places.reduce(0) { $0 + $1.width + 1 } }

  private var places: [Place] { items.map { Place(item: $0, text: $0.text($0.label)) } }

  /// The columns that some take with the lines between; the blank behind the last of all needs no room.
  private func columns(_ places: some BidirectionalCollection<Place>) -> Int {
    let isBlank = places.last?.item.id == items.last?.id && items.last?.id != current
    return places.reduce(isBlank ? -2 : -1) { $0 + $1.width + 1 }
  }

  /// The tabs that a line has room for: all by their names; else some by their short names, the last first; else as
  /// many whole ones around the current one as fit beside the arrows that stand for the others.
  private func placed(width line: Int) -> (shown: [Place], before: Item?, after: Item?) {
    var all = places
    for (index, item) in items.enumerated().reversed() where columns(all) > line {
      all[index] = Place(item: item, text: item.text(item.short))
    }
    let current = all.firstIndex { $0.item.id == self.current } ?? 0
    func fits(_ range: ClosedRange<Int>) -> Bool {
      let arrows = (range.lowerBound > 0 ? 1 : 0) + (range.upperBound < all.count - 1 ? 1 : 0)
      return columns(all[range]) + arrows <= line
    }
    guard !all.isEmpty else { return ([], nil, nil) }
    let first = (0...current).first { fits($0...current) } ?? current
    let last = (current..<all.count).last { fits(first...$0) } ?? current
    var column = first > 0 ? 1 : 0
    let shown = all[first...last].map { place in
      defer { column += place.width + 1 }
      return Place(item: place.item, text: place.text, column: column)
    }
    return (
      shown, first > 0 ? items[first - 1] : nil, last < all.count - 1 ? items[last + 1] : nil
    )
  }

  /// The tab at a column of a line of a width; an arrow stands for the next one on its side.
  public func hit(column: Int, width: Int) -> ID? {
    let (shown, before, after) = placed(width: width)
    let end = shown.last.map { $0.column + $0.width } ?? 0
    if column < shown.first?.column ?? 0 { return before?.id }
    if column == end { return after?.id }
    return shown.first { $0.column <= column && column < $0.column + $0.width }?.item.id
  }

  /// Draws them over a line; the current one is told by brackets as well as by its looks.
  public func draw(into canvas: inout Canvas) {
    let (shown, before, after) = placed(width: canvas.width)
    if before != nil { canvas.put(canvas.glyphs.arrowLeft, at: .zero, style: .muted) }
    for place in shown {
      let isCurrent = place.item.id == current
      let end = Point(row: 0, column: place.column + place.width)
      let blank = end.column > canvas.width ? "" : " "
      canvas.put(
        isCurrent ? "[\(place.text)]" : " \(place.text)\(blank)",
        at: Point(row: 0, column: place.column), style: isCurrent ? .focus.emphasised : .muted)
      if place.item.id != shown.last?.item.id {
        canvas.put(canvas.glyphs.lines.vertical, at: end, style: .border)
      } else if after != nil {
        canvas.put(canvas.glyphs.arrowRight, at: end, style: .muted)
      }
    }
  }
}
