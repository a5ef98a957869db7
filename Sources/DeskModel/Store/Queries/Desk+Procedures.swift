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
  /// Whether its cases begin with a letter that comes in.
  public var beginsWithEntry: Bool
  /// How many cases run on any of its versions.
  public var running: Int
}

extension Desk {
  /// A page of the procedures in force, by identifier.
  ///
  /// - Parameter last: the last of the page before; `nil` for the first page.
  public func procedures(
    after last: ProcedureID? = nil, limit: Int = 1_000
  ) throws -> [ProcedureRow] {
    try store.read { try procedures(after: last, limit: limit, $0) }
  }

  /// The procedures that a role may begin by entering a letter in its agenda book, the one that is most in use first.
  public func procedures(registrableBy role: RoleID) throws -> [ProcedureRow] {
    try store.read { db in
      try procedures(after: nil, limit: .max, db).filter { row in
        guard row.beginsWithEntry, let enacted = try inForce(row.id, db) else { return false }
        return enacted.procedure.startingLane(for: role, in: office) != nil
      }
    }.sorted { ($0.running, $1.id.rawValue) > ($1.running, $0.id.rawValue) }
  }

  /// The version of a procedure that new cases begin with.
  public func procedure(_ id: ProcedureID) throws -> EnactedProcedure? {
    try store.read { try inForce(id, $0) }
  }

  private func procedures(
    after last: ProcedureID?, limit: Int, _ db: Database
  ) throws -> [ProcedureRow] {
    try NamedQuery.procedures.map(db, [last?.rawValue ?? "", limit]) { row in
      ProcedureRow(
        id: ProcedureID(row[0] as String), version: row[1], title: row[2], number: row[3],
        office: row[4], unit: row[5], steps: row[6], beginsWithEntry: row[7], running: row[8])
    }
  }
}

extension NamedQuery {
  static let procedures = NamedQuery(
    name: "procedures",
    sql: """
      SELECT p.id, p.version, p.title, p.number, p.office, p.unit, p.steps, p.begins_with_entry,
        (SELECT count(*) FROM cases WHERE procedure = p.id AND status = 'running')
      FROM procedure p
      WHERE p.id > ? AND p.version = (SELECT max(version) FROM procedure WHERE id = p.id)
      ORDER BY p.id LIMIT ?
      """)

  static let versionInForce = NamedQuery(
    name: "versionInForce", sql: "SELECT max(version) FROM procedure WHERE id = ?")

  static let procedure = NamedQuery(
    name: "procedure", sql: "SELECT body FROM procedure WHERE id = ? AND version = ?")
}
