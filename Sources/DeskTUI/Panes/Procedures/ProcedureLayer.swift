import DeskModel

/// A procedure to read: as a flow, as the table of its form, its particulars, what was found in it, its versions.
struct ProcedureLayer: Layer {
  /// What is shown of it.
  enum View: String, CaseIterable, Hashable, Sendable {
    /// Its lanes and steps as a picture.
    case flow
    /// Its steps as the table of the SOP-AP form.
    case table
    /// What stands above the table, and the service standard.
    case form
    /// What was found in it, and the notes on its source.
    case notes
    /// Its versions.
    case versions
  }

  private let id: ProcedureID
  private let name: String
  private var page: ProcedureInForce.Page?
  private var findings = 0
  private var view: View?
  private var chart: FlowChart?
  private var viewers: [View: Viewer] = [:]
  private var versions = ProcedureVersionList()

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
  var subject: Subject? { .procedure(id) }

  /// Without steps there is no flow to begin with.
  private var shown: View { view ?? (hasSteps ? .flow : .form) }
  private var hasSteps: Bool { page?.enacted.procedure.steps.isEmpty == false }

  func questions(in app: AppContext) -> [any Question] { [ProcedureInForce(id: id)] }

  func availability(of command: CommandID, in app: AppContext) -> Availability {
    switch command {
    case .open where shown == .versions && versions.pair == nil, .compare where versions.count < 2:
      return .unavailable(Message("procedures.one-version"))
    case .open where shown == .versions: return .available
    case .compare:
      return shown == .versions
        ? .available : .unavailable(Message("procedures.only-versions"))
    case .open, .laneLeft, .laneRight:
      if !hasSteps, page != nil { return .unavailable(Message("procedures.no-steps")) }
      return shown == .flow ? .available : .unavailable(Message("procedures.only-flow"))
    case .startFrom:
      return (page?.enacted.procedure).map { ProcedureStart($0).availability(in: app) }
        ?? .unavailable(Message("flow.loading"))
    default: return .available
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
    case .otherView: turn(by: 1)
    case .previousView: turn(by: -1)
    case .open: return shown == .versions ? compare() : openStep(in: app)
    case .compare: return mark()
    case .laneLeft: chart?.scroll(lanes: -1, size: size, words: FlowWords(app))
    case .laneRight: chart?.scroll(lanes: 1, size: size, words: FlowWords(app))
    case .startFrom:
      return page.map { [.push(ProcedureStart($0.enacted.procedure).form(in: app))] } ?? []
    case .editProcedure: return [.push(ProcedureEditor(id))]
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
        view = hit
      }
      return .handled
    }
    let size = body(app.area).size
    let local = MouseEvent(
      event.kind, at: Point(row: event.point.row - 1, column: event.point.column))
    switch shown {
    case .flow:
      let opens = chart?.mouse(local, size: size, words: FlowWords(app))
      return .done(opens == true ? openStep(in: app) : [])
    case .versions:
      let isHit = versions.mouse(local, height: size.rows)
      return .done(isHit && event.kind == .doubleClick ? compare() : [])
    case .table, .form, .notes:
      _ = viewers[shown, default: Viewer()].mouse(
        local, count: lineCount(app), height: height(app))
    }
    return .handled
  }

  mutating func receive(_ news: News, in app: AppContext) -> [Effect] {
    guard case .answer(let answer) = news, let (asked, new) = answer.to(ProcedureInForce.self),
      asked.id == id
    else { return [] }
    page = new
    guard let new else {
      chart = nil
      return [.close, .toast(Message("procedures.gone"), .warn)]
    }
    let procedure = new.enacted.procedure
    versions.take(new.versions)
    findings = ProcedureFacts.findings(procedure, in: app.office).count
    if chart == nil {
      chart = FlowChart(procedure)
    } else {
      chart?.update(procedure, progress: nil)
    }
    return []
  }

  func draw(into canvas: inout Canvas, app: AppContext) {
    let tabs = tabs(app)
    canvas.within(canvas.bounds.splitting(top: 1).top) { canvas in
      tabs.draw(into: &canvas)
      guard let procedure = page?.enacted.procedure else { return }
      let used = tabs.width + 2
      guard canvas.width - used >= 16 else { return }
      let facts = [procedure.number, procedure.unit].compactMap { $0 }.joined(separator: " · ")
      canvas.put(
        facts, at: Point(row: 0, column: used), style: .muted, width: canvas.width - used - 1,
        align: .right)
    }
    canvas.within(body(app.area)) { canvas in
      guard page != nil else {
        canvas.put(app.text("flow.loading"), at: Point(row: 0, column: 1), style: .muted)
        return
      }
      switch shown {
      case .flow where !hasSteps, .table where !hasSteps:
        drawWithoutSteps(into: &canvas, app: app)
      case .flow: chart?.draw(into: &canvas, words: FlowWords(app), focused: app.isFocused)
      case .table: table(app)?.draw(into: &canvas, top: viewers[.table]?.top ?? 0)
      case .form, .notes: (viewers[shown] ?? Viewer()).draw(lines(app), into: &canvas)
      case .versions: versions.draw(into: &canvas, app: app)
      }
    }
  }

  /// Why there is no flow, and what to do about it.
  private func drawWithoutSteps(into canvas: inout Canvas, app: AppContext) {
    let room = canvas.bounds.inset(rows: 1, columns: 2)
    let used = canvas.paragraph(app.text("procedures.no-steps"), in: room, style: .warn)
    let rest = room.splitting(top: used + 1).rest
    canvas.paragraph(
      app.text("procedures.write-steps", ["key": app.key(.editProcedure)]), in: rest)
  }
}

