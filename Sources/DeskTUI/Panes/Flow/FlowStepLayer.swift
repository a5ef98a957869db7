import DeskModel

/// A step in full: what it asks and gives, its ways on, and everything that was done at it.
struct FlowStepLayer: Layer {
  private static let width = 72

  let title: Message
  private let lines: [Viewer.Line]
  private var viewer = Viewer()

  /// Shows a step of a procedure, with what has become of a case at it.
  init(_ step: Step, in procedure: Procedure, progress: FlowProgress?, words: FlowWords) {
    title = Message("flow.step.title", ["no": "\(step.no)"])
    lines = words.page(
      step, in: procedure, progress: progress?.steps[step.no], width: FlowStepLayer.width - 1)
  }

  var context: CommandContext { .viewer }
  var placement: Placement {
    .dialog(Size(rows: lines.count, columns: FlowStepLayer.width))
  }

  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    if command == .back { return [.close] }
    if let motion = Motion(command) {
      viewer.move(motion, count: shown(app).count, height: app.area.rows)
    }
    return []
  }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    switch input {
    case .key(.enter): return .done([.close])
    case .mouse(let event):
      _ = viewer.mouse(event, count: shown(app).count, height: app.area.rows)
      return .handled
    case .key, .paste: return .ignored
    }
  }

  func draw(into canvas: inout Canvas, app: AppContext) {
    viewer.draw(shown(app), into: &canvas)
  }

  /// The lines, broken anew where the dialog had to become narrower.
  private func shown(_ app: AppContext) -> [Viewer.Line] {
    guard app.area.columns < FlowStepLayer.width else { return lines }
    return lines.flatMap { line in
      TextWidth.wrap(line.text, width: app.area.columns - 1).map {
        Viewer.Line($0, style: line.style)
      }
    }
  }
}
