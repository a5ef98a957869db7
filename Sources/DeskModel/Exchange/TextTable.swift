/// A table of wrapped texts for a terminal or a mail, in plain characters.
///
/// Every Indonesian letter is one cell wide, so widths are counted in characters; a table for the
/// full screen is drawn by the screen's own widgets, which know wider ones.
public struct TextTable {
  /// A column's heading and width.
  public struct Column: Hashable, Sendable {
    /// The heading.
    public var title: String
    /// The width in characters, at least 1.
    public var width: Int

    /// Makes a column.
    public init(_ title: String, width: Int) {
      self.title = title
      self.width = Swift.max(1, width)
    }
  }

  /// The columns, left to right.
  public var columns: [Column]

  /// Makes an empty table.
  public init(_ columns: [Column]) { self.columns = columns }

  /// The heading and the rule below it.
  public var heading: [String] {
    lines(columns.map { [$0.title] })
      + [columns.map { String(repeating: "-", count: $0.width) }.joined(separator: " ")]
  }

  /// The lines of one row.
  ///
  /// - Parameter cells: for each column its paragraphs, each begun on a line of its own.
  public func lines(_ cells: [[String]]) -> [String] {
    let wrapped = zip(columns, cells).map { column, paragraphs in
      paragraphs.flatMap { Self.wrap($0, width: column.width) }
    }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { row in
      var line = ""
      for (column, lines) in zip(columns, wrapped) {
        let text = row < lines.count ? lines[row] : ""
        line += text + String(repeating: " ", count: Swift.max(0, column.width - text.count) + 1)
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// A text broken at blanks, and inside a word only where the word alone is too long.
  public static func wrap(_ text: String, width: Int) -> [String] {
    let width = Swift.max(1, width)
    var lines: [String] = []
    var line = ""
    for var word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      while word.count > width {
        // After a slash or a hyphen a long word reads on best.
        let head = word.prefix(width)
        let cut = head.lastIndex { $0 == "/" || $0 == "-" }.map(head.index(after:))
        lines.append(String(word[..<(cut ?? head.endIndex)]))
        word = word[(cut ?? head.endIndex)...]
      }
      if !word.isEmpty { line += line.isEmpty ? String(word) : " " + word }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
