import Foundation
import GRDB

extension Desk {
  /// A page of an agenda book with the numbers that no letter has, newest number first; a letter that its
  /// reader may not read keeps its line.
  ///
  /// - Parameter before: the last number of the page before; `nil` for the first page.
  public func agendaRows(
    _ book: AgendaBookID, period: Int, before: Int? = nil, limit: Int = 50,
    for reader: Actor? = nil
  ) throws -> [AgendaRow] {
    let letters = try agenda(
      book, period: period, before: before, limit: limit, for: reader)
    let reserved = try reserved(.agendaReserved, [book.rawValue, period, before ?? .max, limit])
    let rows = letters.map(AgendaRow.letter) + reserved.map(AgendaRow.reserved)
    return Array(rows.sorted { $0.id > $1.id }.prefix(limit))
  }

  /// The page that stands before one already shown, newest number first.
  public func agendaRows(
    _ book: AgendaBookID, period: Int, after: Int, limit: Int = 50, for reader: Actor? = nil
  ) throws -> [AgendaRow] {
    let letters = try agenda(
      book, period: period, after: after, limit: limit, for: reader)
    let reserved = try reserved(.agendaReservedAfter, [book.rawValue, period, after, limit])
    let rows = letters.map(AgendaRow.letter) + reserved.map(AgendaRow.reserved)
    return rows.sorted { $0.id < $1.id }.prefix(limit).reversed()
  }

  /// The numbers of a book that were set aside and wait for their letters, the oldest first.
  ///
  /// Cost: grows with the numbers that were set aside in the book.
  public func openNumbers(of book: AgendaBookID) throws -> [ReservedNumber] {
    try reserved(.openReserved, [book.rawValue])
  }

  /// What became of every number of a book's period, from 1 to the last that was taken or set aside.
  ///
  /// That a secret letter was cancelled is not in it: the account is for everybody.
  public func account(of book: AgendaBookID, period: Int) throws -> [AccountedNumber] {
    let used = try store.read { db in
      try NamedQuery.usedNumbers.map(db, [book.rawValue, period]) { row in
        try AccountedNumber(
          place: NumberPlace(book: book, period: period, sequence: row[0]),
          standing: row[1] ? .cancelled : .used, letter: row[2],
          at: Timestamp(milliseconds: row[3]), by: (row[4] as String?).map { PersonID($0) },
          reason: row[5])
      }
    }
    let reserved = try reserved(.reservedNumbers, [book.rawValue, period])
    var numbers: [Int: AccountedNumber] = [:]
    for number in used { numbers[number.place.sequence] = number }
    for number in reserved {
      if numbers[number.place.sequence] != nil {
        let reason = numbers[number.place.sequence]?.reason ?? number.reason
        numbers[number.place.sequence]?.reason = reason
      } else if number.letter == nil {
        numbers[number.place.sequence] = AccountedNumber(number)
      }
    }
    return (0..<(numbers.keys.max() ?? 0)).map { index in
      numbers[index + 1]
        ?? AccountedNumber(
          place: NumberPlace(book: book, period: period, sequence: index + 1), standing: .missing)
    }
  }

  /// A day's page of a book.
  public func agendaDay(_ book: AgendaBookID, _ date: CalendarDate) throws -> AgendaDay {
    let arguments: StatementArguments = [book.rawValue, date.description]
    let reserved = try reserved(.pageReserved, arguments)
    return try store.read { db in
      let closed = try NamedQuery.closedPage.rows(db, arguments).first
      return AgendaDay(
        book: book, date: date,
        letters: try NamedQuery.pageLetters.map(
          db, [place(of: nil)] + arguments, LetterRow.init),
        reserved: reserved, closing: try closed.flatMap { try closing($0, db) })
    }
  }

  /// Whether a day's page of a book is closed.
  public func isPageClosed(_ book: AgendaBookID, _ date: CalendarDate) throws -> Bool {
    try store.read { db in
      try !NamedQuery.closedPage.rows(db, [book.rawValue, date.description]).isEmpty
    }
  }

