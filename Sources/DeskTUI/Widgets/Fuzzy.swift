/// Finds what is meant by a few letters: all of them must occur in their order.
enum Fuzzy {
  /// How well letters fit a text; larger is better, `nil` when they do not.
  ///
  /// What stands there as it is typed, from the beginning of a word, comes before letters from here and there. Among
  /// those a beginning counts most, then the beginnings of words, then letters side by side.
  static func score(_ typed: String, in text: String) -> Int? {
    let wanted = typed.lowercased().filter { !$0.isWhitespace }
    guard !wanted.isEmpty else { return 0 }
    let text = Array(text.lowercased())
    var score = isLiteral(typed.lowercased(), in: text) ? literal : 0
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

  /// More than the letters of any text that is typed to find something add up to.
  private static let literal = 10_000

  private static func isLiteral(_ typed: String, in text: [Character]) -> Bool {
    let wanted = Array(typed.drop(while: \.isWhitespace))
    return text.indices.contains { isWordStart($0, text) && text[$0...].starts(with: wanted) }
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
