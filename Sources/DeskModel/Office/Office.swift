/// The office: its units, posts, people and habits, as one value.
///
/// It goes whole into the journal as the founding event; equal offices give equal bytes. Questions are
/// answered from dictionaries built once.
public struct Office: Sendable {
  /// What the office is called.
  public let name: String
  /// What stands at the head of its letters.
  public let letterhead: Letterhead
  /// When it works, and its time zone.
  public let calendar: WorkingCalendar
  /// Its units, the office itself first.
  public let units: [OfficeUnit]
  /// The positions that its units have.
  public let positions: [Position]
  /// The positions in units, in the order in which people list them.
  public let roles: [Role]
  /// Those who work there.
  public let people: [Person]
  /// Who holds which role when.
  public let appointments: [Appointment]
  /// Its agenda books.
  public let books: [AgendaBook]

  private let index: OfficeIndex

  /// Makes an office; references are taken as checked by whoever read them.
  public init(
    name: String, letterhead: Letterhead, calendar: WorkingCalendar, units: [OfficeUnit],
    positions: [Position], roles: [Role], people: [Person], appointments: [Appointment],
    books: [AgendaBook]
  ) {
    self.name = name
    self.letterhead = letterhead
    self.calendar = calendar
    self.units = units
    self.positions = positions
    self.roles = roles
    self.people = people
    self.appointments = appointments
    self.books = books
    index = OfficeIndex(
      units: units, positions: positions, roles: roles, people: people,
      appointments: appointments, books: books)
  }
}

/// What stands at the head of an office's letters.
public struct Letterhead: Codable, Hashable, Sendable {
  /// The government above it, e.g. `Pemerintah Provinsi Nusa Tenggara Timur`.
  public var government: String
  /// The office's own line, e.g. `Dinas Sosial`.
  public var office: String
  /// Street, telephone, mail.
  public var address: String
  /// The town that stands before the date of its letters.
  public var city: String

  /// Makes a letterhead.
  public init(government: String, office: String, address: String, city: String) {
    self.government = government
    self.office = office
    self.address = address
    self.city = city
  }
}

// MARK: - Questions

extension Office {
  /// The unit with an identifier.
  public func unit(_ id: UnitID) -> OfficeUnit? { index.units[id] }

  /// The position with an identifier.
  public func position(_ id: PositionID) -> Position? { index.positions[id] }

  /// The role with an identifier.
  public func role(_ id: RoleID) -> Role? { index.roles[id] }

  /// The person with an identifier.
  public func person(_ id: PersonID) -> Person? { index.people[id] }

  /// The agenda book with an identifier.
  public func book(_ id: AgendaBookID) -> AgendaBook? { index.books[id] }

  /// The agenda book that takes letters of a kind; the first one listed.
  public func book(for kind: LetterKind) -> AgendaBook? {
    books.first { $0.kinds.contains(kind) }
  }

  /// The position of a role.
  public func position(of role: RoleID) -> Position? {
    index.roles[role].flatMap { index.positions[$0.position] }
  }

  /// The roles that may fill a post of a procedure: those of its unit if it names one, else one a unit.
  ///
  /// Procedures of other offices run here too: a position that this office does not have is filled by
  /// its equivalent, and a unit that it does not have is left open.
  public func roles(filling post: Post) -> [Role] {
    let roles = index.rolesByPosition[post.position] ?? []
    guard let unit = post.unit, index.units[unit] != nil else { return roles }
    return roles.filter { $0.unit == unit }
  }

  /// The units above a unit, nearest first.
  public func ancestors(of unit: UnitID) -> [OfficeUnit] {
    var result: [OfficeUnit] = []
    var next = index.units[unit]?.parent
    while let id = next, let found = index.units[id], result.count < units.count {
      result.append(found)
      next = found.parent
    }
    return result
  }

  /// Whether a unit is another one or lies below it.
  public func isUnit(_ unit: UnitID, within other: UnitID) -> Bool {
    unit == other || ancestors(of: unit).contains { $0.id == other }
  }

