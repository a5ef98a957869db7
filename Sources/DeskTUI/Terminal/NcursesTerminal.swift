import CNcurses
import Glibc

/// The user's terminal, through curses, which works out the fewest bytes that show a grid.
///
/// There is one a process, and one thread uses it. It is given back by `end()`, when it is released, on signals,
/// and by `CrashGuard` after a crash.
public final class NcursesTerminal: Terminal {
  /// The signs that locale and terminal allow.
  public let glyphs: Glyphs
  /// Posts a note to the pipe that `next` waits on.
  public let waker: @Sendable () -> Void = { WakePipe.post(.poke) }

  /// The theme that is drawn with.
  public private(set) var theme: Theme.Name

  /// Events found while looking for others.
  var queued: [TerminalEvent] = []
  /// The terminal has gone or the process was told to end.
  var hasHungUp = false
  /// Curses has read keys beyond an escape that it has not handed out.
  var mayHoldKeys = false
  /// The last press of the left button, for telling a double click.
  var lastPress: (point: Point, milliseconds: Int)?

  let window: UnsafeMutablePointer<WINDOW>
  private var palette: CursesPalette
  private let hasColours: Bool
  private let codes: TerminalCodes
  private let settingsBefore: termios
  private let log: ErrorLog?
  private var redirection: ErrorLog.Redirection?
  private var isOnScreen = false
  private var hasMouse = true
  private var shown: Grid?

