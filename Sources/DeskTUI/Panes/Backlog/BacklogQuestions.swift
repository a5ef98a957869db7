import DeskModel

/// What waits for the roles that the one who sits here watches over.
struct BacklogRows: Question {
  func answer(from desk: Desk, for session: Session) throws -> [BacklogRow] {
    let scope = BacklogScope(of: session.role, in: desk.office)
    return try desk.backlog().compactMap { backlog in
      guard let role = desk.office.role(backlog.role), scope.contains(role) else {
        return nil
      }
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

/// Whose backlog somebody sees: that of the roles watched over, and everybody that of the own unit.
struct BacklogScope {
  private let role: Role
  private let office: Office

  init(of role: Role, in office: Office) {
    self.role = role
    self.office = office
  }

  func contains(_ other: Role) -> Bool {
    other.unit == role.unit || office.watches(role.id, over: other.id)
  }

  /// What the board is of.
  var name: String {
    office.hasDuty(.supervises, role.id)
      ? office.name : office.unit(role.unit)?.name ?? role.unit.rawValue
  }
}
