import GRDB

extension Desk {
  /// Letters in whose numbers, sender or subject every word of a text begins a word, the newest first.
  ///
  /// Digits find numbers written with zeros before them: `7` finds `0007`. A letter that its reader may not read is
  /// found by nothing.
  public func search(
    _ text: String, before: LetterID? = nil, limit: Int = 50, for reader: Actor? = nil
  ) throws -> [LetterRow] {
    guard let pattern = Self.pattern(text) else { return [] }
    return try store.read { db in
      try NamedQuery.search.map(
        db, [place(of: reader), pattern, before ?? Int64.max, limit], LetterRow.init)
    }
  }

  /// How many letters a search finds for a reader, counted no further than a limit.
  public func searchCount(
    _ text: String, limit: Int = 1_000, for reader: Actor? = nil
  ) throws -> Int {
    guard let pattern = Self.pattern(text) else { return 0 }
    return try store.read { db in
      let arguments: StatementArguments = [pattern, place(of: reader), limit]
      return try NamedQuery.searchCount.map(db, arguments) { _ in true }.count
    }
  }

  /// The most words that are looked for; of what was pasted the rest would hardly narrow it further.
  private static let mostWords = 32

  /// A text as an FTS5 query: each word quoted and taken as a beginning; `nil` without a word.
  ///
  /// A single sign is taken as a whole word: half of all words begin with it.
  private static func pattern(_ text: String) -> String? {
    let words = text.prefix(4_000).split { !$0.isLetter && !$0.isNumber }.prefix(mostWords)
    guard !words.isEmpty else { return nil }
    return words.map { word in
      let start = "\"\(word)\"" + (word.count > 1 ? "*" : "")
      guard word.utf8.count < 4, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
        return start
      }
      let padded = (word.utf8.count + 1...4).map { "\"\(zeros($0 - word.utf8.count))\(word)\"" }
      return "(" + ([start] + padded).joined(separator: " OR ") + ")"
    }.joined(separator: " AND ")
  }

  private static func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
}

extension NamedQuery {
  static let search = NamedQuery(
    name: "search",
    sql: """
      \(letterColumns)
      FROM letter_search s JOIN letter l ON l.id = s.rowid \(latestCase)
      WHERE letter_search MATCH ? AND s.rowid < ? AND NOT hidden ORDER BY s.rowid DESC LIMIT ?
      """)

  static let searchCount = NamedQuery(
    name: "searchCount",
    sql: """
      SELECT s.rowid FROM letter_search s JOIN letter l ON l.id = s.rowid
      WHERE letter_search MATCH ? AND NOT \(hidden) LIMIT ?
      """)
}
