import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// Numbers of letters: whose code, whose year, which book, and what becomes of one that is not used.
@Suite struct NumberingTests {
  private static let code = Classification(code: "400.9.2", name: "Anak")
  private static let sending = Completion(classification: code, channel: "kurir", place: "Boks")

  private static func office(_ pattern: String, kinds: [LetterKind] = [.outgoing]) throws
    -> DeskModel.Office
  {
    Office.office(
      books: Office.office.books.filter { $0.id == "masuk" } + [
        AgendaBook(
          id: "keluar", name: "Keluar", kinds: kinds, pattern: try NumberPattern(pattern))
      ])
  }

  /// A letter of a section, signed and waiting to be sent.
  private func signed(
    in office: DeskModel.Office, kind: LetterKind = .outgoing, at now: Timestamp = Office.monday
  ) throws -> Walk {
    var walk = try Walk(
      SmallProcedures.outgoing, by: Office.kasiAnak, kind: kind, in: office, at: now)
    try walk.complete(Office.umum, Completion(draft: "Naskah"))
    for role in [Office.kasiAnak, Office.rehsos] {
      try walk.act(.paraf(try walk.task(role), draft: 1), as: role)
    }
    try walk.act(.sign(try walk.task(Office.kadis), draft: 1), as: Office.kadis)
    return walk
  }

  @Test func bearTheUnitThatMadeTheLetterAndThePostThatSignedIt() throws {
    var office = try Self.office("{kode}/{urut:3}/{unit}/{jabatan}/{tahun}")
    office = DeskModel.Office(
      name: office.name, letterhead: office.letterhead, calendar: office.calendar,
      units: office.units.map {
        var unit = $0
        unit.code = $0.id == "rehsos" ? "BID.REHSOS" : $0.id == "sekretariat" ? "SET" : nil
        return unit
      }, positions: office.positions, roles: office.roles, people: office.people,
      appointments: office.appointments, books: office.books)
    var walk = try signed(in: office)
    try walk.complete(Office.umum, Self.sending)
    #expect(walk.state?.number?.text == "400.9.2/001/BID.REHSOS/Kadis/2026")
  }

  @Test func keepTheirDateAndClassification() throws {
    var walk = try signed(in: Office.office)
    try walk.complete(Office.umum, Self.sending)
    #expect(walk.state?.letter.letterDate?.description == "2026-03-02")
    #expect(walk.state?.letter.classification == Self.code)

    let test = try TestOffice()
    let receipt = try test.register()
    let id = try #require(receipt.startedCase)
    #expect(try test.desk.caseView(id)?.letter.letterDate == nil, "the sender dates it, not we")
  }

  @Test func beginAnewWithTheYearOfTheOfficesZone() throws {
    let test = try TestOffice()
    // 2 March 2026, 9.00, to 31 December, 23.59, and over midnight, which in UTC is still 15.59.
    test.pass(minutes: 304 * 24 * 60 + 14 * 60 + 59)
    let numbers = try (0..<3).map { index in
      if index == 2 { test.pass(minutes: 1) }
      return try #require(try test.register().number)
    }
    #expect(numbers.map(\.text) == ["001/M/2026", "002/M/2026", "001/M/2027"])
    #expect(try test.desk.agendaPeriods("masuk") == 2026...2027)
    _ = try test.desk.verify()
  }

