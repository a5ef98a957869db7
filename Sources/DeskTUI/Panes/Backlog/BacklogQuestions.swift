import DeskModel

/// What waits for the roles that the one who sits here watches over.
struct BacklogRows: Question {
  func answer(from desk: Desk, for session: Session) throws -> [BacklogRow] {
    let scope = BacklogScope(session.role, in: desk.office)
    return try desk.backlog().compactMap { backlog in
      guard let role = desk.office.role(backlog.role), scope.contains(role, in: desk.office) else {
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
    try desk.backlogTasks(of: role, after: after, limit: limit, for: session.role.id)
  }
}

/// Whose backlog somebody watches over: a supervisor the office's, a head that of the unit and those below it,
/// everybody else that of the own unit.
enum BacklogScope: Hashable, Sendable {
  case office
  case units(below: UnitID)
  case unit(UnitID)

  init(_ role: Role, in office: Office) {
    if office.hasDuty(.supervises, role.id) {
      self = .office
    } else if office.hasDuty(.heads, role.id) {
      self = .units(below: role.unit)
    } else {
      self = .unit(role.unit)
    }
  }

  func contains(_ role: Role, in office: Office) -> Bool {
    switch self {
    case .office: true
    case .units(let unit): office.isUnit(role.unit, within: unit)
    case .unit(let unit): role.unit == unit
    }
  }

  /// What the board is of.
  func name(in office: Office) -> String {
    switch self {
    case .office: office.name
    case .units(let unit), .unit(let unit): office.unit(unit)?.name ?? unit.rawValue
    }
  }
}
