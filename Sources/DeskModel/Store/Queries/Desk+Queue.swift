import GRDB

extension Desk {
  /// A page of a role's queue, most pressing first.
  ///
  /// Cost: grows with the page; what was opened is passed over in an index of the role's open tasks.
  ///
  /// - Parameters:
  ///   - cursor: the last row of the page before; `nil` for the first page.
  ///   - moment: the moment for whose order the first page is; `nil` for now. Further pages keep their cursor's.
  ///   - limit: the most rows to give.
  ///   - reader: who looks; a letter that he may not read keeps its line, without what it says.
  public func queue(
    of role: RoleID, filter: QueueFilter = .all, asOf moment: Timestamp? = nil,
    after cursor: QueueCursor? = nil, limit: Int = 50, for reader: Actor? = nil
  ) throws -> [QueueRow] {
    let extra: StatementArguments = filter == .late ? [clock().milliseconds] : []
    return try page(of: role, asOf: moment, after: cursor, limit: limit, for: reader, extra) {
      .queue(filter, $0)
    }
  }

  /// A page of what the backlog counts for a role, most pressing first: its steps, without what is only to be
  /// acknowledged and what outside parties do.
  public func backlogTasks(
    of role: RoleID, after cursor: QueueCursor? = nil, limit: Int = 50, for reader: Actor? = nil
  ) throws -> [QueueRow] {
    try page(of: role, asOf: nil, after: cursor, limit: limit, for: reader) { .backlogTasks($0) }
  }

