import DeskModel

/// A step in full: what it asks and gives, its ways on, and everything that was done at it.
struct FlowStepLayer: ViewerLayer {
  private static let width = 72

  let title: Message
  private let lines: [Viewer.Line]
  var viewer = Viewer()

  /// Shows a step of a procedure, with what has become of a case at it.
  init(_ step: Step, in procedure: Procedure, progress: FlowProgress?, words: FlowWords) {
    title = Message("flow.step.title", ["no": "\(step.no)"])
    lines = words.page(
      step, in: procedure, progress: progress?.steps[step.no], width: FlowStepLayer.width - 1)
  }

  var placement: Placement {
    .dialog(Size(rows: lines.count, columns: FlowStepLayer.width))
  }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    if case .key(.enter) = input { return .done([.close]) }
    return scroll(input, in: app)
  }

  /// The lines, broken anew where the dialog had to become narrower.
  func lines(in app: AppContext) -> [Viewer.Line] {
    guard app.area.columns < FlowStepLayer.width else { return lines }
    return lines.flatMap { line in
      TextWidth.wrap(line.text, width: app.area.columns - 1).map {
        Viewer.Line($0, style: line.style)
      }
    }
  }
}