  private func closing(_ row: Row, _ db: Database) throws -> AgendaDay.Closing? {
    guard let standing = Appointment.Kind(rawValue: try row[4]) else { return nil }
    let entry: Int64 = try row[0]
    let hash = try Data.fetchOne(
      db, sql: "SELECT hash FROM event WHERE seq = ?", arguments: [entry])
    return try AgendaDay.Closing(
      page: try PageClosed(json: row[5] as String),
      at: Timestamp(milliseconds: row[1]),
      actor: Actor(
        person: PersonID(row[2] as String), role: RoleID(row[3] as String), standing: standing),
      entry: entry, code: HashChain.shortCode(hash ?? Data()))
  }

  private func reserved(
    _ query: NamedQuery, _ arguments: StatementArguments
  ) throws -> [ReservedNumber] {
    try store.read { try query.map($0, arguments, ReservedNumber.init) }
  }
}

extension NamedQuery {
  private static let reservedColumns = """
    SELECT book, period, sequence, reserved_at, reserved_by, reason, letter, voided_at, voided_by,
      void_reason
    FROM reserved_number
    """

  static let reservedNumber = NamedQuery(
    name: "reservedNumber",
    sql: "\(reservedColumns) WHERE book = ? AND period = ? AND sequence = ?")

  static let reservedNumbers = NamedQuery(
    name: "reservedNumbers",
    sql: "\(reservedColumns) WHERE book = ? AND period = ? ORDER BY sequence")

  static let openReserved = NamedQuery(
    name: "openReserved",
    sql: """
      \(reservedColumns) WHERE book = ? AND letter IS NULL AND voided_at IS NULL
      ORDER BY period, sequence
      """)

  static let agendaReserved = NamedQuery(
    name: "agendaReserved",
    sql: """
      \(reservedColumns) WHERE book = ? AND period = ? AND letter IS NULL AND sequence < ?
      ORDER BY sequence DESC LIMIT ?
      """)

  static let agendaReservedAfter = NamedQuery(
    name: "agendaReservedAfter",
    sql: """
      \(reservedColumns) WHERE book = ? AND period = ? AND letter IS NULL AND sequence > ?
      ORDER BY sequence LIMIT ?
      """)

  static let pageReserved = NamedQuery(
    name: "pageReserved",
    sql: "\(reservedColumns) WHERE book = ? AND page = ? ORDER BY period, sequence")

  static let pageLetters = NamedQuery(
    name: "pageLetters",
    sql: """
      \(letterColumns) FROM letter l \(latestCase)
      WHERE l.book = ? AND l.page = ? AND l.book IS NOT NULL ORDER BY l.period, l.sequence
      """)

  /// Whether a letter's case was cancelled, for everybody to know.
  private static let isCancelled =
    "(ifnull(c.status, '') = 'cancelled' AND NOT (\(Projection.isSecret)))"

  /// Who cancels a case thereby takes back what was open of it.
  static let usedNumbers = NamedQuery(
    name: "usedNumbers",
    sql: """
      SELECT l.sequence, \(isCancelled), l.id,
        iif(\(isCancelled), c.ended_at, l.numbered_at),
        iif(\(isCancelled),
          (SELECT finished_by FROM task
           WHERE case_id = c.id AND outcome = '\(TaskOutcome.cancelled.rawValue)' LIMIT 1),
          l.numbered_by),
        iif(\(isCancelled), c.reason, NULL)
      FROM letter l \(latestCase)
      WHERE l.book = ? AND l.period = ? AND l.book IS NOT NULL ORDER BY l.sequence
      """)
}

extension ReservedNumber {
  /// A row of `reservedColumns`.
  init(_ row: Row) throws {
    place = try NumberPlace(book: AgendaBookID(row[0] as String), period: row[1], sequence: row[2])
    reserved = try Timestamp(milliseconds: row[3])
    reservedBy = try PersonID(row[4] as String)
    reason = try row[5]
    letter = try row[6]
    if let at = try row[7] as Int64?, let by = try row[8] as String? {
      voided = try Voiding(
        at: Timestamp(milliseconds: at), by: PersonID(by), reason: row[9] ?? "")
    }
  }
}

extension AccountedNumber {
  /// A number that no letter has.
  fileprivate init(_ number: ReservedNumber) {
    self.init(
      place: number.place, standing: number.voided == nil ? .reserved : .voided,
      at: number.voided?.at ?? number.reserved, by: number.voided?.by ?? number.reservedBy,
      reason: number.voided?.reason ?? number.reason)
  }
}
