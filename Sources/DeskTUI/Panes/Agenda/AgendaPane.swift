import DeskModel

/// Agenda: the office's books, number by number, newest first.
struct AgendaPane: Layer {
  private(set) var window = AgendaWindow()
  private(set) var place: AgendaPlace?
  /// The last page that is known to be closed.
  private var closed: AgendaPageClosed?
  private var years: [AgendaBookID: ClosedRange<Int>] = [:]
  /// The number being typed to go to.
  private var goal: TextField?
  /// The number that the page asked for is to be opened at.
  private var wanted: Int?

  var title: Message { Message("pane.agenda") }
  var context: CommandContext { .agenda }
  var placement: Placement { .wholePane }
  var takesText: Bool { goal != nil }
  var subject: Subject? { window.list.selected?.letter?.subjectOfRow }

  func questions(in app: AppContext) -> [any Question] {
    guard let place = place ?? first(app) else { return [] }
    return [
      window.refresh(place), AgendaYears(), AgendaPageClosed(book: place.book, date: app.today),
    ]
  }

  /// The book of letters that come in, this year.
  private func first(_ app: AppContext) -> AgendaPlace? {
    app.office.books.first.map { AgendaPlace(book: $0.id, period: $0.period(of: app.today)) }
  }

  mutating func gainFocus(in app: AppContext) -> [Effect] {
    if place == nil { place = first(app) }
    return []
  }

  func availability(of command: CommandID, in app: AppContext) -> Availability {
    switch command {
    case .open where window.list.isEmpty: .unavailable(Message("agenda.nothing-here"))
    case .open where subject == nil: .unavailable(Message("agenda.no-letter"))
    case .closePage: closing(in: app)
    case .nextFilter, .previousFilter:
      app.office.books.count > 1 ? .available : .unavailable(Message("agenda.one-book"))
    default: .available
    }
  }

  /// Whether whoever sits here keeps the agenda books, and today's page is open still.
  private func closing(in app: AppContext) -> Availability {
    if app.office.hasDuty(.registers, app.session.role.id) {
      guard let closed, closed.book == place?.book, closed.date == app.today else {
        return .available
      }
      return .unavailable(Refusal(.pageClosed, ["date": app.today.dayFirst]).message)
    }
    let clerks = app.office.roles.filter { app.office.hasDuty(.registers, $0.id) }
    return .unavailable(
      Message("agenda.close-not-here", ["roles": clerks.map(\.name).joined(separator: ", ")]))
  }

