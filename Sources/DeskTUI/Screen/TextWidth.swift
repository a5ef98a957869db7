/// Where text stands in a width larger than its own.
public enum Alignment: Sendable {
  /// At the left.
  case left
  /// In the middle.
  case center
  /// At the right, as figures do.
  case right
}

/// The one authority on how many columns text takes, and on what of it may reach the screen.
///
/// Text comes from letters and other people's programs. Controls, escapes and bidirectional overrides are taken
/// out; clusters that terminals measure differently (joined emoji, flags) are drawn as one replacement.
public enum TextWidth {
  /// Drawn in place of what cannot be drawn safely.
  public static let replacement: Character = "\u{FFFD}"

  /// A cell of curses holds a base character and four marks.
  private static let marksPerCell = 4

  /// The columns of one cluster as it is drawn: 1, 2, or 0 when it draws nothing.
  public static func cellWidth(_ cluster: Character) -> Int { drawn(cluster)?.width ?? 0 }

  /// The columns of a text as it is drawn.
  public static func columns(_ text: String) -> Int {
    var total = 0
    forEachCluster(in: text) { _, width in
      total += width
      return true
    }
    return total
  }

  /// The text as it is drawn: without control and format characters, a newline or tab as one space.
  public static func printable(_ text: String) -> String {
    if isPlainASCII(text) { return text }
    var result = ""
    forEachCluster(in: text) { cluster, _ in
      result.append(cluster)
      return true
    }
    return result
  }

  /// The longest beginning that fits into `width` columns, ending in `ellipsis` when something was cut.
  public static func clip(_ text: String, to width: Int, ellipsis: Character? = "…") -> String {
    guard width > 0 else { return "" }
    if isPlainASCII(text), text.utf8.count <= width { return text }
    let mark = ellipsis.map(cellWidth) ?? 0
    var whole = ""
    var used = 0
    var room = whole.endIndex  // Where the text must end for the ellipsis to fit behind it.
    var overflows = false
    forEachCluster(in: text) { cluster, columns in
      if used + columns > width {
        overflows = true
        return false
      }
      whole.append(cluster)
      used += columns
      if used + mark <= width { room = whole.endIndex }
      return true
    }
    guard overflows, let ellipsis, mark <= width else { return whole }
    return String(whole[..<room]) + String(ellipsis)
  }

  /// The text in exactly `width` columns: clipped with an ellipsis or filled with spaces.
  public static func pad(
    _ text: String, to width: Int, align: Alignment = .left, ellipsis: Character? = "…"
  ) -> String {
    let clipped = clip(text, to: width, ellipsis: ellipsis)
    let spare = max(0, width - columns(clipped))
    let before =
      switch align {
      case .left: 0
      case .center: spare / 2
      case .right: spare
      }
    return String(repeating: " ", count: before) + clipped
      + String(repeating: " ", count: spare - before)
  }

  /// The text in lines of at most `width` columns, broken between words; a longer word is broken where it must.
  ///
  /// A newline begins a new line, an empty text is one empty line, and indentation stays.
  public static func wrap(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .flatMap { wrapLine(String($0), width: width) }
  }

  /// Calls `body` with each cluster as it is drawn and its columns, until it returns false.
  static func forEachCluster(in text: String, _ body: (Character, Int) -> Bool) {
    for character in text {
      guard let drawn = drawn(character) else { continue }
      if !body(drawn.cluster, drawn.width) { return }
    }
  }

  /// What a cluster is drawn as; `nil` when it draws nothing.
  private static func drawn(_ character: Character) -> (cluster: Character, width: Int)? {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return nil }
    if scalars.count == 1 {
      switch ScalarWidth(first) {
      case .base(let width): return (character, width)
      case .space: return (" ", 1)
      case .dropped, .mark: return nil
      case .unsafe: return (replacement, 1)
      }
    }
    if character == "\r\n" { return (" ", 1) }
    return joined(scalars)
  }

  private static func joined(_ scalars: String.UnicodeScalarView) -> (Character, Int)? {
    var kept = String.UnicodeScalarView()
    var base: Int?
    for scalar in scalars {
      switch ScalarWidth(scalar) {
      case .dropped, .space: continue
      case .base(let width) where base == nil:
        base = width
        kept.append(scalar)
      case .mark where base == nil: continue
      case .mark: if kept.count <= marksPerCell { kept.append(scalar) }
      case .base, .unsafe: return (replacement, 1)
      }
    }
    guard let base else { return nil }
    return (Character(String(kept)), base)
  }

  private static func isPlainASCII(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  private static func wrapLine(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line: [(cluster: Character, width: Int)] = []
    var used = 0
    var lastSpace: Int?
    func flush(upTo end: Int) {
      lines.append(String(line[..<end].map(\.cluster)).trimmingTrailingSpaces)
    }
    forEachCluster(in: text) { cluster, columns in
      let cell = columns <= width ? (cluster, columns) : (replacement, 1)
      if used + cell.1 > width {
        if cell.0 == " " {
          flush(upTo: line.count)
          line = []
        } else if let space = lastSpace, line[..<space].contains(where: { $0.cluster != " " }) {
          flush(upTo: space)
          line.removeFirst(space + 1)
        } else {
          flush(upTo: line.count)
          line = []
        }
        used = line.reduce(0) { $0 + $1.width }
        lastSpace = line.lastIndex { $0.cluster == " " }
        if cell.0 == " " { return true }
      }
      if cell.0 == " " { lastSpace = line.count }
      line.append(cell)
      used += cell.1
      return true
    }
    if !line.isEmpty || lines.isEmpty { flush(upTo: line.count) }
    return lines
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[...last])
  }
}
