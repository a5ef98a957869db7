import DeskModel

/// Prosedur: the procedures in force by office and unit, with how many cases run on each; beside the tree, where
/// there is room, what is selected in it.
struct ProceduresPane: Layer {
  /// From this width on, what is selected is shown beside the tree.
  private static let glanceColumns = 100

  private var tree = ProcedureTree()
  private var list = ListView<ProcedureTree.Entry>()
  private var field = TextField(limit: 60)
  private var isTyping = false
  private var glance: ProcedureGlance?

  var title: Message { Message("procedures.title") }
  var context: CommandContext { .procedures }
  var placement: Placement { .wholePane }
  var takesText: Bool { isTyping }
  var isEntered: Bool { isTyping || !field.isEmpty }
  var subject: Subject? { selected.map { .procedure($0.id) } }

  /// The procedure that is selected.
  private var selected: ProcedureRow? {
    if case .procedure(let row) = list.selected { row } else { nil }
  }

  func questions(in app: AppContext) -> [any Question] {
    [ProceduresInForce()] + (selectedQuestion(in: app).map { [$0] } ?? [])
  }

  func availability(of command: CommandID, in app: AppContext) -> Availability {
    switch command {
    case .open where list.isEmpty, .fold where list.isEmpty, .unfold where list.isEmpty:
      return .unavailable(Message("procedures.nothing-here"))
    case .startFrom, .editProcedure:
      guard let selected else { return .unavailable(Message("procedures.pick-one")) }
      return command == .startFrom
        ? ProcedureStart(selected).availability(in: app) : .available
    default: return .available
    }
  }

  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    if let motion = Motion(command) { return move(motion, in: app) }
    switch command {
    case .open: return open(in: app)
    case .fold: return fold(in: app)
    case .unfold: return unfold(in: app)
    case .find: isTyping = true
    case .startFrom: return selected.map { [.push(ProcedureStart($0).form(in: app))] } ?? []
    case .editProcedure: return selected.map { [.push(ProcedureEditor($0.id))] } ?? []
    case .back:
      // The first Esc leaves the line, the next one shows all again.
      if !isTyping { field.set("") }
      isTyping = false
      return narrow(in: app)
    default: break
    }
    return []
  }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    if isTyping, let text = input.text, let refusal = field.refusal(of: text) {
      return .done([.toast(refusal, .warn)])
    }
    switch input {
    case .key(let key):
      guard isTyping, key != .left || !field.isEmpty else { return .ignored }
      let before = field.text
      guard field.handle(key) else { return .ignored }
      return .done(field.text == before ? [] : narrow(in: app))
    case .paste(let text):
      guard isTyping else { return .ignored }
      field.paste(text)
      return .done(narrow(in: app))
    case .mouse(let event): return take(event, in: app)
    }
  }

  mutating func receive(_ news: News, in app: AppContext) -> [Effect] {
    guard case .answer(let answer) = news else { return [] }
    if let (_, rows) = answer.to(ProceduresInForce.self) {
      let before = list.selected?.id
      let isFirst = tree.rows.isEmpty
      tree.take(rows, own: app.office.name, height: places(app.area).list.height)
      list.replace(tree.entries(matching: field.text))
      if isFirst { selectProcedure(in: app) }
      return list.selected?.id == before ? [] : look(in: app)
    }
    if let (asked, reply) = answer.to(ProcedureInForce.self), asked.id == selected?.id {
      glance = reply.map { ProcedureGlance($0) }
    }
    return []
  }

  func draw(into canvas: inout Canvas, app: AppContext) {
    let places = places(app.area)
    canvas.within(places.field) { drawField(into: &$0, app: app) }
    let line = ProcedureLine(width: list.rowWidth(in: places.list.size))
    canvas.within(places.heads) { line.drawTitles(into: &$0, app: app) }
    canvas.within(places.list) { canvas in
      if list.isEmpty {
        let key = tree.rows.isEmpty ? "procedures.none-at-all" : "procedures.none"
        canvas.put(app.text(key), at: Point(row: 0, column: 1), style: .muted)
      }
      list.draw(into: &canvas, focused: app.isFocused) { line.draw($0, into: &$1, app: app) }
    }
    guard let part = places.glance else { return }
    switch list.selected {
    case .procedure(let row):
      let inner = canvas.box(part, title: row.title)
      canvas.within(inner) { glance?.draw(row, into: &$0, app: app) }
    case .group(let group):
      let inner = canvas.box(part, title: group.name)
      canvas.within(inner) { ProcedureGlance.draw(group, into: &$0, app: app) }
    case nil: _ = canvas.box(part, title: "")
    }
  }
}

