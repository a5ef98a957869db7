import ArgumentParser
import DeskModel

/// `desk person`: who works at the office, who holds what, and who gets in how.
struct PersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "Orang, penugasan, pengguna dan kunci kantor.",
    discussion: """
      Dikerjakan oleh pengelola akun kantor dan dicatat dalam jurnal atas nama penggunanya. \
      Setiap perintah kecuali list dan keys menjawab dengan orang yang diubah.
      """,
    subcommands: [
      PersonListCommand.self, PersonAddCommand.self, PersonChangeCommand.self,
      PersonRetireCommand.self, PersonReinstateCommand.self, PersonAppointCommand.self,
      PersonDismissCommand.self, PersonLendCommand.self, PersonUnlendCommand.self,
      PersonMapCommand.self, PersonUnmapCommand.self, PersonKeyCommand.self,
      PersonKeysCommand.self, PersonPINCommand.self,
    ])

  /// Makes a change and says how the person stands now.
  ///
  /// - Throws: `AdministrationFault`, `IdentityFault` or `StoreError`; then nothing was written.
  static func change(
    _ person: PersonID, _ common: CommonOptions, at desk: Desk, _ place: Workplace,
    by action: AdministrationAction
  ) throws {
    try desk.administer(action, by: place.administrator())
    let record = try PersonRecord(person, at: desk)
    if common.json {
      try Output.json(ReportJSON(desk.office).value(record))
    } else {
      try Output.lines(ReportText(desk, place.phrases).people([record]))
    }
  }
}

/// A person with what was given: chairs of today and later, users of the host, keys.
struct PersonRecord {
  let person: Person
  let appointments: [Appointment]
  let users: [String]
  let keys: [PublicKey]

  /// Gathers it for one person.
  ///
  /// - Throws: `AdministrationFault.unknownPerson`, or `StoreError`.
  init(_ id: PersonID, at desk: Desk) throws {
    guard let person = desk.office.person(id) else { throw AdministrationFault.unknownPerson(id) }
    self.init(person, at: desk, users: try desk.users(), keys: try desk.keys())
  }

  private init(
    _ person: Person, at desk: Desk, users: [String: PersonID], keys: [PublicKey: PersonID]
  ) {
    self.person = person
    let today = desk.today
    appointments = desk.office.appointments.filter {
      $0.person == person.id && $0.until ?? .latest >= max(today, $0.from)
    }
    self.users = users.filter { $0.value == person.id }.keys.sorted()
    self.keys = keys.filter { $0.value == person.id }.keys.sorted { $0.text < $1.text }
  }

  /// Gathers it for everybody.
  static func all(at desk: Desk) throws -> [PersonRecord] {
    let (users, keys) = (try desk.users(), try desk.keys())
    return desk.office.people.map { PersonRecord($0, at: desk, users: users, keys: keys) }
  }
}
