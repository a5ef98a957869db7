import DeskTestSupport
import Foundation

@testable import DeskModel
@testable import DeskTUI

/// An office with two desks in which random things happen; whatever they are, it stays whole.
final class FuzzedOffice {
  /// What the office is at the beginning.
  enum Kind: String, CaseIterable {
    /// Some letters have just come in.
    case small
    /// Two hundred letters, at every stage.
    case full
    /// No practice: everybody's own PIN is asked for.
    case real
  }

  let office: TemporaryOffice
  private(set) var desks: [DeskDriver?] = [nil, nil]
  private(set) var reach = FuzzReach()
  private(set) var pressed = 0
  private(set) var slowest = (time: Duration.zero, step: "")
  private let kind: Kind
  private let first: Int64
  private let editor: String

  init(_ kind: Kind) throws {
    self.kind = kind
    office = try kind == .full ? TemporaryOffice(Self.full.get()) : Self.small(kind)
    editor = try Self.editor(in: office.folder.root)
    first = try office.desk().journalHead().entries
  }

  /// Does one thing.
  ///
  /// - Throws: what must not be.
  func play(_ step: FuzzStep) throws {
    let start = WorkedTime.now
    switch step {
    case .sit(let desk, let role, let manner): try sit(at: desk, as: role, manner)
    case .send(let desk, let events): try send(events, to: desk)
    case .wait(let time): office.wait(milliseconds: time)
    case .setBack(let minutes): office.setClock(back: minutes)
    case .letter(let subject): try refusing { try office.register(subject) }
    case .administer(let number):
      let desk = try office.desk()
      defer { try? desk.close() }
      var whim = AdministratorsWhim(seed: number)
      if let action = whim.action(in: desk.office, on: desk.office.calendar.date(of: office.now)) {
        try refusing { try desk.administer(action, by: "root") }
      }
    case .keepBook(let number): try keepBook(number)
    case .spoilDrafts(let number): try spoilDrafts(number)
    }
    let time = WorkedTime.now - start
    if time > slowest.time { slowest = (time, step.description) }
  }

