/// Which segments the search index has, by the form of FTS5's record of them (`fts5_index.c`).
struct SearchStructure {
  /// Segments of one size, the oldest first.
  struct Level {
    /// How many of them, from the first, are being merged into the last segment of the next level.
    var merging: Int
    var segments: [Segment]
  }

  /// A segment; one that has been merged wholly is spent, and its pages are nobody's until the others are too.
  struct Segment {
    var number: Int64
    var isSpent: Bool
  }

  private(set) var levels: [Level] = []

  /// Reads the record: four bytes that SQLite counts its settings by, how many levels and segments there are and how
  /// much was written so far; for each level how many are being merged, and for each segment its number, its first page
  /// and its last. `nil` if it has not that form.
  init?(_ bytes: [UInt8]) {
    var reader = SearchNumbers(bytes.dropFirst(4))
    guard let count = reader.next(), reader.next() != nil, reader.next() != nil else { return nil }
    for _ in 0..<max(0, count) {
      guard let merging = reader.next(), let size = reader.next(), size >= 0,
        (0...size).contains(merging)
      else { return nil }
      var level = Level(merging: Int(merging), segments: [])
      for _ in 0..<size {
        guard let number = reader.next(), let first = reader.next(), reader.next() != nil
        else { return nil }
        level.segments.append(Segment(number: number, isSpent: first == 0))
      }
      levels.append(level)
    }
    guard reader.place == bytes.endIndex else { return nil }
  }
}
