// Finding roles and people by what people type: an identifier, an abbreviation, some words.

extension Office {
  /// The role that a text names: `kepala-bidang@rehabilitasi-sosial`, `Kabid Rehsos`, `kabid reh`.
  ///
  /// Each word must begin a word of the role's identifier, name or abbreviation; a role that has all of
  /// them as whole words goes before one that only begins with them.
  ///
  /// - Throws: `NameFault.unknownRole`, or `.severalRoles` with the candidates.
  public func role(called text: String) throws(NameFault) -> Role {
    try Self.role(called: text, among: roles)
  }

  /// The person that a text names: an identifier, an NIP, or words of the name.
  ///
  /// - Throws: `NameFault.unknownPerson`, or `.severalPeople` with the candidates.
  public func person(called text: String) throws(NameFault) -> Person {
    if let exact = person(PersonID(text)) { return exact }
    if let number = try? NIP(text), let holder = people.first(where: { $0.nip == number }) {
      return holder
    }
    let typed = Self.words(text)
    let found = people.filter { person in
      let words = Self.words(person.name).union(Self.words(person.id.rawValue))
      return typed.allSatisfy { word in words.contains { $0.hasPrefix(word) } }
    }
    guard !typed.isEmpty, let first = found.first else {
      throw .unknownPerson(
        text, near: Spelling.nearest(to: text.lowercased(), in: people.map(\.id.rawValue)))
    }
    guard found.count == 1 else { throw .severalPeople(text, found.map(\.id)) }
    return first
  }

  /// Who acts by a text `person` or `person@role`; the role may be left out by who holds only one.
  ///
  /// - Throws: `NameFault` when person or role is not found, or the role is not the person's on that day.
  public func actor(called text: String, on date: CalendarDate) throws(NameFault) -> Actor {
    let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
    let person = try person(called: parts.first ?? "")
    return try actor(person.id, chair: parts.count == 2 ? parts[1] : nil, on: date)
  }

  /// Who acts as a person in the chair that a text names; it may be left out by who holds only one.
  ///
  /// - Throws: `NameFault` when the role is not found, or is not the person's on that day.
  public func actor(
    _ person: PersonID, chair text: String?, on date: CalendarDate
  ) throws(NameFault) -> Actor {
    let held = appointments(of: person, on: date)
    guard !held.isEmpty else { throw .withoutRole(person) }
    guard let text else {
      guard held.count == 1 else { throw .severalChairs(person, held.map(\.role)) }
      return Actor(person: person, role: held[0].role, standing: held[0].kind)
    }
    // What is said of the person's own roles comes first: `kabid` is enough for who is one once.
    let own = try? Self.role(called: text, among: held.compactMap { role($0.role) })
    let chosen = if let own { own } else { try role(called: text) }
    guard let appointment = held.first(where: { $0.role == chosen.id }) else {
      throw .notHeld(person, chosen.id, held: held.map(\.role))
    }
    return Actor(person: person, role: chosen.id, standing: appointment.kind)
  }

  private static func role(called text: String, among roles: [Role]) throws(NameFault) -> Role {
    if let exact = roles.first(where: { $0.id.rawValue == text }) { return exact }
    let typed = Self.words(text)
    let whole = text.lowercased()
    let named = roles.filter { $0.short.lowercased() == whole || $0.name.lowercased() == whole }
    let words = roles.filter { Self.words(of: $0).isSuperset(of: typed) }
    let begun = roles.filter { Self.words(of: $0, beginWith: typed) }
    guard !typed.isEmpty, !begun.isEmpty else {
      throw .unknownRole(text, near: Spelling.nearest(to: whole, in: roles.map(\.id.rawValue)))
    }
    for candidates in [named, words, begun] where candidates.count == 1 { return candidates[0] }
    throw .severalRoles(text, (words.isEmpty ? begun : words).map(\.id))
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }

  private static func words(of role: Role) -> Set<String> {
    words(role.id.rawValue).union(words(role.name)).union(words(role.short))
  }

  private static func words(of role: Role, beginWith typed: Set<String>) -> Bool {
    let words = words(of: role)
    return typed.allSatisfy { word in words.contains { $0.hasPrefix(word) } }
  }
}

/// Why a text names nobody, or too many.
public enum NameFault: Tellable, Hashable {
  /// No role is called so.
  case unknownRole(String, near: String?)
  /// Several roles are.
  case severalRoles(String, [RoleID])
  /// Nobody is called so.
  case unknownPerson(String, near: String?)
  /// Several people are.
  case severalPeople(String, [PersonID])
  /// The person holds no role on the day.
  case withoutRole(PersonID)
  /// The person holds several roles: one must be named.
  case severalChairs(PersonID, [RoleID])
  /// The person does not hold the role on the day.
  case notHeld(PersonID, RoleID, held: [RoleID])

  /// The sentence for a person.
  public var message: Message {
    switch self {
    case .unknownRole(let text, let near): Self.unknown("role", text, near)
    case .unknownPerson(let text, let near): Self.unknown("person", text, near)
    case .severalRoles(let text, let roles): Self.several("role", text, roles.map(\.rawValue))
    case .severalPeople(let text, let people):
      Self.several("person", text, people.map(\.rawValue))
    case .withoutRole(let person): Message("name.without-role", ["person": person.rawValue])
    case .severalChairs(let person, let roles):
      Message(
        "name.several-chairs",
        ["person": person.rawValue, "list": roles.map(\.rawValue).joined(separator: ", ")])
    case .notHeld(let person, let role, let held):
      Message(
        "name.not-held",
        [
          "person": person.rawValue, "role": role.rawValue,
          "list": held.map(\.rawValue).joined(separator: ", "),
        ])
    }
  }

  private static func unknown(_ what: String, _ text: String, _ near: String?) -> Message {
    let quoted = TextRules.quoted(text)
    guard let near else { return Message("name.unknown-\(what)", ["text": quoted]) }
    return Message("name.unknown-\(what)-near", ["text": quoted, "near": near])
  }

  private static func several(_ what: String, _ text: String, _ found: [String]) -> Message {
    let shown = found.prefix(6).joined(separator: ", ") + (found.count > 6 ? ", …" : "")
    return Message("name.several-\(what)", ["text": TextRules.quoted(text), "list": shown])
  }
}
