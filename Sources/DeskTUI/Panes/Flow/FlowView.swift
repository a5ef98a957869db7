import DeskModel

/// The flow of a case: its procedure's lanes and steps with the way it has taken, and where it stands.
///
/// It lies below queue and letter on wide screens and fills the body on narrow ones; a wide one can be enlarged.
struct FlowView: Layer {
  private let caseID: CaseID
  private let taskID: TaskID?
  private let isEnlarged: Bool
  private var shown: CaseView?
  private var chart: FlowChart?

  /// Shows the flow of a case, with the roles that lanes stand for on a task's branch.
  init(_ caseID: CaseID, task taskID: TaskID? = nil) {
    self.caseID = caseID
    self.taskID = taskID
    isEnlarged = false
  }

  /// The same over the whole body.
  private init(enlarging other: FlowView) {
    caseID = other.caseID
    taskID = other.taskID
    isEnlarged = true
    shown = other.shown
    chart = other.chart
  }

  var title: Message {
    guard let shown else { return Message("flow.title") }
    let subject = shown.state.letter.subject
    guard let number = shown.state.number?.text else {
      return Message("flow.title.unnumbered", ["subject": subject])
    }
    return Message("flow.title.case", ["number": number, "subject": subject])
  }
  var context: CommandContext { .flow }
  var placement: Placement { isEnlarged ? .full : .flow }

  func questions(in app: AppContext) -> [any Question] { [FlowCase(id: caseID)] }

  func availability(of command: CommandID, in app: AppContext) -> Availability {
    switch command {
    case .open where chart?.step == nil: .unavailable(Message("flow.nothing-here"))
    case .enlarge where !app.isWide: .unavailable(Message("flow.is-large"))
    default: .available
    }
  }

  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    if let motion = Motion(command) {
      chart?.move(motion, size: app.area, words: FlowWords(app))
      return []
    }
    switch command {
    case .open: return openStep(in: app)
    case .back: return [.close]
    case .laneLeft: chart?.scroll(lanes: -1, size: app.area, words: FlowWords(app))
    case .laneRight: chart?.scroll(lanes: 1, size: app.area, words: FlowWords(app))
    case .enlarge: return isEnlarged ? [.close] : [.push(FlowView(enlarging: self))]
    default: break
    }
    return []
  }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    guard case .mouse(let event) = input else { return .ignored }
    let opens = chart?.mouse(event, size: app.area, words: FlowWords(app))
    return .done(opens == true ? openStep(in: app) : [])
  }

  mutating func receive(_ news: News, in app: AppContext) -> [Effect] {
    guard case .answer(let answer) = news, let (asked, view) = answer.to(FlowCase.self),
      asked.id == caseID
    else { return [] }
    shown = view
    guard let view else {
      chart = nil
      return []
    }
    let progress = progress(of: view.state, in: app)
    if chart == nil {
      chart = FlowChart(view.state.procedure, progress: progress)
    } else {
      chart?.update(view.state.procedure, progress: progress)
    }
    return []
  }

  func draw(into canvas: inout Canvas, app: AppContext) {
    guard var chart, let shown else {
      canvas.put(app.text("flow.loading"), at: Point(row: 0, column: 1), style: .muted)
      return
    }
    // Waiting grows without anything happening.
    chart.update(shown.state.procedure, progress: progress(of: shown.state, in: app))
    chart.draw(into: &canvas, words: FlowWords(app), focused: app.isFocused)
  }

  private func progress(of state: CaseState, in app: AppContext) -> FlowProgress {
    let branch = taskID.flatMap { state.task($0)?.branch }.flatMap { $0 == 0 ? nil : $0 }
    return FlowProgress(
      state, branch: branch, now: app.now, calendar: app.office.calendar)
  }

  private func openStep(in app: AppContext) -> [Effect] {
    guard let step = chart?.step, let procedure = chart?.procedure else { return [] }
    return [
      .push(
        FlowStepLayer(step, in: procedure, progress: chart?.progress, words: FlowWords(app)))
    ]
  }
}

extension FlowWords {
  /// The words of the application.
  init(_ app: AppContext) {
    self.init(phrases: app.phrases, dates: app.dates, office: app.office)
  }
}
