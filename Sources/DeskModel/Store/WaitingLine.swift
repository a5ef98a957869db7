import Glibc

/// The line before a gate: who came first goes in first.
///
/// The kernel wakes everybody who waits for an `flock` and lets one of them win; with 16 writers the unlucky waited
/// three times as long as the median. Here each takes a ticket, that is, a byte of the gate's file which it holds
/// locked until it closes the file, and waits for the byte before its own: one leaves, one wakes (the queue lock of
/// Craig, Landin and Hagersten, on open file description locks). Whoever dies in the line gives its byte back, so
/// the bytes further in front are waited for as well.
struct WaitingLine {
  /// The open gate, read and write.
  let descriptor: Int32

  /// Where the bytes of the tickets begin; before them stands the number of the next ticket.
  private static let first: off_t = 16

  /// Linux's `F_OFD_SETLKW`, which glibc's headers show to GNU sources only: like `F_SETLKW`, but the lock belongs to
  /// the opening of the file, so that two desks of one process keep each other out as well.
  private static let setOpenFileLock: Int32 = 38

  /// Waits until everybody who came earlier has left.
  ///
  /// The line only says who is next; it is the gate's own lock that keeps others out. So where the file cannot hold
  /// the line (a full disk, a system without these locks) nothing is lost but the order.
  func waitForTurn() {
    guard let ticket = takeTicket(), ticket > 0 else { return }
    lock(F_RDLCK, from: Self.first + ticket - 1, length: 1)
    lock(F_RDLCK, from: Self.first, length: ticket)
  }

  /// Takes the next ticket; `nil` when there is none to be had.
  func takeTicket() -> off_t? {
    let numbers = off_t(MemoryLayout<off_t>.size)
    guard lock(F_WRLCK, from: 0, length: numbers) else { return nil }
    defer { lock(F_UNLCK, from: 0, length: numbers) }
    var next: off_t = 0
    // A file that is still empty leaves the number at 0; one that somebody wrote into may hold anything.
    _ = pread(descriptor, &next, MemoryLayout<off_t>.size, 0)
    let ticket = next >= 0 && next < off_t.max / 2 ? next : 0
    guard lock(F_WRLCK, from: Self.first + ticket, length: 1) else { return nil }
    next = ticket + 1
    guard pwrite(descriptor, &next, MemoryLayout<off_t>.size, 0) == MemoryLayout<off_t>.size else {
      return nil
    }
    return ticket
  }

  /// Sets or takes away a lock, waiting as long as others hold theirs.
  @discardableResult
  private func lock(_ type: Int32, from start: off_t, length: off_t) -> Bool {
    var wanted = flock()
    wanted.l_type = Int16(type)
    wanted.l_whence = Int16(SEEK_SET)
    wanted.l_start = start
    wanted.l_len = length
    while fcntl(descriptor, Self.setOpenFileLock, &wanted) != 0 {
      guard errno == EINTR else { return false }
    }
    return true
  }
}
