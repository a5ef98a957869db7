import Testing

@testable import DeskModel

private typealias Small = SmallOffice

/// People, appointments and ways in: what is refused, and what the journal and the tables make of the rest.
@Suite struct AdministrationTests {
  private static let today = SmallOffice.office.calendar.date(of: SmallOffice.monday)
  private static let first = try? PublicKey(KeyFixture.ed25519(1))
  private static let second = try? PublicKey(KeyFixture.ed25519(2))

  private func fault(
    _ action: AdministrationAction, users: [String: PersonID] = [:],
    keys: [PublicKey: PersonID] = [:], in office: Office = SmallOffice.office
  ) -> AdministrationFault? {
    let state = AdministrationState(office: office, users: users, keys: keys)
    do {
      _ = try Administration.decide(
        action, on: state, by: .administrator("root"), at: Small.monday, sequence: 1)
    } catch {
      return error
    }
    return nil
  }

  private static func appointment(
    _ role: RoleID, _ kind: Appointment.Kind = .definitive, from: Int = 0, until: Int? = nil,
    decree: String? = nil
  ) -> AdministrationAction {
    .appoint(
      Appointment(
        person: "umum-2", role: role, kind: kind, from: today.adding(days: from),
        until: until.map { today.adding(days: $0) }, decree: decree))
  }