  /// A page of a queue, put together from its pressures in their order.
  private func page(
    of role: RoleID, asOf moment: Timestamp?, after cursor: QueueCursor?, limit: Int,
    for reader: Actor?, _ extra: StatementArguments = [], _ query: (QueuePressure) -> NamedQuery
  ) throws -> [QueueRow] {
    let asOf = cursor?.asOf ?? moment ?? clock()
    let first = cursor?.pressure ?? .late
    // In one look: between two, a task could pass from one pressure to another.
    return try store.read { db in
      var found: [QueueRow] = []
      for pressure in QueuePressure.allCases.drop(while: { $0 != first }) {
        guard found.count < limit else { break }
        let before = cursor?.pressure == pressure ? cursor : nil
        let due = before.map { $0.due?.milliseconds ?? Projection.neverDue } ?? Int64.min
        // As often as the query's pressure asks for it.
        let order = Array(repeating: asOf.milliseconds, count: pressure == .late ? 1 : 2)
        let arguments: StatementArguments =
          [place(of: reader), role.rawValue, due, before?.task ?? 0]
          + StatementArguments(order) + extra + [limit - found.count]
        found += try query(pressure).map(db, arguments) {
          try QueueRow($0, asOf: asOf, pressure)
        }
      }
      return found
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

  /// What a role finished last, newest first: where a recall begins. Of a case its last step, whatever was only taken
  /// notice of since, so that a letter is one row, and of one that was split a row for each branch, as in the queue.
  ///
  /// Cost: grows with the rows and the steps that the role did on their letters.
  public func done(
    by role: RoleID, limit: Int = 50, for reader: Actor? = nil
  ) throws -> [QueueRow] {
    let now = clock()
    return try store.read { db in
      try NamedQuery.done.map(db, [place(of: reader), role.rawValue, limit]) {
        try QueueRow($0, asOf: now, .rest)
      }
    }
  }
}

extension NamedQuery {
  private static let queueColumns = """
    SELECT t.id, t.version, t.case_id, t.letter, l.number, l.kind, l.subject, l.sender, t.kind, t.step,
      t.act, t.created_at, t.due_at, t.opened_at, t.claimed_by, t.suspended_at, s.activity, l.urgency, l.secrecy, (SELECT outcome FROM task WHERE id = t.cause),
      \(hidden)
    FROM task t JOIN letter l ON l.id = t.letter JOIN cases c ON c.id = t.case_id
      LEFT JOIN procedure_step s
        ON s.procedure = c.procedure AND s.version = c.version AND s.step = t.step
    """

  /// A page of one pressure of a queue by due time, then age; the state is a literal so that the partial index is
  /// used.
  static func queue(_ filter: QueueFilter, _ pressure: QueuePressure) -> NamedQuery {
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
    return queue("queue.\(filter.rawValue)", pressure, where: condition)
  }

  /// What the backlog counts: the steps of a role that are the office's own.
  static func backlogTasks(_ pressure: QueuePressure) -> NamedQuery {
    queue("backlogTasks", pressure, where: " AND t.kind = 'step' AND t.external = 0")
  }

  private static func queue(
    _ name: String, _ pressure: QueuePressure, where condition: String
  ) -> NamedQuery {
    let notLate = "(t.due_at >= ? OR t.suspended_at IS NOT NULL)"
    let pressing =
      switch pressure {
      case .late: "t.due_at < ? AND t.suspended_at IS NULL"
      case .unread: "\(notLate) AND (t.opened_at IS NULL OR t.opened_at > ?)"
      case .rest: "\(notLate) AND t.opened_at <= ?"
      }
    return NamedQuery(
      name: "\(name).\(pressure.rawValue)",
      sql: """
        \(queueColumns)
        WHERE t.state = 'open' AND t.role = ? AND (t.due_at, t.id) > (?, ?) AND \(pressing)\(condition)
        ORDER BY t.due_at, t.id LIMIT ?
        """)
  }

  static let done = NamedQuery(
    name: "done",
    sql: """
      \(queueColumns)
      WHERE t.state = 'done' AND t.role = ? AND NOT EXISTS (
        SELECT 1 FROM task later
        WHERE later.case_id = t.case_id AND later.role = t.role AND later.state = 'done'
          AND (later.branch = t.branch OR 0 IN (later.branch, t.branch))
          AND (later.kind = 'step', later.finished_at, later.id)
            > (t.kind = 'step', t.finished_at, t.id))
      ORDER BY t.finished_at DESC LIMIT ?
      """)

  static let counts = NamedQuery(
    name: "counts",
    sql: """
      SELECT count(*), sum(opened_at IS NULL), sum(act = 'periksa' AND kind = 'step'),
        sum(act = 'tandatangani' AND kind = 'step'), sum(kind = 'acknowledge'),
        sum(due_at < ? AND suspended_at IS NULL), sum(suspended_at IS NOT NULL)
      FROM task INDEXED BY task_open WHERE state = 'open' AND role = ?
      """)

  static let unsent = NamedQuery(
    name: "unsent",
    sql: """
      SELECT count(*) FROM task t INDEXED BY task_open JOIN letter l ON l.id = t.letter
      WHERE t.state = 'open' AND t.role = ? AND t.act IN ('kirim', 'arsipkan') AND t.kind = 'step'
        AND l.kind <> 'incoming' AND l.sent_at IS NULL
      """)
}

extension QueueRow {
  /// A row of `queueColumns`, emptied where it is hidden.
  ///
  /// - Throws: a `DatabaseError` of a damaged file when it holds a word that no desk writes: a row left out would
  ///   be a letter that nobody finds.
  fileprivate init(_ row: Row, asOf: Timestamp, _ pressure: QueuePressure) throws {
    let due: Int64 = try row[12]
    try self.init(
      id: row[0], version: row[1], caseID: row[2], letter: row[3], number: row[4],
      letterKind: row.word(5), subject: row[6], sender: row[7], urgency: row.word(17),
      secrecy: row.word(18),
      kind: row.word(8), step: row[9], act: row.word(10), activity: row[16] ?? "",
      created: Timestamp(milliseconds: row[11]),
      due: due == Projection.neverDue ? nil : Timestamp(milliseconds: due),
      isUnread: (row[13] as Int64?) == nil,
      isReturned: (row[19] as String?) == "returned",
      claimedBy: (row[14] as String?).map { PersonID($0) }, isSuspended: (row[15] as Int64?) != nil,
      asOf: asOf, pressure: pressure)
    guard try row[20] else { return }
    (subject, sender, activity, urgency, isHidden) = ("", "", "", .biasa, true)
  }
}
