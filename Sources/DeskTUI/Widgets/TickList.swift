public import DeskModel

/// Items to tick, in the order in which they are ticked, with a second kind of tick where the owner has one.
///
/// Space goes from one mark to the next; typing narrows the list to what fits, anew behind a tick, and Enter then
/// ticks what is found. A space between two words that are typed is no tick as long as several items fit.
public struct TickList: Hashable, Sendable {
  /// One that can be ticked.
  public struct Item: Hashable, Sendable {
    /// What it means; without a comma, an asterisk or a blank.
    public let id: String
    /// What it is called.
    public let label: String
    /// Who or what stands behind it.
    public let detail: String
    /// Whether it takes only the second kind of tick.
    public let isSecondOnly: Bool

    /// Makes an item.
    public init(id: String, label: String, detail: String = "", isSecondOnly: Bool = false) {
      self.id = id
      self.label = label
      self.detail = detail
      self.isSecondOnly = isSecondOnly
    }
  }

  /// A tick.
  public struct Tick: Hashable, Sendable {
    /// The item.
    public let id: String
    /// Whether it is the second kind.
    public let isSecond: Bool

    /// Makes a tick.
    public init(id: String, isSecond: Bool = false) {
      self.id = id
      self.isSecond = isSecond
    }
  }

  /// What there is to tick.
  public let items: [Item]
  /// The letter of the second kind of tick; `nil` when there is but one.
  public let secondMark: Character?
  /// Whether a tick takes the one before away.
  public let isSingle: Bool
  /// The rows it shows at most.
  public let rows: Int
  /// What is ticked, in the order of ticking.
  public private(set) var ticks: [Tick]
  /// What is typed to narrow the list.
  public private(set) var filter = ""
  /// Whether something was ticked or gone to since the filter was typed: the next letter begins a new one.
  private var isFilterUsed = false
  private var index = 0

  /// Makes a list.
  public init(
    _ items: [Item], ticks: [Tick] = [], secondMark: Character? = nil, isSingle: Bool = false,
    rows: Int = 8
  ) {
    self.items = items
    self.ticks = ticks
    self.secondMark = secondMark
    self.isSingle = isSingle
    self.rows = max(1, min(rows, items.count))
    index = ticks.first.flatMap { tick in items.firstIndex { $0.id == tick.id } } ?? 0
  }

  /// The ticks as one text, for keeping: ids with commas between, an asterisk behind those of the second kind.
  public var text: String {
    ticks.map { $0.isSecond ? "\($0.id)*" : $0.id }.joined(separator: ",")
  }

  /// Takes ticks from such a text; ids that are not in the list are left out.
  public mutating func set(_ text: String) {
    ticks = text.split(separator: ",").compactMap { part in
      let isSecond = part.hasSuffix("*")
      let id = String(isSecond ? part.dropLast() : part)
      return items.contains { $0.id == id } ? Tick(id: id, isSecond: isSecond) : nil
    }
  }

  /// Takes a key; false when it has no use for it, as for up in the first row.
  public mutating func handle(_ key: Key) -> Bool {
    let shown = self.shown
    switch key {
    case .up where index > 0: move(to: index - 1)
    case .down where index < shown.count - 1: move(to: index + 1)
    case .pageUp, .pageDown, .home, .end:
      guard let motion = Motion(key) else { return false }
      move(to: motion.target(from: index, count: shown.count, height: rows))
    case .character(" ") where filter.isEmpty || isFilterUsed || shown.count < 2:
      if shown.indices.contains(index) { turn(shown[index]) }
      isFilterUsed = true
    case .enter where !filter.isEmpty && !isFilterUsed:
      guard shown.indices.contains(index) else { return true }
      if !ticks.contains(where: { $0.id == shown[index].id }) { turn(shown[index]) }
      widen()
    case .character(let letter):
      filter = isFilterUsed ? String(letter) : filter + String(letter)
      isFilterUsed = false
      index = 0
    case .backspace where !filter.isEmpty:
      filter.removeLast()
      index = 0
    case .control("u") where !filter.isEmpty, .escape where !filter.isEmpty:
      filter = ""
      index = 0
    default: return false
    }
    return true
  }

  /// Goes to a row: what was typed has then done its work, and space ticks.
  private mutating func move(to new: Int) {
    index = new
    isFilterUsed = true
  }

  /// Takes a click at a row.
  public mutating func click(row: Int) {
    let hit = first + row
    guard shown.indices.contains(hit), row < rows else { return }
    index = hit
    turn(shown[hit])
  }

