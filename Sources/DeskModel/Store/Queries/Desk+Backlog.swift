import GRDB

extension Desk {
  /// What waits for each role that something waits for, in the order of role identifiers.
  ///
  /// Cost: a scan of the office's open tasks in a covering index.
  public func backlog() throws -> [RoleBacklog] {
    try store.read { db in
      try NamedQuery.backlog.map(db, [clock().milliseconds]) { row in
        try RoleBacklog(
          role: RoleID(row[0] as String), open: row[1], late: row[2] ?? 0,
          oldest: (row[3] as Int64?).map(Timestamp.init(milliseconds:)), pace: nil)
      }.map { backlog in
        var backlog = backlog
        backlog.pace = try pace(of: backlog.role, db)
        return backlog
      }
    }
  }

  private func pace(of role: RoleID, _ db: Database) throws -> RoleBacklog.Pace? {
    RoleBacklog.Pace(
      try NamedQuery.pace.map(db, [role.rawValue, RoleBacklog.Pace.sample]) { try ($0[0], $0[1]) })
  }
}

extension NamedQuery {
  static let backlog = NamedQuery(
    name: "backlog",
    sql: """
      SELECT role, count(*), sum(due_at < ? AND suspended_at IS NULL), min(created_at)
      FROM task INDEXED BY task_open
      WHERE state = 'open' AND kind = 'step' AND external = 0 GROUP BY role
      """)

  static let pace = NamedQuery(
    name: "pace",
    sql: """
      SELECT worked, standard FROM task INDEXED BY task_done
      WHERE state = 'done' AND role = ? AND standard IS NOT NULL
      ORDER BY finished_at DESC LIMIT ?
      """)
}
