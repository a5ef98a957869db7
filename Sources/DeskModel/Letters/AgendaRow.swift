/// A line of an agenda book: a letter with its number, or a number that no letter has.
public enum AgendaRow: Identifiable, Hashable, Sendable {
  /// A letter.
  case letter(LetterRow)
  /// A number that was set aside, open or voided.
  case reserved(ReservedNumber)

  /// The number's place in its period.
  public var id: Int {
    switch self {
    case .letter(let row): row.number?.sequence ?? 0
    case .reserved(let number): number.place.sequence
    }
  }

  /// The letter, if there is one.
  public var letter: LetterRow? { if case .letter(let row) = self { row } else { nil } }
}

/// A number of an agenda book with what became of it.
public struct AccountedNumber: Hashable, Sendable {
  /// What became of a number.
  public enum Standing: String, Hashable, Sendable, CaseIterable {
    /// A letter has it.
    case used
    /// A letter has it whose case was cancelled.
    case cancelled
    /// It was set aside and will not be used.
    case voided
    /// It was set aside and waits for its letter.
    case reserved
    /// Nothing is known of it: the tables were changed by another hand.
    case missing
  }

  /// The number.
  public var place: NumberPlace
  /// What became of it.
  public var standing: Standing
  /// The letter that has it.
  public var letter: LetterID?
  /// When it came to that; `nil` when nothing is known.
  public var at: Timestamp?
  /// By whom.
  public var by: PersonID?
  /// Why: of a voided or reserved number, and of one whose letter was cancelled or that was set aside before.
  public var reason: String?
}

/// A day's page of an agenda book.
public struct AgendaDay: Hashable, Sendable {
  /// The book.
  public var book: AgendaBookID
  /// The day.
  public var date: CalendarDate
  /// The letters on it, in the order of their numbers.
  public var letters: [LetterRow]
  /// The numbers that were set aside on that day.
  public var reserved: [ReservedNumber]
  /// By whom it was closed; `nil` while it is open.
  public var closing: Closing?

  /// How a page was closed.
  public struct Closing: Hashable, Sendable {
    /// What was signed.
    public var page: PageClosed
    /// When.
    public var at: Timestamp
    /// By whom.
    public var actor: Actor
    /// The entry of the journal that says so.
    public var entry: Int64
    /// The short code of that entry's hash: what a witness outside the machine keeps.
    public var code: String
  }
}
