import DeskModel

/// The beginning of the queue of who sits here.
struct InboxRows: Question {
  let filter: QueueFilter
  /// The moment whose order the list keeps; `nil` to put it in order anew.
  let asOf: Timestamp?
  let count: Int

  func answer(from desk: Desk, for session: Session) throws -> [QueueRow] {
    try desk.queue(
      of: session.role.id, filter: filter, asOf: asOf, limit: count, for: session.actor)
  }
}

/// The next page of the same queue.
struct InboxMore: Question {
  let filter: QueueFilter
  let after: QueueCursor

  func answer(from desk: Desk, for session: Session) throws -> [QueueRow] {
    try desk.queue(
      of: session.role.id, filter: filter, after: after, limit: InboxPane.page, for: session.actor)
  }
}

/// How many tasks each filter holds.
struct InboxCounts: Question {
  func answer(from desk: Desk, for session: Session) throws -> QueueCounts {
    try desk.counts(of: session.role.id)
  }
}

/// What the role of who sits here finished last, newest first.
struct InboxDone: Question {
  func answer(from desk: Desk, for session: Session) throws -> [QueueRow] {
    try desk.done(by: session.role.id, limit: InboxPane.page, for: session.actor).map { row in
      // What is finished is no longer due.
      var row = row
      row.due = nil
      return row
    }
  }
}
