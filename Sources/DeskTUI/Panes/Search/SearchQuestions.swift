import DeskModel

/// The newest letters that a text finds.
struct SearchPage: Question {
  /// How many rows are asked for at a time.
  static let size = 50

  let text: String
  let before: LetterID?
  let limit: Int

  func answer(from desk: Desk, for session: Session) throws -> [LetterRow] {
    try desk.search(text, before: before, limit: limit, for: session.actor)
  }
}

/// How many letters a text finds, counted up to a limit.
struct SearchCount: Question {
  /// So far is counted: nobody reads on beyond.
  static let most = 1_000

  let text: String

  func answer(from desk: Desk, for session: Session) throws -> Int {
    try desk.searchCount(text, limit: SearchCount.most, for: session.actor)
  }
}
