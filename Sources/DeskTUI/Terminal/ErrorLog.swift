import Glibc

/// Keeps what is written to stderr off the screen, and shows the end of it afterwards.
struct ErrorLog {
  /// stderr as it is while the screen is in use.
  struct Redirection {
    /// The log.
    let file: Int32
    /// Where the log ended before.
    let start: off_t
    /// The stderr from before.
    let terminal: Int32
  }

  private static let sizeLimit: off_t = 1_048_576
  private static let tailLimit: off_t = 4096

  private let file: Int32

  /// Opens the log, or a nameless file when it cannot be written.
  init?(path: String?) {
    let named = path.map(ErrorLog.openNamed) ?? -1
    file = named >= 0 ? named : ErrorLog.openNameless()
    guard file >= 0 else { return nil }
    if lseek(file, 0, SEEK_END) > ErrorLog.sizeLimit { ftruncate(file, 0) }
  }

  /// Sends stderr to the log.
  func begin() -> Redirection? {
    let terminal = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard terminal >= 0 else { return nil }
    let start = lseek(file, 0, SEEK_END)
    dup2(file, STDERR_FILENO)
    return Redirection(file: file, start: start, terminal: terminal)
  }

  /// Sends stderr where it went before, and there the end of what the log has got meanwhile.
  func finish(_ redirection: Redirection) {
    dup2(redirection.terminal, STDERR_FILENO)
    close(redirection.terminal)
    let end = lseek(file, 0, SEEK_END)
    let start = max(redirection.start, end - ErrorLog.tailLimit)
    guard end > start else { return }
    var bytes = [UInt8](repeating: 0, count: Int(end - start))
    let count = pread(file, &bytes, bytes.count, start)
    if count > 0 { _ = write(STDERR_FILENO, bytes, count) }
  }

  private static func openNamed(_ path: String) -> Int32 {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/\(part)"
      mkdir(folder, 0o700)
    }
    return open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
  }

  private static func openNameless() -> Int32 {
    var name = Array("/tmp/desk-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { return -1 }
    unlink(name)
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    return file
  }
}
