public import DeskModel

/// A list to pick one of, which narrows as letters are typed.
public struct PickList<ID: Hashable & Sendable>: Sendable {
  /// One that can be picked.
  public struct Item: Identifiable, Sendable {
    /// What it means.
    public let id: ID
    /// What it is called.
    public let label: String
    /// A word at the right, by which it is found too: a key, a short name.
    public let detail: String
    /// Whether it can be picked now; else it is shown faint.
    public let isEnabled: Bool

    /// Makes an item.
    public init(id: ID, label: String, detail: String = "", isEnabled: Bool = true) {
      self.id = id
      self.label = label
      self.detail = detail
      self.isEnabled = isEnabled
    }
  }

  private let items: [Item]
  /// What is typed.
  public private(set) var filter = TextField(limit: 60)
  private var list: ListView<Item>

  /// Makes a list with one selected.
  public init(_ items: [Item], selected: ID? = nil) {
    self.items = items
    list = ListView(items)
    if let selected { list.select(selected, height: 10) }
  }

  /// The one that Enter picks.
  public var selected: Item? { list.selected }
  /// The cells that filter and list take on a screen, at most.
  public var size: Size { Size(rows: min(items.count, 14) + 2, columns: 60) }

  /// Takes a key; false when it has no use for it. Enter is the owner's.
  public mutating func handle(_ key: Key, size: Size) -> Bool {
    switch key {
    case .up, .down, .pageUp, .pageDown:
      if let motion = Motion(key) { list.move(motion, height: size.rows - 2) }
      return true
    default:
      guard filter.handle(key) else { return false }
      narrow()
      return true
    }
  }

  /// Puts pasted text into the filter.
  public mutating func paste(_ text: String) {
    filter.paste(text)
    narrow()
  }

  /// Takes a click or the wheel.
  ///
  /// - Returns: the item, when it was double-clicked.
  public mutating func mouse(_ event: MouseEvent, size: Size) -> Item? {
    let local = Point(row: event.point.row - 2, column: event.point.column)
    let hit = list.mouse(MouseEvent(event.kind, at: local), height: size.rows - 2)
    return hit && event.kind == .doubleClick ? list.selected : nil
  }

  /// Draws filter and list over a canvas.
  public func draw(into canvas: inout Canvas, phrases: Phrasebook) {
    canvas.within(Rect(row: 0, column: 0, height: 1, width: canvas.width)) {
      filter.draw(into: &$0, focused: true, hint: phrases("pick.filter"))
    }
    let rest = canvas.bounds.splitting(top: 2).rest
    canvas.within(rest) { canvas in
      if list.isEmpty { canvas.put(phrases("pick.none"), at: .zero, style: .muted) }
      list.draw(into: &canvas, focused: true) { item, canvas in
        let style: Style = item.isEnabled ? .overlay : .disabled
        let columns = PickList.columns(of: item, in: canvas.width)
        canvas.fill(style: style)
        canvas.put(item.label, at: .zero, style: style, width: columns.label)
        canvas.put(
          item.detail, at: Point(row: 0, column: canvas.width - columns.detail), style: style,
          width: columns.detail, align: .right)
      }
    }
  }

  /// The columns that label and detail get: a detail takes no more than a third from a label that needs them.
  private static func columns(of item: Item, in width: Int) -> (label: Int, detail: Int) {
    guard !item.detail.isEmpty else { return (width, 0) }
    let spare = width - TextWidth.columns(item.label) - 2
    let detail = max(0, min(TextWidth.columns(item.detail), max(spare, width / 3)))
    return (max(0, width - detail - 2), detail)
  }

  private mutating func narrow() {
    let typed = filter.text
    let found = items.enumerated()
      .compactMap { place, item in
        [item.label, item.detail].compactMap { Fuzzy.score(typed, in: $0) }.max()
          .map { (item: item, score: $0, place: place) }
      }
      .sorted { ($0.score, -$0.place) > ($1.score, -$1.place) }
    list = ListView(found.map(\.item))
  }
}
