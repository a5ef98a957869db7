/// How somebody came to the desk, as far as the host and the command line tell.
public struct Arrival: Hashable, Sendable {
  /// The name of the host's user behind the process.
  public var user: String
  /// Whether the process was lent its rights, by setuid: its user has none of the account's own.
  public var isLent: Bool
  /// Whether the process is the account's itself, and nobody's besides: then sshd started it, or somebody who can read
  /// and write the office's files anyway.
  public var isAccount: Bool
  /// The fingerprint of the key that its forced command names: `desk serve --key`.
  public var key: String?
  /// What the command line says, `person[@role]`: `--person`, `--as`.
  public var named: String?

  /// The user as the journal names who changed people, appointments and keys.
  ///
  /// - Throws: `IdentityFault.notAdministrator` for who is only lent the account's rights.
  public func administrator() throws(IdentityFault) -> String {
    guard !isLent else { throw .notAdministrator(user: user) }
    return user
  }

  /// Whether the user has the account's shell as it is, so that an editor, which is a shell, gives nothing that is not
  /// theirs already; in a practice office everybody has who comes by no key.
  public func hasShell(isPractice: Bool) -> Bool { key == nil && (isAccount || isPractice) }

  /// From where files are taken for the user at an office: whoever has the shell may read any file without Desk.
  public func files(at folder: OfficeFolder) -> FileSource {
    hasShell(isPractice: folder.isPractice) ? .host : .tray(folder.tray)
  }

  /// Tells who is behind a process.
  ///
  /// Where a program is lent the account's rights (setuid), the real user is the one who started it. Behind `sudo` it is
  /// the one who called it; the variable is only believed from the account itself and from root, who could be anybody.
  ///
  /// - Parameters:
  ///   - real: the real user's name and number.
  ///   - effective: the effective user's number.
  init(
    environment: [String: String], real: (name: String, id: UInt32), effective: UInt32,
    key: String? = nil, named: String? = nil
  ) {
    let caller = environment["SUDO_USER"].flatMap { $0.isEmpty ? nil : $0 }
    isLent = real.id != effective
    user = isLent ? real.name : caller ?? real.name
    isAccount = !isLent && caller == nil
    self.key = key
    self.named = named
  }
}

/// Who sits down, and in which chairs.
public struct Seating: Hashable, Sendable {
  /// The person in the chair there is, or that was named; else in the first of several, until one is chosen.
  public var actor: Actor
  /// Whether the person holds several and named none.
  public var isOpen: Bool

  /// Seats somebody.
  public init(actor: Actor, isOpen: Bool) {
    self.actor = actor
    self.isOpen = isOpen
  }

  /// The person.
  public var person: PersonID { actor.person }

  /// The actor for a command line, which cannot ask.
  ///
  /// - Throws: `NameFault.severalChairs`.
  public func only(in office: Office, on day: CalendarDate) throws(NameFault) -> Actor {
    guard isOpen else { return actor }
    throw .severalChairs(person, office.appointments(of: person, on: day).map(\.role))
  }
}

extension Office {
  /// Who sits here.
  ///
  /// In a practice office whoever is named. In a real one a person is who they logged in as: by the key that a forced
  /// command stands beside, else by the host's user; the command line may only choose among that person's chairs.
  ///
  /// - Parameter mapped: whose the key is, or the host's user where none is named; `nil` when nobody's, as a key that
  ///   was withdrawn: sshd may not have been told yet.
  /// - Throws: `IdentityFault`, or `NameFault` when the person holds no such chair on that day.
  public func seating(
    of arrival: Arrival, mapped: PersonID?, isPractice: Bool, on day: CalendarDate
  ) throws -> Seating {
    let parts = arrival.named?.split(separator: "@", maxSplits: 1).map(String.init) ?? []
    let chair = parts.count == 2 ? parts[1] : nil
    if isPractice, arrival.key == nil {
      guard let name = parts.first else { throw IdentityFault.unnamed }
      return try seating(of: self.person(called: name).id, chair: chair, on: day)
    }
    let person = try known(arrival, mapped: mapped)
    guard person.isWorking(on: day) else { throw IdentityFault.retired(person.id) }
    if let name = parts.first {
      let meant = try self.person(called: name)
      guard meant.id == person.id else {
        throw IdentityFault.another(named: meant.id, is: person.id, user: arrival.user)
      }
    }
    return try seating(of: person.id, chair: chair, on: day)
  }

  /// The person that key or user stands for.
  private func known(_ arrival: Arrival, mapped: PersonID?) throws(IdentityFault) -> Person {
    guard arrival.key == nil || arrival.isAccount else { throw .notByKey(user: arrival.user) }
    guard let mapped, let person = person(mapped) else {
      throw arrival.key == nil ? .unmapped(user: arrival.user) : .keyOfNobody
    }
    return person
  }

  private func seating(
    of person: PersonID, chair: String?, on day: CalendarDate
  ) throws(NameFault) -> Seating {
    do {
      return Seating(
        actor: try actor(person, chair: chair, on: day), isOpen: false)
    } catch .severalChairs(let person, let roles) {
      guard let first = appointments(of: person, on: day).first else {
        throw .severalChairs(person, roles)
      }
      return Seating(
        actor: Actor(person: person, role: first.role, standing: first.kind), isOpen: true)
    }
  }
}

/// Why nobody sits down.
public enum IdentityFault: Tellable, Hashable {
  /// Nobody was named in a practice office.
  case unnamed
  /// The host's user is no person of the office.
  case unmapped(user: String)
  /// The command line names somebody else.
  case another(named: PersonID, is: PersonID, user: String)
  /// The forced command was called by a user who did not come by a key.
  case notByKey(user: String)
  /// The key is nobody's, or was withdrawn.
  case keyOfNobody
  /// The person no longer works here.
  case retired(PersonID)
  /// Somebody other than the office's account wants to administer it.
  case notAdministrator(user: String)
  /// A key's owner asks for something that is not on the list.
  case notServed(String)

  /// The sentence for a person.
  public var message: Message {
    switch self {
    case .unnamed: Message("cli.person-unnamed")
    case .unmapped(let user): Message("identity.unmapped", ["user": TextRules.quoted(user)])
    case .another(let named, let person, let user):
      Message(
        "identity.another",
        [
          "named": named.rawValue, "person": person.rawValue, "user": TextRules.quoted(user),
        ])
    case .notByKey(let user): Message("identity.not-by-key", ["user": TextRules.quoted(user)])
    case .keyOfNobody: Message("identity.key-of-nobody")
    case .retired(let person): Message("identity.retired", ["person": person.rawValue])
    case .notAdministrator(let user):
      Message("identity.not-administrator", ["user": TextRules.quoted(user)])
    case .notServed(let text): Message("identity.not-served", ["text": TextRules.quoted(text)])
    }
  }
}
