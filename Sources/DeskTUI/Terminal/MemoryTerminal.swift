/// A terminal without a screen: tests queue events, run the real loop, and look at what was drawn.
///
/// It never waits. When the queue is empty it asks `onIdle` for more, and reports `.hangup` when there is nothing
/// left, so that a loop ends by itself: idle is a state here, not a time.
public final class MemoryTerminal: Terminal {
  /// The size it was made with, or that of the last resize event.
  public private(set) var size: Size
  /// The signs it pretends to show.
  public let glyphs: Glyphs
  /// Does nothing: tests queue `.wake`.
  public var waker: @Sendable () -> Void { {} }

  /// What was drawn last; blank before the first drawing.
  public private(set) var grid: Grid
  /// How many times the loop has drawn.
  public private(set) var drawings = 0
  /// The theme asked for last.
  public private(set) var theme = Theme.Name.default
  /// Whether mouse reports are on.
  public private(set) var hasMouse = true
  /// Whether the terminal was given back.
  public private(set) var hasEnded = false
  /// How often it was lent to another program or the process was stopped.
  public private(set) var suspensions = 0
  /// Called when all events are used up: what the loop has drawn is final then. Returns the next events.
  public var onIdle: (MemoryTerminal) -> [TerminalEvent]

  private var queue: [TerminalEvent]

  /// A screen of a size, with the events that will come first.
  public init(
    size: Size = Size(rows: 24, columns: 80), glyphs: Glyphs = .unicode,
    events: [TerminalEvent] = [],
    onIdle: @escaping (MemoryTerminal) -> [TerminalEvent] = { _ in [] }
  ) {
    self.size = size
    self.glyphs = glyphs
    self.onIdle = onIdle
    grid = Grid(size: size)
    queue = events
  }

  /// Adds events to those that wait.
  public func send(_ events: [TerminalEvent]) { queue += events }

  /// Keeps the grid for the test to look at.
  public func draw(_ grid: Grid) {
    self.grid = grid
    drawings += 1
  }

  /// The next queued event; `.timeout` when the caller only polls (0) an empty queue; `.hangup` when nothing is left.
  public func next(timeoutMilliseconds: Int?) -> TerminalEvent {
    if hasEnded { return .hangup }
    if queue.isEmpty {
      if timeoutMilliseconds == 0 { return .timeout }
      queue = onIdle(self)
    }
    guard !queue.isEmpty else { return .hangup }
    let event = queue.removeFirst()
    if case .resize(let size) = event { self.size = size }
    if event == .hangup { queue = [] }
    return event
  }

  /// Runs `body` and counts it.
  public func suspended<Result>(_ body: () throws -> Result) rethrows -> Result {
    suspensions += 1
    return try body()
  }

  /// Counts it and goes on.
  public func suspendProcess() { suspensions += 1 }

  /// Notes it in `hasMouse`.
  public func setMouse(_ on: Bool) { hasMouse = on }

  /// Notes it in `theme`.
  public func setTheme(_ name: Theme.Name) { theme = name }

  /// Notes it; from then on there is only `.hangup`.
  public func end() { hasEnded = true }
}
