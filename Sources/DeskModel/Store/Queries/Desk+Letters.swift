import Foundation
import GRDB

extension Desk {
  /// A page of all letters, the newest first.
  ///
  /// - Parameter reader: who looks; whoever is not on a secret letter's path sees that there is one, not
  ///   what it says. Nobody is on none.
  public func letters(
    before: LetterID? = nil, limit: Int = 50, for reader: Actor? = nil
  ) throws -> [LetterRow] {
    try store.read { db in
      try NamedQuery.letters.map(
        db, [place(of: reader), before ?? Int64.max, limit], LetterRow.init)
    }
  }

  /// A letter, as a reader may see it.
  public func letter(_ id: LetterID, for reader: Actor? = nil) throws -> LetterRow? {
    try store.read { try letter(id, for: reader, $0) }
  }

  private func letter(_ id: LetterID, for reader: Actor?, _ db: Database) throws -> LetterRow? {
    try NamedQuery.letter.map(db, [place(of: reader), id], LetterRow.init).first
  }

  /// The cases of a letter, oldest first; none for whoever may not read it.
  public func cases(of letter: LetterID, for reader: Actor? = nil) throws -> [CaseID] {
    try store.read {
      try NamedQuery.letterCases.map($0, [letter, place(of: reader)]) { try $0[0] }
    }
  }

  /// A case with all that a letter's screen shows of it; `nil` for whoever may not read its letter.
  public func caseView(_ id: CaseID, for reader: Actor? = nil) throws -> CaseView? {
    try store.read { db in
      guard let state = try loader(db).load(id), state.isReadable(by: posts(of: reader)),
        let letter = try letter(state.letter.id, for: reader, db)
      else { return nil }
      let dispositions = try NamedQuery.dispositions.map(
        db, [id], CaseView.Written<Disposition>.init)
      let choices = try NamedQuery.choices.map(db, [id]) { try ($0[0] as TaskID, $0[1] as String) }
      let answered = try state.letter.replyTo.flatMap { try self.letter($0, for: reader, db) }
      return CaseView(
        state: state, letter: letter, dispositions: dispositions,
        choices: Dictionary(choices) { first, _ in first },
        corrections: try NamedQuery.corrections.map(
          db, [state.letter.id], CaseView.Written.init),
        moves: try NamedQuery.moves.map(db, [id], CaseView.Written.init),
        reason: try NamedQuery.reason.map(db, [id]) { try $0[0] as String? }.first,
        answered: answered,
        replies: try NamedQuery.replies.map(
          db, [place(of: reader), state.letter.id], LetterRow.init))
    }
  }

  /// The case of a task, if there is one and the reader may see it.
  public func caseView(task: TaskID, for reader: Actor? = nil) throws -> CaseView? {
    let id = try store.read { db in
      try NamedQuery.taskCase.map(db, [task]) { try $0[0] as CaseID }.first
    }
    return try id.flatMap { try caseView($0, for: reader) }
  }

  /// Letters that are probably the same paper: same sender, in capitals or not, same number, same
  /// date; none that the reader may not read.
  public func sameLetters(
    sender: String, number: String, date: CalendarDate?, for reader: Actor? = nil
  ) throws -> [LetterRow] {
    try store.read { db in
      try NamedQuery.sameLetter.map(
        db, [place(of: reader), number, sender, date?.description], LetterRow.init)
    }
  }

  /// Senders of ordinary letters whose name begins with a text, in order of the alphabet; upper and lower case count
  /// alike.
  public func senders(beginningWith prefix: String, limit: Int = 8) throws -> [String] {
    try store.read { db in
      try NamedQuery.senders.map(db, [prefix, prefix + "\u{10FFFF}", limit]) { try $0[0] }
    }
  }
}

extension NamedQuery {
  /// What a `LetterRow` is made of.
  static let letterColumns = """
    SELECT l.id, l.kind, l.sender, l.sender_number, l.addressee, l.subject, l.secrecy, l.urgency,
      l.letter_date, l.received_date, l.registered_at, l.registered_by, l.sent_at, l.channel,
      l.archived_at, l.place, l.book, l.period, l.sequence, l.number, l.late, c.id AS case_id, c.status,
      (SELECT written_at FROM correction WHERE id = l.corrected) AS corrected_at,
      (SELECT role FROM task WHERE case_id = c.id AND state = 'open' AND kind = 'step' LIMIT 1)
        AS waits_for, \(hidden) AS hidden
    """
  /// The case that tells where a letter is.
  static let latestCase =
    "LEFT JOIN cases c ON c.id = (SELECT id FROM cases WHERE letter = l.id ORDER BY id DESC LIMIT 1)"

