/// What changed between two versions of a text, line by line, with the words that changed inside a line.
///
/// Every line of both texts is there once, the lines that were taken out before those that took their place.
public struct DraftDiff: Hashable, Sendable {
  /// What became of a line.
  public enum Change: Hashable, Sendable {
    /// It stands in both texts.
    case kept
    /// It is new.
    case added
    /// It has gone.
    case removed
  }

  /// A part of a line.
  public struct Piece: Hashable, Sendable {
    /// What it says.
    public var text: String
    /// Whether it is what makes the line another one.
    public var isChanged: Bool
  }

  /// One line.
  public struct Line: Hashable, Sendable {
    /// What became of it.
    public var change: Change
    /// The line in pieces, from left to right; one piece where it changed as a whole.
    public var pieces: [Piece]

    /// The line as a whole.
    public var text: String { pieces.map(\.text).joined() }
  }

  /// The lines in their order.
  public let lines: [Line]

  /// Compares two texts.
  ///
  /// Cost: lines times changed lines; between texts whose differing parts are longer than
  /// ``longestCompared`` lines, those parts are taken as changed as a whole.
  public init(from old: String, to new: String) {
    let before = old.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let after = new.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let head = zip(before, after).prefix { $0 == $1 }.count
    let room = min(before.count, after.count) - head
    let tail = zip(before.reversed(), after.reversed()).prefix(room).prefix { $0 == $1 }.count
    let middle = Self.compare(
      before[head..<before.count - tail].map(String.init),
      after[head..<after.count - tail].map(String.init))
    lines =
      after[..<head].map(Line.kept) + Self.withWords(middle)
      + after[(after.count - tail)...].map(Line.kept)
  }

  /// How many lines were added or taken out.
  public var count: Int { lines.count { $0.change != .kept } }
  /// Whether the texts are the same.
  public var isEmpty: Bool { lines.allSatisfy { $0.change == .kept } }

  /// The most differing lines that are compared one by one.
  static let longestCompared = 2_000

  /// The lines of both texts in one order: what was taken out stands before what was added there.
  private static func compare(_ old: [String], _ new: [String]) -> [Line] {
    guard max(old.count, new.count) <= longestCompared else {
      return old.map { Line(.removed, $0) } + new.map { Line(.added, $0) }
    }
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var result: [Line] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, removed.contains(i) {
        result.append(Line(.removed, old[i]))
        i += 1
      } else if j < new.count, added.contains(j) {
        result.append(Line(.added, new[j]))
        j += 1
      } else {
        if j < new.count { result.append(Line(.kept, new[j])) }
        (i, j) = (i + 1, j + 1)
      }
    }
    return result
  }

  /// Sets lines that were taken out against those that took their place, in order, and finds the words
  /// that differ where the two have more in common than not.
  private static func withWords(_ lines: [Line]) -> [Line] {
    var result = lines
    var start = 0
    while start < lines.count {
      let removed = lines[start...].prefix { $0.change == .removed }.count
      let added = lines[(start + removed)...].prefix { $0.change == .added }.count
      for place in 0..<min(removed, added) {
        let (old, new) = (start + place, start + removed + place)
        guard let pair = words(lines[old].text, lines[new].text) else { continue }
        result[old].pieces = pair.old
        result[new].pieces = pair.new
      }
      start += max(1, removed + added)
    }
    return result
  }

  private static func words(_ old: String, _ new: String) -> (old: [Piece], new: [Piece])? {
    let (before, after) = (pieces(old), pieces(new))
    guard max(before.count, after.count) <= longestCompared else { return nil }
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in after.difference(from: before) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    let common = before.count - removed.count
    guard common * 2 > max(before.count, after.count) else { return nil }
    return (marked(before, removed), marked(after, added))
  }

  /// Words and what stands between them, each by itself.
  private static func pieces(_ line: String) -> [Substring] {
    var pieces: [Substring] = []
    var rest = line[...]
    while let first = rest.first {
      let isWord = first.isLetter || first.isNumber
      let piece =
        isWord ? rest.prefix { $0.isLetter || $0.isNumber } : rest.prefix(1)
      pieces.append(piece)
      rest = rest[piece.endIndex...]
    }
    return pieces
  }

  /// Words with their marks, neighbours with the same mark put together.
  private static func marked(_ words: [Substring], _ changed: Set<Int>) -> [Piece] {
    var result: [Piece] = []
    for (place, word) in words.enumerated() {
      let isChanged = changed.contains(place)
      if result.last?.isChanged == isChanged {
        result[result.count - 1].text += word
      } else {
        result.append(Piece(text: String(word), isChanged: isChanged))
      }
    }
    return result
  }
}

extension DraftDiff.Line {
  fileprivate init(_ change: DraftDiff.Change, _ text: String) {
    self.init(
      change: change, pieces: [DraftDiff.Piece(text: text, isChanged: change != .kept)])
  }

  fileprivate static func kept(_ text: Substring) -> Self { Self(.kept, String(text)) }
}
