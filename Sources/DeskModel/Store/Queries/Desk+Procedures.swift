import GRDB

/// A procedure in force as a line of a list.
public struct ProcedureRow: Identifiable, Hashable, Sendable {
  /// The procedure.
  public var id: ProcedureID
  /// The version in force.
  public var version: Int
  /// What it is called.
  public var title: String
  /// The number on its form.
  public var number: String?
  /// The office that decreed it.
  public var office: String
  /// The unit on its letterhead.
  public var unit: String
  /// How many steps it has; without any it cannot be started.
  public var steps: Int
  /// How many cases run on any of its versions.
  public var running: Int
}

extension Desk {
  /// The procedures in force, by identifier.
  public func procedures() throws -> [ProcedureRow] {
    try store.read { db in
      try Row.fetchAll(
        db.cachedStatement(
          sql: """
            SELECT p.id, p.version, p.title, p.number, p.office, p.unit, p.steps,
              (SELECT count(*) FROM cases WHERE procedure = p.id AND status = 'running')
            FROM procedure p
            WHERE p.version = (SELECT max(version) FROM procedure WHERE id = p.id) ORDER BY p.id
            """)
      ).map { row in
        ProcedureRow(
          id: ProcedureID(row[0] as String), version: row[1], title: row[2], number: row[3],
          office: row[4], unit: row[5], steps: row[6], running: row[7])
      }
    }
  }

  /// The version of a procedure that new cases begin with.
  public func procedure(_ id: ProcedureID) throws -> EnactedProcedure? {
    try store.read { try inForce(id, $0) }
  }
}
