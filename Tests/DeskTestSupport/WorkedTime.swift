import Glibc

/// How long this thread has worked, however busy the machine is with other things.
public enum WorkedTime {
  /// The thread's processor time so far.
  public static var now: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// The processor time that a body takes on this thread.
  public static func measure(_ body: () throws -> Void) rethrows -> Duration {
    let begun = now
    try body()
    return now - begun
  }
}
