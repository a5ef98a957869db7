import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// Who sits here, by how they came.
@Suite struct SeatingTests {
  private static let day = SmallOffice.office.calendar.date(of: SmallOffice.monday)
  private static let secretary = PersonID(SmallOffice.sekretaris.rawValue)

  private static func arrival(
    _ user: String = "budi", real: UInt32 = 900, effective: UInt32 = 900, sudo: String? = nil,
    key: String? = nil, named: String? = nil
  ) -> Arrival {
    Arrival(
      environment: sudo.map { ["SUDO_USER": $0] } ?? [:], real: (user, real), effective: effective,
      key: key, named: named)
  }

  /// The person and role somebody gets, or the sentence that refuses.
  private func seat(
    _ arrival: Arrival, mapped: PersonID? = nil, isPractice: Bool = false,
    on day: CalendarDate = day, in office: DeskModel.Office = SmallOffice.office
  ) -> String {
    do {
      let seating = try office.seating(of: arrival, mapped: mapped, isPractice: isPractice, on: day)
      return "\(seating.person) \(seating.actor.role)\(seating.isOpen ? " ?" : "")"
    } catch {
      return (error as? any Tellable)?.message.key ?? "\(error)"
    }
  }

  @Test func inPracticeEverybodyIsWhoTheySay() {
    #expect(seat(Self.arrival(named: "umum-2"), isPractice: true) == "umum-2 \(Office.umum)")
    #expect(seat(Self.arrival(), isPractice: true) == "cli.person-unnamed")
  }

  @Test func inARealOfficeAUserIsWhomTheyAreMappedTo() {
    #expect(seat(Self.arrival()) == "identity.unmapped")
    #expect(seat(Self.arrival(), mapped: "umum-2") == "umum-2 \(Office.umum)")
    #expect(seat(Self.arrival(), mapped: "siapa") == "identity.unmapped")
    #expect(seat(Self.arrival(named: "umum-2"), mapped: "umum-2") == "umum-2 \(Office.umum)")
    #expect(
      seat(Self.arrival(named: Office.kadis.rawValue), mapped: "umum-2") == "identity.another")
    #expect(
      seat(Self.arrival(named: "sekretaris@\(Office.kadis)"), mapped: "umum-2")
        == "identity.another")
  }

  @Test func whoHoldsSeveralChairsChoosesAmongTheirOwn() {
    let own = Self.secretary.rawValue
    // Definitive ones come first.
    #expect(seat(Self.arrival(), mapped: Self.secretary) == "\(own) \(Office.sekretaris) ?")
    #expect(
      seat(Self.arrival(named: "sekretaris@kepala-dinas"), mapped: Self.secretary)
        == "\(own) \(Office.kadis)")
    #expect(
      seat(Self.arrival(named: "sekretaris@\(Office.umum)"), mapped: Self.secretary)
        == "name.not-held")
    // The daily holder's mandate ends with the 3rd of March.
    let later = Self.day.adding(days: 2)
    #expect(
      seat(Self.arrival(), mapped: Self.secretary, on: later) == "\(own) \(Office.sekretaris)")
  }

  @Test func aKeyIsBelievedOnlyFromTheAccountItself() {
    let key = "SHA256:0"
    for isPractice in [false, true] {
      func seat(_ arrival: Arrival, _ owner: PersonID?) -> String {
        self.seat(arrival, mapped: owner, isPractice: isPractice)
      }
      #expect(seat(Self.arrival(key: key), "umum-2") == "umum-2 \(Office.umum)")
      // It is registered no more, or its owner is gone from the books.
      #expect(seat(Self.arrival(key: key), nil) == "identity.key-of-nobody")
      #expect(seat(Self.arrival(key: key), "tidak-ada") == "identity.key-of-nobody")
      #expect(seat(Self.arrival(real: 1000, key: key), "umum-2") == "identity.not-by-key")
      #expect(seat(Self.arrival(sudo: "ani", key: key), "umum-2") == "identity.not-by-key")
    }
  }

  @Test func namesWhoIsBehindTheProcess() throws {
    #expect(Self.arrival().user == "budi")
    #expect(Self.arrival(sudo: "ani").user == "ani")
    // Who is lent the rights cannot pretend to have been called by somebody else.
    #expect(Self.arrival(real: 1000, sudo: "ani").user == "budi")
    #expect(try Self.arrival(sudo: "ani").administrator() == "ani")
    #expect(throws: IdentityFault.notAdministrator(user: "budi")) {
      try Self.arrival(real: 1000).administrator()
    }
    #expect(Self.arrival().hasShell(isPractice: false))
    #expect(!Self.arrival(sudo: "ani").hasShell(isPractice: false))
    #expect(Self.arrival(sudo: "ani").hasShell(isPractice: true))
    for isPractice in [false, true] {
      #expect(!Self.arrival(key: "SHA256:0").hasShell(isPractice: isPractice))
    }
  }

  @Test func whoLeftSitsNowhere() throws {
    let state = AdministrationState(office: Office.office, users: [:], keys: [:])
    let entries = try Administration.decide(
      .retirePerson("umum-2", from: Self.day), on: state, by: .administrator("root"),
      at: Office.monday, sequence: 9)
    #expect(entries.map(\.sequence) == [9, 10])
    let left = DeskModel.Office(
      name: "", letterhead: Office.office.letterhead, calendar: Office.office.calendar, units: [],
      positions: [], roles: [],
      people: [Person(id: "umum-2", name: "Contoh Kedua", retired: Self.day)], appointments: [],
      books: [])
    #expect(seat(Self.arrival(), mapped: "umum-2", in: left) == "identity.retired")
    #expect(
      seat(Self.arrival(), mapped: "umum-2", on: Self.day.adding(days: -1), in: left)
        == "name.without-role")
  }

  @Test(arguments: [
    ("queue --json", RemoteRequest.queue(role: nil)), ("desk backlog --json", .backlog),
    ("queue --role kabid-rehsos --json", .queue(role: "kabid-rehsos")),
    ("letter show 12 --json", .letter(12)), ("  letter  show 12 --json ", .letter(12)),
  ])
  func servesAFewQuestions(_ text: String, _ request: RemoteRequest) throws {
    #expect(try RemoteRequest(text) == request)
  }

  @Test(arguments: [
    "", "sh", "queue", "queue --json; id", "queue --json\nid", "queue $(id) --json", "scp -t /",
    "letter show -1 --json", "letter show 99999999999999999999 --json", "letter add --json",
    "letter show 1 --json --office /x", "queue --role --json --json", "journal verify",
    "person keys --json", "internal-sftp", "queue --role a/b --json",
    "task act 1 sign --json", String(repeating: "queue ", count: 100),
  ])
  func refusesAllElse(_ text: String) {
    #expect(throws: IdentityFault.notServed(text)) { try RemoteRequest(text) }
  }
}
