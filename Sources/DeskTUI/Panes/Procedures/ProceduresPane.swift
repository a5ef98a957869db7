import DeskModel

/// Prosedur: the procedures in force by office and unit, with how many cases run on each; beside the list, where
/// there is room, the selected one as a flow.
struct ProceduresPane: Layer {
  /// From this width on, the selected procedure is shown beside the list.
  private static let previewColumns = 100

  private var all: [ProcedureRow] = []
  private var list = ListView<ProcedureRow>()
  private var field = TextField(limit: 60)
  private var isFiltering = false
  private var preview: FlowChart?

  var title: Message { Message("procedures.title") }
  var context: CommandContext { .procedures }
  var placement: Placement { .wholePane }
  var takesText: Bool { isFiltering }
  var subject: Subject? { list.selected.map { .procedure($0.id) } }

  func questions(in app: AppContext) -> [any Question] {
    [ProceduresInForce()] + (selectedQuestion(in: app).map { [$0] } ?? [])
  }

  func availability(of command: CommandID, in app: AppContext) -> Availability {
    command == .open && list.isEmpty
      ? .unavailable(Message("procedures.nothing-here")) : .available
  }

  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    if let motion = Motion(command) { return move(motion, in: app) }
    switch command {
    case .open: return open()
    case .filterMenu: isFiltering = true
    case .back:
      isFiltering = false
      field.set("")
      return narrow(in: app)
    default: break
    }
    return []
  }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    if isFiltering, let text = input.text, let refusal = field.refusal(of: text) {
      return .done([.toast(refusal, .warn)])
    }
    switch input {
    case .key(let key):
      guard isFiltering else { return .ignored }
      if let motion = ProceduresPane.motion(key) { return .done(move(motion, in: app)) }
      return field.handle(key) ? .done(narrow(in: app)) : .ignored
    case .paste(let text):
      guard isFiltering else { return .ignored }
      field.paste(text)
      return .done(narrow(in: app))
    case .mouse(let event): return take(event, in: app)
    }
  }

  mutating func receive(_ news: News, in app: AppContext) -> [Effect] {
    guard case .answer(let answer) = news else { return [] }
    if let (_, rows) = answer.to(ProceduresInForce.self) {
      let before = list.selected?.id
      all = rows
      list.replace(ProcedureFilter.rows(rows, matching: field.text, in: app.office.name))
      return list.selected?.id == before ? [] : look(in: app)
    }
    if let (asked, reply) = answer.to(ProcedureInForce.self), asked.id == list.selected?.id {
      preview = reply.map { FlowChart($0.enacted.procedure) }
    }
    return []
  }

  func draw(into canvas: inout Canvas, app: AppContext) {
    let places = ProceduresPane.places(app.area)
    canvas.within(places.field) { drawField(into: &$0, app: app) }
    let line = ProcedureLine(area: places.list.size)
    canvas.within(places.heads) { line.drawTitles(into: &$0, app: app) }
    canvas.within(places.list) { canvas in
      if list.isEmpty {
        canvas.put(app.text("procedures.none"), at: Point(row: 0, column: 1), style: .muted)
      }
      var unit = ""
      list.draw(into: &canvas, focused: app.isFocused) { row, canvas in
        line.draw(row, repeatsUnit: row.unit == unit, into: &canvas)
        unit = row.unit
      }
    }
    guard let part = places.preview else { return }
    let inner = canvas.box(part, title: list.selected?.title ?? "")
    canvas.within(inner) { preview?.draw(into: &$0, words: FlowWords(app), focused: false) }
  }
}

// MARK: - Places

extension ProceduresPane {
  private typealias Places = (field: Rect, heads: Rect, list: Rect, preview: Rect?)

  private static func places(_ area: Size) -> Places {
    let hasPreview = area.columns >= previewColumns
    let (left, right) = Rect(area).splitting(left: hasPreview ? area.columns * 2 / 5 : area.columns)
    let (field, below) = left.splitting(top: 1)
    let (heads, list) = below.splitting(top: 1)
    return (field, heads, list, hasPreview ? right : nil)
  }

  private func drawField(into canvas: inout Canvas, app: AppContext) {
    let label = app.text("procedures.filter")
    let count = app.text(
      "procedures.count", ["shown": "\(list.rows.count)", "all": "\(all.count)"])
    let used = canvas.put(label, at: Point(row: 0, column: 1), style: .muted) + 2
    let room = max(0, min(30, canvas.width - used - TextWidth.columns(count) - 2))
    canvas.within(Rect(row: 0, column: used, height: 1, width: room)) {
      field.draw(into: &$0, focused: isFiltering && app.isFocused)
    }
    canvas.put(
      count, at: Point(row: 0, column: used + room), style: .muted,
      width: canvas.width - used - room - 1, align: .right)
  }
}

// MARK: - Moving

extension ProceduresPane {
  /// Home and End belong to the text that is typed.
  private static func motion(_ key: Key) -> Motion? {
    switch key {
    case .home, .end: nil
    default: Motion(key)
    }
  }

  private mutating func move(_ motion: Motion, in app: AppContext) -> [Effect] {
    list.move(motion, height: ProceduresPane.places(app.area).list.height)
    return look(in: app)
  }

  private mutating func narrow(in app: AppContext) -> [Effect] {
    list.replace(ProcedureFilter.rows(all, matching: field.text, in: app.office.name))
    return look(in: app)
  }

  private mutating func take(_ event: MouseEvent, in app: AppContext) -> Reaction {
    let places = ProceduresPane.places(app.area)
    if places.field.contains(event.point), event.kind == .press(.left) {
      isFiltering = true
      return .handled
    }
    let row = event.point.row - places.list.row
    let isInList = event.point.column < places.list.endColumn
    let local = Point(row: isInList ? row : -1, column: event.point.column)
    guard list.mouse(MouseEvent(event.kind, at: local), height: places.list.height) else {
      return .handled
    }
    return .done(event.kind == .doubleClick ? open() : look(in: app))
  }

  private func open() -> [Effect] {
    list.selected.map { [.push(ProcedureLayer($0.id, title: $0.title))] } ?? []
  }

  /// Asks for what is shown beside the list.
  private func look(in app: AppContext) -> [Effect] {
    selectedQuestion(in: app).map { [.ask($0)] } ?? []
  }

  private func selectedQuestion(in app: AppContext) -> ProcedureInForce? {
    guard app.area.columns >= ProceduresPane.previewColumns else { return nil }
    return list.selected.map { ProcedureInForce(id: $0.id) }
  }
}