  /// What stands for a unit in letter numbers: its own code or that of the nearest unit above with one.
  public func code(of unit: UnitID) -> String? {
    index.units[unit]?.code ?? ancestors(of: unit).lazy.compactMap(\.code).first
  }

  /// The appointments by which a role is held on a day, definitive ones first.
  public func holders(of role: RoleID, on date: CalendarDate) -> [Appointment] {
    (index.appointmentsByRole[role] ?? []).filter { isHeld($0, on: date) }
  }

  /// How a person held a role at a time, by the appointments.
  public func standing(
    of person: PersonID?, as role: RoleID, at time: Timestamp
  ) -> Appointment.Kind {
    holders(of: role, on: calendar.date(of: time)).first { $0.person == person }?.kind
      ?? .definitive
  }

  /// Whether an appointment holds; a loan only as long as its lender has what was lent.
  private func isHeld(_ appointment: Appointment, on date: CalendarDate) -> Bool {
    guard appointment.isInForce(on: date) else { return false }
    guard let lender = appointment.lending?.lender else { return true }
    return (index.appointmentsByPerson[lender] ?? []).contains {
      $0.role == appointment.role && $0.lending == nil && $0.isInForce(on: date)
    }
  }

  /// Whether nobody holds a role on a day: what lies on its desk is seen by nobody.
  public func isVacant(_ role: RoleID, on date: CalendarDate) -> Bool {
    holders(of: role, on: date).isEmpty
  }

  /// The appointments of a person on a day, definitive ones first.
  public func appointments(of person: PersonID, on date: CalendarDate) -> [Appointment] {
    (index.appointmentsByPerson[person] ?? []).filter { isHeld($0, on: date) }
  }

  /// The role that heads a unit, if it has one.
  public func head(of unit: UnitID) -> Role? { index.heads[unit] }

  /// The role above a role: the head of its unit, or, for that head itself and in units without one, the
  /// nearest head above; `nil` for the head of the office.
  public func superior(of role: RoleID) -> Role? {
    index.superiors[role].flatMap { index.roles[$0] }
  }

  /// The roles whose superior a role is, in the office's order.
  public func subordinateRoles(of role: RoleID) -> [Role] { index.subordinates[role] ?? [] }

  /// Whether a role's position carries a duty.
  public func hasDuty(_ duty: Position.Duty, _ role: RoleID) -> Bool {
    position(of: role)?.duties.contains(duty) ?? false
  }
}

extension Office: Hashable {
  /// Offices are equal when everything that is written down of them is.
  public static func == (a: Self, b: Self) -> Bool {
    a.name == b.name && a.letterhead == b.letterhead && a.calendar == b.calendar
      && a.units == b.units && a.positions == b.positions && a.roles == b.roles
      && a.people == b.people && a.appointments == b.appointments && a.books == b.books
  }

  /// Hashes the name and the sizes: offices are few.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(roles.count)
    hasher.combine(people.count)
  }
}

extension Office: Codable {
  private enum Key: String, CodingKey {
    case name, letterhead, calendar, units, positions, roles, people, appointments, books
  }

  /// Reads an office.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    try self.init(
      name: values.decode(String.self, forKey: .name),
      letterhead: values.decode(Letterhead.self, forKey: .letterhead),
      calendar: values.decode(WorkingCalendar.self, forKey: .calendar),
      units: values.decode([OfficeUnit].self, forKey: .units),
      positions: values.decode([Position].self, forKey: .positions),
      roles: values.decode([Role].self, forKey: .roles),
      people: values.decode([Person].self, forKey: .people),
      appointments: values.decode([Appointment].self, forKey: .appointments),
      books: values.decode([AgendaBook].self, forKey: .books))
  }

  /// Writes an office.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(name, forKey: .name)
    try values.encode(letterhead, forKey: .letterhead)
    try values.encode(calendar, forKey: .calendar)
    try values.encode(units, forKey: .units)
    try values.encode(positions, forKey: .positions)
    try values.encode(roles, forKey: .roles)
    try values.encode(people, forKey: .people)
    try values.encode(appointments, forKey: .appointments)
    try values.encode(books, forKey: .books)
  }
}
