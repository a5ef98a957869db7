import DeskModel

/// What changed in a text, as lines of a page: a sign before each changed line, changed words standing out.
enum DraftLines {
  /// Adds every line, so that the text can be read as a whole.
  static func add(_ diff: DraftDiff, to page: inout Page) {
    for line in diff.lines {
      let (sign, style): (String, Style) =
        switch line.change {
        case .kept: ("  ", .plain)
        case .added: ("+ ", .added)
        case .removed: ("- ", .removed)
        }
      var text = RichText(sign, style)
      let isWhole = line.pieces.count == 1
      for piece in line.pieces {
        let standsOut = piece.isChanged && !isWhole && line.change != .kept
        // Without colours a changed word must still be told from its line.
        text.add(standsOut ? "[\(piece.text)]" : piece.text, Style(style.role, strong: standsOut))
      }
      page.add(text, hang: 2)
    }
  }
}