  /// Takes the terminal of this process over.
  ///
  /// - Throws: when there is no terminal, or none that can show a full screen.
  public init(_ settings: TerminalSettings) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
    NcursesTerminal.chooseLocale()
    var before = termios()
    tcgetattr(STDIN_FILENO, &before)
    settingsBefore = before
    // Before newterm, which leaves signals alone that have a handler.
    WakePipe.installHandlers()
    CrashGuard.install()
    if let delay = settings.escapeDelay { set_escdelay(Int32(delay)) }
    guard !settings.type.isEmpty, cn_newterm(settings.type) != nil, let window = cn_stdscr() else {
      throw .unknownType(settings.type)
    }
    WakePipe.handleStop()
    codes = TerminalCodes()
    guard codes.canMoveCursor else {
      endwin()
      throw .noCursorMovement(settings.type)
    }
    self.window = window
    glyphs = settings.glyphs
    log = ErrorLog(path: settings.logPath)
    hasColours = has_colors() && start_color() == OK && use_default_colors() == OK
    theme = settings.theme(hasColours: hasColours)
    palette = CursesPalette(Theme(theme))
    prepareKeyboard()
    fitSize()
    enter()
  }

  deinit { end() }

  /// The size of the window, as curses has last been told.
  public var size: Size { Size(rows: Int(getmaxy(window)), columns: Int(getmaxx(window))) }

  /// Sends what differs from the grid shown before; what does not fit is cut.
  public func draw(_ grid: Grid) {
    guard isOnScreen, !hasHungUp else { return }
    let before = shown?.size == grid.size ? shown : nil
    if before == nil { werase(window) }
    let visible = size
    for row in 0..<min(grid.size.rows, visible.rows) {
      drawRow(row, grid.row(row), before: before?.row(row), columns: visible.columns)
    }
    let cursor = grid.cursor.flatMap { Rect(visible).contains($0) ? $0 : nil }
    leaveok(window, cursor == nil)
    curs_set(cursor == nil ? 0 : 1)
    if let cursor { wmove(window, Int32(cursor.row), Int32(cursor.column)) }
    wnoutrefresh(window)
    doupdate()
    shown = grid
  }

  /// Restores the user's terminal while `body` runs; then redraws, and reports the size, which may have changed.
  public func suspended<Result>(_ body: () throws -> Result) rethrows -> Result {
    guard isOnScreen else { return try body() }
    leave()
    WakePipe.defaultStop()
    defer {
      WakePipe.handleStop()
      // A Ctrl-C meant for the other program is not for us; the end of the terminal is.
      if WakePipe.drain().contains(.end) { hasHungUp = true }
      comeBack()
    }
    return try body()
  }

  /// Gives the terminal back and stops this process and its group, as a shell's job; returns when it is continued.
  public func suspendProcess() {
    guard isOnScreen else { return }
    leave()
    WakePipe.defaultStop()
    // A script that started the desk belongs to the job and stops with it; the shell sees only that one, and may
    // have the job go on before this thread stops itself. So its own stop is there before the others', and held
    // back: to go on takes it away, else this thread is stopped, at once and not soon after, where it is let in.
    var stop = sigset_t()
    sigemptyset(&stop)
    sigaddset(&stop, SIGTSTP)
    pthread_sigmask(SIG_BLOCK, &stop, nil)
    raise(SIGTSTP)
    kill(0, SIGTSTP)
    pthread_sigmask(SIG_UNBLOCK, &stop, nil)
    WakePipe.handleStop()
    comeBack()
  }

  /// Turns mouse reports on or off.
  public func setMouse(_ on: Bool) {
    hasMouse = on
    if isOnScreen { send(on ? codes.mouseOn : codes.mouseOff) }
  }

  /// Draws with another theme from now on; a terminal without colours stays with mono.
  public func setTheme(_ name: Theme.Name) {
    guard hasColours else { return }
    theme = name
    palette = CursesPalette(Theme(name))
    clearok(cn_curscr(), true)  // The colour pairs mean something else now.
    shown = nil
  }

  /// Gives the terminal back for good.
  public func end() {
    if isOnScreen { leave() }
  }

  /// Takes the size from the window system: curses would believe `LINES` and `COLUMNS` instead.
  func fitSize() {
    var reported = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &reported) == 0, reported.ws_row > 0,
      reported.ws_col > 0
    else { return }
    let new = Size(rows: Int(reported.ws_row), columns: Int(reported.ws_col))
    if new != size { resizeterm(Int32(new.rows), Int32(new.columns)) }
    // Resizes coalesce and terminals reflow: what stands there now is not known.
    clearok(cn_curscr(), true)
    shown = nil
  }

  private func prepareKeyboard() {
    raw()
    noecho()
    nonl()
    keypad(window, true)
    meta(window, true)
    intrflush(window, false)
    idlok(window, true)
    typeahead(-1)  // Frames are whole, even while keys wait.
    for (sequence, code) in CursesKeys.sequences { define_key(sequence, code) }
  }

  private func enter() {
    redirection = log?.begin()
    send(codes.keypadOn + codes.pasteOn + (hasMouse ? codes.mouseOn : []))
    CrashGuard.arm(bytes: codes.restore, settings: settingsBefore, log: redirection)
    isOnScreen = true
  }

  private func leave() {
    isOnScreen = false
    send(codes.mouseOff + codes.pasteOff)
    endwin()
    CrashGuard.disarm()
    if let redirection { log?.finish(redirection) }
    redirection = nil
  }

  private func comeBack() {
    enter()
    fitSize()
    doupdate()  // Takes the screen and the line settings back before any key is read.
    queued.append(hasHungUp ? .hangup : .resize(size))
  }

  private func send(_ bytes: [UInt8]) { _ = write(STDOUT_FILENO, bytes, bytes.count) }

  /// The user's locale if it is UTF-8, else the system's own UTF-8: our text is never anything else.
  private static func chooseLocale() {
    if setlocale(LC_CTYPE, "") == nil || String(cString: nl_langinfo(Int32(CODESET))) != "UTF-8" {
      setlocale(LC_CTYPE, "C.UTF-8")
    }
  }

  /// Hands the runs of cells that differ to curses.
  private func drawRow(
    _ row: Int, _ cells: ArraySlice<Cell>, before: ArraySlice<Cell>?, columns: Int
  ) {
    let limit = min(cells.count, columns)
    var column = 0
    var isPlaced = false
    while column < limit {
      let cell = cells[cells.startIndex + column]
      let next = column + max(1, Int(cell.width))
      defer { column = next }
      if let before, before[before.startIndex + column] == cell {
        isPlaced = false
        continue
      }
      guard next <= limit else { return }
      if !isPlaced { wmove(window, Int32(row), Int32(column)) }
      isPlaced = next < limit
      add(cell)
    }
  }

  private func add(_ cell: Cell) {
    let entry = palette[cell.style]
    var packed = cchar_t()
    withUnsafeTemporaryAllocation(of: wchar_t.self, capacity: 8) { text in
      var count = 0
      for scalar in cell.text.unicodeScalars.prefix(6) {
        text[count] = wchar_t(bitPattern: scalar.value)
        count += 1
      }
      text[count] = 0
      _ = cn_setcchar(&packed, text.baseAddress, entry.attributes, entry.pair)
    }
    wadd_wch(window, &packed)
  }
}