  @Test func shareABookWithoutGaps() throws {
    let test = try TestOffice()
    var texts: [String] = []
    for kind in [LetterKind.outgoing, .notaDinas, .outgoing] {
      let receipt = try test.act(
        .register(
          Registration(
            letter: Letter(kind: kind, sender: "", subject: "Uji"),
            procedure: SmallProcedures.outgoing.id)), as: Office.kasiAnak)
      let id = try #require(receipt.startedCase)
      func open() throws -> TaskRef {
        TaskRef(try #require(try test.desk.caseView(id)?.state.openTasks.first))
      }
      try test.act(.complete(try open(), Completion(draft: "Naskah")), as: Office.umum)
      try test.act(.paraf(try open(), draft: 1), as: Office.kasiAnak)
      try test.act(.paraf(try open(), draft: 1), as: Office.rehsos)
      try test.act(.sign(try open(), draft: 1), as: Office.kadis)
      let sent = try test.act(.complete(try open(), Self.sending), as: Office.umum)
      texts.append(try #require(sent.number?.text))
      let row = try #require(try test.desk.caseView(id)?.letter)
      #expect(row.letterDate?.description == "2026-03-02")
      #expect(row.sender == "Seksi Anak", "a letter of our own is from the unit that made it")
    }
    #expect(texts == ["001", "002", "003"].map { "400.9.2/\($0)/DINSOS/2026" })
    _ = try test.desk.verify()
  }

  @Test func stayWithACancelledLetter() throws {
    let test = try TestOffice()
    let receipt = try test.register("Salah kirim")
    try test.act(
      .cancel(try #require(receipt.startedCase), reason: "Salah alamat"), as: Office.umum)
    #expect(try test.register().number?.sequence == 2)
    let book = try test.desk.agenda("masuk", period: 2026)
    #expect(book.map { $0.number?.sequence } == [2, 1])
    #expect(book.map(\.status) == [.running, .cancelled])
  }

  @Test func areRefusedWithTheirReason() throws {
    let bookless = Office.office(books: [])
    #expect(
      refusal { _ = try Walk(SmallProcedures.incoming, by: Office.umum, in: bookless) }
        == .bookMissing)
    var walk = try signed(in: try Self.office("{urut}/{unit}"))
    let error = #expect(throws: Refusal.self) { try walk.complete(Office.umum, Self.sending) }
    #expect(error?.code == .badNumber)
    #expect(error?.message.key == "number.missing.unit")
  }

  @Test func areTakenOnceWhereSendingAndFilingAreApart() throws {
    var procedure = SmallProcedures.outgoing
    procedure.steps[5].act = .kirim
    var filing = procedure.steps[5]
    (filing.no, filing.act, filing.returnTo) = (7, .arsipkan, 6)
    procedure.steps.append(filing)
    var walk = try Walk(procedure, by: Office.kasiAnak, kind: .outgoing)
    try walk.complete(Office.umum, Completion(draft: "Naskah"))
    for role in [Office.kasiAnak, Office.rehsos] {
      try walk.act(.paraf(try walk.task(role), draft: 1), as: role)
    }
    try walk.act(.sign(try walk.task(Office.kadis), draft: 1), as: Office.kadis)
    try walk.complete(Office.umum, Self.sending)
    let number = walk.state?.number
    try walk.act(
      .giveBack(try walk.task(Office.umum), reason: "Bukti kirim kurang", corrected: nil),
      as: Office.umum)
    try walk.complete(Office.umum)
    try walk.complete(Office.umum, Completion(place: "Boks 1"))
    #expect(walk.state?.number == number)
    #expect(walk.entries.count { if case .numberTaken = $0.event { true } else { false } } == 1)
    #expect(walk.entries.count { if case .letterSent = $0.event { true } else { false } } == 1)
    #expect(walk.state?.status == .finished)
  }

  // MARK: - Outside parties

  @Test func outsidersNeitherSignNorWaitInOurBacklog() throws {
    var procedure = SmallProcedures.outgoing
    procedure.lanes.append(Lane(id: "kementerian", name: "Kementerian", posts: []))
    procedure.steps[4].lanes = ["kementerian"]
    var walk = try Walk(procedure, by: Office.kasiAnak, kind: .outgoing)
    try walk.complete(Office.umum, Completion(draft: "Naskah"))
    for role in [Office.kasiAnak, Office.rehsos] {
      try walk.act(.paraf(try walk.task(role), draft: 1), as: role)
    }
    // Whoever handed it over records what the ministry did.
    let outside = try #require(walk.state?.openTasks.first)
    #expect(outside.role == Office.rehsos)
    #expect(outside.act == .laksanakan)
    #expect(outside.due == nil)
    #expect(
      refusal { try walk.act(.sign(TaskRef(outside), draft: 1), as: Office.rehsos) } == .wrongAct)
    try walk.complete(Office.rehsos, Completion(note: "Sudah ditandatangani"))
    #expect(walk.state?.signature(on: 0) == nil)
    try walk.complete(Office.umum, Self.sending)
    #expect(walk.state?.status == .finished)
  }

  @Test(arguments: [
    (Office.umum, true), (Office.kasiAnak, true), (Office.stafAnak, false), (Office.kadis, false),
  ])
  func whatAnOutsiderBeginsIsEnteredByWhoReceivesIt(_ role: RoleID, _ may: Bool) throws {
    var procedure = SmallProcedures.outgoing
    procedure.id = "contoh-permohonan"
    procedure.lanes.append(Lane(id: "pemohon", name: "Pemohon", posts: []))
    var request = procedure.steps[0]
    (request.no, request.lanes, request.act) = (0, ["pemohon"], .laksanakan)
    procedure.steps.insert(request, at: 0)
    #expect((procedure.startingLane(for: role, in: Office.office) != nil) == may)
    let recipients = role == Office.umum ? [Office.kasiAnak] : []
    let reason = refusal {
      let walk = try Walk(procedure, by: role, recipients: recipients)
      // What he brought is there already: the office's own first step waits.
      #expect(walk.state?.openTasks.map(\.step) == [1])
    }
    #expect(reason == (may ? nil : .notAllowed))
    let test = try TestOffice(procedures: [procedure])
    #expect(try test.desk.procedures(begunBy: role, byEntry: true).count == (may ? 1 : 0))
  }
}
