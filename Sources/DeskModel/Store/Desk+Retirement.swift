import GRDB

/// What a retirement took from a person.
public struct Retirement: Hashable, Sendable {
  /// The appointments as they were, from the first day that was taken.
  public var appointments: [Appointment] = []
  /// The users of the host.
  public var users: [String] = []
  /// The keys.
  public var keys: [PublicKey] = []
}

extension Desk {
  /// What the retirement that stands took from a person; nothing where none stands.
  ///
  /// Cost: reads the journal once, half a second for a million entries; few are retired by mistake.
  public func retirement(of id: PersonID) throws -> Retirement {
    guard office.person(id)?.retired != nil else { return Retirement() }
    let entries = try store.read { db in
      try NamedQuery.personEntries.map(db, [id.rawValue]) { row in
        try JournalRecord(row).entry()
      }
    }
    guard let last = entries.last, case .personRetired = last.event else { return Retirement() }
    // What one change brings about is written at once, entry upon entry; the retirement itself comes last.
    var taken: [Event] = []
    var rest = entries.dropLast()
    while let entry = rest.last, entry.at == last.at, entry.actor == last.actor,
      entry.sequence == last.sequence - Int64(taken.count) - 1
    {
      taken.insert(entry.event, at: 0)
      rest.removeLast()
    }
    return Retirement(taking: taken, before: rest.map(\.event), id)
  }
}

extension Retirement {
  /// Reads what was taken, and from what went before how the appointments stood.
  fileprivate init(taking taken: [Event], before: [Event], _ id: PersonID) {
    self.init()
    var held: [Appointment] = []
    for event in before {
      switch event {
      case .officeFounded(let office): held = office.appointments.filter { $0.person == id }
      case .appointmentMade(let appointment): held.append(appointment)
      case .appointmentEnded(let end):
        for index in held.indices where held[index].isMeant(by: end) {
          held[index].until = min(held[index].until ?? .latest, end.until)
        }
      default: break
      }
    }
    for event in taken {
      switch event {
      case .appointmentEnded(let end):
        guard var appointment = held.last(where: { $0.isMeant(by: end) }) else { continue }
        appointment.from = max(appointment.from, end.until.adding(days: 1))
        appointments.append(appointment)
      case .userUnmapped(let mapped): users.append(mapped.user)
      case .keyRemoved(let held): keys.append(held.key)
      default: break
      }
    }
  }
}

extension Appointment {
  fileprivate func isMeant(by end: AppointmentEnded) -> Bool {
    role == end.role && from == end.from
  }
}

extension NamedQuery {
  /// The founding of the office, which may have appointed a person, and what befell them and the way they come in.
  static let personEntries = NamedQuery(
    name: "personEntries",
    sql: """
      SELECT \(JournalRecord.columns) FROM event
      WHERE type = 'officeFounded' OR json_extract(body, '$.person') = ? AND type IN
        ('appointmentMade', 'appointmentEnded', 'userUnmapped', 'keyRemoved', 'personRetired')
      ORDER BY seq
      """)
}
