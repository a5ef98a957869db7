import Foundation
import GRDB

/// Reads a case from the tables, as deciding needs it.
struct CaseLoader {
  let db: Database
  /// Procedures that were read before; those in force never change.
  let procedure: (ProcedureID, Int) throws -> Procedure?

  /// The case with an identifier, if there is one.
  ///
  /// - Throws: a `DatabaseError` of a damaged file when a row says what no desk writes: a task that was left out
  ///   would be a letter that nobody finds.
  func load(_ id: CaseID) throws -> CaseState? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT c.procedure, c.version, c.status, c.started_at, l.id AS letter, l.body,
            l.letter_date, l.classification, l.registered_by, l.book, l.period, l.sequence, l.number,
            l.sent_at, l.archived_at, l.corrected
          FROM cases c JOIN letter l ON l.id = c.letter WHERE c.id = ?
          """), arguments: [id])
    guard let row else { return nil }
    guard let procedure = try procedure(ProcedureID(row["procedure"] as String), row["version"])
    else { throw DatabaseError(damaged: "case \(id) without its procedure") }
    let letter = try Letter(row: row)
    var state = try CaseState(
      id: id, procedure: procedure, procedureVersion: row["version"], letter: letter,
      started: Timestamp(milliseconds: row["started_at"]),
      startedBy: PersonID(row["registered_by"] as String), unit: nil)
    state.status = try row.word("status")
    state.number = try AgendaNumber(row: row)
    state.sent = try (row["sent_at"] as Int64?).map(Timestamp.init(milliseconds:))
    state.archived = try (row["archived_at"] as Int64?).map(Timestamp.init(milliseconds:))
    state.corrected = try row["corrected"]
    state.branches = try branches(of: id)
    state.tasks = try tasks(of: id)
    state.drafts = try drafts(of: id)
    state.parafs = try parafs(of: id)
    if letter.secrecy.isSecret { state.readers = try readers(of: letter.id) }
    return state
  }

  /// The case that a task belongs to.
  func load(task: TaskID) throws -> CaseState? {
    try NamedQuery.taskCase.map(db, [task]) { try $0[0] as CaseID }.first.flatMap { try load($0) }
  }

  private func branches(of id: CaseID) throws -> [CaseState.Branch] {
    var branches = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT parent, unit, ended, joins_at FROM branch WHERE case_id = ? ORDER BY number
          """), arguments: [id]
    ).map { row in
      try CaseState.Branch(
        parent: row[0], unit: (row[1] as String?).map { UnitID($0) }, isEnded: row[2],
        joinsAt: row[3])
    }
    let bindings = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT branch, lane, role, deadline FROM binding WHERE case_id = ?
          ORDER BY branch, lane, place
          """), arguments: [id])
    for row in bindings {
      let number: Int = try row[0]
      guard branches.indices.contains(number) else { continue }
      let lane = LaneID(try row[1] as String)
      let role = try (row[2] as String?).map { [RoleID($0)] } ?? []
      branches[number].bindings[lane, default: []] += role
      branches[number].deadlines[lane] = try (row[3] as Int64?).map(Timestamp.init(milliseconds:))
    }
    return branches
  }

  private func tasks(of id: CaseID) throws -> [Task] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM task WHERE case_id = ? ORDER BY id"),
      arguments: [id]
    ).map(Task.init(row:))
  }

  private func drafts(of id: CaseID) throws -> [CaseState.Draft] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT version, task, text, author, written_at FROM draft WHERE case_id = ?
          ORDER BY version
          """), arguments: [id]
    ).map { row in
      try CaseState.Draft(
        version: row[0], task: row[1], text: row[2], author: PersonID(row[3] as String),
        written: Timestamp(milliseconds: row[4]))
    }
  }

  private func readers(of letter: LetterID) throws -> Set<RoleID> {
    Set(try NamedQuery.readers.map(db, [letter]) { RoleID(try $0[0] as String) })
  }

  private func parafs(of id: CaseID) throws -> [CaseState.Paraf] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT task, step, version, role, person, standing, given_at, signature FROM paraf
          WHERE case_id = ? ORDER BY id
          """), arguments: [id]
    ).map { row in
      try CaseState.Paraf(
        task: row[0], step: row[1], version: row[2], role: RoleID(row[3] as String),
        person: PersonID(row[4] as String), standing: row.word("standing"),
        given: Timestamp(milliseconds: row[6]), isSignature: row[7])
    }
  }
}

extension Task {
  /// A task from a row of its table.
  ///
  /// - Throws: a `DatabaseError` of a damaged file when the row holds a word that no desk writes.
  init(row: Row) throws {
    let due: Int64 = try row["due_at"]
    func time(_ column: String) throws -> Timestamp? {
      try (row[column] as Int64?).map(Timestamp.init(milliseconds:))
    }
    func person(_ column: String) throws -> PersonID? {
      try (row[column] as String?).map { PersonID($0) }
    }
    try self.init(
      id: row["id"], kind: row.word("kind"), step: row["step"],
      lane: (row["lane"] as String?).map { LaneID($0) },
      act: row.word("act"), role: RoleID(row["role"] as String), isExternal: row["external"],
      branch: row["branch"], cause: row["cause"],
      created: Timestamp(milliseconds: row["created_at"]),
      due: due == Projection.neverDue ? nil : Timestamp(milliseconds: due),
      state: row.word("state"),
      opened: time("opened_at"), claimedBy: person("claimed_by"), suspended: time("suspended_at"),
      waited: row["waited"],
      delegatedBy: (row["delegated_by"] as String?).map(Self.roles) ?? [],
      outcome: (row["outcome"] as String?) == nil ? nil : row.word("outcome"),
      finishedBy: person("finished_by"), finished: time("finished_at"), note: row["note"],
      version: row["version"])
  }

  private static func roles(_ text: String) throws -> [RoleID] {
    guard let roles = try? [RoleID](json: text) else {
      throw DatabaseError(damaged: "delegated_by \"\(text)\"")
    }
    return roles
  }
}

extension Letter {
  /// A letter from the columns `letter, body, letter_date, classification`: what came to it after it was registered
  /// has columns of its own.
  init(row: Row) throws {
    self = try Letter(json: row["body"] as String)
    id = try row["letter"]
    letterDate = try (row["letter_date"] as String?).flatMap { CalendarDate($0) }
    classification = try (row["classification"] as String?).map(Classification.init(json:))
  }
}

extension AgendaNumber {
  /// A number from the columns `book, period, sequence, number`; `nil` while there is none.
  init?(row: Row) throws {
    guard let book = try row["book"] as String?, let sequence = try row["sequence"] as Int?,
      let text = try row["number"] as String?
    else { return nil }
    try self.init(book: AgendaBookID(book), period: row["period"], sequence: sequence, text: text)
  }
}
