import Glibc

/// Lets one writer in at a time: of the office, over transaction and checkpoint, or of a folder's files.
///
/// An `flock` beside the file lets everybody have a turn where SQLite's own waiting starves (16 writers: longest wait
/// 65–99 ms against 0.7–6.6 s), keeps clear of the WAL-reset fault of SQLite before 3.51.3, and is freed by the kernel
/// when its holder dies. Before a gate that is a file of its own, a ``WaitingLine`` keeps the order of arrival.
public struct WriterGate: Sendable {
  let path: String
  private let flags: Int32
  private let hasLine: Bool

  /// A gate that is a file of its own, made when it is first passed.
  public init(path: String) {
    self.path = path
    flags = O_RDWR | O_CREAT
    hasLine = true
  }

  /// A gate that is a folder: it must be there.
  public init(folder: String) {
    path = folder
    flags = O_RDONLY | O_DIRECTORY
    hasLine = false
  }

  /// Runs a body while no other process is inside.
  ///
  /// - Throws: `StoreError` when the gate cannot be opened; whatever the body throws.
  public func locked<Result>(_ body: () throws -> Result) throws -> Result {
    if hasLine { OpenFile.prepare(path) }
    let descriptor = open(path, flags | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw errno == ENOSPC ? StoreError.full(path: path) : StoreError.readOnly(path: path)
    }
    // Closing gives the lock back, whichever way the body ends.
    defer { close(descriptor) }
    if hasLine { WaitingLine(descriptor: descriptor).waitForTurn() }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        throw StoreError.failed(path: path, detail: String(cString: strerror(errno)))
      }
    }
    return try body()
  }
}
