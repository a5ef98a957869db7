import CNcurses
import Glibc

extension NcursesTerminal {
  /// How long the rest of a character or sequence may take once its first byte is here, in milliseconds.
  private static let restWait: Int32 = 50
  /// How long a paste may pause before it counts as over, in milliseconds.
  private static let pasteWait: Int32 = 1000
  /// The scalars of a paste that are kept; nobody pastes a longer letter by hand.
  private static let pasteLimit = 200_000

  /// Waits for a key, the mouse, a paste, another size, a poke from another thread, or the time.
  public func next(timeoutMilliseconds: Int?) -> TerminalEvent {
    if hasHungUp { return .hangup }
    if !queued.isEmpty { return queued.removeFirst() }
    let deadline = timeoutMilliseconds.map { monotonicMilliseconds() &+ max(0, $0) }
    while true {
      if mayHoldKeys, case .event(let event) = read(wait: 0) { return event }
      var polled = [
        pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
        pollfd(fd: WakePipe.readEnd, events: Int16(POLLIN), revents: 0),
      ]
      let remaining = deadline.map { Int32(clamping: max(0, $0 - monotonicMilliseconds())) } ?? -1
      let ready = poll(&polled, 2, remaining)
      if ready == 0 { return .timeout }
      if ready < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        return hangUp()
      }
      if polled[1].revents != 0, let event = takeNotes() { return event }
      if polled[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { return hangUp() }
      guard polled[0].revents & Int16(POLLIN) != 0 else { continue }
      switch read(wait: NcursesTerminal.restWait) {
      case .event(let event): return event
      case .passedOver: continue
      case .nothing: if hasInputEnded() { return hangUp() }
      }
    }
  }

  /// What came of asking curses for a key.
  private enum Reading {
    case event(TerminalEvent)
    /// Something without meaning for the desk.
    case passedOver
    case nothing
  }

  /// What curses hands out.
  private enum Raw {
    case code(Int32)
    case scalar(Unicode.Scalar)
    case none
  }

  /// Asks curses for a character. With bytes waiting, never without patience: it would throw away half of one.
  private func raw(wait: Int32) -> Raw {
    wtimeout(window, wait)
    var value: wint_t = 0
    switch wget_wch(window, &value) {
    case KEY_CODE_YES: return .code(Int32(bitPattern: value))
    case OK: return Unicode.Scalar(value).map { .scalar($0) } ?? .code(ERR)
    default: return .none
    }
  }

  private func read(wait: Int32) -> Reading {
    switch raw(wait: wait) {
    case .none:
      mayHoldKeys = false
      return .nothing
    case .code(CursesKeys.mouseReport): return reading(sgrMouse())
    case .code(CursesKeys.oldMouseReport): return reading(oldMouse())
    case .code(CursesKeys.pasteBegin): return .event(.paste(collectPaste()))
    case .code(let code): return reading(CursesKeys.key(code: code))
    case .scalar("\u{1B}"): return afterEscape()
    case .scalar(let scalar): return reading(CursesKeys.key(scalar: scalar))
    }
  }

  private func reading(_ key: Key?) -> Reading { key.map { .event(.key($0)) } ?? .passedOver }

  /// Escape alone, Alt with a key, or a sequence that curses does not know and that must not be taken for typing.
  private func afterEscape() -> Reading {
    mayHoldKeys = true
    switch raw(wait: 0) {
    case .none:
      mayHoldKeys = false
      return .event(.key(.escape))
    case .code(let code):
      if let key = CursesKeys.key(code: code) { queued.append(.key(key)) }
      return .event(.key(.escape))
    case .scalar("["):
      while case .scalar(let scalar) = raw(wait: 0) {
        if (0x40...0x7E).contains(scalar.value) { return .passedOver }
      }
      return .event(.key(.alt("[")))
    case .scalar("O"):
      if case .scalar = raw(wait: 0) { return .passedOver }
      return .event(.key(.alt("O")))
    case .scalar(let scalar):
      switch CursesKeys.key(scalar: scalar) {
      case .character(let character): return .event(.key(.alt(character)))
      case .some(let key):
        queued.append(.key(key))
        return .event(.key(.escape))
      case .none: return .event(.key(.escape))
      }
    }
  }

  private func reading(_ event: MouseEvent?) -> Reading {
    guard let event else { return .passedOver }
    guard event.kind == .press(.left) else { return .event(.mouse(event)) }
    let now = monotonicMilliseconds()
    if let last = lastPress, last.point == event.point,
      now - last.milliseconds <= MouseReport.doubleClickTime
    {
      lastPress = nil
      return .event(.mouse(MouseEvent(.doubleClick, at: event.point)))
    }
    lastPress = (event.point, now)
    return .event(.mouse(event))
  }

  private func sgrMouse() -> MouseEvent? {
    var text = ""
    while text.utf8.count < 20,
      case .scalar(let scalar) = raw(wait: NcursesTerminal.restWait)
    {
      text.unicodeScalars.append(scalar)
      if (0x40...0x7E).contains(scalar.value) { break }
    }
    return MouseReport.event(sgr: text)
  }

  private func oldMouse() -> MouseEvent? {
    var values: [UInt32] = []
    while values.count < 3, case .scalar(let scalar) = raw(wait: NcursesTerminal.restWait) {
      values.append(scalar.value)
    }
    return MouseReport.event(old: values)
  }

  /// The text up to the mark that ends it, its line ends as newlines.
  private func collectPaste() -> String {
    var text = String.UnicodeScalarView()
    var count = 0
    var wasReturn = false
    while true {
      switch raw(wait: NcursesTerminal.pasteWait) {
      case .none, .code(CursesKeys.pasteEnd): return String(text)
      case .code: continue
      case .scalar(let scalar):
        defer { wasReturn = scalar == "\r" }
        if count >= NcursesTerminal.pasteLimit || (scalar == "\n" && wasReturn) { continue }
        text.append(scalar == "\r" ? "\n" : scalar)
        count += 1
      }
    }
  }

  private func takeNotes() -> TerminalEvent? {
    let notes = WakePipe.drain()
    if notes.contains(.end) || notes.contains(.interrupt) { return hangUp() }
    if notes.contains(.poke) { queued.append(.wake) }
    if notes.contains(.stop) {
      suspendProcess()
    } else if notes.contains(.resize) {
      fitSize()
      queued.insert(.resize(size), at: 0)
    }
    return queued.isEmpty ? nil : queued.removeFirst()
  }

  private func hangUp() -> TerminalEvent {
    hasHungUp = true
    // Giving the terminal back from the background would stop the process instead of ending it.
    signal(SIGTTOU, SIG_IGN)
    return .hangup
  }

  /// Whether input is ready only to say that there will be none: at the end of a file poll always reports it.
  private func hasInputEnded() -> Bool {
    var waiting: Int32 = 0
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&input, 1, 0) > 0 else { return false }
    return ioctl(STDIN_FILENO, UInt(FIONREAD), &waiting) != 0 || waiting == 0
  }

  private func monotonicMilliseconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
  }
}
