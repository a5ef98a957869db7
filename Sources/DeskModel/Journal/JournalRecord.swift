import Crypto
public import Foundation

/// A line of the journal as it is stored: an entry, and the hash that ties it to the one before.
public struct JournalRecord: Hashable, Sendable {
  /// The place in the journal, from 1, without gaps.
  public var sequence: Int64
  /// When, in milliseconds since 1970 UTC.
  public var at: Int64
  /// By whom.
  public var person: String
  /// As what.
  public var role: String
  /// How the role was held: definitive, plt or plh.
  public var standing: String
  /// The event's name.
  public var type: String
  /// The event's facts, canonical JSON.
  public var body: String
  /// SHA-256 over the hash before and the canonical line, 32 bytes.
  public var hash: Data

  /// The hash that the first record is chained to: 32 zero bytes.
  public static let origin = Data(count: 32)

  /// Chains an entry to the record before it.
  ///
  /// - Throws: `EncodingError` when the event cannot be written as JSON.
  init(_ entry: Entry, after previous: Data) throws {
    sequence = entry.sequence
    at = entry.at.milliseconds
    person = entry.actor.person.rawValue
    role = entry.actor.role.rawValue
    standing = entry.actor.standing.rawValue
    type = entry.event.name.rawValue
    body = try entry.event.body()
    hash = Data()
    hash = digest(after: previous)
  }

  /// Takes a record as it is stored, hash and all.
  init(
    sequence: Int64, at: Int64, person: String, role: String, standing: String, type: String,
    body: String, hash: Data
  ) {
    self.sequence = sequence
    self.at = at
    self.person = person
    self.role = role
    self.standing = standing
    self.type = type
    self.body = body
    self.hash = hash
  }

  /// The hash this record must have when it follows another.
  ///
  /// SHA-256 over the 32 bytes of the previous hash and the UTF-8 of the canonical line: an object with the
  /// sorted keys `at`, `body`, `person`, `role`, `seq`, `standing`, `type`.
  func digest(after previous: Data) -> Data {
    var sha = SHA256()
    sha.update(data: previous)
    sha.update(data: Data(canonical.utf8))
    return Data(sha.finalize())
  }

  /// The line that is hashed. `body` is canonical JSON already; the other texts are quoted here.
  private var canonical: String {
    "{\"at\":\(at),\"body\":\(body),\"person\":\(person.quotedJSON),\"role\":\(role.quotedJSON),"
      + "\"seq\":\(sequence),\"standing\":\(standing.quotedJSON),\"type\":\(type.quotedJSON)}"
  }

  /// The entry that this record tells.
  ///
  /// - Throws: `JournalFault.unreadable`.
  func entry() throws -> Entry {
    guard let name = Event.Name(rawValue: type),
      let standing = Appointment.Kind(rawValue: standing),
      let event = try? Event(name: name, body: body)
    else { throw JournalFault.unreadable(sequence: sequence) }
    return Entry(
      sequence: sequence, at: Timestamp(milliseconds: at),
      actor: Actor(person: PersonID(person), role: RoleID(role), standing: standing), event: event)
  }
}

/// What is wrong with a journal, at the first place where it shows.
public enum JournalFault: Tellable, Equatable {
  /// A record is missing or out of order.
  case gap(expected: Int64, found: Int64)
  /// A record was changed, or put in, or the one before it was.
  case broken(sequence: Int64)
  /// A record's body cannot be read.
  case unreadable(sequence: Int64)
  /// A table does not hold what the journal says.
  case differs(table: String)
  /// A file that a letter names by its hash is gone or has other bytes.
  case attachment(letter: LetterID, name: String)

  /// The sentence for a person.
  public var message: Message {
    switch self {
    case .gap(let expected, let found):
      Message("journal.gap", ["expected": "\(expected)", "found": "\(found)"])
    case .broken(let sequence): Message("journal.broken", ["sequence": "\(sequence)"])
    case .unreadable(let sequence): Message("journal.unreadable", ["sequence": "\(sequence)"])
    case .differs(let table): Message("journal.differs", ["table": table])
    case .attachment(let letter, let name):
      Message("journal.attachment", ["letter": "\(letter)", "file": TextRules.quoted(name)])
    }
  }
}
