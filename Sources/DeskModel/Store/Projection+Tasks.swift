import Foundation
import GRDB

extension Projection {
  /// What sorts a task without a due time after all others.
  static let neverDue = Int64.max

  /// Changes one task by an entry.
  func applyToTask(_ entry: Entry) throws {
    let at = entry.at.milliseconds
    switch entry.event {
    case .taskCreated(let event): try create(event, entry)
    case .taskOpened(let event):
      try db.run(
        "UPDATE task SET opened_at = coalesce(opened_at, ?) WHERE id = ?", [at, event.task])
    case .taskClaimed(let event):
      try change(event.task, "claimed_by = ?", [entry.actor.person.rawValue])
    case .taskReleased(let event): try change(event.task, "claimed_by = NULL", [])
    case .taskFinished(let event): try finish(event, entry)
    case .taskReopened(let event):
      try takeBack(event.task)
      try change(
        event.task,
        """
        state = 'open', outcome = NULL, choice = NULL, finished_at = NULL, finished_by = NULL,
        finished_as = NULL, worked = NULL, note = NULL
        """, [])
    case .taskReassigned(let event):
      try change(
        event.task, "role = ?, opened_at = NULL, claimed_by = NULL, delegated_by = ?, note = ?",
        [
          event.to.rawValue,
          event.delegatedBy.isEmpty ? nil : try event.delegatedBy.canonicalJSON(),
          event.note,
        ])
    case .taskSuspended(let event):
      try change(event.task, "suspended_at = ?, note = ?", [at, event.note])
    case .taskResumed(let event):
      try change(
        event.task, "suspended_at = NULL, note = NULL, due_at = ?, waited = waited + ?",
        [event.due?.milliseconds ?? Self.neverDue, event.waited])
    default: break
    }
  }

  private func change(
    _ task: TaskID, _ assignments: String, _ values: [(any DatabaseValueConvertible)?]
  ) throws {
    try db.run(
      "UPDATE task SET \(assignments), version = version + 1 WHERE id = ?", values + [task])
  }

  /// Undoes what ending a task did beside it: its branch goes on, its disposition was not written.
  private func takeBack(_ task: TaskID) throws {
    try db.run(
      """
      UPDATE branch SET ended = 0, joins_at = NULL
      WHERE (case_id, number) = (SELECT case_id, branch FROM task WHERE id = ?)
      """, [task])
    try db.run("DELETE FROM disposition WHERE task = ?", [task])
  }

  private func create(_ event: TaskCreated, _ entry: Entry) throws {
    try db.run(
      """
      INSERT INTO task
        (id, case_id, letter, kind, step, lane, act, role, external, branch, cause, created_at,
         due_at, standard, state, version)
      VALUES
        (?, ?, (SELECT letter FROM cases WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', 1)
      """,
      [
        entry.sequence, event.case, event.case, event.kind.rawValue, event.step,
        event.lane?.rawValue, event.act.rawValue, event.role.rawValue, event.external,
        event.branch, event.cause, entry.at.milliseconds,
        event.due?.milliseconds ?? Self.neverDue, event.standardMinutes,
      ])
  }

  private func finish(_ event: TaskFinished, _ entry: Entry) throws {
    try change(
      event.task,
      """
      state = ?, outcome = ?, choice = ?, finished_at = ?, finished_by = ?, finished_as = ?,
      worked = ?, note = ?, claimed_by = NULL, suspended_at = NULL
      """,
      [
        event.outcome.isWithdrawal ? "withdrawn" : "done", event.outcome.rawValue, event.choice,
        entry.at.milliseconds, entry.actor.person.rawValue, entry.actor.role.rawValue,
        event.workedMinutes, event.note,
      ])
  }
}
