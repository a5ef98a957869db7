import GRDB

/// A query that a screen uses: named, so that a test can hold its plan against the rule that it uses an
/// index and sorts nothing.
struct NamedQuery: Sendable {
  let name: String
  let sql: String

  /// Every query of every screen.
  static let all: [NamedQuery] =
    QueuePressure.allCases.flatMap { pressure in
      QueueFilter.allCases.map { queue($0, pressure) } + [backlogTasks(pressure)]
    } + [
      .counts, .dueBetween, .unsent, .backlog, .pace, .agenda, .agendaAfter,
      .agendaFirst,
      .agendaLast, .letters, .search, .searchCount, .letter, .letterCases, .replies, .sameLetter,
      .senders,
      .dispositions, .choices, .reason, .done, .taskCase, .answers, .beginnings, .procedures,
      .procedure,
      .procedureTitle, .procedureVersions, .userPerson, .versionInForce, .lastNumber, .lastReserved,
      .lastClosed, .founding, .reservedNumber, .openReserved,
      .agendaReserved, .agendaReservedAfter, .pageStanding, .pageLetters, .pageReserved,
      .closedPage,
      .officeKey, .officeVersion, .readers, .caseEntries, .corrections, .moves, .pin, .usedNumbers,
      .reservedNumbers,
    ]

  func rows(_ db: Database, _ arguments: StatementArguments) throws -> [Row] {
    try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
  }

  /// Gives each row to a body as it comes; a row is only good until the next.
  func map<Value>(
    _ db: Database, _ arguments: StatementArguments, _ body: (Row) throws -> Value?
  ) throws -> [Value] {
    let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
    var values: [Value] = []
    while let row = try rows.next() { if let value = try body(row) { values.append(value) } }
    return values
  }
}
