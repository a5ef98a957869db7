import Foundation
import GRDB

/// Turns entries of the journal into rows: the one `apply` of live work and of a rebuild.
///
/// It decides nothing and asks no clock. What it leaves out of an entry cannot be queried, what it adds
/// beyond an entry would be lost in a rebuild.
struct Projection {
  let db: Database
  /// The case that was last looked at for its readers, and its letter if that is secret: entries of one act follow
  /// each other and would ask the same. A correction may open or close a letter, so nothing is known after one.
  var lastLookedAt: (id: CaseID, secretLetter: LetterID?)?

  init(db: Database) { self.db = db }

  /// The tables that are made from the journal alone, parents before children.
  static let tables = [
    "office", "working_hours", "holiday", "unit", "position", "role", "person", "appointment",
    "book", "host_user", "ssh_key", "procedure", "procedure_step", "letter", "letter_reader",
    "sender", "reserved_number", "closed_page", "office_key", "cases", "branch", "binding",
    "task", "disposition", "draft", "paraf", "correction", "pin",
  ]

  /// Changes the tables by one entry.
  mutating func apply(_ entry: Entry) throws {
    if case .letterCorrected = entry.event { lastLookedAt = nil }
    try applyToRows(entry)
    try admitReaders(entry)
  }

  private func applyToRows(_ entry: Entry) throws {
    switch entry.event {
    case .officeFounded(let office): try found(office, entry)
    case .personAdded, .personChanged, .personRetired, .personReinstated, .calendarChanged,
      .appointmentMade, .appointmentEnded, .userMapped, .userUnmapped, .keyAdded, .keyRemoved:
      try applyToOffice(entry)
    case .procedureEnacted(let event): try enact(event, entry)
    case .letterRegistered(let event): try register(event.letter, entry)
    case .letterCorrected(let event): try correct(event, entry)
    case .numberTaken(let event): try number(event, entry)
    case .officeKeyed, .numbersReserved, .numberVoided, .pageClosed: try applyToAgenda(entry)
    case .letterSent(let event):
      try db.run(
        "UPDATE letter SET sent_at = ?, channel = ? WHERE id = ?",
        [entry.at.milliseconds, event.channel, event.letter])
    case .letterArchived(let event):
      try db.run(
        "UPDATE letter SET archived_at = ?, place = ? WHERE id = ?",
        [entry.at.milliseconds, event.place, event.letter])
    case .caseStarted(let event): try start(event, entry)
    case .caseFinished(let event): try end(event, "finished", entry)
    case .caseCancelled(let event): try end(event, "cancelled", entry)
    case .laneBound(let event): try bind(event)
    case .branchStarted(let event): try split(event)
    case .branchEnded(let event):
      try db.run(
        "UPDATE branch SET ended = 1, joins_at = ? WHERE case_id = ? AND number = ?",
        [event.joinsAt, event.case, event.branch])
    case .disposed(let event): try dispose(event, entry)
    case .draftWritten(let event):
      try db.run(
        """
        INSERT INTO draft (case_id, version, task, text, author, written_at)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        [
          event.case, event.version, event.task, event.text, entry.actor.person.rawValue,
          entry.at.milliseconds,
        ])
    case .parafGiven(let event): try agree(event, entry)
    case .pinChosen, .pinTried, .pinLocked, .pinReset: try applyToPIN(entry)
    default: try applyToTask(entry)
    }
  }

  // MARK: - Procedures

  private func enact(_ event: ProcedureEnacted, _ entry: Entry) throws {
    let procedure = event.procedure
    let beginning = procedure.beginning
    try db.run(
      "UPDATE procedure SET in_force = 0 WHERE id = ? AND in_force = 1", [procedure.id.rawValue])
    try db.run(
      """
      INSERT INTO procedure
        (id, version, title, number, office, unit, steps, lanes, begins_with_entry, begun_outside,
         begun_by, begun_at, letter_kind, answers, in_force, content_hash, enacted_at, enacted_by, enacted_as,
         standing, body)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)
      """,
      [
        procedure.id.rawValue, event.version, procedure.title, procedure.number, procedure.office,
        procedure.unit, procedure.steps.count, procedure.lanes.count, procedure.beginsWithEntry,
        beginning.isOutside, beginning.posts.map(\.description).joined(separator: " "),
        beginning.home?.rawValue, beginning.kind.rawValue, procedure.writesAnswers,
        event.contentHash,
        entry.at.milliseconds,
        entry.actor.person.rawValue, entry.actor.role.rawValue, entry.actor.standing.rawValue,
        try procedure.canonicalJSON(),
      ])
    for step in procedure.steps {
      try db.run(
        "INSERT INTO procedure_step (procedure, version, step, activity) VALUES (?, ?, ?, ?)",
        [procedure.id.rawValue, event.version, step.no, step.activity])
    }
  }

  // MARK: - Letters

  private func register(_ letter: Letter, _ entry: Entry) throws {
    try db.run(
      """
      INSERT INTO letter
        (id, kind, secrecy, urgency, sender, sender_number, letter_date, received_date, addressee,
         subject, body, classification, registered_at, registered_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        entry.sequence, letter.kind.rawValue, letter.secrecy.rawValue, letter.urgency.rawValue,
        letter.sender, letter.senderNumber, letter.letterDate?.description,
        letter.receivedDate?.description, letter.addressee, letter.subject,
        try letter.canonicalJSON(),
        try letter.classification.map { try $0.canonicalJSON() }, entry.at.milliseconds,
        entry.actor.person.rawValue,
      ])
    try count(senderOf: letter, entry.sequence)
  }

