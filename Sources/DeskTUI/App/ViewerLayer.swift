import DeskModel

/// A layer of lines that are only read: scrolling by keys and by the wheel is done here.
protocol ViewerLayer: Layer {
  /// How far it is scrolled.
  var viewer: Viewer { get set }

  /// What it says, broken to fit.
  func lines(in app: AppContext) -> [Viewer.Line]
}

extension ViewerLayer {
  /// The keys of a text that is only read.
  var context: CommandContext { .viewer }

  /// Scrolls, or closes on `back`.
  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    scroll(command, in: app)
  }

  /// Scrolls by the wheel.
  mutating func handle(_ input: Input, in app: AppContext) -> Reaction { scroll(input, in: app) }

  /// Draws the lines in view.
  func draw(into canvas: inout Canvas, app: AppContext) {
    viewer.draw(lines(in: app), into: &canvas)
  }

  // MARK: For layers that do more

  /// Takes a move, and closes on `back`.
  mutating func scroll(_ command: CommandID, in app: AppContext) -> [Effect] {
    if command == .back { return [.close] }
    if let motion = Motion(command) {
      viewer.move(motion, count: lines(in: app).count, height: app.area.rows)
    }
    return []
  }

  /// Takes the mouse, and nothing else.
  mutating func scroll(_ input: Input, in app: AppContext) -> Reaction {
    guard case .mouse(let event) = input else { return .ignored }
    _ = viewer.mouse(event, count: lines(in: app).count, height: app.area.rows)
    return .handled
  }
}
