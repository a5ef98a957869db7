import DeskModel

/// A flow with the place of its user in it: what the flow of a case and the reader of a procedure share.
struct FlowChart: Sendable {
  /// The procedure.
  private(set) var procedure: Procedure
  /// What has become of a case; `nil` for the procedure by itself.
  private(set) var progress: FlowProgress?
  private var plan: FlowPlan
  /// The selected row.
  private(set) var cursor = 0
  /// The first line in view, as far as the last move knew; `nil` to have the cursor in the middle.
  private var top: Int?
  /// The first lane in view; `nil` to have the cursor's in the middle.
  private var lane: Int?
  /// Whether the user has moved: before, the cursor goes where the case goes.
  private var hasMoved = false

  /// Shows a procedure, with a case in it where there is one.
  init(_ procedure: Procedure, progress: FlowProgress? = nil) {
    self.procedure = procedure
    self.progress = progress
    plan = FlowPlan(procedure, progress: progress)
    goToCurrent()
  }

  /// The selected step.
  var step: Step? { procedure.steps.indices.contains(cursor) ? procedure.steps[cursor] : nil }

  /// Takes a newer state of the same case.
  mutating func update(_ procedure: Procedure, progress: FlowProgress?) {
    if procedure != self.procedure || progress != self.progress {
      plan = FlowPlan(procedure, progress: progress)
    }
    self.procedure = procedure
    self.progress = progress
    cursor = max(0, min(cursor, procedure.steps.count - 1))
    if !hasMoved { goToCurrent() }
  }

  /// Moves the cursor through the steps.
  mutating func move(_ motion: Motion, size: Size, words: FlowWords) {
    let window = window(size: size, words: words)
    let lines = procedure.steps.isEmpty ? 1 : max(1, window.picture.height / procedure.steps.count)
    let page = max(1, window.lanes.height / lines)
    select(
      motion.target(from: cursor, count: procedure.steps.count, height: page), in: window)
  }

  /// Moves the lanes in view, by so many to the right.
  mutating func scroll(lanes: Int, size: Size, words: FlowWords) {
    let window = window(size: size, words: words)
    let most = procedure.lanes.count - window.shown.count
    lane = max(0, min(window.shown.lowerBound + lanes, most))
    top = window.top
    hasMoved = true
  }

  /// Takes a click or the wheel.
  ///
  /// - Returns: whether a step was hit twice, which opens it; `nil` when nothing was hit.
  mutating func mouse(_ event: MouseEvent, size: Size, words: FlowWords) -> Bool? {
    switch event.kind {
    case .wheelUp: move(.up, size: size, words: words)
    case .wheelDown: move(.down, size: size, words: words)
    case .press(.left), .doubleClick:
      let window = window(size: size, words: words)
      guard let row = window.row(at: event.point) else { return nil }
      select(row, in: window)
      return event.kind == .doubleClick
    case .press, .release: return nil
    }
    return false
  }

  /// What is in view on a canvas of a size.
  func window(size: Size, words: FlowWords) -> FlowWindow {
    FlowWindow(
      plan, of: procedure, progress: progress, words: words, size: size, cursor: cursor, top: top,
      lane: lane)
  }

  private mutating func select(_ row: Int, in window: FlowWindow) {
    cursor = row
    hasMoved = true
    top = window.top
    let lanes = window.picture.boxes.filter { $0.row == row }.map(\.lane)
    guard let nearest = lanes.first, !lanes.contains(where: window.shown.contains) else {
      lane = window.shown.lowerBound
      return
    }
    lane = nearest < window.shown.lowerBound ? nearest : nearest - window.shown.count + 1
  }

  private mutating func goToCurrent() {
    let order = procedure.steps.map(\.no)
    guard let number = progress?.current(in: order) else { return }
    cursor = order.firstIndex(of: number) ?? 0
    top = nil
    lane = nil
  }
}
