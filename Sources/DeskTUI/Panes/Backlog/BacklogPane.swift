import DeskModel

/// Tunggakan: what waits for each role, how much of it is late, and how fast it works against the SOP's own times.
///
/// Every figure opens down to its letters: Enter on a role lists what waits for it, Enter there opens the letter, and
/// what a supervisor may do with it is done from there.
struct BacklogPane: Layer {
  private(set) var board = ListView<BacklogRow>()
  private(set) var order = BacklogOrder.late
  /// The role that is opened.
  private(set) var opened: Role?
  private(set) var tasks = ListView<QueueRow>()
  /// Whether the board was answered once: before that, nothing is known of it.
  private var isKnown = false

  var title: Message { Message("pane.backlog") }
  var context: CommandContext { .backlog }
  var placement: Placement { opened == nil ? .wholePane : .pane }
  var isEntered: Bool { opened != nil }
  var subject: Subject? {
    opened == nil ? nil : tasks.selected.map(Subject.init)
  }

  func questions(in app: AppContext) -> [any Question] {
    let limit = max(BacklogTasks.page, tasks.rows.count)
    let list = opened.map { BacklogTasks(role: $0.id, after: nil, limit: limit) }
    return [BacklogRows()] + (list.map { [$0] } ?? [])
  }

  func availability(of command: CommandID, in app: AppContext) -> Availability {
    switch command {
    case .open where opened == nil ? board.isEmpty : tasks.isEmpty:
      .unavailable(Message("backlog.nothing-here"))
    case .nextFilter, .previousFilter, .filterMenu:
      opened == nil ? .available : .unavailable(Message("backlog.order-on-board"))
    default: .available
    }
  }

  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    if let motion = Motion(command) { return move(motion, in: app) }
    switch command {
    case .open: return open()
    case .back:
      opened = nil
      tasks = ListView()
      return []
    case .nextFilter: return sort(by: order.moved(by: 1), in: app)
    case .previousFilter: return sort(by: order.moved(by: -1), in: app)
    case .filterMenu:
      let items = BacklogOrder.allCases.map {
        PickList.Item(id: $0, label: app.text("backlog.order.\($0.rawValue)"))
      }
      return [.push(PickLayer(title: Message("backlog.order"), items: items, selected: order))]
    default: return []
    }
  }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    guard case .mouse(let event) = input else { return .ignored }
    let local = MouseEvent(
      event.kind, at: Point(row: event.point.row - 2, column: event.point.column))
    let height = listHeight(app.area)
    let isHit =
      opened == nil
      ? board.mouse(local, height: height) : tasks.mouse(local, height: height)
    return .done(isHit && event.kind == .doubleClick ? open() : [])
  }

  mutating func receive(_ news: News, in app: AppContext) -> [Effect] {
    if case .returned(let value) = news, let picked = value as? BacklogOrder {
      return sort(by: picked, in: app)
    }
    guard case .answer(let answer) = news else { return [] }
    if let (_, rows) = answer.to(BacklogRows.self) {
      isKnown = true
      board.replace(order.sorted(rows, in: app.office))
    } else if let (asked, rows) = answer.to(BacklogTasks.self), asked.role == opened?.id {
      let hasMore = rows.count >= asked.limit
      if asked.after == nil {
        tasks.replace(rows, hasMore: hasMore)
      } else if asked.after == tasks.rows.last?.cursor {
        tasks.append(rows, hasMore: hasMore)
      }
    }
    return []
  }

  // MARK: Moving

  private mutating func move(_ motion: Motion, in app: AppContext) -> [Effect] {
    let height = listHeight(app.area)
    guard let role = opened?.id else {
      board.move(motion, height: height)
      return []
    }
    guard tasks.move(motion, height: height), let last = tasks.rows.last else { return [] }
    return [.ask(BacklogTasks(role: role, after: last.cursor, limit: BacklogTasks.page))]
  }

  /// Opens the role, or the letter of its task.
  private mutating func open() -> [Effect] {
    if opened != nil { return [.focus(.letter)] }
    guard let role = board.selected?.role else { return [] }
    opened = role
    tasks = ListView()
    return [.ask(BacklogTasks(role: role.id, after: nil, limit: BacklogTasks.page))]
  }

  private mutating func sort(by new: BacklogOrder, in app: AppContext) -> [Effect] {
    order = new
    board = ListView(new.sorted(board.rows, in: app.office))
    return []
  }

  // MARK: Drawing

  /// The rows above the list, and the totals below it.
  private func listHeight(_ area: Size) -> Int { max(1, area.rows - (opened == nil ? 3 : 2)) }

  func draw(into canvas: inout Canvas, app: AppContext) {
    let (head, rest) = canvas.bounds.splitting(top: 1)
    let (titles, body) = rest.splitting(top: 1)
    if let opened {
      canvas.within(head) { drawTrail(opened, into: &$0, app: app) }
      drawTasks(titles, body, into: &canvas, app: app)
    } else {
      canvas.put(
        app.text("backlog.of", ["name": app.office.backlogName(for: app.session.role)]),
        at: Point(row: 0, column: 1), style: .heading.emphasised)
      drawBoard(titles, body, into: &canvas, app: app)
    }
  }

  private func drawBoard(
    _ titles: Rect, _ body: Rect, into canvas: inout Canvas, app: AppContext
  ) {
    guard !board.isEmpty else {
      guard isKnown else { return }
      canvas.within(body) {
        _ = $0.paragraph(app.text("backlog.empty"), in: $0.bounds.inset(rows: 0), style: .ok)
      }
      return
    }
    let table = BacklogTable(order: order, app: app)
    let (list, foot) = body.splitting(bottom: 1)
    let width = board.rowWidth(in: list.size)
    canvas.within(Rect(row: titles.row, column: 1, height: 1, width: width)) {
      table.drawTitles(into: &$0)
    }
    canvas.within(list) { canvas in
      board.draw(into: &canvas, focused: app.isFocused) { table.draw($0, into: &$1) }
    }
    canvas.within(Rect(row: foot.row, column: 1, height: 1, width: width)) {
      table.drawTotals(BacklogTotals(board.rows), into: &$0)
    }
  }

  private func drawTrail(_ role: Role, into canvas: inout Canvas, app: AppContext) {
    let row = board.rows.first { $0.id == role.id }
    let counts = app.text(
      "backlog.opened",
      ["open": "\(row?.backlog.open ?? 0)", "late": "\(row?.backlog.late ?? 0)"])
    let back = app.text("backlog.way-back")
    let room = canvas.width - TextWidth.columns(back) - 3
    canvas.put(
      "\(role.name): \(counts)", at: Point(row: 0, column: 1), style: .heading.emphasised,
      width: max(0, room))
    canvas.put(
      back, at: Point(row: 0, column: 1), style: .key, width: max(0, canvas.width - 2),
      align: .right)
  }

  private func drawTasks(
    _ titles: Rect, _ body: Rect, into canvas: inout Canvas, app: AppContext
  ) {
    guard !tasks.isEmpty else {
      canvas.within(body) {
        _ = $0.paragraph(
          app.text("backlog.role-empty"), in: $0.bounds.inset(rows: 0), style: .muted)
      }
      return
    }
    let table = InboxTable(app: app)
    let width = tasks.rowWidth(in: body.size)
    canvas.within(Rect(row: titles.row, column: 1, height: 1, width: width)) {
      table.drawTitles(into: &$0)
    }
    canvas.within(body) { canvas in
      tasks.draw(into: &canvas, focused: app.isFocused) { table.draw($0, into: &$1) }
    }
  }
}

extension BacklogOrder {
  /// The order some places further, around the end.
  fileprivate func moved(by step: Int) -> BacklogOrder {
    let all = BacklogOrder.allCases
    let here = all.firstIndex(of: self) ?? 0
    return all[(here + step + all.count) % all.count]
  }
}
