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
  /// How many parties do them.
  public var lanes: Int
  /// Whether its cases begin with a letter that comes in.
  public var beginsWithEntry: Bool
  /// Who may begin its cases.
  public var beginning: Beginning
  /// How many cases run on any of its versions, of those whose letter the reader may read.
  public var running: Int
}

/// A version of a procedure, from when it was put in force.
public struct ProcedureVersion: Identifiable, Hashable, Sendable {
  /// The version, from 1.
  public var version: Int
  /// When it was put in force.
  public var enacted: Timestamp
  /// By whom.
  public var by: Actor
  /// How many steps it has.
  public var steps: Int
  /// How many cases run on it, of those whose letter the reader may read.
  public var running: Int

  /// Its number names it.
  public var id: Int { version }
}

extension Desk {
  /// A page of the procedures in force, by identifier.
  ///
  /// - Parameters:
  ///   - last: the last of the page before; `nil` for the first page.
  ///   - reader: who looks: the procedure of a secret letter tells what it is about, so its case is counted only for
  ///     those on its path. Nobody is on none.
  public func procedures(
    after last: ProcedureID? = nil, limit: Int = 1_000, for reader: Actor? = nil
  ) throws -> [ProcedureRow] {
    try store.read { db in
      try NamedQuery.procedures.map(
        db, [place(of: reader), last?.rawValue ?? "", limit], ProcedureRow.init)
    }
  }

  /// The procedures that a role may begin, the one that is most in use first.
  ///
  /// - Parameters:
  ///   - byEntry: those that begin with a letter that is entered in an agenda book, or those that begin with a letter of
  ///     the office's own.
  ///   - reader: who looks; what is in use by letters that only others may read is not counted.
  public func procedures(
    begunBy role: RoleID, byEntry: Bool, for reader: Actor? = nil
  ) throws -> [ProcedureRow] {
    /// Before any has been used: what is registered before what is brought, our own before others'.
    func place(_ row: ProcedureRow) -> (Int, Int, Int, String) {
      (
        -row.running, row.beginning.isOutside ? 1 : 0, row.office == office.name ? 0 : 1,
        row.id.rawValue
      )
    }
    return try procedures(limit: .max, for: reader)
      .filter { $0.beginsWithEntry == byEntry && $0.beginning.isOpen(to: role, in: office) }
      .sorted { place($0) < place($1) }
  }

  /// Whether a role may begin any procedure of those that ``procedures(begunBy:byEntry:)`` gives; counts nothing.
  public func begins(byEntry: Bool, _ role: RoleID) throws -> Bool {
    try store.read { db in
      try NamedQuery.beginnings.map(db, [byEntry], ProcedureRow.init)
    }.contains { $0.beginning.isOpen(to: role, in: office) }
  }

  /// The procedures that an answer to a letter can begin with, whoever may begin them.
  ///
  /// An office answers by what it has decreed itself; only one that has decreed no way to answer works by others'. How
  /// many of their cases run is not counted.
  public func proceduresOfAnswers() throws -> [ProcedureRow] {
    let all = try store.read { try NamedQuery.answers.map($0, [], ProcedureRow.init) }
    let own = all.filter { $0.office == office.name }
    return own.isEmpty ? all : own
  }

  /// The version of a procedure that new cases begin with.
  public func procedure(_ id: ProcedureID) throws -> EnactedProcedure? {
    try store.read { try inForce(id, $0) }
  }

  /// A version of a procedure, whether it is in force or not.
  public func procedure(_ id: ProcedureID, version: Int) throws -> Procedure? {
    try store.read { try procedure(id, version: version, $0) }
  }

  /// What a procedure in force is called; `nil` when there is none.
  public func procedureTitle(_ id: ProcedureID) throws -> String? {
    try store.read { db in
      try NamedQuery.procedureTitle.map(db, [id.rawValue]) { try $0[0] as String }.first
    }
  }

