import Foundation
import GRDB

/// What the office knows of people's PINs: what the journal says (`pin`), and beside it what the journal must not
/// hold: the secrets (`pin_secret`).
struct PINTable {
  let db: Database

  /// A person's PIN as it stands.
  struct Row {
    /// The seal of the secret in use; `nil` while none is chosen.
    var seal: String?
    /// Locks without a right try between.
    var locks = 0
    var lockedUntil: Timestamp?
    /// Wrong tries since the last right one or lock.
    var wrong = 0
    var secret: PINSecret?
  }

  func row(of person: PersonID) throws -> Row {
    let found = try NamedQuery.pin.map(db, [person.rawValue]) { row in
      let salt: Data? = try row[4]
      return Row(
        seal: try row[0], locks: try row[1] ?? 0,
        lockedUntil: (try row[2] as Int64?).map { Timestamp(milliseconds: $0) },
        wrong: try row[3] ?? 0,
        secret: try salt.map {
          PINSecret(
            salt: $0,
            cost: .init(exponent: try row[5], blockSize: try row[6], parallelism: try row[7]),
            hash: try row[8])
        })
    }
    return found.first ?? Row()
  }

  /// Keeps the secret that an entry of the journal vouches for.
  func keep(_ secret: PINSecret, of person: PersonID) throws {
    try db.run(
      """
      INSERT INTO pin_secret (person, salt, exponent, block_size, parallelism, hash)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (person) DO UPDATE SET salt = excluded.salt, exponent = excluded.exponent,
        block_size = excluded.block_size, parallelism = excluded.parallelism, hash = excluded.hash
      """,
      [
        person.rawValue, secret.salt, secret.cost.exponent, secret.cost.blockSize,
        secret.cost.parallelism, secret.hash,
      ])
  }

  /// The first person whose secret is missing, or not the one that the journal has a seal of.
  func unsealed() throws -> PersonID? {
    let people = try String.fetchAll(
      db,
      sql: """
        SELECT person FROM pin WHERE seal IS NOT NULL UNION SELECT person FROM pin_secret
        ORDER BY person
        """)
    return try people.map(PersonID.init(_:)).first { person in
      let row = try row(of: person)
      return row.seal == nil || row.secret?.seal(of: person) != row.seal
    }
  }
}

extension NamedQuery {
  /// All that is known of a person's PIN; one row, of nothing where nothing is known.
  static let pin = NamedQuery(
    name: "pin",
    sql: """
      SELECT pin.seal, pin.locks, pin.locked_until, pin.wrong, pin_secret.salt,
        pin_secret.exponent, pin_secret.block_size, pin_secret.parallelism, pin_secret.hash
      FROM person LEFT JOIN pin ON pin.person = person.id
        LEFT JOIN pin_secret ON pin_secret.person = person.id
      WHERE person.id = ?
      """)
}
