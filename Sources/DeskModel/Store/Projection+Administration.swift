import GRDB

// Changes of the office itself. Each moves `office.version`, by which open desks learn of it.
extension Projection {
  /// Changes people, appointments, ways in or the calendar by an entry.
  func applyToOffice(_ entry: Entry) throws {
    switch entry.event {
    case .personAdded(let person): try write(person)
    case .personChanged(let person):
      try db.run(
        "UPDATE person SET name = ?, nip = ?, mail = ? WHERE id = ?",
        [person.name, person.nip?.digits, person.mail?.text, person.id.rawValue])
    case .personRetired(let event):
      try db.run(
        "UPDATE person SET retired = ? WHERE id = ?",
        [event.from.description, event.person.rawValue])
    case .personReinstated(let event):
      try db.run("UPDATE person SET retired = NULL WHERE id = ?", [event.person.rawValue])
    case .calendarChanged(let calendar):
      try db.run("DELETE FROM working_hours", [])
      try db.run("DELETE FROM holiday", [])
      try write(calendar)
    case .appointmentMade(let appointment): try write(appointment)
    case .appointmentEnded(let event):
      try db.run(
        """
        UPDATE appointment SET ends = ?1
        WHERE person = ?2 AND role = ?3 AND starts = ?4 AND (ends IS NULL OR ends > ?1)
        """,
        [
          event.until.description, event.person.rawValue, event.role.rawValue,
          event.from.description,
        ])
    case .userMapped(let event):
      try db.run(
        "INSERT INTO host_user (user, person) VALUES (?, ?)", [event.user, event.person.rawValue])
    case .userUnmapped(let event):
      try db.run("DELETE FROM host_user WHERE user = ?", [event.user])
    case .keyAdded(let event):
      try db.run(
        "INSERT INTO ssh_key (line, person) VALUES (?, ?)",
        [event.key.text, event.person.rawValue])
    case .keyRemoved(let event):
      try db.run("DELETE FROM ssh_key WHERE line = ?", [event.key.text])
    default: return
    }
    try db.run("UPDATE office SET version = ?", [entry.sequence])
  }
}