  static let letters = NamedQuery(
    name: "letters",
    sql: """
      \(letterColumns) FROM letter l \(latestCase) WHERE l.id < ? ORDER BY l.id DESC LIMIT ?
      """)

  static let letter = NamedQuery(
    name: "letter", sql: "\(letterColumns) FROM letter l \(latestCase) WHERE l.id = ?")

  static let letterCases = NamedQuery(
    name: "letterCases",
    sql: """
      SELECT c.id FROM cases c JOIN letter l ON l.id = c.letter
      WHERE c.letter = ? AND NOT \(hidden) ORDER BY c.id
      """)

  static let replies = NamedQuery(
    name: "replies",
    sql: """
      \(letterColumns) FROM letter l \(latestCase)
      WHERE json_extract(l.body, '$.replyTo') = ? LIMIT 20
      """)

  static let sameLetter = NamedQuery(
    name: "sameLetter",
    sql: """
      \(letterColumns) FROM letter l \(latestCase)
      WHERE l.sender_number = ? AND l.sender = ? COLLATE NOCASE AND l.letter_date IS ?
        AND l.sender_number IS NOT NULL AND NOT hidden LIMIT 5
      """)

  static let senders = NamedQuery(
    name: "senders",
    sql: "SELECT name FROM sender WHERE name >= ? AND name < ? ORDER BY name LIMIT ?")

  static let corrections = NamedQuery(
    name: "corrections",
    sql: """
      SELECT id, written_at, person, role, standing, body FROM correction WHERE letter = ?
      ORDER BY id
      """)

  static let moves = NamedQuery(
    name: "moves",
    sql: """
      SELECT seq, at, person, role, standing, body FROM event
      WHERE type = 'taskReassigned' AND json_extract(body, '$.case') = ? ORDER BY seq
      """)

  static let taskCase = NamedQuery(
    name: "taskCase", sql: "SELECT case_id FROM task WHERE id = ?")

  static let choices = NamedQuery(
    name: "choices", sql: "SELECT id, choice FROM task WHERE case_id = ? AND choice IS NOT NULL")

  static let reason = NamedQuery(
    name: "reason", sql: "SELECT reason FROM cases WHERE id = ? AND reason IS NOT NULL")

  static let dispositions = NamedQuery(
    name: "dispositions",
    sql: """
      SELECT task, written_at, person, role, standing, body FROM disposition WHERE case_id = ?
      ORDER BY task
      """)
}

extension LetterRow {
  /// A row of `letterColumns`, emptied where it is hidden.
  ///
  /// - Throws: a `DatabaseError` of a damaged file when it holds a word that no desk writes.
  init(_ row: Row) throws {
    func time(_ column: String) throws -> Timestamp? {
      try (row[column] as Int64?).map(Timestamp.init(milliseconds:))
    }
    try self.init(
      id: row[0], kind: row.word(1), number: AgendaNumber(row: row), sender: row[2],
      senderNumber: row[3],
      addressee: row[4], subject: row[5], secrecy: row.word(6), urgency: row.word(7),
      letterDate: (row[8] as String?).flatMap { CalendarDate($0) },
      receivedDate: (row[9] as String?).flatMap { CalendarDate($0) },
      registered: Timestamp(milliseconds: row[10]), registeredBy: PersonID(row[11] as String),
      sent: time("sent_at"), channel: row[13], archived: time("archived_at"), place: row[15],
      caseID: row["case_id"],
      status: (row["status"] as String?) == nil ? nil : row.word("status"),
      waitsFor: (row["waits_for"] as String?).map { RoleID($0) },
      late: (row["late"] as String?).flatMap { CalendarDate($0) },
      corrected: time("corrected_at"))
    if try row["hidden"] { hide() }
  }
}

extension LetterRow {
  /// Leaves what stands in the agenda book beside a covered line.
  private mutating func hide() {
    self = LetterRow(
      id: id, kind: kind, number: number, sender: "", subject: "", secrecy: secrecy,
      urgency: .biasa, letterDate: kind.isIncoming ? nil : letterDate, receivedDate: receivedDate,
      registered: registered, isHidden: true)
  }
}

extension CaseView.Written {
  fileprivate init(_ row: Row) throws {
    try self.init(
      id: row[0], at: Timestamp(milliseconds: row[1]),
      by: Actor(
        person: PersonID(row[2] as String), role: RoleID(row[3] as String), standing: row.word(4)),
      fact: Fact(json: row[5] as String))
  }
}
