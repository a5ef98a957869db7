/// What a clerk does to an agenda book itself, apart from entering letters.
public enum BookAct: Hashable, Sendable {
  /// Sets the next numbers aside to be written on paper while the desk is down.
  case reserve(AgendaBookID, count: Int, reason: String)
  /// Says that numbers which were set aside will not be used.
  case void([NumberPlace], reason: String)
  /// Closes a day's page: nothing is written on it any more.
  case closePage(AgendaBookID, CalendarDate)
}

/// What is written in the agenda books, as far as a decision looks at it.
public struct BookStanding: Hashable, Sendable {
  /// The last day of each book whose page is closed.
  public var closed: [AgendaBookID: CalendarDate] = [:]
  /// The numbers that the action names, as they were set aside.
  public var reserved: [NumberPlace: ReservedNumber] = [:]
  /// The page that the action closes.
  public var page: Page?
  /// The day on which the office was founded, where the action closes a page.
  public var founded: CalendarDate?
  /// The hash of the journal's last entry, in lower-case hex.
  public var head = ""

  /// A page as it is about to be closed.
  public struct Page: Hashable, Sendable {
    /// How many letters stand on it.
    public var count: Int
    /// Its first number.
    public var first: Int?
    /// Its last number.
    public var last: Int?
    /// Whether it is closed already.
    public var isClosed: Bool
  }

  /// Makes a standing of books in which nothing is closed or set aside.
  public init() {}
}
