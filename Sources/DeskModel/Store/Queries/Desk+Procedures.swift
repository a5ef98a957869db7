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

  /// The procedures that a role may begin by entering a letter in its agenda book, the likeliest first: the one that
  /// is most in use, then what the office itself begins before what an outsider brings.
  public func procedures(registrableBy role: RoleID) throws -> [ProcedureRow] {
    try store.read { try startable(by: role, entering: true, $0) }
      .sorted { a, b in
        guard a.row.running == b.row.running else { return a.row.running > b.row.running }
        return !a.isBrought && b.isBrought
      }.map(\.row)
  }

  /// The procedures that a role may begin by a letter of the office's own, those that the office decreed first.
  public func procedures(startableBy role: RoleID) throws -> [Procedure] {
    try store.read { try startable(by: role, entering: false, $0) }.map(\.procedure)
  }

  private typealias Startable = (row: ProcedureRow, procedure: Procedure, isBrought: Bool)

  /// What a role may begin, by identifier, those that the office decreed first.
  private func startable(
    by role: RoleID, entering: Bool, _ db: Database
  ) throws -> [Startable] {
    let all = try procedures(after: nil, limit: .max, db).compactMap { row -> Startable? in
      guard row.beginsWithEntry == entering, let procedure = try inForce(row.id, db)?.procedure,
        let lane = procedure.startingLane(for: role, in: office)
      else { return nil }
      return (row, procedure, lane.isExternal)
    }
    return all.filter { $0.row.office == office.name }
      + all.filter { $0.row.office != office.name }
  }

  /// The version of a procedure that new cases begin with.
  public func procedure(_ id: ProcedureID) throws -> EnactedProcedure? {
    try store.read { try inForce(id, $0) }
  }

  private func procedures(
    after last: ProcedureID?, limit: Int, _ db: Database
  ) throws -> [ProcedureRow] {
    try NamedQuery.procedures.map(db, [last?.rawValue ?? "", limit]) { row in
      try ProcedureRow(
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
