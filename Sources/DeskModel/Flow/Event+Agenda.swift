/// See ``Event/officeKeyed(_:)``.
public struct OfficeKeyed: Codable, Hashable, Sendable {
  /// The Ed25519 public key, 32 bytes in lower-case hex.
  public var publicKey: String
}

/// See ``Event/numbersReserved(_:)``.
public struct NumbersReserved: Codable, Hashable, Sendable {
  /// The book.
  public var book: AgendaBookID
  /// The calendar year; 0 in a book that never begins again.
  public var period: Int
  /// The first number of the block.
  public var first: Int
  /// How many numbers follow each other.
  public var count: Int
  /// The day on whose page they stand.
  public var page: CalendarDate
  /// Why.
  public var reason: String
}

/// See ``Event/numberVoided(_:)``.
public struct NumberVoided: Codable, Hashable, Sendable {
  /// The book.
  public var book: AgendaBookID
  /// The calendar year; 0 in a book that never begins again.
  public var period: Int
  /// The number.
  public var sequence: Int
  /// Why.
  public var reason: String
}

/// See ``Event/pageClosed(_:)``.
public struct PageClosed: Codable, Hashable, Sendable {
  /// The book.
  public var book: AgendaBookID
  /// The day whose page was closed.
  public var date: CalendarDate
  /// How many letters stand on it.
  public var count: Int
  /// Its first number; `nil` on an empty page.
  public var first: Int?
  /// Its last number; `nil` on an empty page.
  public var last: Int?
  /// How many entries the journal had before.
  public var entries: Int64
  /// The hash of the last of them, in lower-case hex.
  public var head: String
  /// The Ed25519 signature over ``signedText(at:by:)`` by the office's key, in lower-case hex.
  public var signature: String

  /// What the office's key signs: lines of UTF-8, each ended by a line feed but the last.
  ///
  ///     desk agenda page 1
  ///     book surat-masuk
  ///     date 2026-03-02
  ///     letters 12
  ///     numbers 208-219
  ///     closed 1772413200000 dahlia pengadministrasi-umum@kepegawaian-umum definitive
  ///     journal 345 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
  ///
  /// An empty page says `numbers -`. The time is in milliseconds since 1970 UTC.
  public func signedText(at time: Timestamp, by actor: Actor) -> String {
    let numbers = first.flatMap { first in last.map { "\(first)-\($0)" } } ?? "-"
    return """
      desk agenda page 1
      book \(book)
      date \(date)
      letters \(count)
      numbers \(numbers)
      closed \(time.milliseconds) \(actor.person) \(actor.role) \(actor.standing.rawValue)
      journal \(entries) \(head)
      """
  }
}