// MARK: - Places

extension ProceduresPane {
  private typealias Places = (field: Rect, heads: Rect, list: Rect, glance: Rect?)

  private func places(_ area: Size) -> Places {
    let isWide = area.columns >= ProceduresPane.glanceColumns
    let (left, right) = Rect(area).splitting(left: isWide ? area.columns * 9 / 20 : area.columns)
    let (field, below) = left.splitting(top: 1)
    let (heads, list) = below.splitting(top: 1)
    return (field, heads, list, isWide ? right : nil)
  }

  private func drawField(into canvas: inout Canvas, app: AppContext) {
    let shown = list.rows.reduce(0) { sum, entry in
      if case .group(let group) = entry, group.unit == nil { sum + group.rows.count } else { sum }
    }
    let count = app.text(
      "procedures.count", ["shown": "\(shown)", "all": "\(tree.rows.count)"])
    let label = app.text("procedures.find")
    let used = canvas.put(label, at: Point(row: 0, column: 1), style: .muted) + 2
    let room = max(0, min(40, canvas.width - used - TextWidth.columns(count) - 2))
    canvas.within(Rect(row: 0, column: used, height: 1, width: room)) {
      field.draw(into: &$0, focused: isTyping && app.isFocused)
    }
    canvas.put(
      count, at: Point(row: 0, column: used + room), style: .muted,
      width: canvas.width - used - room - 1, align: .right)
  }
}

// MARK: - Moving

extension ProceduresPane {
  private mutating func move(_ motion: Motion, in app: AppContext) -> [Effect] {
    list.move(motion, height: places(app.area).list.height)
    return look(in: app)
  }

  private mutating func narrow(in app: AppContext) -> [Effect] {
    list.replace(tree.entries(matching: field.text))
    // What is looked for is a procedure: its office and unit stand above it.
    if !field.isEmpty { selectProcedure(in: app) }
    return look(in: app)
  }

  /// Goes from a group to the first procedure in view, if there is one.
  private mutating func selectProcedure(in app: AppContext) {
    guard selected == nil,
      let first = list.rows.first(where: { if case .procedure = $0 { true } else { false } })
    else { return }
    list.select(first.id, height: places(app.area).list.height)
  }

  /// Folds the group, or goes up to the one that the line is in.
  private mutating func fold(in app: AppContext) -> [Effect] {
    guard let entry = list.selected else { return [] }
    if case .group(let group) = entry, !group.isFolded, field.isEmpty {
      tree.set(entry.id, folded: true)
      return narrow(in: app)
    }
    if let parent = ProcedureTree.parent(of: entry) {
      list.select(parent, height: places(app.area).list.height)
    }
    return look(in: app)
  }

  /// Unfolds the group; of one that is open goes to the first line below.
  private mutating func unfold(in app: AppContext) -> [Effect] {
    guard case .group(let group) = list.selected, let id = list.selected?.id else { return [] }
    guard group.isFolded else { return move(.down, in: app) }
    tree.set(id, folded: false)
    return narrow(in: app)
  }

  private mutating func open(in app: AppContext) -> [Effect] {
    switch list.selected {
    case .procedure(let row):
      isTyping = false
      return [.push(ProcedureLayer(row.id, title: row.title))]
    case .group(let group): return group.isFolded ? unfold(in: app) : fold(in: app)
    case nil: return []
    }
  }

  private mutating func take(_ event: MouseEvent, in app: AppContext) -> Reaction {
    let places = places(app.area)
    if places.field.contains(event.point), event.kind == .press(.left) {
      isTyping = true
      return .handled
    }
    let row = event.point.row - places.list.row
    let isInList = event.point.column < places.list.endColumn
    let local = Point(row: isInList ? row : -1, column: event.point.column)
    guard list.mouse(MouseEvent(event.kind, at: local), height: places.list.height) else {
      return .handled
    }
    return .done(event.kind == .doubleClick ? open(in: app) : look(in: app))
  }

  /// Asks for what is shown beside the tree.
  private mutating func look(in app: AppContext) -> [Effect] {
    if glance?.id != selected?.id { glance = nil }
    return selectedQuestion(in: app).map { [.ask($0)] } ?? []
  }

  private func selectedQuestion(in app: AppContext) -> ProcedureInForce? {
    guard app.area.columns >= ProceduresPane.glanceColumns else { return nil }
    return selected.map { ProcedureInForce(id: $0.id) }
  }
}