// MARK: - Views

extension ProcedureLayer {
  private func body(_ area: Size) -> Rect { Rect(area).splitting(top: 1).rest }

  private func tabs(_ app: AppContext) -> Tabs<View> {
    Tabs(
      View.allCases.map { view in
        let count = view == .notes ? findings : view == .versions ? versions.count : 0
        return Tabs.Item(
          id: view, label: app.text("procedures.view.\(view.rawValue)"),
          badge: count > 0 ? "\(count)" : "")
      }, current: shown)
  }

  private mutating func turn(by step: Int) {
    let all = View.allCases
    let here = all.firstIndex(of: shown) ?? 0
    view = all[(here + step + all.count) % all.count]
  }

  private mutating func move(_ motion: Motion, in app: AppContext) {
    let size = body(app.area).size
    switch shown {
    case .flow: chart?.move(motion, size: size, words: FlowWords(app))
    case .versions: versions.move(motion, height: size.rows)
    case .table, .form, .notes:
      viewers[shown, default: Viewer()].move(
        motion, count: lineCount(app), height: height(app))
    }
  }

  /// The lines in view; the table's titles stay.
  private func height(_ app: AppContext) -> Int {
    body(app.area).height - (shown == .table ? 2 : 0)
  }

  private func lineCount(_ app: AppContext) -> Int {
    shown == .table ? table(app)?.lineCount ?? 0 : lines(app).count
  }

  private func table(_ app: AppContext) -> ProcedureTable? {
    page.map {
      ProcedureTable($0.enacted.procedure, words: FlowWords(app), width: app.area.columns)
    }
  }

  private func lines(_ app: AppContext) -> [Viewer.Line] {
    guard let page else { return [] }
    let facts = ProcedureFacts(
      page: page, words: FlowWords(app), width: max(1, app.area.columns - 2))
    return shown == .notes ? facts.notes : facts.form
  }

  private func openStep(in app: AppContext) -> [Effect] {
    guard let step = chart?.step, let procedure = chart?.procedure else { return [] }
    return [.push(FlowStepLayer(step, in: procedure, progress: nil, words: FlowWords(app)))]
  }

  /// Opens what the two versions differ in.
  private func compare() -> [Effect] {
    versions.pair.map { [.push(ComparisonLayer(id, old: $0.old, new: $0.new))] } ?? []
  }

  /// Marks a version to compare others with.
  private mutating func mark() -> [Effect] {
    versions.mark()
    return versions.marked.map {
      [.toast(Message("procedures.marked", ["version": "\($0)"]), .info)]
    } ?? []
  }
}
