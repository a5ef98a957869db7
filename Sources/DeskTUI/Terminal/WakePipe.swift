import Glibc

/// A pipe that ends the wait for a key: written by signal handlers and by other threads.
///
/// A blocking read can miss a signal that comes just before it; a byte in a pipe stays until it is read.
enum WakePipe {
  /// What a byte in the pipe says.
  enum Note: UInt8 {
    /// Another thread has something to show.
    case poke = 1
    /// SIGWINCH: the window has another size.
    case resize = 2
    /// SIGHUP or SIGTERM: end now.
    case end = 3
    /// SIGINT or SIGQUIT from outside; while a lent terminal's Ctrl-C is meant for the borrower.
    case interrupt = 4
    /// SIGTSTP from outside: stop as Ctrl-Z does.
    case stop = 5
  }

  /// Both ends, opened when first asked for, which is before any handler is installed; -1 when that failed.
  private static let ends: (read: Int32, write: Int32) = {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return (-1, -1) }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    return (ends[0], ends[1])
  }()

  /// What to poll.
  static var readEnd: Int32 { ends.read }

  /// Leaves a note. Safe from any thread and from signal handlers.
  static func post(_ note: Note) {
    let kept = errno
    var byte = note.rawValue
    _ = write(ends.write, &byte, 1)  // A full pipe holds enough notes already.
    errno = kept
  }

  /// Takes all notes.
  static func drain() -> Set<Note> {
    var notes: Set<Note> = []
    var bytes = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(ends.read, &bytes, bytes.count)
      guard count > 0 else { return notes }
      for byte in bytes[..<count] {
        if let note = Note(rawValue: byte) { notes.insert(note) }
      }
    }
  }

  /// Lets the signals that concern a terminal leave notes.
  static func installHandlers() {
    _ = ends
    handle(SIGWINCH) { _ in WakePipe.post(.resize) }
    handle(SIGHUP) { _ in WakePipe.post(.end) }
    handle(SIGTERM) { _ in WakePipe.post(.end) }
    handle(SIGINT) { _ in WakePipe.post(.interrupt) }
    handle(SIGQUIT) { _ in WakePipe.post(.interrupt) }
    handleStop()
  }

  /// SIGTSTP leaves a note, so that the screen is given back before the process stops.
  static func handleStop() { handle(SIGTSTP) { _ in WakePipe.post(.stop) } }

  /// SIGTSTP stops the process at once, as is right while another program has the terminal.
  static func defaultStop() { handle(SIGTSTP, SIG_DFL) }

  private static func handle(_ signal: Int32, _ handler: (@convention(c) (Int32) -> Void)?) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = Int32(SA_RESTART)
    sigaction(signal, &action, nil)
  }
}
