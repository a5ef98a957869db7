/// Names an agenda book.
public typealias AgendaBookID = Identifier<AgendaBook>

/// A register that gives numbers without gaps (buku agenda).
public struct AgendaBook: Codable, Hashable, Sendable {
  /// When counting begins again at 1.
  public enum Reset: String, Codable, Hashable, Sendable, CaseIterable {
    /// Every calendar year of the office's zone.
    case yearly
    /// Never.
    case never
  }

  /// The book's slug.
  public var id: AgendaBookID
  /// What the office calls it.
  public var name: String
  /// The kinds of letter that are entered in it.
  public var kinds: [LetterKind]
  /// How its numbers are written.
  public var pattern: NumberPattern
  /// When counting begins again.
  public var reset: Reset

  /// Makes a book.
  public init(
    id: AgendaBookID, name: String, kinds: [LetterKind], pattern: NumberPattern,
    reset: Reset = .yearly
  ) {
    self.id = id
    self.name = name
    self.kinds = kinds
    self.pattern = pattern
    self.reset = reset
  }

  /// The period in which a day's numbers are counted: its year, or 0 in a book that never begins again.
  public func period(of date: CalendarDate) -> Int { reset == .yearly ? date.year : 0 }

  /// The number that a sequence gives by this book's pattern.
  ///
  /// - Throws: `NumberPatternFault` when the letter lacks something or the number would be too long.
  public func number(_ values: NumberPattern.Values) throws(NumberPatternFault) -> AgendaNumber {
    AgendaNumber(
      book: id, period: period(of: values.date), sequence: values.sequence,
      text: try pattern.format(values))
  }
}

/// A number in an agenda book: unique by book, period and sequence.
public struct AgendaNumber: Codable, Hashable, Sendable {
  /// The book.
  public var book: AgendaBookID
  /// The calendar year; 0 in a book that never begins again.
  public var period: Int
  /// The place in the period, from 1, without gaps.
  public var sequence: Int
  /// The number as written on the letter.
  public var text: String

  /// Makes a number.
  public init(book: AgendaBookID, period: Int, sequence: Int, text: String) {
    self.book = book
    self.period = period
    self.sequence = sequence
    self.text = text
  }
}
