import GRDB

// The office in rows: what it was founded with, and what was changed since.
extension Projection {
  /// Writes a new office.
  func found(_ office: Office, _ entry: Entry) throws {
    let head = office.letterhead
    try db.run(
      """
      INSERT INTO office (id, version, name, government, line, address, city, zone)
      VALUES (1, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        entry.sequence, office.name, head.government, head.office, head.address, head.city,
        office.calendar.zone.rawValue,
      ])
    try write(office.calendar)
    for unit in office.units {
      try db.run(
        "INSERT INTO unit (id, name, short, parent, code) VALUES (?, ?, ?, ?, ?)",
        [unit.id.rawValue, unit.name, unit.short, unit.parent?.rawValue, unit.code])
    }
    for position in office.positions { try write(position) }
    for role in office.roles {
      try db.run(
        "INSERT INTO role (id, position, unit, name, short) VALUES (?, ?, ?, ?, ?)",
        [
          role.id.rawValue, role.position.rawValue, role.unit.rawValue, role.name, role.short,
        ])
    }
    for person in office.people { try write(person) }
    for appointment in office.appointments { try write(appointment) }
    for book in office.books {
      try db.run(
        "INSERT INTO book (id, name, kinds, pattern, reset) VALUES (?, ?, ?, ?, ?)",
        [
          book.id.rawValue, book.name, Self.list(book.kinds.map(\.rawValue)), book.pattern.text,
          book.reset.rawValue,
        ])
    }
  }

  func write(_ calendar: WorkingCalendar) throws {
    for day in Weekday.allCases {
      guard let ranges = calendar.hours[day] else { continue }
      try db.run(
        "INSERT INTO working_hours (weekday, ranges) VALUES (?, ?)",
        [day.rawValue, Self.list(ranges.map(\.description))])
    }
    for (date, name) in calendar.holidays {
      try db.run(
        "INSERT INTO holiday (date, name) VALUES (?, ?)", [date.description, name])
    }
  }

  private func write(_ position: Position) throws {
    let duties = Position.Duty.allCases.filter(position.duties.contains)
    try db.run(
      "INSERT INTO position (id, name, short, rank, duties, equivalents) VALUES (?, ?, ?, ?, ?, ?)",
      [
        position.id.rawValue, position.name, position.short, position.rank,
        Self.list(duties.map(\.rawValue)), Self.list(position.equivalents.map(\.rawValue)),
      ])
  }

  func write(_ person: Person) throws {
    try db.run(
      "INSERT INTO person (id, name, nip, mail, retired) VALUES (?, ?, ?, ?, ?)",
      [
        person.id.rawValue, person.name, person.nip?.digits, person.mail?.text,
        person.retired?.description,
      ])
  }

  func write(_ appointment: Appointment) throws {
    try db.run(
      """
      INSERT INTO appointment (person, role, kind, starts, ends, decree, lender, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        appointment.person.rawValue, appointment.role.rawValue, appointment.kind.rawValue,
        appointment.from.description, appointment.until?.description, appointment.decree,
        appointment.lending?.lender.rawValue, appointment.lending?.reason,
      ])
  }

  private static func list(_ words: [String]) -> String { words.joined(separator: " ") }
}
