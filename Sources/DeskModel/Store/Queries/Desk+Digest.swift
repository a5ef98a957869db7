import GRDB

extension Desk {
  /// What presses on a person today.
  ///
  /// Cost: a page of the queue and two counts for each chair.
  public func digest(of person: Person) throws -> Digest {
    let now = clock()
    let today = office.calendar.date(of: now)
    let end = office.calendar.zone.timestamp(today.adding(days: 1))
    let chairs = try office.appointments(of: person.id, on: today).map { appointment in
      let role = appointment.role
      return Digest.Chair(
        appointment: appointment,
        loan: office.loans(of: role, on: today).first {
          $0.lending?.lender == person.id && $0.from <= today
        },
        counts: try counts(of: role), dueToday: try due(of: role, from: now, before: end),
        // Read by nobody: a reminder leaves the desk, and of what is secret only the number does.
        tasks: Digest.pressing(
          try queue(of: role, limit: 200), at: now, dueBefore: end))
    }
    return Digest(person: person, chairs: chairs)
  }

  /// How many tasks of a role are due in a span of time, without those that wait for an outside party.
  private func due(of role: RoleID, from start: Timestamp, before end: Timestamp) throws -> Int {
    try store.read { db in
      try NamedQuery.dueBetween.map(
        db, [role.rawValue, start.milliseconds, end.milliseconds]
      ) { try $0[0] as Int }.first ?? 0
    }
  }
}

extension NamedQuery {
  static let dueBetween = NamedQuery(
    name: "dueBetween",
    sql: """
      SELECT count(*) FROM task INDEXED BY task_open
      WHERE state = 'open' AND role = ? AND due_at >= ? AND due_at < ? AND suspended_at IS NULL
      """)
}
