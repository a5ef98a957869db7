import Glibc

/// Gives the terminal back when the program crashes while it is on screen.
///
/// A trap in Swift is a signal. The handler may only use what is safe at that moment: it writes bytes worked out
/// beforehand, restores the line settings, shows what the crash said, and lets the signal do its default work.
/// That also keeps Swift's interactive backtracer, which would wait for a key, off a clerk's terminal.
enum CrashGuard {
  /// What a handler needs, in memory that is never freed.
  private struct State {
    var armed = false
    var settings = termios()
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    var log: ErrorLog.Redirection?
    var tail: UnsafeMutablePointer<UInt8>
  }

  private static let tailSize = 4096
  private static let stackSize = 65_536

  nonisolated(unsafe) private static let state: UnsafeMutablePointer<State> = {
    let state = UnsafeMutablePointer<State>.allocate(capacity: 1)
    state.initialize(to: State(tail: .allocate(capacity: tailSize)))
    return state
  }()

  /// Installs the handlers for this process, with a stack of their own for the calling thread: the stack may be
  /// what overflowed.
  static func install() {
    _ = state
    var stack = stack_t(
      ss_sp: UnsafeMutableRawPointer.allocate(byteCount: stackSize, alignment: 16), ss_flags: 0,
      ss_size: stackSize)
    sigaltstack(&stack, nil)
    for signal in [SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { signal in
        CrashGuard.restore()
        var byDefault = sigaction()
        byDefault.__sigaction_handler.sa_handler = SIG_DFL
        sigaction(signal, &byDefault, nil)
        raise(signal)
      }
      action.sa_flags = Int32(SA_ONSTACK)
      sigaction(signal, &action, nil)
    }
    atexit { CrashGuard.restore() }
  }

  /// From now on a crash writes `bytes` to the terminal and restores its line settings.
  static func arm(bytes: [UInt8], settings: termios, log: ErrorLog.Redirection?) {
    let state = state
    state.pointee.armed = false
    state.pointee.bytes?.deallocate()
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, bytes.count))
    for (index, byte) in bytes.enumerated() { copy[index] = byte }
    state.pointee.bytes = copy
    state.pointee.count = bytes.count
    state.pointee.settings = settings
    state.pointee.log = log
    state.pointee.armed = true
  }

  /// The terminal has been given back in the regular way.
  static func disarm() { state.pointee.armed = false }

  /// Safe in a signal handler: no allocation, no locks, only calls that POSIX allows there.
  private static func restore() {
    let state = state
    guard state.pointee.armed, let bytes = state.pointee.bytes else { return }
    state.pointee.armed = false
    _ = write(STDOUT_FILENO, bytes, state.pointee.count)
    tcsetattr(STDIN_FILENO, TCSANOW, &state.pointee.settings)
    guard let log = state.pointee.log else { return }
    dup2(log.terminal, STDERR_FILENO)
    let end = lseek(log.file, 0, SEEK_END)
    let start = max(log.start, end - tailSize)
    guard end > start else { return }
    let count = pread(log.file, state.pointee.tail, Int(end - start), start)
    if count > 0 { _ = write(STDERR_FILENO, state.pointee.tail, count) }
  }
}
