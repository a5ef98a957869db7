import DeskModel

/// Antrean: what waits for the role, most pressing first, with the counters as filters.
struct InboxPane: Layer {
  /// How many rows are asked for at a time.
  static let page = 50

  /// How long the list keeps its order while letters are opened and fall due, in milliseconds: a quarter of an hour.
  private static let keptFor: Int64 = 15 * 60 * 1_000

  private(set) var list = ListView<QueueRow>()
  private(set) var filter = InboxFilter.queue(.all)
  private var counts = QueueCounts()
  /// The moment for which the list was put in order: reading a letter does not move its line at once.
  private var orderedAt: Timestamp?

  var title: Message { Message("inbox.title") }
  var context: CommandContext { .inbox }
  var placement: Placement { .pane }
  var subject: Subject? { list.selected.map(Subject.init) }
  var badge: String? { counts[.all] > 0 ? "\(counts[.all])" : nil }
  var badgeQuestion: (any Question)? { InboxCounts() }

  func questions(in app: AppContext) -> [any Question] {
    switch filter {
    case .queue(let part):
      [
        InboxRows(
          filter: part, asOf: keptOrder(app), count: max(InboxPane.page, list.rows.count)),
        InboxCounts(),
      ]
    case .done: [InboxDone(), InboxCounts()]
    }
  }

  func availability(of command: CommandID, in app: AppContext) -> Availability {
    command == .open && list.isEmpty ? .unavailable(Message("inbox.nothing-here")) : .available
  }

  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    if let motion = Motion(command) {
      return list.move(motion, height: listHeight(app)) ? more() : []
    }
    switch command {
    case .open: return [.focus(.letter)]
    case .nextFilter: return choose(moved(by: 1), in: app)
    case .previousFilter: return choose(moved(by: -1), in: app)
    case .back: return choose(.queue(.all), in: app)
    case .filterMenu:
      let items = (QueueFilter.allCases.map { .queue($0) } + [InboxFilter.done]).map {
        PickList.Item(id: $0, label: app.text($0.label), detail: count(of: $0))
      }
      return [.push(PickLayer(title: Message("filter.title"), items: items, selected: filter))]
    default: return []
    }
  }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    guard case .mouse(let event) = input else { return .ignored }
    if event.point.row == 0, event.kind == .press(.left) {
      guard let hit = strip(app).hit(column: event.point.column, width: app.area.columns) else {
        return .handled
      }
      return .done(choose(hit, in: app))
    }
    let local = Point(row: event.point.row - headRows(app), column: event.point.column)
    guard list.mouse(MouseEvent(event.kind, at: local), height: listHeight(app)) else {
      return .handled
    }
    return .done(event.kind == .doubleClick ? [.focus(.letter)] : [])
  }

  mutating func receive(_ news: News, in app: AppContext) -> [Effect] {
    if case .returned(let value) = news, let picked = value as? InboxFilter {
      return choose(picked, in: app)
    }
    guard case .answer(let answer) = news else { return [] }
    if let (asked, rows) = answer.to(InboxRows.self), filter == .queue(asked.filter) {
      list.replace(rows, hasMore: rows.count >= asked.count)
      orderedAt = rows.first?.asOf
    } else if let (asked, rows) = answer.to(InboxMore.self),
      filter == .queue(asked.filter),
      asked.after == list.rows.last?.cursor
    {
      list.append(rows, hasMore: rows.count >= InboxPane.page)
    } else if let (_, rows) = answer.to(InboxDone.self), filter == .done {
      list.replace(rows, hasMore: false)
    } else if let (_, new) = answer.to(InboxCounts.self) {
      counts = new
    }
    return []
  }

  func draw(into canvas: inout Canvas, app: AppContext) {
    let (top, below) = canvas.bounds.splitting(top: 1)
    let notice = notice(app)
    let (noticed, rest) = below.splitting(top: notice == nil ? 0 : 1)
    let (titles, rows) = rest.splitting(top: headRows(app) - 1 - noticed.height)
    let table = InboxTable(app: app)
    canvas.within(top) { strip(app).draw(into: &$0) }
    if let notice {
      canvas.put(
        "\(canvas.glyphs.arrowRight) \(notice)", at: Point(row: noticed.row, column: 1),
        style: .warn, width: max(0, canvas.width - 2))
    }
    if !list.isEmpty {
      canvas.within(titles.inset(rows: 0)) { table.drawTitles(into: &$0) }
    }
    canvas.within(rows) { canvas in
      if list.isEmpty {
        canvas.paragraph(
          app.text(filter.emptiness),
          in: canvas.bounds.inset(), style: .muted)
      }
      list.draw(into: &canvas, focused: app.isFocused) { row, canvas in
        table.draw(row, into: &canvas)
      }
    }
  }

  /// The filters, that the queue is lent, and the columns' titles where there is room.
  private func headRows(_ app: AppContext) -> Int {
    (app.area.rows < 10 ? 1 : 2) + (notice(app) == nil ? 0 : 1)
  }

  private func listHeight(_ app: AppContext) -> Int { max(1, app.area.rows - headRows(app)) }

  /// To whom the one who sits here has lent this queue, or will.
  private func notice(_ app: AppContext) -> String? {
    let loan = app.office.loans(of: app.session.role.id, on: app.today)
      .first { $0.lending?.lender == app.session.person.id }
    guard let loan, let until = loan.until else { return nil }
    let days = ["person": app.personName(loan.person), "date": app.day(until)]
    return loan.from > app.today
      ? app.text("inbox.lent-from", days.merging(["from": app.day(loan.from)]) { $1 })
      : app.text("inbox.lent", days)
  }

  /// The counters as filters; those that hold nothing are left out. What was done stands last.
  private var filters: [InboxFilter] {
    QueueFilter.allCases.filter { $0 == .all || filter == .queue($0) || counts[$0] > 0 }
      .map { .queue($0) } + [.done]
  }

  private func count(of filter: InboxFilter) -> String {
    if case .queue(let part) = filter { "\(counts[part])" } else { "" }
  }

  private func strip(_ app: AppContext) -> Tabs<InboxFilter> {
    Tabs(
      filters.map {
        Tabs.Item(
          id: $0, label: app.text($0.label), short: app.text($0.shortLabel), badge: count(of: $0))
      },
      current: filter)
  }

  private mutating func choose(_ new: InboxFilter, in app: AppContext) -> [Effect] {
    guard new != filter else { return [] }
    filter = new
    list = ListView()
    orderedAt = nil
    return questions(in: app).map { .ask($0) }
  }

  /// The moment whose order the list keeps; `nil` when it is time to put it in order anew.
  private func keptOrder(_ app: AppContext) -> Timestamp? {
    orderedAt.flatMap { app.now.milliseconds - $0.milliseconds < Self.keptFor ? $0 : nil }
  }

  private func moved(by step: Int) -> InboxFilter {
    let here = filters.firstIndex(of: filter) ?? 0
    return filters[(here + step + filters.count) % filters.count]
  }

  private func more() -> [Effect] {
    guard case .queue(let part) = filter, let last = list.rows.last else { return [] }
    return [.ask(InboxMore(filter: part, after: last.cursor))]
  }
}
