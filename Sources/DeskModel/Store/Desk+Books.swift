import Foundation
import GRDB

// What acts on the agenda books needs of the tables, and the office's key.
extension Desk {
  /// The books as far as an action looks at them.
  func books(
    for action: Action?, after head: JournalTable.Head, _ db: Database
  ) throws -> BookStanding {
    var standing = BookStanding()
    for book in office.books {
      let last = try NamedQuery.lastClosed.map(db, [book.id.rawValue]) { try $0[0] as String? }
      standing.closed[book.id] = last.first.flatMap { CalendarDate($0) }
    }
    var named: [NumberPlace] = []
    switch action {
    case .register(let registration): named = [registration.reserved].compactMap { $0 }
    case .complete(_, let completion): named = [completion.reserved].compactMap { $0 }
    case .keepBook(.void(let places, _)): named = places
    case .keepBook(.closePage(let book, let date)):
      standing.page = try standingPage(book, date, db)
      standing.founded = try NamedQuery.founding.map(db, []) {
        office.calendar.date(of: Timestamp(milliseconds: try $0[0]))
      }.first
      standing.head = head.hash.hexDigits
    default: break
    }
    for place in named {
      standing.reserved[place] =
        try NamedQuery.reservedNumber.map(
          db, [place.book.rawValue, place.period, place.sequence], ReservedNumber.init
        ).first
    }
    return standing
  }

  private func standingPage(
    _ book: AgendaBookID, _ date: CalendarDate, _ db: Database
  ) throws -> BookStanding.Page {
    let arguments: StatementArguments = [book.rawValue, date.description]
    let numbers = try NamedQuery.pageStanding.map(db, arguments) { try $0[0] as Int }
    let isClosed = try !NamedQuery.closedPage.rows(db, arguments).isEmpty
    return BookStanding.Page(
      count: numbers.count, first: numbers.first, last: numbers.last, isClosed: isClosed)
  }

  /// The entry with the office's signature, if it is of the kind that has one.
  ///
  /// - Throws: `Refusal` when there is no key to sign with.
  func signed(_ entry: Entry, _ db: Database) throws -> Entry {
    guard case .pageClosed(var page) = entry.event else { return entry }
    guard let key = try usableKey(db) else { throw Refusal(.keyMissing) }
    page.signature = try key.sign(page.signedText(at: entry.at, by: entry.actor))
    return Entry(
      sequence: entry.sequence, at: entry.at, actor: entry.actor, event: .pageClosed(page))
  }

  /// The key in the folder, if it is the one that the journal names.
  func usableKey(_ db: Database) throws -> OfficeKey? {
    let known = try NamedQuery.officeKey.map(db, []) { try $0[0] as String }.first
    guard let key = OfficeKey(at: folder.key), key.publicKey == known else { return nil }
    return key
  }

  /// The public half of the office's key, in lower-case hex; `nil` for an office without one.
  public func publicKey() throws -> String? {
    try store.read { db in try NamedQuery.officeKey.map(db, []) { try $0[0] as String }.first }
  }

  /// Makes a key for an office that has none to sign with: one from before there were keys, or whose file is lost.
  ///
  /// - Returns: the public half of the key in force, and whether it was made now.
  /// - Throws: `Refusal` when the actor may not; `StoreError`.
  public func ensureKey(by actor: Actor) throws -> (publicKey: String, isNew: Bool) {
    try writing { db, journal, head in
      let context = try context(after: head, db)
      let decision = Decision(context: context, actor: try context.seated(actor), state: nil)
      try decision.require(.makeKey)
      if let key = try usableKey(db) { return (key.publicKey, false) }
      let key = try OfficeKey.make(at: folder.key)
      OpenFile.giveToOwner(made: folder.key)
      let entry = Entry(
        sequence: context.nextSequence, at: context.now, actor: decision.actor,
        event: .officeKeyed(OfficeKeyed(publicKey: key.publicKey)))
      try journal.append([entry], after: head)
      return (key.publicKey, true)
    }
  }
}

extension NamedQuery {
  static let lastClosed = NamedQuery(
    name: "lastClosed", sql: "SELECT max(date) FROM closed_page WHERE book = ?")

  /// When the office was founded, which is what a journal begins with.
  static let founding = NamedQuery(name: "founding", sql: "SELECT at FROM event WHERE seq = 1")

  static let lastReserved = NamedQuery(
    name: "lastReserved",
    sql: "SELECT max(sequence) FROM reserved_number WHERE book = ? AND period = ?")

  static let closedPage = NamedQuery(
    name: "closedPage",
    sql: """
      SELECT event, closed_at, closed_by, closed_as, standing, body FROM closed_page
      WHERE book = ? AND date = ?
      """)

  /// The numbers of a page in the order in which they were taken from the book.
  static let pageStanding = NamedQuery(
    name: "pageStanding",
    sql: """
      SELECT sequence FROM letter WHERE book = ? AND page = ? AND book IS NOT NULL
      ORDER BY period, sequence
      """)

  static let officeKey = NamedQuery(
    name: "officeKey",
    sql: "SELECT public_key FROM office_key WHERE event = (SELECT max(event) FROM office_key)")
}
