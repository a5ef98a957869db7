/// A number that was set aside to be written on paper: open until a letter takes it or it is voided.
public struct ReservedNumber: Hashable, Sendable {
  /// Where it stands.
  public var place: NumberPlace
  /// When it was set aside.
  public var reserved: Timestamp
  /// By whom.
  public var reservedBy: PersonID
  /// Why.
  public var reason: String
  /// The letter that took it.
  public var letter: LetterID?
  /// When, by whom and why it was voided.
  public var voided: Voiding?

  /// That a number will not be used.
  public struct Voiding: Hashable, Sendable {
    /// When.
    public var at: Timestamp
    /// By whom.
    public var by: PersonID
    /// Why.
    public var reason: String
  }

  /// Whether it waits for its letter.
  public var isOpen: Bool { letter == nil && voided == nil }
}

extension [ReservedNumber] {
  /// Those that stand before a number in its book and period: open ones are passed over by who takes it first.
  public func before(_ place: NumberPlace) -> [ReservedNumber] {
    filter {
      $0.place.book == place.book && $0.place.period == place.period
        && $0.place.sequence < place.sequence
    }
  }

  /// Their places as people write them: `1–3, 7`.
  public var list: String {
    var runs: [ClosedRange<Int>] = []
    for sequence in map(\.place.sequence).sorted() {
      if let last = runs.last, last.upperBound + 1 == sequence {
        runs[runs.count - 1] = last.lowerBound...sequence
      } else {
        runs.append(sequence...sequence)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      .joined(separator: ", ")
  }
}

/// A place in an agenda book: what names a number before anything is written there.
public struct NumberPlace: Codable, Hashable, Sendable {
  /// The book.
  public var book: AgendaBookID
  /// The calendar year; 0 in a book that never begins again.
  public var period: Int
  /// The place in the period, from 1.
  public var sequence: Int

  /// Names a place.
  public init(book: AgendaBookID, period: Int, sequence: Int) {
    self.book = book
    self.period = period
    self.sequence = sequence
  }
}
