public import DeskModel

/// Runs the application: takes what the terminal says, has the effects done, shows what came of it.
///
/// Everything that waits is taken before the screen is drawn once, so that a held key or a burst of resizes never
/// lags behind. The same loop runs on the real terminal and on the one in memory.
public final class EventLoop {
  /// The application as it stands.
  public private(set) var state: AppState
  /// Whether the program is to end.
  public private(set) var hasEnded = false

  private let runner: EffectRunner
  private let uptime: () -> Duration
  private var lastPoll: Duration?
  private var shown: Grid?

  /// How long a wait for input lasts at most: so soon another desk's work shows.
  private static let longestWait = Duration.seconds(1)

  /// Tells how long the program has run, whatever the clock on the wall is set to.
  public static func systemUptime() -> () -> Duration {
    let start = ContinuousClock.now
    return { ContinuousClock.now - start }
  }

  /// Runs a state on an edge.
  public init(
    _ state: AppState, runner: EffectRunner,
    uptime: @escaping () -> Duration = EventLoop.systemUptime()
  ) {
    self.state = state
    self.runner = runner
    self.uptime = uptime
  }

  /// Seats somebody at an office's desk, on a terminal.
  ///
  /// - Parameters:
  ///   - environment: names the user's editor.
  ///   - hasMouse: whether mouse reports are on from the start.
  ///   - uptime: tells how long the program has run.
  public convenience init(
    desk: Desk, session: Session, phrases: Phrasebook, terminal: any Terminal,
    environment: [String: String], hasMouse: Bool = true,
    uptime: @escaping () -> Duration = EventLoop.systemUptime()
  ) {
    var state = AppState(
      session: session, office: desk.office, phrases: phrases, glyphs: terminal.glyphs,
      size: terminal.size, now: desk.clock(),
      hasEditor: ExternalEditor(environment: environment).isNamed, files: desk.files)
    state.hasMouse = hasMouse
    terminal.setMouse(hasMouse)
    self.init(
      state,
      runner: EffectRunner(desk: desk, terminal: terminal, environment: environment),
      uptime: uptime)
  }

  /// Runs until the user leaves or the terminal goes away.
  ///
  /// - Parameters:
  ///   - notice: a word to the user at the start.
  ///   - choosingChair: whether the user first says who sits here.
  public func run(notice: Message? = nil, choosingChair: Bool = false) {
    begin(notice: notice, choosingChair: choosingChair)
    while !hasEnded { turn() }
  }

  /// Shows the first screen.
  public func begin(notice: Message? = nil, choosingChair: Bool = false) {
    take(.started(choosingChair: choosingChair))
    if let notice { take(.told(notice)) }
    _ = runner.changes()
    // The queue is there to be read while the letter and its flow are still being fetched.
    draw()
    settle()
    draw()
  }

  /// Waits for something to happen, takes it and all that waits behind it, and draws.
  public func turn() {
    let event = runner.terminal.next(
      timeoutMilliseconds: Int(EventLoop.longestWait / .milliseconds(1)))
    take(.tick(runner.desk.clock(), uptime: uptime()))
    take(event)
    while !hasEnded {
      let next = runner.terminal.next(timeoutMilliseconds: 0)
      if next == .timeout { break }
      take(next)
    }
    guard !hasEnded else { return }
    poll()
    settle()
    draw()
  }

  private func take(_ event: TerminalEvent) {
    switch event {
    case .key(let key): take(.input(.key(key)))
    case .paste(let text): take(.input(.paste(text)))
    case .mouse(let event): take(.input(.mouse(event)))
    case .resize(let size):
      shown = nil
      take(.resized(size))
    case .wake, .timeout: break
    case .hangup:
      take(AppEvent.hangup)
      hasEnded = true
    }
  }

  /// Updates the state and does what it asks for, and what that asks for, until nothing is left.
  private func take(_ event: AppEvent) {
    var waiting = state.update(event)[...]
    while let request = waiting.popFirst() {
      if case .quit = request {
        for last in state.update(.hangup) { _ = runner.run(last) }
        hasEnded = true
        return
      }
      for event in runner.run(request) { waiting += state.update(event) }
    }
  }

  private func settle() {
    var waiting = state.settle()[...]
    while let request = waiting.popFirst() {
      for event in runner.run(request) { waiting += state.update(event) }
    }
  }

  private func poll() {
    let now = uptime()
    if let lastPoll, now - lastPoll < EventLoop.longestWait { return }
    lastPoll = now
    for event in runner.changes() { take(event) }
  }

  private func draw() {
    let grid = state.view()
    guard grid != shown else { return }
    shown = grid
    runner.terminal.draw(grid)
  }
}
