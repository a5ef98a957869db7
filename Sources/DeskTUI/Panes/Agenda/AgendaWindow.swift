import DeskModel

/// The part of a book that is in memory: some hundred rows around the selected one, whatever the book's length.
struct AgendaWindow: Sendable {
  /// How many rows are asked for at a time.
  static let page = 100
  /// How many rows are kept at most.
  static let most = 400

  private(set) var list = ListView<AgendaRow>()
  /// Whether the book has newer numbers than the first row.
  private(set) var hasNewer = false

  /// The page that shows anew what is shown now.
  func refresh(_ place: AgendaPlace) -> AgendaPage {
    let limit = max(AgendaWindow.page, list.rows.count)
    guard hasNewer, let first = list.rows.first?.id else {
      return AgendaPage(place: place, edge: .newest, limit: limit)
    }
    return AgendaPage(place: place, edge: .below(first + 1), limit: limit)
  }

  /// Takes rows for those shown, keeping the selection.
  mutating func replace(_ rows: [AgendaRow], by page: AgendaPage) {
    list.replace(rows, hasMore: rows.count >= page.limit)
  }

  /// Begins anew with a page.
  mutating func begin(_ rows: [AgendaRow], hasNewer: Bool, hasOlder: Bool) {
    list = ListView(rows, hasMore: hasOlder)
    self.hasNewer = hasNewer
  }

  /// Takes an older page behind the last row, or a newer one before the first; others are let go.
  mutating func extend(_ rows: [AgendaRow], by page: AgendaPage) {
    switch page.edge {
    case .newest: replace(rows, by: page)
    case .below(let number):
      guard list.rows.last?.id == number else { return }
      let all = list.rows + rows
      if all.count > AgendaWindow.most { hasNewer = true }
      list.replace(all.suffix(AgendaWindow.most), hasMore: rows.count >= page.limit)
    case .above(let number):
      guard list.rows.first?.id == number else { return }
      hasNewer = rows.count >= page.limit
      let all = rows + list.rows
      let isCut = all.count > AgendaWindow.most
      list.replace(Array(all.prefix(AgendaWindow.most)), hasMore: isCut || list.hasMore)
    }
  }

  /// Moves, and says which page is wanted next: rows run out a screen before the edge.
  mutating func move(_ motion: Motion, height: Int, in place: AgendaPlace) -> AgendaPage? {
    if list.move(motion, height: height), let last = list.rows.last?.id {
      return AgendaPage(place: place, edge: .below(last), limit: AgendaWindow.page)
    }
    if hasNewer, list.index < height, let first = list.rows.first?.id {
      return AgendaPage(place: place, edge: .above(first), limit: AgendaWindow.page)
    }
    return nil
  }

  /// Selects the row with a number, or the nearest below it.
  mutating func select(_ number: Int, height: Int) {
    let nearest = list.rows.first { $0.id <= number } ?? list.rows.last
    if let nearest { list.select(nearest.id, height: height) }
  }

  mutating func mouse(_ event: MouseEvent, height: Int) -> Bool {
    list.mouse(event, height: height)
  }
}
