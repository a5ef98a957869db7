/// Finds what is meant by a few letters: all of them must occur in their order.
enum Fuzzy {
  /// How well letters fit a text; larger is better, `nil` when they do not.
  ///
  /// A beginning counts most, then the beginnings of words, then letters side by side.
  static func score(_ typed: String, in text: String) -> Int? {
    let wanted = typed.lowercased().filter { !$0.isWhitespace }
    guard !wanted.isEmpty else { return 0 }
    let text = Array(text.lowercased())
    var score = 0
    var next = 0
    var last = -2
    for character in wanted {
      guard let found = place(of: character, in: text, from: next, after: last) else { return nil }
      if found == 0 { score += 12 }
      if isWordStart(found, text) { score += 6 }
      if found == last + 1 { score += 4 }
      score -= min(3, found - next)
      last = found
      next = found + 1
    }
    return score
  }

  /// The next place of a letter: right behind the last one, else at the start of a word, else anywhere.
  private static func place(
    of character: Character, in text: [Character], from start: Int, after last: Int
  ) -> Int? {
    if start < text.count, last == start - 1, text[start] == character { return start }
    var anywhere: Int?
    for index in start..<max(start, text.count) where text[index] == character {
      if isWordStart(index, text) { return index }
      if anywhere == nil { anywhere = index }
    }
    return anywhere
  }

  private static func isWordStart(_ index: Int, _ text: [Character]) -> Bool {
    index == 0 || !(text[index - 1].isLetter || text[index - 1].isNumber)
  }
}
