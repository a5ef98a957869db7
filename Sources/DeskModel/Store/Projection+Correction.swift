import Foundation
import GRDB

extension Projection {
  /// Puts a letter's row right, with what hangs on it: who may read it, the senders' names, when its tasks are due.
  func correct(_ event: LetterCorrected, _ entry: Entry) throws {
    try db.run(
      """
      INSERT INTO correction (id, letter, written_at, person, role, standing, body)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        entry.sequence, event.letter, entry.at.milliseconds, entry.actor.person.rawValue,
        entry.actor.role.rawValue, entry.actor.standing.rawValue,
        try event.canonicalJSON(),
      ])
    // The reference of the row above has refused a letter that there is not.
    guard var letter = try letter(event.letter) else { return }
    let before = letter
    letter.apply(event.changes)
    try db.run(
      """
      UPDATE letter SET secrecy = ?, urgency = ?, sender = ?, sender_number = ?, letter_date = ?,
        received_date = ?, subject = ?, body = ?, classification = ?, corrected = ?
      WHERE id = ?
      """,
      [
        letter.secrecy.rawValue, letter.urgency.rawValue, letter.sender, letter.senderNumber,
        letter.letterDate?.description, letter.receivedDate?.description, letter.subject,
        try letter.canonicalJSON(),
        try letter.classification.map { try $0.canonicalJSON() }, entry.sequence, letter.id,
      ])
    if !letter.secrecy.isSecret {
      try db.run("DELETE FROM letter_reader WHERE letter = ?", [letter.id])
    }
    try uncount(senderOf: before)
    try count(senderOf: letter, letter.id)
    for late in event.due {
      try db.run(
        "UPDATE task SET due_at = ? WHERE id = ?",
        [late.due?.milliseconds ?? Self.neverDue, late.task])
    }
  }

  /// A letter from outside as it stands.
  private func letter(_ id: LetterID) throws -> Letter? {
    try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT id AS letter, body, letter_date, classification FROM letter WHERE id = ?"),
      arguments: [id]
    ).map(Letter.init(row:))
  }

  // MARK: - The names that are offered

  /// Counts a letter to its sender's name, where that may be told to all.
  func count(senderOf letter: Letter, _ id: LetterID) throws {
    guard letter.kind.isIncoming, !letter.secrecy.isSecret else { return }
    try db.run(
      """
      INSERT INTO sender (name, letters, last_letter) VALUES (?, 1, ?)
      ON CONFLICT (name) DO UPDATE SET letters = letters + 1,
        last_letter = max(last_letter, excluded.last_letter)
      """,
      [letter.sender, id])
  }

  /// Takes a letter from its sender's name; one without any more is not offered.
  private func uncount(senderOf letter: Letter) throws {
    guard letter.kind.isIncoming, !letter.secrecy.isSecret else { return }
    try db.run("UPDATE sender SET letters = letters - 1 WHERE name = ?", [letter.sender])
    try db.run("DELETE FROM sender WHERE name = ? AND letters = 0", [letter.sender])
  }
}
