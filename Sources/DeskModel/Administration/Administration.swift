/// The rules of changing the office itself: who works there, who holds what, who gets in how.
///
/// Pure, like those of the flow: the same state and action give the same entries.
public enum Administration {
  /// The most characters a name may have.
  public static let longestName = 200
  /// The most characters the number of a decree may have.
  public static let longestDecree = 100
  /// The most characters the reason of a loan may have.
  public static let longestReason = 200

  /// Decides what a change brings about.
  ///
  /// - Parameters:
  ///   - actor: the administrator of the office's account; see `Actor.administrator(_:)`.
  ///   - sequence: the sequence number that the next entry gets.
  /// - Returns: the entries to append to the journal, in order.
  /// - Throws: `AdministrationFault`; then nothing is to be written.
  public static func decide(
    _ action: AdministrationAction, on state: AdministrationState, by actor: Actor,
    at now: Timestamp, sequence: Int64
  ) throws(AdministrationFault) -> [Entry] {
    let rules = AdministrationRules(state: state, today: state.office.calendar.date(of: now))
    return try rules.events(of: action).enumerated().map { index, event in
      Entry(sequence: sequence + Int64(index), at: now, actor: actor, event: event)
    }
  }
}

/// The rules, with what they look at.
private struct AdministrationRules {
  let state: AdministrationState
  let today: CalendarDate

  private var office: Office { state.office }

  func events(of action: AdministrationAction) throws(AdministrationFault) -> [Event] {
    switch action {
    case .addPerson(let person): [.personAdded(try new(person))]
    case .changePerson(let id, let name, let nip, let mail):
      [.personChanged(try changed(id, name, nip, mail))]
    case .retirePerson(let id, let date): try retire(id, from: date)
    case .reinstatePerson(let id): [.personReinstated(try reinstated(id))]
    case .appoint(let appointment): [.appointmentMade(try made(appointment))]
    case .dismiss(let id, let role, let date): try dismiss(id, role, date)
    case .lend(let loan): [.appointmentMade(try lent(loan))]
    case .takeBack(let id, let role): try takenBack(id, role)
    case .mapUser(let user, let id): [.userMapped(try map(user, id))]
    case .unmapUser(let user): [.userUnmapped(try unmap(user))]
    case .addKey(let key, let id): [.keyAdded(try add(key, id))]
    case .removeKey(let key): [.keyRemoved(try remove(key))]
    case .resetPIN(let id): [.pinReset(PINReset(person: try person(id).id))]
    case .setCalendar(let calendar): [.calendarChanged(try changed(calendar))]
    }
  }

  // MARK: People

  private func new(_ person: Person) throws(AdministrationFault) -> Person {
    guard office.person(person.id) == nil else { throw .personExists(person.id) }
    let id = person.id.rawValue
    guard id.utf8.count <= 48, id[...].isSlug else { throw .badIdentifier(id) }
    try requireFree(person.nip, for: person.id)
    return Person(
      id: person.id, name: try line(person.name, Administration.longestName), nip: person.nip,
      mail: person.mail)
  }

  private func changed(
    _ id: PersonID, _ name: String?, _ nip: NIP?, _ mail: MailAddress?
  ) throws(AdministrationFault) -> Person {
    let before = try person(id)
    var person = before
    if let name { person.name = try line(name, Administration.longestName) }
    if let nip { person.nip = nip }
    if let mail { person.mail = mail }
    try requireFree(nip, for: id)
    guard person != before else { throw .nothingChanged }
    return person
  }

  private func retire(
    _ id: PersonID, from date: CalendarDate
  ) throws(AdministrationFault) -> [Event] {
    let person = try person(id)
    if let retired = person.retired { throw .retired(id, from: retired) }
    guard date >= today else { throw .badEnd(earliest: today) }
    let last = date.adding(days: -1)
    let held = office.appointments.filter { $0.person == id && $0.until ?? .latest > last }
    // Who leaves on a later day comes in until then; from that day on nobody sits down by what they were given.
    let isGone = date <= today
    let users = isGone ? state.users.filter { $0.value == id }.keys.sorted() : []
    let keys =
      isGone ? state.keys.filter { $0.value == id }.keys.sorted { $0.text < $1.text } : []
    return held.map { .appointmentEnded(Self.ended($0, last)) }
      + users.map { .userUnmapped(UserMapped(user: $0, person: id)) }
      + keys.map { .keyRemoved(KeyHeld(key: $0, person: id)) }
      + [.personRetired(PersonRetired(person: id, from: date))]
  }

  private func reinstated(_ id: PersonID) throws(AdministrationFault) -> PersonReinstated {
    guard try person(id).retired != nil else { throw .notRetired(id) }
    return PersonReinstated(person: id)
  }

  // MARK: Appointments