  private func number(_ event: NumberTaken, _ entry: Entry) throws {
    try useReserved(event)
    try db.run(
      """
      UPDATE letter SET book = ?, period = ?, sequence = ?, number = ?, numbered_at = ?,
        numbered_by = ?, page = ?, late = ?, letter_date = iif(kind = 'incoming', letter_date, ?),
        classification = coalesce(?, classification)
      WHERE id = ?
      """,
      [
        event.number.book.rawValue, event.number.period, event.number.sequence, event.number.text,
        entry.at.milliseconds, entry.actor.person.rawValue, event.page.description,
        event.late?.description,
        event.date.description, try event.classification.map { try $0.canonicalJSON() },
        event.letter,
      ])
  }

  // MARK: - Cases

  private func start(_ event: CaseStarted, _ entry: Entry) throws {
    try db.run(
      """
      INSERT INTO cases (id, letter, procedure, version, status, started_at)
      VALUES (?, ?, ?, ?, 'running', ?)
      """,
      [
        entry.sequence, event.letter, event.procedure.rawValue, event.version,
        entry.at.milliseconds,
      ])
    try db.run(
      "INSERT INTO branch (case_id, number, unit) VALUES (?, 0, ?)",
      [entry.sequence, event.unit?.rawValue])
  }

  private func end(_ event: CaseEnded, _ status: String, _ entry: Entry) throws {
    try db.run(
      "UPDATE cases SET status = ?, ended_at = ?, reason = ? WHERE id = ?",
      [status, entry.at.milliseconds, event.reason, event.case])
  }

  private func bind(_ event: LaneBound) throws {
    // Place by place, from 0 and without gaps: of rows that it would have to look for, SQLite first collects the keys
    // in a table of its own.
    var place = 0
    repeat {
      try db.run(
        "DELETE FROM binding WHERE case_id = ? AND branch = ? AND lane = ? AND place = ?",
        [event.case, event.branch, event.lane.rawValue, place])
      place += 1
    } while db.changesCount > 0
    // Bound to nobody is a row without a role: not the same as not bound.
    let roles = event.roles.isEmpty ? [nil] : event.roles.map { Optional($0.rawValue) }
    for (place, role) in roles.enumerated() {
      try insertBinding(
        event.case, event.branch, event.lane, place: place, role: role, deadline: event.deadline)
    }
    guard let unit = event.unit else { return }
    try db.run(
      "UPDATE branch SET unit = ? WHERE case_id = ? AND number = ?",
      [unit.rawValue, event.case, event.branch])
  }

  private func insertBinding(
    _ id: CaseID, _ branch: Int, _ lane: LaneID, place: Int, role: String?, deadline: Timestamp?
  ) throws {
    try db.run(
      """
      INSERT INTO binding (case_id, branch, lane, place, role, deadline) VALUES (?, ?, ?, ?, ?, ?)
      """,
      [id, branch, lane.rawValue, place, role, deadline?.milliseconds])
  }

  private func split(_ event: BranchStarted) throws {
    try db.run(
      "INSERT INTO branch (case_id, number, parent, unit) VALUES (?, ?, ?, ?)",
      [event.case, event.branch, event.parent, event.unit.rawValue])
    try insertBinding(
      event.case, event.branch, event.lane, place: 0, role: event.role.rawValue,
      deadline: event.deadline)
  }

  private func dispose(_ event: Disposed, _ entry: Entry) throws {
    try db.run(
      """
      INSERT INTO disposition (task, case_id, written_at, person, role, standing, body)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (task) DO UPDATE SET written_at = excluded.written_at, person = excluded.person,
        role = excluded.role, standing = excluded.standing, body = excluded.body
      """,
      [
        event.task, event.case, entry.at.milliseconds, entry.actor.person.rawValue,
        entry.actor.role.rawValue, entry.actor.standing.rawValue,
        try event.disposition.canonicalJSON(),
      ])
  }

  private func agree(_ event: ParafGiven, _ entry: Entry) throws {
    try db.run(
      """
      INSERT INTO paraf
        (id, case_id, task, step, version, role, person, standing, given_at, signature)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        entry.sequence, event.case, event.task, event.step, event.version,
        entry.actor.role.rawValue, entry.actor.person.rawValue, entry.actor.standing.rawValue,
        entry.at.milliseconds, event.signature,
      ])
    // Who parafs has known the PIN: the next lock is a short one again.
    try db.run(
      "UPDATE pin SET locks = 0 WHERE person = ? AND locks > 0", [entry.actor.person.rawValue])
  }
}
