public import DeskTUI

/// A grid as text, for people to read and files to keep: a block of glyphs and a block of styles.
///
/// In the second block every cell is the letter of its role, a capital when it stands out; `.` is plain text, `:`
/// plain text that stands out.
public struct GridSnapshot: Equatable, Sendable {
  /// The glyphs, one line a row; the right half of a wide cluster takes no place.
  public let glyphs: [String]
  /// The styles, one line a row, one letter a column.
  public let styles: [String]

  /// Takes a grid's picture.
  public init(_ grid: Grid) {
    let rows = 0..<grid.size.rows
    glyphs = rows.map { row in
      String(grid.row(row).filter { $0.width > 0 }.map(\.text))
    }
    styles = rows.map { row in String(grid.row(row).map { GridSnapshot.letter($0.style) }) }
  }

  /// Both blocks, each row between bars so that blanks at the end show.
  public var text: String {
    (["glyphs"] + glyphs.map { "|\($0)|" } + ["styles"] + styles.map { "|\($0)|" })
      .joined(separator: "\n") + "\n"
  }

  /// The letter of a style in the second block.
  public static func letter(_ style: Style) -> Character {
    let letter: Character =
      switch style.role {
      case .plain: "."
      case .title: "t"
      case .heading: "h"
      case .muted: "m"
      case .focus: "f"
      case .selected: "s"
      case .accent: "a"
      case .key: "k"
      case .warn: "w"
      case .danger: "d"
      case .ok: "o"
      case .current: "c"
      case .border: "b"
      case .borderFocus: "g"
      case .input: "i"
      case .inputFocus: "j"
      case .badge: "n"
      case .disabled: "x"
      case .overlay: "v"
      case .bar: "u"
      case .added: "p"
      case .removed: "r"
      }
    if !style.strong { return letter }
    return letter == "." ? ":" : Character(letter.uppercased())
  }

  /// What differs between a kept text and a new one, line by line, with a caret under every cell that differs.
  ///
  /// - Returns: `nil` when they are the same.
  public static func difference(expected: String, got: String) -> String? {
    guard expected != got else { return nil }
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = got.split(separator: "\n", omittingEmptySubsequences: false)
    var cells: [String] = []
    for index in 0..<max(old.count, new.count) {
      let before = index < old.count ? Array(old[index]) : []
      let after = index < new.count ? Array(new[index]) : []
      if before == after { continue }
      let carets = (0..<max(before.count, after.count)).map { column -> Character in
        let same =
          column < before.count && column < after.count && before[column] == after[column]
        return same ? " " : "^"
      }
      cells.append(
        """
        line \(index + 1)
        - \(String(before))
        + \(String(after))
          \(String(carets))
        """)
    }
    return """
      expected:
      \(expected)
      got:
      \(got)
      cells that differ:
      \(cells.joined(separator: "\n"))
      """
  }
}
