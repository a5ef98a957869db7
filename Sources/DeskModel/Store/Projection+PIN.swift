import GRDB

// What the journal says of PINs; the secrets themselves are not made from it.
extension Projection {
  /// Changes a person's PIN by one entry.
  func applyToPIN(_ entry: Entry) throws {
    switch entry.event {
    case .pinChosen(let event):
      try db.run(
        """
        INSERT INTO pin (person, seal) VALUES (?, ?)
        ON CONFLICT (person) DO UPDATE SET seal = excluded.seal, locks = 0, locked_until = NULL
        """,
        [entry.actor.person.rawValue, event.seal])
    case .pinLocked(let event):
      try db.run(
        """
        INSERT INTO pin (person, locks, locked_until) VALUES (?, 1, ?)
        ON CONFLICT (person) DO UPDATE SET locks = locks + 1, locked_until = excluded.locked_until
        """,
        [entry.actor.person.rawValue, event.until.milliseconds])
    case .pinReset(let event):
      try db.run(
        "UPDATE pin SET seal = NULL, locks = 0, locked_until = NULL WHERE person = ?",
        [event.person.rawValue])
      for table in ["pin_secret", "pin_try"] {
        try db.run("DELETE FROM \(table) WHERE person = ?", [event.person.rawValue])
      }
    default: break
    }
  }
}
