import DeskModel

/// What waits for the roles that the one who sits here watches over.
struct BacklogRows: Question {
  func answer(from desk: Desk, for session: Session) throws -> [BacklogRow] {
    let office = desk.office
    return try desk.backlog().compactMap { backlog in
      guard let role = office.role(backlog.role),
        office.sees(session.role.id, backlogOf: role.id)
      else { return nil }
      return BacklogRow(role: role, backlog: backlog)
    }
  }
}

/// What waits for one role, most pressing first.
struct BacklogTasks: Question {
  /// How many rows are asked for at a time.
  static let page = 50

  let role: RoleID
  let after: QueueCursor?
  let limit: Int

  func answer(from desk: Desk, for session: Session) throws -> [QueueRow] {
    try desk.backlogTasks(of: role, after: after, limit: limit, for: session.actor)
  }
}

extension Office {
  /// What the board of whoever holds a role is of: the office for who supervises it, else the role's unit.
  func backlogName(for role: Role) -> String {
    hasDuty(.supervises, role.id) ? name : unit(role.unit)?.name ?? role.unit.rawValue
  }
}
