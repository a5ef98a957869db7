/// Why a change of people, appointments or keys was not made; nothing was written.
public enum AdministrationFault: Tellable, Hashable {
  /// Somebody has the identifier already.
  case personExists(PersonID)
  /// It cannot be an identifier.
  case badIdentifier(String)
  /// A name or decree is empty, too long, or has characters that no text should have.
  case badText(limit: Int)
  /// Nobody has the identifier.
  case unknownPerson(PersonID)
  /// The office has no such role.
  case unknownRole(RoleID)
  /// Another person has the number.
  case numberTaken(NIP, by: PersonID)
  /// The person no longer works here on that day.
  case retired(PersonID, from: CalendarDate)
  /// The person works here.
  case notRetired(PersonID)
  /// All is as asked for already.
  case nothingChanged
  /// An acting holder needs the number of the decree.
  case decreeMissing
  /// A daily holder needs a last day.
  case endMissing
  /// The last day comes before the first, or is over already.
  case badEnd(earliest: CalendarDate)
  /// The person holds the role on some of the days.
  case alreadyHeld(PersonID, RoleID)
  /// Somebody else holds the role for good on some of the days.
  case occupied(RoleID, by: PersonID)
  /// The person holds no such role.
  case notHeld(PersonID, RoleID)
  /// Nobody holds the role, so that there is nobody whose queue could be lent.
  case vacant(RoleID)
  /// The person is lent nothing of the role.
  case notLent(PersonID, RoleID)
  /// No user of a host is called so.
  case badUser(String)
  /// The user is somebody's.
  case userTaken(String, by: PersonID)
  /// The user is nobody's.
  case unknownUser(String)
  /// The key is somebody's.
  case keyTaken(by: PersonID)
  /// The key is nobody's.
  case unknownKey
  /// The calendar is of another time zone: every day that is written down is a day of the office's own.
  case zoneFixed(OfficeZone)

  /// The sentence for a person.
  public var message: Message {
    switch self {
    case .personExists(let person): Self.about("exists", person)
    case .badIdentifier(let text): Message("admin.bad-id", ["text": TextRules.quoted(text)])
    case .badText(let limit): Message("admin.bad-text", ["limit": "\(limit)"])
    case .unknownPerson(let person):
      Message("name.unknown-person", ["text": TextRules.quoted(person.rawValue)])
    case .unknownRole(let role):
      Message("name.unknown-role", ["text": TextRules.quoted(role.rawValue)])
    case .numberTaken(let number, let person):
      Message("admin.nip-taken", ["nip": number.description, "person": person.rawValue])
    case .retired(let person, let date):
      Message("admin.retired", ["person": person.rawValue, "date": date.dayFirst])
    case .notRetired(let person): Self.about("not-retired", person)
    case .nothingChanged: Message("cli.task.unchanged")
    case .decreeMissing: Message("admin.decree-missing")
    case .endMissing: Message("admin.end-missing")
    case .badEnd(let date): Message("admin.bad-end", ["date": date.dayFirst])
    case .alreadyHeld(let person, let role): Self.about("already-held", person, role)
    case .occupied(let role, let person): Self.about("occupied", person, role)
    case .notHeld(let person, let role): Self.about("not-held", person, role)
    case .vacant(let role): Message("admin.vacant", ["role": role.rawValue])
    case .notLent(let person, let role): Self.about("not-lent", person, role)
    case .badUser(let user): Message("admin.bad-user", ["user": TextRules.quoted(user)])
    case .userTaken(let user, let person):
      Message("admin.user-taken", ["user": user, "person": person.rawValue])
    case .unknownUser(let user): Message("admin.unknown-user", ["user": TextRules.quoted(user)])
    case .keyTaken(let person): Self.about("key-taken", person)
    case .unknownKey: Message("admin.unknown-key")
    case .zoneFixed(let zone): Message("admin.zone-fixed", ["zone": zone.rawValue])
    }
  }

  private static func about(_ key: String, _ person: PersonID, _ role: RoleID? = nil) -> Message {
    Message("admin.\(key)", ["person": person.rawValue, "role": role?.rawValue ?? ""])
  }
}
