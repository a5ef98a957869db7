import DeskModel

/// A procedure to read: as a flow, as the table of its form, and its particulars.
struct ProcedureLayer: Layer {
  /// What is shown of it.
  enum View: String, CaseIterable, Hashable, Sendable {
    /// Its lanes and steps as a picture.
    case flow
    /// Its steps as the table of the SOP-AP form.
    case table
    /// What stands above the table, and what was found in it.
    case facts
  }

  private let id: ProcedureID
  private let name: String
  private var reply: ProcedureInForce.Page?
  private var view = View.flow
  private var chart: FlowChart?
  private var tableViewer = Viewer()
  private var factsViewer = Viewer()

  /// Opens the procedure in force with an identifier.
  init(_ id: ProcedureID, title: String) {
    self.id = id
    name = title
  }

  var title: Message {
    Message("procedures.reader.title", ["id": id.rawValue, "title": name])
  }
  var context: CommandContext { .procedure }
  var placement: Placement { .full }

  func questions(in app: AppContext) -> [any Question] { [ProcedureInForce(id: id)] }

  func availability(of command: CommandID, in app: AppContext) -> Availability {
    switch command {
    case .open, .laneLeft, .laneRight:
      view == .flow ? .available : .unavailable(Message("procedures.only-flow"))
    default: .available
    }
  }

  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    if let motion = Motion(command) {
      move(motion, in: app)
      return []
    }
    let size = body(app.area).size
    switch command {
    case .back: return [.close]
    case .otherView: show(next(after: view))
    case .open: return openStep(in: app)
    case .laneLeft: chart?.scroll(lanes: -1, size: size, words: FlowWords(app))
    case .laneRight: chart?.scroll(lanes: 1, size: size, words: FlowWords(app))
    default: break
    }
    return []
  }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    guard case .mouse(let event) = input else { return .ignored }
    if event.point.row == 0 {
      if event.kind == .press(.left),
        let hit = tabs(app).hit(column: event.point.column, width: app.area.columns)
      {
        show(hit)
      }
      return .handled
    }
    let size = body(app.area).size
    let local = MouseEvent(
      event.kind, at: Point(row: event.point.row - 1, column: event.point.column))
    switch view {
    case .flow:
      let opens = chart?.mouse(local, size: size, words: FlowWords(app))
      return .done(opens == true ? openStep(in: app) : [])
    case .table:
      _ = tableViewer.mouse(local, count: table(app)?.lineCount ?? 0, height: size.rows - 2)
    case .facts:
      _ = factsViewer.mouse(local, count: facts(app).count, height: size.rows)
    }
    return .handled
  }

  mutating func receive(_ news: News, in app: AppContext) -> [Effect] {
    guard case .answer(let answer) = news, let (asked, new) = answer.to(ProcedureInForce.self),
      asked.id == id
    else { return [] }
    reply = new
    guard let procedure = new?.enacted.procedure else {
      chart = nil
      return [.close, .toast(Message("procedures.gone"), .warn)]
    }
    if chart == nil {
      chart = FlowChart(procedure)
    } else {
      chart?.update(procedure, progress: nil)
    }
    return []
  }

  func draw(into canvas: inout Canvas, app: AppContext) {
    canvas.within(canvas.bounds.splitting(top: 1).top) { canvas in
      tabs(app).draw(into: &canvas)
      guard let procedure = reply?.enacted.procedure else { return }
      let facts = [procedure.number, procedure.unit].compactMap { $0 }.joined(separator: " · ")
      let used = 34
      canvas.put(
        facts, at: Point(row: 0, column: used), style: .muted, width: canvas.width - used - 1,
        align: .right)
    }
    canvas.within(body(app.area)) { canvas in
      guard reply != nil else {
        canvas.put(app.text("flow.loading"), at: Point(row: 0, column: 1), style: .muted)
        return
      }
      switch view {
      case .flow: chart?.draw(into: &canvas, words: FlowWords(app), focused: app.isFocused)
      case .table: table(app)?.draw(into: &canvas, top: tableViewer.top)
      case .facts: factsViewer.draw(facts(app), into: &canvas)
      }
    }
  }
}

// MARK: - Views

extension ProcedureLayer {
  private func body(_ area: Size) -> Rect { Rect(area).splitting(top: 1).rest }

  private func tabs(_ app: AppContext) -> Tabs<View> {
    Tabs(
      View.allCases.map {
        Tabs.Item(id: $0, label: app.text("procedures.view.\($0.rawValue)"))
      }, current: view)
  }

  private mutating func show(_ new: View) { view = new }

  private func next(after view: View) -> View {
    let all = View.allCases
    let here = all.firstIndex(of: view) ?? 0
    return all[(here + 1) % all.count]
  }

  private mutating func move(_ motion: Motion, in app: AppContext) {
    let size = body(app.area).size
    switch view {
    case .flow: chart?.move(motion, size: size, words: FlowWords(app))
    case .table:
      tableViewer.move(motion, count: table(app)?.lineCount ?? 0, height: size.rows - 2)
    case .facts: factsViewer.move(motion, count: facts(app).count, height: size.rows)
    }
  }

  private func table(_ app: AppContext) -> ProcedureTable? {
    reply.map {
      ProcedureTable($0.enacted.procedure, words: FlowWords(app), width: app.area.columns)
    }
  }

  private func facts(_ app: AppContext) -> [Viewer.Line] {
    guard let reply else { return [] }
    return ProcedureFacts(
      reply: reply, words: FlowWords(app), width: max(1, app.area.columns - 2)
    ).lines
  }

  private func openStep(in app: AppContext) -> [Effect] {
    guard let step = chart?.step, let procedure = chart?.procedure else { return [] }
    return [.push(FlowStepLayer(step, in: procedure, progress: nil, words: FlowWords(app)))]
  }
}