  func stake(of command: CommandID, in app: AppContext) -> Stake? {
    guard command == .closePage, let book = place.flatMap({ app.office.book($0.book) }) else {
      return nil
    }
    return Stake(name: "\(book.name), \(app.dates.short(app.today))", number: "")
  }

  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    guard let place else { return [] }
    if let motion = Motion(command) { return move(motion, in: app) }
    switch command {
    case .open: return [.focus(.letter)]
    case .closePage: return [.perform(.keepBook(.closePage(place.book, app.today)))]
    case .goTo:
      goal = TextField(limit: 12)
      return []
    case .nextFilter: return turn(by: 1, in: app)
    case .previousFilter: return turn(by: -1, in: app)
    case .filterMenu:
      return [
        .push(
          PickLayer(title: Message("agenda.books"), items: bookItems(app), selected: place))
      ]
    default: return []
    }
  }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    if let text = input.text, let refusal = goal?.refusal(of: text) {
      return .done([.toast(refusal, .warn)])
    }
    switch input {
    case .key(let key): return typed(key, in: app)
    case .paste(let text):
      goal?.paste(text)
      return goal == nil ? .ignored : .handled
    case .mouse(let event): return .done(mouse(event, in: app))
    }
  }

  mutating func receive(_ news: News, in app: AppContext) -> [Effect] {
    if case .returned(let value) = news, let picked = value as? AgendaPlace {
      return show(picked, in: app)
    }
    if case .performed(.keepBook(.closePage(let book, let date)), _) = news {
      return [.ask(AgendaDayPage(book: book, date: date))]
    }
    guard case .answer(let answer) = news else { return [] }
    if let (_, page) = answer.to(AgendaDayPage.self), let closing = page.closing {
      return [
        .toast(
          Message(
            "agenda.closed",
            [
              "count": "\(closing.page.count)", "code": closing.code,
              "entry": "\(closing.entry)",
            ]), .done)
      ]
    }
    if let (page, isClosed) = answer.to(AgendaPageClosed.self) {
      if isClosed { closed = page }
    } else if let (_, found) = answer.to(AgendaYears.self) {
      years = found
    } else if let (page, rows) = answer.to(AgendaPage.self), page.place == place {
      return take(rows, of: page, in: app)
    }
    return []
  }

  // MARK: Pages

  private mutating func move(_ motion: Motion, in app: AppContext) -> [Effect] {
    guard let place else { return [] }
    switch motion {
    case .first where window.hasNewer: return goTo(Int.max, in: place)
    case .last where window.list.hasMore: return goTo(1, in: place)
    default:
      let page = window.move(motion, height: listHeight(app.area), in: place)
      return page.map { [.ask($0)] } ?? []
    }
  }

  /// Asks for the page around a number.
  private mutating func goTo(_ number: Int, in place: AgendaPlace) -> [Effect] {
    wanted = number
    let edge: AgendaPage.Edge =
      number == Int.max ? .newest : .below(number + AgendaWindow.page / 2)
    return [.ask(AgendaPage(place: place, edge: edge, limit: AgendaWindow.page))]
  }

  private mutating func take(
    _ rows: [AgendaRow], of page: AgendaPage, in app: AppContext
  ) -> [Effect] {
    guard let number = wanted else {
      if page == window.refresh(page.place) {
        window.replace(rows, by: page)
      } else {
        window.extend(rows, by: page)
      }
      return []
    }
    wanted = nil
    window.begin(rows, hasNewer: page.edge != .newest, hasOlder: rows.count >= page.limit)
    window.select(number, height: listHeight(app.area))
    let found = window.list.selected?.id
    guard number != Int.max, found != number else { return [] }
    let message = Message("agenda.no-such-number", ["number": "\(number)"])
    return [.toast(message, .warn)]
  }

  // MARK: Books

  /// The books with their years, newest first.
  private func bookItems(_ app: AppContext) -> [PickList<AgendaPlace>.Item] {
    app.office.books.flatMap { book in
      let now = book.period(of: app.today)
      let known = years[book.id] ?? now...now
      return (known.lowerBound...max(known.upperBound, now)).reversed().map { period in
        PickList.Item(
          id: AgendaPlace(book: book.id, period: period),
          label: period == 0 ? book.name : "\(book.name) \(period)")
      }
    }
  }

  private mutating func turn(by step: Int, in app: AppContext) -> [Effect] {
    let books = app.office.books
    guard let here = books.firstIndex(where: { $0.id == place?.book }) else { return [] }
    let book = books[(here + step + books.count) % books.count]
    return show(AgendaPlace(book: book.id, period: book.period(of: app.today)), in: app)
  }

  private mutating func show(_ new: AgendaPlace, in app: AppContext) -> [Effect] {
    guard new != place else { return [] }
    place = new
    window = AgendaWindow()
    wanted = nil
    return [
      .ask(window.refresh(new)), .ask(AgendaPageClosed(book: new.book, date: app.today)),
    ]
  }

  // MARK: Going to a number

  private mutating func typed(_ key: Key, in app: AppContext) -> Reaction {
    guard goal != nil else { return .ignored }
    switch key {
    case .escape: goal = nil
    case .enter:
      let text = goal?.text ?? ""
      goal = nil
      return .done(goTo(typed: text, in: app))
    case .character(let character):
      guard character.isNumber || character == "/" else { return .handled }
      _ = goal?.handle(key)
    default: return goal?.handle(key) == true ? .handled : .ignored
    }
    return .handled
  }

  /// Goes to `207`, or to `207/2025` in another year of the same book.
  private mutating func goTo(typed text: String, in app: AppContext) -> [Effect] {
    guard var place else { return [] }
    let parts = text.split(separator: "/").map { Int($0) }
    guard let number = parts.first ?? nil, number > 0, number < 1_000_000_000, parts.count <= 2
    else {
      return text.isEmpty ? [] : [.toast(Message("agenda.not-a-number", ["text": text]), .warn)]
    }
    if parts.count == 2, let year = parts[1] { place.period = year }
    if place != self.place { _ = show(place, in: app) }
    return goTo(number, in: place)
  }

  // MARK: Drawing

  func draw(into canvas: inout Canvas, app: AppContext) {
    guard let place, let book = app.office.book(place.book) else { return }
    let (head, rest) = canvas.bounds.splitting(top: 1)
    canvas.within(head) { drawHead(book, place, into: &$0, app: app) }
    let table = AgendaTable(
      window.list.rows, isIncoming: book.kinds.contains(where: \.isIncoming),
      width: canvas.width, app: app)
    let (titles, body) = rest.splitting(top: 1)
    let width = window.list.rowWidth(in: body.size)
    canvas.within(Rect(row: titles.row, column: 1, height: 1, width: width)) {
      table.drawTitles(into: &$0)
    }
    canvas.within(body) { canvas in
      if window.list.isEmpty {
        let key = place.period == 0 ? "agenda.empty-ever" : "agenda.empty"
        canvas.paragraph(
          app.text(key, ["book": book.name, "year": "\(place.period)"]),
          in: canvas.bounds.inset(), style: .muted)
      }
      window.list.draw(into: &canvas, focused: app.isFocused) {
        table.draw($0, of: book, into: &$1)
      }
    }
  }

  private func drawHead(
    _ book: AgendaBook, _ place: AgendaPlace, into canvas: inout Canvas, app: AppContext
  ) {
    if let goal {
      let used = canvas.put(app.text("agenda.go-to"), at: Point(row: 0, column: 1), style: .heading)
      let field = Rect(row: 0, column: used + 2, height: 1, width: 14)
      canvas.within(field) { goal.draw(into: &$0, focused: app.isFocused) }
      canvas.put(
        app.text("agenda.go-to-hint"), at: Point(row: 0, column: field.endColumn + 1),
        style: .muted)
      return
    }
    let year = place.period == 0 ? "" : " \(place.period)"
    let name = "\(canvas.glyphs.arrowLeft) \(book.name)\(year) \(canvas.glyphs.arrowRight)"
    let used = canvas.put(name, at: Point(row: 0, column: 1), style: .heading.emphasised)
    guard let first = window.list.rows.first?.id, let last = window.list.rows.last?.id
    else { return }
    let isWhole = !window.hasNewer && !window.list.hasMore
    let span = app.text(
      isWhole ? "agenda.span" : "agenda.span-part",
      ["first": "\(last)", "last": "\(first)"])
    canvas.put(
      span, at: Point(row: 0, column: used + 3), style: .muted,
      width: max(0, canvas.width - used - 4), align: .right)
  }

  private func listHeight(_ area: Size) -> Int { max(1, area.rows - 2) }

  private mutating func mouse(_ event: MouseEvent, in app: AppContext) -> [Effect] {
    if event.point.row == 0, event.kind == .press(.left) {
      return event.point.column <= 2 ? turn(by: -1, in: app) : turn(by: 1, in: app)
    }
    let height = listHeight(app.area)
    switch event.kind {
    case .wheelUp: return move(.up, in: app)
    case .wheelDown: return move(.down, in: app)
    default: break
    }
    let local = Point(row: event.point.row - 2, column: event.point.column)
    guard window.mouse(MouseEvent(event.kind, at: local), height: height) else { return [] }
    return event.kind == .doubleClick && subject != nil ? [.focus(.letter)] : []
  }
}