  /// A page of the versions of a procedure, the newest first.
  ///
  /// - Parameters:
  ///   - version: the last of the page before; `nil` for the first page.
  ///   - reader: who looks; a case is counted for whom its letter may be read.
  public func versions(
    of id: ProcedureID, before version: Int? = nil, limit: Int = 100, for reader: Actor? = nil
  ) throws -> [ProcedureVersion] {
    try store.read { db in
      try NamedQuery.procedureVersions.map(
        db, [place(of: reader), id.rawValue, version ?? .max, limit], ProcedureVersion.init)
    }
  }
}

extension ProcedureRow {
  fileprivate init?(_ row: Row) throws {
    guard let kind = LetterKind(rawValue: try row[10]) else { return nil }
    try self.init(
      id: ProcedureID(row[0] as String), version: row[1], title: row[2], number: row[3],
      office: row[4], unit: row[5], steps: row[6], lanes: row[7], beginsWithEntry: row[8],
      beginning: Beginning(
        posts: (row[11] as String).split(separator: " ").map(Post.init(described:)),
        home: (row[12] as String?).map { UnitID($0) }, isOutside: row[9], kind: kind),
      running: row[13])
  }
}

extension ProcedureVersion {
  fileprivate init?(_ row: Row) throws {
    guard let standing = Appointment.Kind(rawValue: try row[4]) else { return nil }
    try self.init(
      version: row[0], enacted: Timestamp(milliseconds: row[1]),
      by: Actor(
        person: PersonID(row[2] as String), role: RoleID(row[3] as String), standing: standing),
      steps: row[5], running: row[6])
  }
}

extension Post {
  /// A post from its ``description``.
  fileprivate init(described text: Substring) {
    let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
    self.init(
      position: PositionID(parts[0]), unit: parts.count > 1 ? UnitID(parts[1]) : nil)
  }
}

extension NamedQuery {
  /// What `ProcedureRow` is read from, but for how many cases run, which comes last.
  private static let procedureColumns = """
    SELECT p.id, p.version, p.title, p.number, p.office, p.unit, p.steps, p.lanes,
      p.begins_with_entry, p.begun_outside, p.letter_kind, p.begun_by, p.begun_at,
    """

  /// How many cases of a procedure `p` run, of those whose letter is not hidden.
  ///
  /// Cost: each case that runs is looked up with its letter.
  private static let running = """
    SELECT count(*) FROM cases c JOIN letter l ON l.id = c.letter
    WHERE c.procedure = p.id AND c.status = 'running' AND NOT \(hidden)
    """

  static let procedures = NamedQuery(
    name: "procedures",
    sql: """
      \(procedureColumns) (\(running))
      FROM procedure p WHERE p.in_force = 1 AND p.id > ? ORDER BY p.id LIMIT ?
      """)

  /// The procedures that begin with a letter that is entered, or with one of the office's own; asked whenever
  /// something changes, so that nothing is counted.
  static let beginnings = NamedQuery(
    name: "beginnings",
    sql: """
      \(procedureColumns) 0
      FROM procedure p WHERE p.in_force = 1 AND p.id > '' AND p.begins_with_entry = ?
      """)

  /// The procedures that an answer can begin with; asked with a letter, so that nothing is counted.
  static let answers = NamedQuery(
    name: "answers",
    sql: """
      \(procedureColumns) 0
      FROM procedure p INDEXED BY procedure_answers
      WHERE p.in_force = 1 AND p.id > '' AND p.answers = 1
      """)

  static let procedureTitle = NamedQuery(
    name: "procedureTitle", sql: "SELECT title FROM procedure WHERE in_force = 1 AND id = ?")

  static let procedureVersions = NamedQuery(
    name: "procedureVersions",
    sql: """
      SELECT p.version, p.enacted_at, p.enacted_by, p.enacted_as, p.standing, p.steps,
        (\(running) AND c.version = p.version)
      FROM procedure p WHERE p.id = ? AND p.version < ? ORDER BY p.version DESC LIMIT ?
      """)

  static let versionInForce = NamedQuery(
    name: "versionInForce", sql: "SELECT version FROM procedure WHERE in_force = 1 AND id = ?")

  static let procedure = NamedQuery(
    name: "procedure", sql: "SELECT body FROM procedure WHERE id = ? AND version = ?")
}
