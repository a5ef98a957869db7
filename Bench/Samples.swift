import Glibc

/// Times of one thing done often, in microseconds.
struct Samples {
  private var sorted: [Double]

  /// Times a body some times, after a few runs that do not count.
  init(_ count: Int, _ body: (Int) throws -> Void) rethrows {
    for index in 0..<min(20, count) { try body(index) }
    var times: [Double] = []
    times.reserveCapacity(count)
    for index in 0..<count {
      let start = Samples.now
      try body(index)
      times.append(Samples.now - start)
    }
    self.init(times)
  }

  /// Takes times that were measured elsewhere.
  init(_ times: [Double]) { sorted = times.sorted() }

  /// The time that a share of the samples does not exceed, 0 to 1.
  func percentile(_ share: Double) -> Double {
    guard !sorted.isEmpty else { return .nan }
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }

  var median: Double { percentile(0.5) }

  /// A monotonic clock, in microseconds.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
  }
}