  private func made(_ appointment: Appointment) throws(AdministrationFault) -> Appointment {
    var appointment = appointment
    let person = try person(appointment.person)
    guard let role = office.role(appointment.role) else { throw .unknownRole(appointment.role) }
    if let retired = person.retired, retired <= appointment.until ?? .latest {
      throw .retired(person.id, from: retired)
    }
    let earliest = max(appointment.from, today)
    if let until = appointment.until, until < earliest { throw .badEnd(earliest: earliest) }
    if let decree = appointment.decree, !decree.isEmpty {
      appointment.decree = try line(decree, Administration.longestDecree)
    } else {
      appointment.decree = nil
    }
    // A mandate is shown with its order, and a daily one ends with the absence it bridges.
    if [.plt, .plh].contains(appointment.kind), appointment.decree == nil { throw .decreeMissing }
    if appointment.kind == .plh, appointment.until == nil { throw .endMissing }
    let meanwhile = office.appointments.filter {
      $0.role == role.id && Self.overlap($0, appointment)
    }
    if meanwhile.contains(where: { $0.person == person.id }) {
      throw .alreadyHeld(person.id, role.id)
    }
    if appointment.kind == .definitive, office.hasDuty(.heads, role.id),
      let other = meanwhile.first(where: { $0.kind == .definitive })
    {
      throw .occupied(role.id, by: other.person)
    }
    return appointment
  }

  private func dismiss(
    _ id: PersonID, _ role: RoleID, _ last: CalendarDate
  ) throws(AdministrationFault) -> [Event] {
    _ = try person(id)
    guard office.role(role) != nil else { throw .unknownRole(role) }
    // Who held what on days that are over is not written anew; yesterday ends it at once.
    let yesterday = today.adding(days: -1)
    guard last >= yesterday else { throw .badEnd(earliest: yesterday) }
    let held = office.appointments.filter {
      $0.person == id && $0.role == role && $0.until ?? .latest >= today
    }
    guard !held.isEmpty else { throw .notHeld(id, role) }
    let longer = held.filter { $0.until ?? .latest > last }
    guard !longer.isEmpty else { throw .nothingChanged }
    return longer.map { .appointmentEnded(Self.ended($0, last)) }
  }

  // MARK: Lent queues

  private func lent(_ loan: QueueLoan) throws(AdministrationFault) -> Appointment {
    var loan = loan
    loan.reason = try line(loan.reason, Administration.longestReason)
    let holds = office.appointments.contains {
      $0.person == loan.lender && $0.role == loan.role && $0.kind != .lent
        && $0.from <= loan.from && $0.until ?? .latest >= loan.until
    }
    guard holds else { throw .notHeld(loan.lender, loan.role) }
    return try made(Appointment(loan))
  }

  private func takenBack(
    _ id: PersonID, _ role: RoleID
  ) throws(AdministrationFault) -> [Event] {
    let lent = office.loans(of: role, on: today).filter { $0.person == id }
    guard !lent.isEmpty else { throw .notLent(id, role) }
    return lent.map { .appointmentEnded(Self.ended($0, today.adding(days: -1))) }
  }

  private static func ended(_ appointment: Appointment, _ last: CalendarDate) -> AppointmentEnded {
    AppointmentEnded(
      person: appointment.person, role: appointment.role, from: appointment.from, until: last)
  }

  private static func overlap(_ a: Appointment, _ b: Appointment) -> Bool {
    max(a.from, b.from) <= min(a.until ?? .latest, b.until ?? .latest)
  }

  // MARK: Ways in

  private func map(_ user: String, _ id: PersonID) throws(AdministrationFault) -> UserMapped {
    try requireWorking(id)
    let isName =
      (1...64).contains(user.utf8.count) && user.first != "-"
      && user.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: ":") }
    guard isName else { throw .badUser(user) }
    if let other = state.users[user] {
      throw other == id ? .nothingChanged : .userTaken(user, by: other)
    }
    return UserMapped(user: user, person: id)
  }

  private func unmap(_ user: String) throws(AdministrationFault) -> UserMapped {
    guard let person = state.users[user] else { throw .unknownUser(user) }
    return UserMapped(user: user, person: person)
  }

  private func add(_ key: PublicKey, _ id: PersonID) throws(AdministrationFault) -> KeyHeld {
    try requireWorking(id)
    if let other = state.keys[key] { throw other == id ? .nothingChanged : .keyTaken(by: other) }
    return KeyHeld(key: key, person: id)
  }

  private func remove(_ key: PublicKey) throws(AdministrationFault) -> KeyHeld {
    guard let person = state.keys[key] else { throw .unknownKey }
    return KeyHeld(key: key, person: person)
  }

  // MARK: Calendar

  private func changed(_ calendar: WorkingCalendar) throws(AdministrationFault) -> WorkingCalendar {
    guard calendar.zone == office.calendar.zone else { throw .zoneFixed(office.calendar.zone) }
    guard calendar != office.calendar else { throw .nothingChanged }
    return calendar
  }

  // MARK: What several ask

  private func person(_ id: PersonID) throws(AdministrationFault) -> Person {
    guard let person = office.person(id) else { throw .unknownPerson(id) }
    return person
  }

  private func requireWorking(_ id: PersonID) throws(AdministrationFault) {
    let person = try person(id)
    guard let retired = person.retired, !person.isWorking(on: today) else { return }
    throw .retired(id, from: retired)
  }

  private func requireFree(_ nip: NIP?, for id: PersonID) throws(AdministrationFault) {
    guard let nip, let other = office.people.first(where: { $0.nip == nip && $0.id != id }) else {
      return
    }
    throw .numberTaken(nip, by: other.id)
  }

  private func line(_ text: String, _ limit: Int) throws(AdministrationFault) -> String {
    guard text.utf8.count <= limit * 16, let line = TextRules.line(text), !line.isEmpty,
      line.count <= limit
    else { throw .badText(limit: limit) }
    return line
  }
}
