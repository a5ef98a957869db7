import GRDB

extension Desk {
  /// Changes people, appointments, the ways in or the calendar, or says why not.
  ///
  /// - Parameter user: the name of the host's user who does it.
  /// - Throws: `AdministrationFault` when the rules say no, `StoreError` when the file does; nothing is written then.
  public func administer(_ action: AdministrationAction, by user: String) throws {
    try writing { db, journal, head in
      let state = AdministrationState(
        office: office, users: try users(db), keys: try keys(db))
      let entries = try Administration.decide(
        action, on: state, by: .administrator(user), at: moment(after: head),
        sequence: head.sequence + 1)
      try journal.append(entries, after: head)
    }
    _ = try refreshOffice()
  }

  /// Whose a user of the host is.
  public func person(ofUser user: String) throws -> PersonID? {
    try store.read { db in
      try NamedQuery.userPerson.map(db, [user]) { PersonID(try $0[0] as String) }.first
    }
  }

  /// Whose a key is, by its fingerprint.
  public func person(ofKey fingerprint: String) throws -> PersonID? {
    try keys().first { $0.key.fingerprint == fingerprint }?.value
  }

  /// The host's users that are somebody's.
  public func users() throws -> [String: PersonID] { try store.read { try users($0) } }

  /// The keys by which people are let in.
  public func keys() throws -> [PublicKey: PersonID] { try store.read { try keys($0) } }

  private func users(_ db: Database) throws -> [String: PersonID] {
    let rows = try Row.fetchAll(db, sql: "SELECT user, person FROM host_user")
    let users = try rows.map { (try $0[0] as String, PersonID(try $0[1] as String)) }
    return Dictionary(users) { first, _ in first }
  }

  private func keys(_ db: Database) throws -> [PublicKey: PersonID] {
    let rows = try Row.fetchAll(db, sql: "SELECT line, person FROM ssh_key")
    let keys = try rows.map { row in
      guard let key = try? PublicKey(try row[0] as String) else {
        throw DatabaseError(damaged: "ssh_key")
      }
      return (key, PersonID(try row[1] as String))
    }
    return Dictionary(keys) { first, _ in first }
  }
}

extension NamedQuery {
  static let userPerson = NamedQuery(
    name: "userPerson", sql: "SELECT person FROM host_user WHERE user = ?")
}
