/// The pieces that a box or a table is drawn with.
public struct LineGlyphs: Hashable, Sendable {
  /// `─`
  public let horizontal: Character
  /// `│`
  public let vertical: Character
  /// `┌`
  public let topLeft: Character
  /// `┐`
  public let topRight: Character
  /// `└`
  public let bottomLeft: Character
  /// `┘`
  public let bottomRight: Character
  /// `├`
  public let teeRight: Character
  /// `┤`
  public let teeLeft: Character
  /// `┬`
  public let teeDown: Character
  /// `┴`
  public let teeUp: Character
  /// `┼`
  public let cross: Character

  /// The pieces from a text of eleven, in the order of the properties.
  fileprivate init(_ pieces: String, fallback: Character) {
    let all = Array(pieces)
    func piece(_ index: Int) -> Character { index < all.count ? all[index] : fallback }
    horizontal = piece(0)
    vertical = piece(1)
    topLeft = piece(2)
    topRight = piece(3)
    bottomLeft = piece(4)
    bottomRight = piece(5)
    teeRight = piece(6)
    teeLeft = piece(7)
    teeDown = piece(8)
    teeUp = piece(9)
    cross = piece(10)
  }
}

/// The signs that are drawn beside text, as far as the terminal can show them.
///
/// The Unicode set keeps to the WGL4 repertoire, which the fonts of old Windows and Linux consoles have.
public struct Glyphs: Hashable, Sendable {
  /// Whether only ASCII can be shown; then text is folded to ASCII too.
  public let isASCII: Bool
  /// Thin lines.
  public let lines: LineGlyphs
  /// The lines around what has the keyboard, told from the thin ones without colour.
  public let focusLines: LineGlyphs
  /// Stands for cut text.
  public let ellipsis: Character
  /// Begins an item of a list.
  public let bullet: Character
  /// Marks what has not been read.
  public let unread: Character
  /// Marks the selected row.
  public let marker: Character
  /// Done, agreed, ticked.
  public let check: Character
  /// Refused, failed.
  public let cross: Character
  /// Where the letter stands now.
  public let here: Character
  /// A step still to come.
  public let open: Character
  /// Arrow to the left.
  public let arrowLeft: Character
  /// Arrow to the right.
  public let arrowRight: Character
  /// Arrow upwards.
  public let arrowUp: Character
  /// Arrow downwards.
  public let arrowDown: Character
  /// The head of a way that leads down.
  public let headDown: Character
  /// A folded group; like no sign that marks a row.
  public let folded: Character
  /// An unfolded group.
  public let unfolded: Character
  /// The scroll bar's ground.
  public let scrollTrack: Character
  /// The part of the scroll bar that is in view.
  public let scrollThumb: Character
  /// A full unit of a bar chart.
  public let barFull: Character
  /// Stands between parts of one line.
  public let separator: Character

  /// For terminals in a UTF-8 locale.
  public static let unicode = Glyphs(
    isASCII: false,
    lines: LineGlyphs("─│┌┐└┘├┤┬┴┼", fallback: "│"),
    focusLines: LineGlyphs("═║╔╗╚╝╠╣╦╩╬", fallback: "║"),
    ellipsis: "…", bullet: "•", unread: "●", marker: "►", check: "√", cross: "×", here: "◄",
    open: "○", arrowLeft: "←", arrowRight: "→", arrowUp: "↑", arrowDown: "↓", headDown: "▼",
    folded: "+", unfolded: "−", scrollTrack: "░", scrollThumb: "█", barFull: "█", separator: "·")

  /// For terminals in any other locale.
  public static let ascii = Glyphs(
    isASCII: true,
    lines: LineGlyphs("-|+++++++++", fallback: "+"),
    focusLines: LineGlyphs("=|#########", fallback: "#"),
    ellipsis: "~", bullet: "*", unread: "*", marker: ">", check: "v", cross: "x", here: "<",
    open: "o", arrowLeft: "<", arrowRight: ">", arrowUp: "^", arrowDown: "v", headDown: "v",
    folded: "+", unfolded: "-", scrollTrack: ":", scrollThumb: "#", barFull: "#", separator: "-")

  /// The text as this set can show it: itself, or in ASCII with `?` for what has no near sign there.
  public func shown(_ text: String) -> String {
    guard isASCII, !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var result = ""
    TextWidth.forEachCluster(in: text) { cluster, width in
      if cluster.isASCII {
        result.append(cluster)
      } else if let near = Glyphs.nearASCII[cluster] {
        result.append(near)
      } else {
        result += width == 2 ? "??" : "?"
      }
      return true
    }
    return result
  }

  /// Every sign of the same width, so that a text takes the same columns in both sets.
  private static let nearASCII: [Character: Character] = [
    "–": "-", "—": "-", "−": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"", "«": "\"", "»": "\"",
    "…": "~", "•": "*", "·": "-", "×": "x", "√": "v", "→": ">", "←": "<", "↑": "^", "↓": "v",
    "►": ">", "◄": "<", "●": "*", "○": "o", "\u{A0}": " ", "é": "e", "è": "e", "ê": "e", "ë": "e",
    "á": "a", "à": "a", "â": "a", "ä": "a", "å": "a", "ç": "c", "í": "i", "ì": "i", "ï": "i",
    "ñ": "n", "ó": "o", "ò": "o", "ô": "o", "ö": "o", "ú": "u", "ù": "u", "ü": "u", "É": "E",
  ]
}
