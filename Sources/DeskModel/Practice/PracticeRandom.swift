/// Random numbers that are the same everywhere and every time for the same seed (SplitMix64).
struct PracticeRandom: RandomNumberGenerator {
  private var state: UInt64

  /// Begins at a seed.
  init(seed: UInt64) { state = seed }

  /// A stream of its own for each of many things.
  init(seed: UInt64, stream: Int) {
    var mixer = PracticeRandom(seed: seed ^ (UInt64(stream) &* 0x9E37_79B9_7F4A_7C15))
    state = mixer.next()
  }

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number of a range.
  ///
  /// By remainder, not by the standard library, whose way of drawing may change with its version.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  /// Whether something of a chance in a hundred happens.
  mutating func happens(_ percent: Int) -> Bool { number(1...100) <= percent }

  /// One of a list; `nil` only of an empty one.
  mutating func pick<Item>(_ items: [Item]) -> Item? {
    items.isEmpty ? nil : items[number(0...(items.count - 1))]
  }
}
