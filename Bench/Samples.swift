import Glibc

/// Times of one thing done often, in microseconds.
struct Samples {
  private var sorted: [Double]

  /// Times bodies in turns, each as often as told, after a few turns that do not count.
  static func inTurns(_ count: Int, _ bodies: [(Int) throws -> Void]) throws -> [Samples] {
    for index in 0..<min(20, count) { for body in bodies { try body(index) } }
    var times = bodies.map { _ in [Double]() }
    for index in 0..<count {
      for (place, body) in bodies.enumerated() {
        let start = now
        try body(index)
        times[place].append(now - start)
      }
    }
    return times.map { Samples($0) }
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
