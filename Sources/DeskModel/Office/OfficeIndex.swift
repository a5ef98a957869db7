/// The dictionaries by which an office answers questions.
struct OfficeIndex: Sendable {
  let units: [UnitID: OfficeUnit]
  let positions: [PositionID: Position]
  let roles: [RoleID: Role]
  let people: [PersonID: Person]
  let books: [AgendaBookID: AgendaBook]
  /// The roles that do a position's work: its own, else those of the positions that are its equivalent.
  let rolesByPosition: [PositionID: [Role]]
  let rolesByUnit: [UnitID: [Role]]
  let appointmentsByRole: [RoleID: [Appointment]]
  let appointmentsByPerson: [PersonID: [Appointment]]
  /// The highest role of each unit whose position heads units.
  let heads: [UnitID: Role]
  let superiors: [RoleID: RoleID]
  let subordinates: [RoleID: [Role]]

  init(
    units: [OfficeUnit], positions: [Position], roles: [Role], people: [Person],
    appointments: [Appointment], books: [AgendaBook]
  ) {
    self.units = Self.byID(units, \.id)
    self.positions = Self.byID(positions, \.id)
    self.roles = Self.byID(roles, \.id)
    self.people = Self.byID(people, \.id)
    self.books = Self.byID(books, \.id)
    let own = Dictionary(grouping: roles, by: \.position)
    var standing: [PositionID: [Role]] = [:]
    for position in positions {
      for other in position.equivalents { standing[other, default: []] += own[position.id] ?? [] }
    }
    rolesByPosition = own.merging(standing) { own, _ in own }
    rolesByUnit = Dictionary(grouping: roles, by: \.unit)
    let ordered = Appointment.Kind.allCases.flatMap { kind in
      appointments.filter { $0.kind == kind }
    }
    appointmentsByRole = Dictionary(grouping: ordered, by: \.role)
    appointmentsByPerson = Dictionary(grouping: ordered, by: \.person)

    let ranks = self.positions.mapValues(\.rank)
    let heading = Set(positions.filter { $0.duties.contains(.heads) }.map(\.id))
    heads = rolesByUnit.compactMapValues { roles in
      roles.filter { heading.contains($0.position) }
        .min { (ranks[$0.position] ?? .max) < (ranks[$1.position] ?? .max) }
    }
    var superiors: [RoleID: RoleID] = [:]
    var subordinates: [RoleID: [Role]] = [:]
    for role in roles {
      var unit: UnitID? = role.unit
      var looked = 0
      while let current = unit, looked <= units.count {
        if let head = heads[current], head.id != role.id {
          superiors[role.id] = head.id
          subordinates[head.id, default: []].append(role)
          break
        }
        unit = self.units[current]?.parent
        looked += 1
      }
    }
    self.superiors = superiors
    self.subordinates = subordinates
  }

  private static func byID<Value, ID: Hashable>(
    _ values: [Value], _ id: KeyPath<Value, ID>
  ) -> [ID: Value] {
    Dictionary(values.map { ($0[keyPath: id], $0) }, uniquingKeysWith: { first, _ in first })
  }
}
