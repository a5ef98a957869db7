import DeskModel

/// Cari: letters by their numbers, sender or subject, found while typing, the newest first.
///
/// While the line is typed in, letters are text; Esc gives them back to the letter that is selected.
struct SearchPane: Layer {
  private(set) var list = ListView<LetterRow>()
  private var field = TextField(limit: 100)
  private var isTyping = true
  private var count = 0
  /// The text that the rows were found by.
  private var found = ""
  /// What stands in the line is of the last search: the next letter typed begins a new one.
  private var isOver = false
  /// The keyboard goes to the letter, and comes back to the list, not to the line.
  private var isReading = false

  var title: Message { Message("pane.search") }
  var context: CommandContext { .search }
  var placement: Placement { .pane }
  var takesText: Bool { isTyping }
  var subject: Subject? { list.selected?.subjectOfRow }

  func questions(in app: AppContext) -> [any Question] {
    guard !field.isEmpty else { return [] }
    let limit = max(SearchPage.size, list.rows.count)
    return [
      SearchPage(text: field.text, before: nil, limit: limit), SearchCount(text: field.text),
    ]
  }

  mutating func gainFocus(in app: AppContext) -> [Effect] {
    if !isReading {
      isTyping = true
      isOver = !field.isEmpty
    }
    isReading = false
    return []
  }

  func availability(of command: CommandID, in app: AppContext) -> Availability {
    switch command {
    case .open where list.isEmpty: .unavailable(Message("search.nothing-here"))
    case .nextFilter, .previousFilter, .filterMenu: .unavailable(Message("search.no-filter"))
    default: .available
    }
  }

  func hintLabel(of command: CommandID) -> Message? {
    guard command == .back else { return nil }
    return Message(isTyping ? "search.hint.to-list" : "search.hint.again")
  }

  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    if let motion = Motion(command) {
      return list.move(motion, height: listHeight(app.area)) ? more() : []
    }
    switch command {
    case .open: return read()
    case .back:
      // The first Esc leaves the line, the next one begins a new search.
      if !isTyping {
        field.set("")
        isTyping = true
        return changed(in: app)
      }
      isTyping = false
      return []
    default: return []
    }
  }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    if isTyping, let text = input.text, let refusal = field.refusal(of: text) {
      return .done([.toast(refusal, .warn)])
    }
    switch input {
    case .key(let key):
      guard isTyping else { return .ignored }
      let before = field.text
      if isOver, input.text != nil { field.set("") }
      isOver = false
      guard field.handle(key) else { return .ignored }
      return .done(field.text == before ? [] : changed(in: app))
    case .paste(let text):
      if isOver { field.set("") }
      isOver = false
      field.paste(text)
      return .done(changed(in: app))
    case .mouse(let event): return .done(mouse(event, in: app))
    }
  }

  mutating func receive(_ news: News, in app: AppContext) -> [Effect] {
    guard case .answer(let answer) = news else { return [] }
    if let (page, rows) = answer.to(SearchPage.self), page.text == field.text {
      let hasMore = rows.count >= page.limit
      if let before = page.before {
        if list.rows.last?.id == before { list.append(rows, hasMore: hasMore) }
      } else if found == page.text {
        list.replace(rows, hasMore: hasMore)
      } else {
        found = page.text
        list = ListView(rows, hasMore: hasMore)
      }
    } else if let (asked, number) = answer.to(SearchCount.self), asked.text == field.text {
      count = number
    }
    return []
  }

  private mutating func changed(in app: AppContext) -> [Effect] {
    guard !field.isEmpty else {
      list = ListView()
      found = ""
      count = 0
      return []
    }
    return [
      .ask(SearchPage(text: field.text, before: nil, limit: SearchPage.size)),
      .ask(SearchCount(text: field.text)),
    ]
  }

  private func more() -> [Effect] {
    list.rows.last.map {
      [.ask(SearchPage(text: field.text, before: $0.id, limit: SearchPage.size))]
    } ?? []
  }

  private func listHeight(_ area: Size) -> Int { max(1, area.rows - 2) }

  private mutating func mouse(_ event: MouseEvent, in app: AppContext) -> [Effect] {
    if event.point.row == 0, event.kind == .press(.left) {
      isTyping = true
      return []
    }
    let local = Point(row: event.point.row - 2, column: event.point.column)
    guard list.mouse(MouseEvent(event.kind, at: local), height: listHeight(app.area)) else {
      return []
    }
    return event.kind == .doubleClick ? read() : []
  }

  /// Opens the letter; who comes back from it is in the list, where keys act.
  private mutating func read() -> [Effect] {
    isReading = true
    isTyping = false
    return [.focus(.letter)]
  }

  // MARK: Drawing

  func draw(into canvas: inout Canvas, app: AppContext) {
    let (head, rest) = canvas.bounds.splitting(top: 1)
    canvas.within(head) { drawHead(into: &$0, app: app) }
    let (titles, body) = rest.splitting(top: 1)
    guard !list.isEmpty else {
      canvas.within(body.inset(rows: 0)) { canvas in
        let isShort = field.text.filter { !$0.isWhitespace }.count == 1
        let key = field.isEmpty ? "search.what" : isShort ? "search.short" : "search.none"
        canvas.paragraph(
          app.text(key, ["text": field.text]), in: canvas.bounds, style: .muted)
      }
      return
    }
    let table = SearchTable(matches: Matches(found), width: canvas.width, app: app)
    let width = list.rowWidth(in: body.size)
    canvas.within(Rect(row: titles.row, column: 1, height: 1, width: width)) {
      table.drawTitles(into: &$0)
    }
    canvas.within(body) { canvas in
      list.draw(into: &canvas, focused: app.isFocused) { table.draw($0, into: &$1) }
    }
  }

  private func drawHead(into canvas: inout Canvas, app: AppContext) {
    let label = app.text("search.label")
    let used = canvas.put(label, at: Point(row: 0, column: 1), style: .heading)
    let tally = field.isEmpty ? "" : tally(app)
    let width = TextWidth.columns(tally)
    let line = Rect(
      row: 0, column: used + 2, height: 1, width: canvas.width - used - width - 4)
    canvas.within(line) { field.draw(into: &$0, focused: isTyping && app.isFocused) }
    canvas.put(tally, at: Point(row: 0, column: canvas.width - width - 1), style: .muted)
  }

  private func tally(_ app: AppContext) -> String {
    let key = count >= SearchCount.most ? "search.count-capped" : "search.count"
    return app.text(key, ["count": "\(count)"])
  }
}
