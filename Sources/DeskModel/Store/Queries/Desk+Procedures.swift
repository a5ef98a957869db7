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

  /// The procedures that a role may begin by entering a letter in its agenda book, the one that is most in use first.
  public func procedures(registrableBy role: RoleID) throws -> [ProcedureRow] {
    let rows = try procedures()
    return try store.read { db in
      let sql = """
        SELECT DISTINCT id FROM procedure WHERE json_extract(body, '$.steps[0].act') = 'catat'
        """
      let registering = Set(try String.fetchAll(db.cachedStatement(sql: sql)))
      return try rows.filter { row in
        guard registering.contains(row.id.rawValue), let procedure = try inForce(row.id, db),
          let first = procedure.procedure.steps.first, first.act == .catat
        else { return false }
        let lanes = first.lanes.compactMap { procedure.procedure.lane($0) }
        return lanes.contains { office.candidates(for: $0).contains(role) }
      }
    }.sorted { ($0.running, $1.id.rawValue) > ($1.running, $0.id.rawValue) }
  }

  /// The version of a procedure that new cases begin with.
  public func procedure(_ id: ProcedureID) throws -> EnactedProcedure? {
    try store.read { try inForce(id, $0) }
  }
}