  /// Shows all items again.
  public mutating func widen() {
    guard !filter.isEmpty else { return }
    let selected = shown.indices.contains(index) ? shown[index].id : nil
    filter = ""
    index = items.firstIndex { $0.id == selected } ?? 0
  }

  /// Draws what is ticked over a line.
  func drawFolded(into canvas: inout Canvas, phrases: Phrasebook) {
    let names = ticks.compactMap { tick in
      items.first { $0.id == tick.id }.map { item in
        tick.isSecond ? "\(item.label) [\(secondMark.map(String.init) ?? "x")]" : item.label
      }
    }
    guard names.isEmpty else {
      canvas.put(names.joined(separator: ", "), at: .zero, style: .plain.emphasised)
      return
    }
    canvas.put(phrases("form.none-ticked"), at: .zero, style: .muted)
  }

  /// Draws its rows over a canvas, and what narrows them at the right of the first.
  public func draw(into canvas: inout Canvas, focused: Bool, phrases: Phrasebook) {
    let shown = self.shown
    if shown.isEmpty, !filter.isEmpty {
      // Below what is typed, where there is room for that.
      let place = canvas.bounds.splitting(top: canvas.height > 1 ? 1 : 0).rest.inset(rows: 0)
      canvas.paragraph(phrases("form.none-fits"), in: place, style: .muted)
    }
    let hasBar = shown.count > canvas.height
    let width = canvas.width - (hasBar ? 1 : 0)
    let typed = filter.isEmpty ? "" : " /\(filter) "
    for (row, item) in shown.dropFirst(first).prefix(canvas.height).enumerated() {
      let isHere = focused && first + row == index
      let line = Rect(row: row, column: 0, height: 1, width: width)
      // What is typed stands behind the first row, not on it.
      let free = row == 0 ? width - TextWidth.columns(typed) : width
      canvas.within(Rect(row: row, column: 0, height: 1, width: free)) {
        draw(item, isHere: isHere, into: &$0)
      }
      if isHere { canvas.restyle(line, role: .focus) }
    }
    canvas.put(typed, at: .zero, style: .badge, width: width, align: .right)
    if hasBar {
      ScrollBar(first: first, count: shown.count).draw(into: &canvas, at: canvas.width - 1)
    }
  }

  private func draw(_ item: Item, isHere: Bool, into canvas: inout Canvas) {
    let number = ticks.firstIndex { $0.id == item.id }
    let mark: Character =
      switch number.map({ ticks[$0].isSecond }) {
      case nil: " "
      case false?: "x"
      case true?: secondMark ?? "x"
      }
    let style: Style = number == nil ? .plain : .plain.emphasised
    let (open, close) = isSingle ? ("(", ")") : ("[", "]")
    let marker = isHere ? String(canvas.glyphs.marker) : " "
    // A code behind a long name is what tells it from the others; of a longer detail at least the ellipsis is seen.
    let detail = TextWidth.columns(item.detail)
    let kept = detail == 0 ? 0 : detail <= 12 ? detail + 2 : 3
    let used = canvas.put(
      "\(marker)\(open)\(mark)\(close) \(item.label)", at: .zero, style: style,
      width: max(0, canvas.width - kept))
    canvas.put(
      item.detail, at: Point(row: 0, column: used + 2), style: .muted,
      width: max(0, canvas.width - used - 2))
  }

  /// The items that fit what is typed: those in which it stands as it is, else those that have its letters.
  private var shown: [Item] {
    guard !filter.isEmpty else { return items }
    let typed = filter.lowercased()
    let exact = items.filter { "\($0.label) \($0.detail)".lowercased().contains(typed) }
    if !exact.isEmpty { return exact }
    return items.enumerated()
      .compactMap { place, item in
        Fuzzy.score(filter, in: "\(item.label) \(item.detail)").map { (item, $0, place) }
      }
      .sorted { ($0.1, -$0.2) > ($1.1, -$1.2) }.map(\.0)
  }

  private var first: Int { max(0, min(index - rows / 2, shown.count - rows)) }

  /// None, first kind, second kind, none.
  private mutating func turn(_ item: Item) {
    guard let place = ticks.firstIndex(where: { $0.id == item.id }) else {
      if isSingle { ticks = [] }
      ticks.append(Tick(id: item.id, isSecond: item.isSecondOnly && secondMark != nil))
      return
    }
    if secondMark != nil, !ticks[place].isSecond {
      ticks[place] = Tick(id: item.id, isSecond: true)
    } else if !isSingle {
      ticks.remove(at: place)
    }
  }
}
