import GRDB

/// Reads the office from its tables: row by row, in the order of `place`.
struct OfficeLoader {
  let db: Database

  /// The number of the journal's last entry about the office itself; `nil` before it is founded.
  func version() throws -> Int64? {
    try NamedQuery.officeVersion.map(db, []) { try $0[0] as Int64 }.first
  }

  /// The office with its version; `nil` before it is founded.
  ///
  /// - Throws: a `DatabaseError` of a damaged file when a row says what no desk writes.
  func load() throws -> (office: Office, version: Int64)? {
    let top = try all(
      "SELECT version, name, government, line, address, city, zone FROM office"
    ) { row in
      try (
        version: row[0] as Int64, name: row[1] as String,
        letterhead: Letterhead(government: row[2], office: row[3], address: row[4], city: row[5]),
        zone: row.word(6, OfficeZone.self)
      )
    }
    guard let first = top.first else { return nil }
    let office = Office(
      name: first.name, letterhead: first.letterhead, calendar: try calendar(first.zone),
      units: try units(), positions: try positions(), roles: try roles(), people: try people(),
      appointments: try appointments(), books: try books())
    return (office, first.version)
  }

  private func calendar(_ zone: OfficeZone) throws -> WorkingCalendar {
    let hours = try all("SELECT weekday, ranges FROM working_hours") { row in
      (try row.word(0, Weekday.self), try row.words(1) { MinuteRange($0) })
    }
    let holidays = try all("SELECT date, name FROM holiday") { row in
      try (row.date(0), row[1] as String)
    }
    return WorkingCalendar(
      zone: zone, hours: Dictionary(hours) { first, _ in first },
      holidays: Dictionary(holidays) { first, _ in first })
  }

  private func units() throws -> [OfficeUnit] {
    try all("SELECT id, name, short, parent, code FROM unit ORDER BY place") { row in
      try OfficeUnit(
        id: UnitID(row[0] as String), name: row[1], short: row[2],
        parent: (row[3] as String?).map { UnitID($0) }, code: row[4])
    }
  }

  private func positions() throws -> [Position] {
    try all(
      "SELECT id, name, short, rank, duties, equivalents FROM position ORDER BY place"
    ) { row in
      try Position(
        id: PositionID(row[0] as String), name: row[1], short: row[2], rank: row[3],
        duties: Set(row.words(4) { Position.Duty(rawValue: $0) }),
        equivalents: row.words(5) { PositionID($0) })
    }
  }

  private func roles() throws -> [Role] {
    try all("SELECT position, unit, name, short FROM role ORDER BY place") { row in
      try Role(
        position: PositionID(row[0] as String), unit: UnitID(row[1] as String), name: row[2],
        short: row[3])
    }
  }

  private func people() throws -> [Person] {
    try all("SELECT id, name, nip, retired, mail FROM person ORDER BY place") { row in
      let number = try row[2] as String?
      let nip = number.flatMap { try? NIP($0) }
      guard (nip == nil) == (number == nil) else { throw DatabaseError(damaged: "nip") }
      let address = try row[4] as String?
      let mail = address.flatMap { MailAddress($0) }
      guard (mail == nil) == (address == nil) else { throw DatabaseError(damaged: "mail") }
      return try Person(
        id: PersonID(row[0] as String), name: row[1], nip: nip, mail: mail,
        retired: row.dateIfPresent(3))
    }
  }

  private func appointments() throws -> [Appointment] {
    try all(
      """
      SELECT person, role, kind, starts, ends, decree, lender, reason FROM appointment ORDER BY place
      """
    ) { row in
      var appointment = try Appointment(
        person: PersonID(row[0] as String), role: RoleID(row[1] as String),
        kind: row.word(2, Appointment.Kind.self), from: row.date(3),
        until: row.dateIfPresent(4), decree: row[5])
      if let lender = try row[6] as String? {
        appointment.lending = try Lending(lender: PersonID(lender), reason: row[7])
      }
      return appointment
    }
  }

  private func books() throws -> [AgendaBook] {
    try all("SELECT id, name, kinds, pattern, reset FROM book ORDER BY place") { row in
      let text: String = try row[3]
      guard let pattern = try? NumberPattern(text) else {
        throw DatabaseError(damaged: "\"\(text)\"")
      }
      return try AgendaBook(
        id: AgendaBookID(row[0] as String), name: row[1],
        kinds: row.words(2) { LetterKind(rawValue: $0) }, pattern: pattern,
        reset: row.word(4, AgendaBook.Reset.self))
    }
  }

  /// What a body makes of every row of a query, in order.
  private func all<Value>(_ sql: String, _ body: (Row) throws -> Value) throws -> [Value] {
    let rows = try Row.fetchCursor(db, sql: sql)
    var values: [Value] = []
    while let row = try rows.next() { values.append(try body(row)) }
    return values
  }
}

extension NamedQuery {
  /// What tells one state of the office from another.
  static let officeVersion = NamedQuery(
    name: "officeVersion", sql: "SELECT version FROM office WHERE id = 1")
}

extension Row {
  /// The values of a list of words parted by blanks.
  fileprivate func words<Value>(_ column: Int, _ value: (String) -> Value?) throws -> [Value] {
    let text: String = try self[column]
    return try text.split(separator: " ").map { word in
      guard let found = value(String(word)) else { throw DatabaseError(damaged: "\"\(text)\"") }
      return found
    }
  }

  fileprivate func dateIfPresent(_ column: Int) throws -> CalendarDate? {
    guard let text = try self[column] as String? else { return nil }
    guard let date = CalendarDate(text) else { throw DatabaseError(damaged: "\"\(text)\"") }
    return date
  }

  fileprivate func date(_ column: Int) throws -> CalendarDate {
    guard let date = try dateIfPresent(column) else { throw DatabaseError(damaged: "date") }
    return date
  }
}