  @Test func aPersonIsAddedOnceWithAFitIdentifierAndName() throws {
    let nip = try NIP("19900412 201503 2 007")
    #expect(fault(.addPerson(Person(id: "baru", name: "Contoh Baru", nip: nip))) == nil)
    #expect(fault(.addPerson(Person(id: "umum-2", name: "X"))) == .personExists("umum-2"))
    #expect(fault(.addPerson(Person(id: "Baru!", name: "X"))) == .badIdentifier("Baru!"))
    #expect(fault(.addPerson(Person(id: "baru", name: " "))) == .badText(limit: 200))
    #expect(fault(.addPerson(Person(id: "baru", name: "a\u{1B}[2J"))) == .badText(limit: 200))
    #expect(fault(.changePerson("umum-2", name: nil, nip: nil)) == .nothingChanged)
    #expect(fault(.changePerson("siapa", name: "X", nip: nil)) == .unknownPerson("siapa"))
    #expect(
      fault(.retirePerson("umum-2", from: Self.today.adding(days: -1)))
        == .badEnd(earliest: Self.today))
  }

  @Test func anActingHolderNeedsADecreeAndADailyOneAnEnd() {
    #expect(fault(Self.appointment(Small.kadis, .plt)) == .decreeMissing)
    #expect(fault(Self.appointment(Small.kadis, .plt, decree: " ")) == .badText(limit: 100))
    #expect(fault(Self.appointment(Small.kadis, .plt, decree: "821/7")) == nil)
    #expect(fault(Self.appointment(Small.kadis, .plh, decree: "821/7")) == .endMissing)
    #expect(fault(Self.appointment(Small.kadis, .plh, until: 2, decree: "821/7")) == nil)
    #expect(
      fault(Self.appointment(Small.kadis, .plh, from: 3, until: 2, decree: "821/7"))
        == .badEnd(earliest: Self.today.adding(days: 3)))
    #expect(fault(Self.appointment("sihir@dinas")) == .unknownRole("sihir@dinas"))
  }

  @Test func noRoleIsHeldTwiceByOneOrHeadedByTwo() {
    #expect(
      fault(Self.appointment(Small.kadis))
        == .occupied(Small.kadis, by: PersonID(Small.kadis.rawValue)))
    // Several clerks share a role; one clerk holds it once.
    #expect(fault(Self.appointment(Small.stafAnak)) == nil)
    #expect(fault(Self.appointment(Small.umum)) == .alreadyHeld("umum-2", Small.umum))
    let ended = Small.office(without: Small.kadis)
    #expect(fault(Self.appointment(Small.kadis), in: ended) == nil)
  }

  @Test func anAppointmentEndsYesterdayAtTheEarliest() {
    func dismiss(_ role: RoleID, _ days: Int) -> AdministrationFault? {
      fault(.dismiss("umum-2", role, lastDay: Self.today.adding(days: days)))
    }
    #expect(dismiss(Small.umum, -1) == nil)
    #expect(dismiss(Small.umum, 30) == nil)
    #expect(dismiss(Small.umum, -2) == .badEnd(earliest: Self.today.adding(days: -1)))
    #expect(dismiss(Small.kadis, 0) == .notHeld("umum-2", Small.kadis))
  }

  @Test func aUserAndAKeyAreOnePersons() throws {
    let key = try #require(Self.first)
    let other = try #require(Self.second)
    #expect(fault(.mapUser("budi", "umum-2")) == nil)
    for user in ["", "-rf", "a b", "a\nb", "a:b", String(repeating: "a", count: 65)] {
      #expect(fault(.mapUser(user, "umum-2")) == .badUser(user))
    }
    let users: [String: PersonID] = ["budi": "umum-2"]
    #expect(fault(.mapUser("budi", "umum-2"), users: users) == .nothingChanged)
    #expect(
      fault(.mapUser("budi", PersonID(Small.kadis.rawValue)), users: users)
        == .userTaken("budi", by: "umum-2"))
    #expect(fault(.unmapUser("ani"), users: users) == .unknownUser("ani"))
    let keys: [PublicKey: PersonID] = [key: "umum-2"]
    #expect(
      fault(.addKey(key, PersonID(Small.kadis.rawValue)), keys: keys) == .keyTaken(by: "umum-2"))
    #expect(fault(.addKey(other, "umum-2"), keys: keys) == nil)
    #expect(fault(.removeKey(other), keys: keys) == .unknownKey)
  }

  @Test func whatIsChangedIsInTheTablesOfEveryDeskAndInARebuild() throws {
    let test = try TestOffice()
    let other = try test.open()
    let key = try #require(Self.first)
    let spare = try #require(Self.second)
    let before = other.officeVersion
    for action in [
      AdministrationAction.addPerson(Person(id: "baru", name: "Contoh  Baru")),
      .changePerson("baru", name: "Contoh Baru, S.Sos.", nip: try NIP("199004122015032007")),
      .appoint(
        Appointment(
          person: "baru", role: Small.rehsos, kind: .plt, from: Self.today, decree: "821/7")),
      .mapUser("baru", "baru"), .addKey(key, "baru"), .addKey(spare, "baru"), .removeKey(spare),
    ] {
      try test.desk.administer(action, by: "root")
    }
    #expect(try other.refreshOffice())
    #expect(other.officeVersion != before)
    #expect(other.office == test.desk.office)
    #expect(other.office.person("baru")?.name == "Contoh Baru, S.Sos.")
    #expect(other.office.appointments(of: "baru", on: Self.today).map(\.kind) == [.plt])
    #expect(try other.person(ofUser: "baru") == "baru")
    #expect(try other.keys() == [key: "baru"])
    // Equal to what is read from the file anew, and to what the journal gives.
    #expect(try test.open().office == other.office)
    _ = try test.desk.verify()

    try test.desk.administer(.retirePerson("baru", from: Self.today), by: "root")
    _ = try test.desk.verify()
    #expect(test.desk.office.appointments(of: "baru", on: Self.today).isEmpty)
    #expect(try test.desk.person(ofUser: "baru") == nil)
    #expect(try test.desk.keys().isEmpty)
    let faults = [
      refusedChange { try test.desk.administer(.addKey(key, "baru"), by: "root") },
      refusedChange { try test.desk.administer(Self.appointment(Small.umum), by: "root") },
    ]
    #expect(
      faults == [.retired("baru", from: Self.today), .alreadyHeld("umum-2", Small.umum)])
  }

  @Test func whoRetiresLaterComesInUntilThen() throws {
    let test = try TestOffice()
    let key = try #require(Self.first)
    let spare = try #require(Self.second)
    try test.desk.administer(.mapUser("kedua", "umum-2"), by: "root")
    try test.desk.administer(.addKey(key, "umum-2"), by: "root")
    let day = Self.today.adding(days: 10)
    try test.desk.administer(.retirePerson("umum-2", from: day), by: "root")
    #expect(try test.desk.person(ofUser: "kedua") == "umum-2")
    #expect(try test.desk.keys() == [key: "umum-2"])
    #expect(
      test.desk.office.appointments(of: "umum-2", on: day.adding(days: -1)).map(\.role)
        == [Small.umum])
    #expect(test.desk.office.appointments(of: "umum-2", on: day).isEmpty)
    // Who loses a key in those days gets another.
    try test.desk.administer(.removeKey(key), by: "root")
    try test.desk.administer(.addKey(spare, "umum-2"), by: "root")

    test.pass(minutes: 10 * 24 * 60)
    #expect(
      refusedChange { try test.desk.administer(.addKey(key, "umum-2"), by: "root") }
        == .retired("umum-2", from: day))
    let arrival = Arrival(
      environment: [:], real: ("desk", 900), effective: 900, key: spare.fingerprint)
    #expect(throws: IdentityFault.retired("umum-2")) {
      try test.desk.office.seating(
        of: arrival, mapped: try test.desk.person(ofKey: spare.fingerprint), isPractice: false,
        on: day)
    }
    _ = try test.desk.verify()
  }

  @Test func whoWasRetiredByMistakeWorksHereAgain() throws {
    let test = try TestOffice()
    #expect(fault(.reinstatePerson("umum-2")) == .notRetired("umum-2"))
    #expect(fault(.reinstatePerson("siapa")) == .unknownPerson("siapa"))
    try test.desk.administer(.retirePerson("umum-2", from: Self.today), by: "root")
    try test.desk.administer(.reinstatePerson("umum-2"), by: "root")
    #expect(test.desk.office.person("umum-2")?.retired == nil)
    // What was ended and taken away is given anew, from today on.
    #expect(test.desk.office.appointments(of: "umum-2", on: Self.today).isEmpty)
    try test.desk.administer(Self.appointment(Small.umum), by: "root")
    try test.desk.administer(.mapUser("kedua", "umum-2"), by: "root")
    #expect(test.desk.office.appointments(of: "umum-2", on: Self.today).map(\.role) == [Small.umum])
    #expect(try test.open().office == test.desk.office)
    _ = try test.desk.verify()
  }

  @Test func aCalendarHoldsForWhatIsDueFromThenOn() throws {
    let test = try TestOffice()
    let other = try test.open()
    let old = test.desk.office.calendar
    #expect(fault(.setCalendar(old)) == .nothingChanged)
    #expect(
      fault(.setCalendar(WorkingCalendar(zone: .wib, hours: old.hours))) == .zoneFixed(.wita))
    try test.register("Sebelum")
    // The office is closed today, and opens later on other days.
    let hours = try #require(MinuteRange("10:00-16:00"))
    let new = WorkingCalendar(
      hours: old.hours.mapValues { _ in [hours] }, holidays: [Self.today: "Pilkada"])
    try test.desk.administer(.setCalendar(new), by: "root")
    #expect(try other.refreshOffice())
    #expect(other.office.calendar == new)
    try test.register("Sesudah")
    let due = try test.desk.queue(of: Small.kadis).map { ($0.subject, $0.due) }
    #expect(due.map(\.0) == ["Sebelum", "Sesudah"])
    #expect(due[0].1 == old.add(workingMinutes: 10, to: Small.monday))
    #expect(due[1].1 == old.zone.timestamp(Self.today.adding(days: 1), minute: 10 * 60 + 10))
    #expect(try test.open().office == test.desk.office)
    _ = try test.desk.verify()
  }

  @Test func whoWasDismissedElsewhereIsRefusedAtTheNextAction() throws {
    let test = try TestOffice()
    let other = try test.open()
    try test.register()
    try test.desk.administer(
      .dismiss("umum-2", Small.umum, lastDay: Self.today.adding(days: -1)), by: "root")
    let letter = Letter(kind: .incoming, sender: "Panti", subject: "Uji")
    let clerk = Actor(person: "umum-2", role: Small.umum, standing: .definitive)
    #expect(
      refusal {
        try other.perform(
          .register(Registration(letter: letter, procedure: SmallProcedures.incoming.id)),
          as: clerk)
      } == .notHolder)
    #expect(other.office.appointments(of: "umum-2", on: Self.today).isEmpty)
  }

  @Test func theAdministratorIsNobodyOfTheOffice() {
    let actor = Actor.administrator("budi")
    #expect(actor.person == "unix:budi")
    #expect(Small.office.people.allSatisfy { !$0.id.rawValue.contains(":") })
    #expect(Small.office.roles.allSatisfy { $0.id != actor.role })
  }

  private func refusedChange(_ body: () throws -> Void) -> AdministrationFault? {
    do { try body() } catch { return error as? AdministrationFault }
    return nil
  }
}
