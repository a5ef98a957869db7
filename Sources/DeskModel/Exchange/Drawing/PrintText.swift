/// How wide texts are on paper, in a face with the widths of Helvetica (Arial, Liberation Sans, Arimo).
///
/// Text must be broken into lines before it is drawn, and no font library is at hand. The widths are those of
/// Adobe's font metrics, in thousandths of the size.
struct PrintText: Hashable, Sendable {
  /// The faces that have these widths, the one that is on the machine first.
  static let family = "'Liberation Sans', Arial, Helvetica, Arimo, 'Nimbus Sans', sans-serif"
  /// From one line to the next, in sizes.
  static let leading = 1.18

  /// The size in points.
  var size: Double
  /// Whether it is bold.
  var isBold = false

  /// From one line to the next, in points.
  var lineHeight: Double { size * Self.leading }

  /// How wide a text is, in points.
  func width(_ text: some StringProtocol) -> Double {
    text.unicodeScalars.reduce(0) { $0 + thousandths($1) } * size / 1_000
  }

  /// Whether a text is wider than a width; a long one is looked at no further than it must be.
  private func isWider(_ text: some StringProtocol, than limit: Double) -> Bool {
    var sum = 0.0
    for scalar in text.unicodeScalars {
      sum += thousandths(scalar)
      if sum * size / 1_000 > limit { return true }
    }
    return false
  }

  /// A text broken into lines no wider than a width: at blanks, and inside a word where it alone is too wide.
  ///
  /// - Parameter width: of a line, by its number from 0, in points.
  func lines(_ text: String, width limit: (Int) -> Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for var word in text.split(separator: " ") {
      if !line.isEmpty, isWider("\(line) \(word)", than: limit(lines.count)) {
        lines.append(line)
        line = ""
      }
      while line.isEmpty, isWider(word, than: limit(lines.count)), !word.dropFirst().isEmpty {
        let head = piece(of: word, width: limit(lines.count))
        lines.append(String(head))
        word = word[head.endIndex...]
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// A text broken into lines no wider than a width in points.
  func lines(_ text: String, width: Double) -> [String] { lines(text) { _ in width } }

  /// As much of a word as fits, up to a slash or hyphen if there is one; at least a letter.
  private func piece(of word: Substring, width limit: Double) -> Substring {
    var end = word.startIndex
    var cut: Substring.Index?
    var sum = 0.0
    for character in word {
      let isFirst = end == word.startIndex
      sum = character.unicodeScalars.reduce(sum) { $0 + thousandths($1) }
      if !isFirst, sum * size / 1_000 > limit { break }
      end = word.index(after: end)
      if !isFirst, "/-.,".contains(character) { cut = end }
    }
    return word[..<(cut ?? end)]
  }

  private func thousandths(_ scalar: Unicode.Scalar) -> Double {
    let widths = isBold ? Self.bold : Self.plain
    let index = Int(scalar.value) - 32
    if widths.indices.contains(index) { return Double(widths[index]) }
    if scalar.properties.generalCategory == .nonspacingMark { return 0 }
    return scalar.value < 0x1100 || (0x2000...0x20CF).contains(scalar.value) ? 620 : 1_000
  }

  /// From the blank to the tilde.
  private static let plain = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]

  private static let bold = [
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667,
    611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667,
    667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556,
    278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
  ]
}