  /// Everybody goes home; then the books are looked over.
  func close() throws {
    for desk in desks.indices { leave(desk) }
    let desk = try office.desk()
    defer { try? desk.close() }
    var lines: [Substring] = []
    try desk.exportJournal { lines += String(decoding: $0, as: UTF8.self).split(separator: "\n") }
    for line in lines.dropFirst(Int(first)) {
      if let name = line.firstMatch(of: /,"type":"([a-zA-Z]+)"}$/) {
        reach.add(event: String(name.1))
      }
    }
    _ = try desk.verify()
    let checkup = try Doctor(office.folder, clock: { [office] in office.now }).examine()
    let wrong = checkup.lines.filter { $0.level == .error && $0.area != .clock }
    guard wrong.isEmpty else { throw Fault("the doctor says \(wrong)") }
    for book in desk.office.books {
      let today = desk.office.calendar.date(of: office.now)
      let gaps = try desk.account(of: book.id, period: book.period(of: today)).filter {
        $0.standing == .missing
      }
      guard gaps.isEmpty else { throw Fault("the book \(book.id) lacks \(gaps)") }
    }
  }

  /// The chairs that somebody sits in: those that have work, those that watch over the office, and all.
  func chairs() throws -> (busy: [RoleID], supervising: [RoleID], all: [RoleID]) {
    let desk = try office.desk()
    defer { try? desk.close() }
    let taken = Session.everyChair(
      in: desk.office, on: desk.office.calendar.date(of: office.now), isPractice: kind != .real
    ).map(\.role.id)
    let busy = try desk.backlog().filter { $0.open > 0 }.map(\.role)
    return (
      busy.filter(taken.contains), taken.filter { desk.office.hasDuty(.supervises, $0) }, taken
    )
  }

  // MARK: Inside

  /// What must not be.
  struct Fault: Error, CustomStringConvertible {
    let description: String

    init(_ text: String) { description = text }
  }

  private func sit(at desk: Int, as role: RoleID, _ manner: FuzzStep.Manner) throws {
    leave(desk)
    let driver: DeskDriver
    do {
      driver = try DeskDriver(
        office, as: role, size: manner == .wide ? Size(rows: 43, columns: 132) : DeskDriver.usual,
        glyphs: manner == .ascii ? .ascii : .unicode, isPractice: kind != .real,
        environment: manner == .editor ? ["EDITOR": editor] : [:])
    } catch is TemporaryOffice.MissingRole {
      return
    }
    desks[desk] = driver
  }

  private func leave(_ desk: Int) {
    guard let driver = desks[desk] else { return }
    driver.send([.hangup])
    reach.add(commandsOf: driver.state)
    desks[desk] = nil
  }

  private func send(_ events: [TerminalEvent], to desk: Int) throws {
    guard let driver = desks[desk] else { return }
    pressed += events.count
    driver.send(events)
    reach.look(at: driver.state)
    guard !driver.hasEnded else { return leave(desk) }
    let terminal = driver.terminal
    guard terminal.grid.size == terminal.size else {
      throw Fault("drawn \(terminal.grid.size) on \(terminal.size)")
    }
    if driver.state.toast?.message.key == "app.failed" {
      throw Fault("\(driver.state.toast?.message.arguments ?? [:])\n\(driver.screen)")
    }
    if pressed % 16 < events.count { try look(at: driver) }
  }

  /// Nothing on the screen steers a terminal, and every sentence is there.
  private func look(at desk: DeskDriver) throws {
    let grid = desk.terminal.grid
    for row in 0..<grid.size.rows {
      for cell in grid.row(row) {
        if cell.text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
          throw Fault("a control character is drawn\n\(desk.screen)")
        }
      }
    }
    if desk.screen.contains(/\[[a-z]+(\.[a-zA-Z-]+)+\]/) {
      throw Fault("a sentence is missing\n\(desk.screen)")
    }
  }

  /// Does what may be refused in a sentence, and in no other way.
  private func refusing(_ body: () throws -> Void) throws {
    do { try body() } catch is any Tellable {} catch is TemporaryOffice.MissingRole {}
  }

  /// Numbers are set aside for paper, and some of them voided.
  private func keepBook(_ number: UInt64) throws {
    var dice = SeededGenerator(seed: number)
    let desk = try office.desk()
    defer { try? desk.close() }
    guard let book = desk.office.books.randomElement(using: &dice) else { return }
    let open = try desk.openNumbers(of: book.id).map(\.place)
    let act: BookAct =
      open.isEmpty || Bool.random(using: &dice)
      ? .reserve(book.id, count: Int.random(in: 0...5, using: &dice), reason: "Listrik padam")
      : .void(Array(open.prefix(2)), reason: "Batal")
    try refusing {
      let clerk = try office.session("pengadministrasi-umum@kepegawaian-umum").actor
      try desk.perform(.keepBook(act), as: clerk)
    }
  }

  private func spoilDrafts(_ number: UInt64) throws {
    for name in BackupCollection.contents(of: office.folder.drafts) where name.hasSuffix(".json") {
      let file = URL(fileURLWithPath: office.folder.drafts + "/" + name)
      var mutator = ByteMutator(
        seed: number, corpus: [Array(try Data(contentsOf: file))], longest: 200_000)
      try Data(mutator.next()).write(to: file)
    }
  }

  /// An editor of one's own, which adds a line, takes all away, or says that it failed.
  private static func editor(in folder: String) throws -> String {
    let path = folder + "/editor"
    let script = """
      case $(($(wc -c <"$1") % 4)) in
        0) echo 'Baris baru' >>"$1" ;;
        1) : >"$1" ;;
        2) printf 'a\\000\\033[2J\\377' >>"$1" ;;
        *) exit 1 ;;
      esac
      """
    try Data(script.utf8).write(to: URL(fileURLWithPath: path))
    chmod(path, 0o600)
    return "sh '\(path)'"
  }

  private static func small(_ kind: Kind) throws -> TemporaryOffice {
    let office = try TemporaryOffice(isPractice: kind == .small)
    for subject in ["Undangan rapat", "Permohonan data", "Laporan bencana"] {
      try office.register(subject)
    }
    return office
  }

  /// The files of the practice office as it is delivered, made once.
  private static let full = Result {
    let root = FileManager.default.temporaryDirectory.path + "/desk-fuzz-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: root) }
    try Practice.found(
      in: OfficeFolder(root), assets: AssetsFolder.find(), clock: { TemporaryOffice.monday })
    let names = BackupCollection.contents(of: root)
    let files = try names.filter { !BackupCollection.isFolder(root + "/" + $0) }.map {
      ($0, try Data(contentsOf: URL(fileURLWithPath: root + "/" + $0)))
    }
    return Dictionary(files) { first, _ in first }
  }
}

