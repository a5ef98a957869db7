import Foundation
import GRDB

extension Projection {
  /// Changes what belongs to a book and to no letter: its reserved numbers, its closed pages, the office's key.
  func applyToAgenda(_ entry: Entry) throws {
    switch entry.event {
    case .officeKeyed(let event):
      try db.run(
        "INSERT INTO office_key (event, public_key) VALUES (?, ?)",
        [entry.sequence, event.publicKey])
    case .numbersReserved(let event): try reserve(event, entry)
    case .numberVoided(let event):
      try db.run(
        """
        UPDATE reserved_number SET voided_at = ?, voided_by = ?, void_reason = ?
        WHERE book = ? AND period = ? AND sequence = ?
        """,
        [
          entry.at.milliseconds, entry.actor.person.rawValue, event.reason, event.book.rawValue,
          event.period, event.sequence,
        ])
    case .pageClosed(let event):
      try db.run(
        """
        INSERT INTO closed_page (book, date, event, closed_at, closed_by, closed_as, standing, body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          event.book.rawValue, event.date.description, entry.sequence, entry.at.milliseconds,
          entry.actor.person.rawValue, entry.actor.role.rawValue, entry.actor.standing.rawValue,
          try event.canonicalJSON(),
        ])
    default: break
    }
  }

  private func reserve(_ event: NumbersReserved, _ entry: Entry) throws {
    for sequence in event.first..<event.first + event.count {
      try db.run(
        """
        INSERT INTO reserved_number
          (book, period, sequence, page, reserved_at, reserved_by, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [
          event.book.rawValue, event.period, sequence, event.page.description,
          entry.at.milliseconds, entry.actor.person.rawValue, event.reason,
        ])
    }
  }

  /// Notes that a letter took a number that was set aside, if it was.
  func useReserved(_ event: NumberTaken) throws {
    try db.run(
      "UPDATE reserved_number SET letter = ? WHERE book = ? AND period = ? AND sequence = ?",
      [event.letter, event.number.book.rawValue, event.number.period, event.number.sequence])
  }
}
