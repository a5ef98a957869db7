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
        ON CONFLICT (person) DO UPDATE SET seal = excluded.seal, wrong = 0, locks = 0, locked_until = NULL
        """,
        [entry.actor.person.rawValue, event.seal])
    case .pinTried(let event) where event.right:
      try db.run("UPDATE pin SET wrong = 0 WHERE person = ?", [entry.actor.person.rawValue])
    case .pinTried:
      try db.run(
        """
        INSERT INTO pin (person, wrong) VALUES (?, 1)
        ON CONFLICT (person) DO UPDATE SET wrong = wrong + 1
        """,
        [entry.actor.person.rawValue])
    case .pinLocked(let event):
      try db.run(
        """
        INSERT INTO pin (person, locks, locked_until) VALUES (?, 1, ?)
        ON CONFLICT (person) DO UPDATE SET wrong = 0, locks = locks + 1,
          locked_until = excluded.locked_until
        """,
        [entry.actor.person.rawValue, event.until.milliseconds])
    case .pinReset(let event):
      try db.run(
        "UPDATE pin SET seal = NULL, wrong = 0, locks = 0, locked_until = NULL WHERE person = ?",
        [event.person.rawValue])
      try db.run("DELETE FROM pin_secret WHERE person = ?", [event.person.rawValue])
    default: break
    }
  }
}