extension DeskDriver {
  /// The size of most people's windows.
  static let usual = Size(rows: 24, columns: 80)
}

/// What an administrator might come to do while others work.
private struct AdministratorsWhim {
  private var dice: SeededGenerator

  init(seed: UInt64) { dice = SeededGenerator(seed: seed) }

  mutating func action(
    in office: Office, on today: CalendarDate
  ) -> AdministrationAction? {
    guard let person = office.people.randomElement(using: &dice)?.id,
      let role = office.roles.randomElement(using: &dice)?.id,
      let held = office.appointments.randomElement(using: &dice)
    else { return nil }
    let until = today.adding(days: Int.random(in: 0...20, using: &dice))
    switch Int.random(in: 0..<16, using: &dice) {
    case 0:
      return .addPerson(Person(id: PersonID("baru-\(dice.next() % 100)"), name: "Baru Contoh"))
    case 1: return .changePerson(person, name: "Ganti Nama \(dice.next() % 100)", nip: nil)
    case 2: return .retirePerson(person, from: until)
    case 3, 4:
      let kind: Appointment.Kind = Bool.random(using: &dice) ? .plt : .plh
      return .appoint(
        Appointment(
          person: person, role: role, kind: kind, from: today, until: until, decree: "1/PLH/2026"))
    case 5: return .appoint(Appointment(person: person, role: role, from: today))
    case 6: return .dismiss(held.person, held.role, lastDay: today.adding(days: -1))
    case 7:
      return .lend(
        QueueLoan(
          of: held.role, by: held.person, to: person, from: today, until: until, reason: "Cuti"))
    case 8: return .takeBack(held.person, held.role)
    case 9: return .resetPIN(person)
    case 10: return .mapUser("pengguna-\(dice.next() % 10)", person)
    case 11: return .unmapUser("pengguna-\(dice.next() % 10)")
    case 12: return Self.key(dice.next() % 5).map { .addKey($0, person) }
    case 13: return Self.key(dice.next() % 5).map { .removeKey($0) }
    case 14:
      let retired = office.people.filter { $0.retired != nil }.randomElement(using: &dice)
      return .reinstatePerson(retired?.id ?? person)
    default:
      return .setCalendar(
        WorkingCalendar(
          zone: office.calendar.zone, hours: office.calendar.hours,
          holidays: office.calendar.holidays.merging([until: "Libur"]) { first, _ in first }))
    }
  }

  /// A key that looks like a real one; nobody has its secret half.
  private static func key(_ number: UInt64) -> PublicKey? {
    let type = "ssh-ed25519"
    let bytes =
      [0, 0, 0, UInt8(type.utf8.count)] + Array(type.utf8) + [0, 0, 0, 32]
      + [UInt8](repeating: UInt8(number), count: 32)
    return try? PublicKey("\(type) \(Data(bytes).base64EncodedString())")
  }
}
