import DeskModel

/// What could be meant by what is typed so far, below a field.
struct Recall: Hashable, Sendable {
  /// One that could be meant.
  struct Item: Hashable, Sendable {
    /// What goes into the field.
    let text: String
    /// What explains it.
    var detail = ""
  }

  private(set) var items: [Item] = []
  private(set) var picked = 0

  /// The most items that are shown at once.
  static let height = 5

  var isEmpty: Bool { items.isEmpty }
  var current: Item? { items.indices.contains(picked) ? items[picked] : nil }

  init(_ items: [Item] = []) { self.items = items }

  mutating func move(by step: Int) {
    picked = max(0, min(picked + step, items.count - 1))
  }

  mutating func pick(_ index: Int) {
    if items.indices.contains(index) { picked = index }
  }

  /// The first item in view.
  var top: Int { max(0, picked - Recall.height + 1) }

  /// How many rows it takes, with the row that says which keys there are.
  var rows: Int { isEmpty ? 0 : min(items.count, Recall.height) + 1 }

  func draw(into canvas: inout Canvas, hint: String) {
    canvas.fill(style: .overlay)
    for (row, item) in items.dropFirst(top).prefix(min(Recall.height, canvas.height)).enumerated() {
      let isPicked = top + row == picked
      let style: Style = isPicked ? .focus : .overlay
      canvas.fill(Rect(row: row, column: 0, height: 1, width: canvas.width), style: style)
      if isPicked { canvas.put(canvas.glyphs.marker, at: Point(row: row, column: 0), style: style) }
      let used = canvas.put(item.text, at: Point(row: row, column: 1), style: style)
      canvas.put(item.detail, at: Point(row: row, column: used + 3), style: style)
    }
    canvas.put(hint, at: Point(row: rows - 1, column: 1), style: .overlay)
  }
}
