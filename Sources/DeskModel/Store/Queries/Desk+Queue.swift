import GRDB

extension Desk {
  /// A page of a role's queue, most pressing first.
  ///
  /// Cost: grows with the page, not with what is stored.
  ///
  /// - Parameters:
  ///   - cursor: the last row of the page before; `nil` for the first page.
  ///   - limit: the most rows to give.
  ///   - reader: who looks; a letter that he may not read keeps its line, without what it says.
  public func queue(
    of role: RoleID, filter: QueueFilter = .all, after cursor: QueueCursor? = nil, limit: Int = 50,
    for reader: Actor? = nil
  ) throws -> [QueueRow] {
    var arguments = try place(role, cursor, reader)
    if filter == .late { arguments += [clock().milliseconds] }
    return try rows(.queue(filter), arguments + [limit])
  }

  /// A page of what the backlog counts for a role, most pressing first: its steps, without what is only to be
  /// acknowledged and what outside parties do.
  public func backlogTasks(
    of role: RoleID, after cursor: QueueCursor? = nil, limit: Int = 50,
    for reader: Actor? = nil
  ) throws -> [QueueRow] {
    try rows(.backlogTasks, try place(role, cursor, reader) + [limit])
  }

  /// Where a page of a role's queue begins, as the arguments of its query.
  private func place(
    _ role: RoleID, _ cursor: QueueCursor?, _ reader: Actor?
  ) throws -> StatementArguments {
    let due = cursor.map { $0.due?.milliseconds ?? Projection.neverDue } ?? Int64.min
    return [try place(of: reader), role.rawValue, due, cursor?.task ?? 0]
  }

  private func rows(
    _ query: NamedQuery, _ arguments: StatementArguments
  ) throws -> [QueueRow] {
    try store.read { db in
      try query.map(db, arguments) { row in
        let procedure = try procedure(ProcedureID(row[16] as String), version: row[17], db)
        return try QueueRow(row, activity: procedure?.step(row[9])?.activity ?? "")
      }
    }
  }

  /// How many tasks of a role each filter holds.
  ///
  /// Cost: a scan of the role's open tasks in a covering index.
  public func counts(of role: RoleID) throws -> QueueCounts {
    try store.read { db in
      let now = clock().milliseconds
      let found = try NamedQuery.counts.rows(db, [now, role.rawValue]).first
      guard let row = found else { return QueueCounts() }
      // In the order of the query's columns; sums over no rows are NULL.
      let filters: [QueueFilter] = [.all, .unread, .paraf, .signature, .copies, .late, .suspended]
      var counts: [QueueFilter: Int] = [:]
      for (column, filter) in filters.enumerated() { counts[filter] = try row[column] as Int? ?? 0 }
      counts[.unsent] = try NamedQuery.unsent.rows(db, [role.rawValue]).first?[0]
      return QueueCounts(counts)
    }
  }

  /// What a role finished last, newest first: where a recall begins.
  public func done(
    by role: RoleID, limit: Int = 50, for reader: Actor? = nil
  ) throws -> [QueueRow] {
    try rows(.done, [try place(of: reader), role.rawValue, limit])
  }
}

extension NamedQuery {
  private static let queueColumns = """
    SELECT t.id, t.version, t.case_id, t.letter, l.number, l.kind, l.subject, l.sender, t.kind, t.step,
      t.act, t.created_at, t.due_at, t.opened_at, t.claimed_by, t.suspended_at, c.procedure,
      c.version, l.urgency, l.secrecy, (SELECT outcome FROM task WHERE id = t.cause),
      \(hidden)
    FROM task t JOIN letter l ON l.id = t.letter JOIN cases c ON c.id = t.case_id
    """

  /// A page of a queue by due time, then age; the state is a literal so that the partial index is used.
  static func queue(_ filter: QueueFilter) -> NamedQuery {
    let condition =
      switch filter {
      case .all: ""
      case .unread: " AND t.opened_at IS NULL"
      case .paraf: " AND t.act = 'periksa' AND t.kind = 'step'"
      case .signature: " AND t.act = 'tandatangani' AND t.kind = 'step'"
      case .unsent:
        " AND t.act IN ('kirim', 'arsipkan') AND l.kind <> 'incoming' AND l.sent_at IS NULL"
      case .copies: " AND t.kind = 'acknowledge'"
      case .late: " AND t.due_at < ? AND t.suspended_at IS NULL"
      case .suspended: " AND t.suspended_at IS NOT NULL"
      }
    return queue("queue.\(filter.rawValue)", where: condition)
  }

  /// What the backlog counts: the steps of a role that are the office's own.
  static let backlogTasks = queue("backlogTasks", where: " AND t.kind = 'step' AND t.external = 0")

  private static func queue(_ name: String, where condition: String) -> NamedQuery {
    NamedQuery(
      name: name,
      sql: """
        \(queueColumns)
        WHERE t.state = 'open' AND t.role = ? AND (t.due_at, t.id) > (?, ?)\(condition)
        ORDER BY t.due_at, t.id LIMIT ?
        """)
  }

  static let done = NamedQuery(
    name: "done",
    sql: """
      \(queueColumns) WHERE t.state = 'done' AND t.role = ? ORDER BY t.finished_at DESC LIMIT ?
      """)

  static let counts = NamedQuery(
    name: "counts",
    sql: """
      SELECT count(*), sum(opened_at IS NULL), sum(act = 'periksa' AND kind = 'step'),
        sum(act = 'tandatangani' AND kind = 'step'), sum(kind = 'acknowledge'),
        sum(due_at < ? AND suspended_at IS NULL), sum(suspended_at IS NOT NULL)
      FROM task INDEXED BY task_counts WHERE state = 'open' AND role = ?
      """)

  static let unsent = NamedQuery(
    name: "unsent",
    sql: """
      SELECT count(*) FROM task t INDEXED BY task_counts JOIN letter l ON l.id = t.letter
      WHERE t.state = 'open' AND t.role = ? AND t.act IN ('kirim', 'arsipkan') AND t.kind = 'step'
        AND l.kind <> 'incoming' AND l.sent_at IS NULL
      """)
}

extension QueueRow {
  /// A row of `queueColumns`, emptied where it is hidden.
  ///
  /// - Throws: a `DatabaseError` of a damaged file when it holds a word that no desk writes: a row left out would
  ///   be a letter that nobody finds.
  fileprivate init(_ row: Row, activity: String) throws {
    let due: Int64 = try row[12]
    try self.init(
      id: row[0], version: row[1], caseID: row[2], letter: row[3], number: row[4],
      letterKind: row.word(5), subject: row[6], sender: row[7], urgency: row.word(18),
      secrecy: row.word(19),
      kind: row.word(8), step: row[9], act: row.word(10), activity: activity,
      created: Timestamp(milliseconds: row[11]),
      due: due == Projection.neverDue ? nil : Timestamp(milliseconds: due),
      isUnread: (row[13] as Int64?) == nil, isReturned: (row[20] as String?) == "returned",
      claimedBy: (row[14] as String?).map { PersonID($0) }, isSuspended: (row[15] as Int64?) != nil)
    guard try row[21] else { return }
    (subject, sender, self.activity, self.urgency, isHidden) = ("", "", "", .biasa, true)
  }
}
