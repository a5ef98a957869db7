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
  /// SHA-256 over the 32 bytes of the previous hash and the UTF-8 of the ``CanonicalLine``.
  func digest(after previous: Data) -> Data {
    var line = CanonicalLine()
    line.write(
      sequence: sequence, at: at, person: person.utf8, role: role.utf8, standing: standing.utf8,
      type: type.utf8, body: body.utf8)
    return Data(HashChain.digest(of: line.bytes, after: previous))
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
