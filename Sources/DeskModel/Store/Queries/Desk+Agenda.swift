import GRDB

extension Desk {
  /// A page of an agenda book, newest number first; a letter that its reader may not read keeps its line.
  ///
  /// - Parameter before: the last sequence of the page before; `nil` for the first page.
  public func agenda(
    _ book: AgendaBookID, period: Int, before: Int? = nil, limit: Int = 50,
    for reader: Actor? = nil
  ) throws -> [LetterRow] {
    try store.read { db in
      try NamedQuery.agenda.map(
        db,
        [place(of: reader), book.rawValue, period, before ?? Int.max, limit],
        LetterRow.init)
    }
  }

  /// The page of an agenda book that stands before one already shown, newest number first.
  ///
  /// - Parameter after: the first sequence of the page shown.
  public func agenda(
    _ book: AgendaBookID, period: Int, after: Int, limit: Int = 50, for reader: Actor? = nil
  ) throws -> [LetterRow] {
    try store.read { db in
      try NamedQuery.agendaAfter.map(
        db, [place(of: reader), book.rawValue, period, after, limit], LetterRow.init
      ).reversed()
    }
  }

  /// The first and the last period in which a book has numbers; `nil` for an empty book.
  public func agendaPeriods(_ book: AgendaBookID) throws -> ClosedRange<Int>? {
    try store.read { db in
      func period(_ query: NamedQuery) throws -> Int? {
        try query.map(db, [book.rawValue]) { row -> Int in try row[0] }.first
      }
      guard let first = try period(.agendaFirst), let last = try period(.agendaLast) else {
        return nil
      }
      return first...max(first, last)
    }
  }
}

extension NamedQuery {
  static let agenda = NamedQuery(
    name: "agenda",
    sql: """
      \(letterColumns) FROM letter l \(latestCase)
      WHERE l.book = ? AND l.period = ? AND l.book IS NOT NULL AND l.sequence < ?
      ORDER BY l.sequence DESC LIMIT ?
      """)

  static let agendaAfter = NamedQuery(
    name: "agendaAfter",
    sql: """
      \(letterColumns) FROM letter l \(latestCase)
      WHERE l.book = ? AND l.period = ? AND l.book IS NOT NULL AND l.sequence > ?
      ORDER BY l.sequence LIMIT ?
      """)

  /// The last number taken in a book's period; NULL before any.
  static let lastNumber = NamedQuery(
    name: "lastNumber",
    sql: "SELECT max(sequence) FROM letter WHERE book = ? AND period = ? AND book IS NOT NULL")

  static let agendaFirst = NamedQuery(
    name: "agendaFirst",
    sql: "SELECT period FROM letter WHERE book = ? AND book IS NOT NULL ORDER BY period LIMIT 1")

  static let agendaLast = NamedQuery(
    name: "agendaLast",
    sql: """
      SELECT period FROM letter WHERE book = ? AND book IS NOT NULL ORDER BY period DESC LIMIT 1
      """)
}
