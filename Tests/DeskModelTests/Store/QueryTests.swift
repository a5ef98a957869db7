import GRDB
import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// What screens ask: the plans, the pages, the counts.
@Suite struct QueryTests {
  @Test(arguments: NamedQuery.all.map(\.name))
  func usesAnIndexAndSortsNothing(_ name: String) throws {
    let test = try TestOffice()
    let query = try #require(NamedQuery.all.first { $0.name == name })
    let plan = try test.desk.store.read { db in
      let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN " + query.sql)
      let arguments = StatementArguments(
        Array(repeating: 1 as Int?, count: statement.sql.filter { $0 == "?" }.count))
      return try Row.fetchAll(statement, arguments: arguments).map {
        try $0.decode(forColumn: "detail") as String
      }
    }
    for line in plan {
      #expect(!line.contains("TEMP B-TREE"), "\(plan)")
      // Walking a whole index costs as much as walking the whole table.
      let scan = line.hasPrefix("SCAN") && !line.contains("VIRTUAL TABLE INDEX")
      #expect(!scan || Self.mayScan.contains(name), "\(name): \(plan)")
    }
  }

  /// The backlog counts what is open, and its index holds nothing else.
  private static let mayScan: Set<String> = ["backlog"]

  @Test func pagesJoinWithoutGapOrDouble() throws {
    let test = try TestOffice()
    for number in 1...23 {
      try test.register("Surat \(number)")
      if number.isMultiple(of: 3) { test.pass(minutes: 7) }
    }
    var pages: [[TaskID]] = []
    var cursor: QueueCursor?
    repeat {
      let page = try test.desk.queue(of: Office.kadis, after: cursor, limit: 5)
      pages.append(page.map(\.id))
      cursor = page.last?.cursor
    } while cursor != nil && pages.last?.isEmpty == false
    let all = try test.desk.queue(of: Office.kadis, limit: 100)
    #expect(pages.flatMap { $0 } == all.map(\.id))
    #expect(all.count == 23)

    let book = try test.desk.agenda("masuk", period: 2026, limit: 10)
    #expect(book.map { $0.number?.sequence } == Array((14...23).reversed()))
    let next = try test.desk.agenda(
      "masuk", period: 2026, before: book.last?.number?.sequence, limit: 10)
    #expect(next.first?.number?.sequence == 13)
    let back = try test.desk.agenda("masuk", period: 2026, after: 13, limit: 4)
    #expect(back.map { $0.number?.sequence } == [17, 16, 15, 14])
    #expect(try test.desk.agendaPeriods("masuk") == 2026...2026)
    #expect(try test.desk.agendaPeriods("keluar") == nil)
  }

  @Test func theLateHeadTheQueueThenTheUnreadThenTheRest() throws {
    let test = try TestOffice()
    func subjects(asOf moment: Timestamp? = nil) throws -> [String] {
      try test.desk.queue(of: Office.kadis, asOf: moment).map(\.subject)
    }
    func open(_ subject: String) throws {
      let rows = try test.desk.queue(of: Office.kadis)
      try test.act(.open(try #require(rows.first { $0.subject == subject }).ref), as: Office.kadis)
    }
    for subject in ["Lewat waktu", "Lewat waktu, terbuka"] { try test.register(subject) }
    try open("Lewat waktu, terbuka")
    test.pass(minutes: 30)
    for subject in ["Terbuka", "Baru pertama", "Baru kedua"] { try test.register(subject) }
    try open("Terbuka")
    test.pass(minutes: 1)
    let before = try #require(try test.desk.queue(of: Office.kadis).first).cursor.asOf
    #expect(
      try subjects() == [
        "Lewat waktu", "Lewat waktu, terbuka", "Baru pertama", "Baru kedua", "Terbuka",
      ])

    // Who reads one after the other finds the next one where it was.
    test.pass(minutes: 1)
    try open("Baru pertama")
    #expect(try Array(subjects(asOf: before)[2...]) == ["Baru pertama", "Baru kedua", "Terbuka"])
    #expect(try Array(subjects()[2...]) == ["Baru kedua", "Terbuka", "Baru pertama"])

    // Pages join across the pressures.
    var pages: [String] = []
    var cursor: QueueCursor?
    while let row = try test.desk.queue(of: Office.kadis, after: cursor, limit: 1).first {
      pages.append(row.subject)
      cursor = row.cursor
    }
    #expect(try pages == subjects())
  }

  @Test func whatWasDoneIsOneRowALetterByItsLastStep() throws {
    let test = try TestOffice()
    func done() throws -> [QueueRow] { try test.desk.done(by: Office.umum) }
    for subject in ["Dua langkah", "Satu langkah"] {
      try test.register(subject)
      test.pass(minutes: 1)
    }
    let first = try #require(try test.desk.queue(of: Office.kadis).first)
    try test.act(
      .dispose(first.ref, Disposition(recipients: [.init(role: Office.rehsos)])), as: Office.kadis)
    #expect(try done().map(\.subject) == ["Satu langkah", "Dua langkah"])
    let recording = try #require(try test.desk.queue(of: Office.umum).first)
    try test.act(.complete(recording.ref, Completion()), as: Office.umum)
    #expect(try done().map(\.subject) == ["Dua langkah", "Satu langkah"])
    #expect(try done().first?.id == recording.id)

    // What is taken back leaves the step before it in its place.
    try test.act(.recall(try #require(try done().first).ref), as: Office.umum)
    #expect(try done().map(\.subject) == ["Satu langkah", "Dua langkah"])
  }

  /// A copy cannot be taken back: it must not stand before the step that can.
  @Test func aCopyTakenNoticeOfHidesNoStep() throws {
    let test = try TestOffice()
    try test.register()
    let first = try #require(try test.desk.queue(of: Office.kadis).first)
    try test.act(
      .dispose(
        first.ref,
        Disposition(
          recipients: [
            .init(role: Office.rehsos), .init(role: Office.umum, forInformation: true),
          ])), as: Office.kadis)
    let (copies, steps) = (
      try test.desk.queue(of: Office.umum).filter { $0.kind == .acknowledge },
      try test.desk.queue(of: Office.umum).filter { $0.kind == .step }
    )
    let (copy, step) = (try #require(copies.first), try #require(steps.first))
    try test.act(.complete(step.ref, Completion()), as: Office.umum)
    test.pass(minutes: 1)
    try test.act(.acknowledge(copy.ref), as: Office.umum)
    #expect(try test.desk.done(by: Office.umum).map(\.id) == [step.id])
  }

  @Test func countsAreWhatTheFiltersShow() throws {
    let test = try TestOffice()
    for _ in 1...3 { try test.register() }
    let first = try #require(try test.desk.queue(of: Office.kadis).first)
    try test.act(.open(first.ref), as: Office.kadis)
    try test.act(
      .dispose(
        first.ref,
        Disposition(recipients: [
          .init(role: Office.rehsos), .init(role: Office.sekretaris, forInformation: true),
        ])), as: Office.kadis)
    test.pass(minutes: 30)
    for role in [Office.kadis, Office.umum, Office.sekretaris, Office.rehsos] {
      let counts = try test.desk.counts(of: role)
      for filter in QueueFilter.allCases {
        #expect(
          try counts[filter] == test.desk.queue(of: role, filter: filter).count,
          "\(role) \(filter)")
      }
    }
    #expect(try test.desk.counts(of: Office.kadis)[.late] == 2)
    #expect(try test.desk.counts(of: Office.sekretaris)[.copies] == 1)
  }

  @Test(arguments: [
    ("permoh", 2), ("PERMOH panti", 2), ("cafe", 1), ("café", 1), ("002/M", 1), ("2", 1), ("03", 1),
    ("1/PC", 3),
    ("3/M/2026 undangan", 1), ("tidak-ada", 0), ("\" OR *", 0), ("", 0),
  ])
  func findsLettersByBeginningsOfWords(_ text: String, _ expected: Int) throws {
    let test = try TestOffice()
    try test.register("Permohonan bantuan")
    try test.register("Permohonan rekomendasi")
    try test.register("Undangan", sender: "Yayasan Cafe\u{301} Contoh")
    #expect(try test.desk.search(text).count == expected)
    #expect(try test.desk.searchCount(text, limit: 2) == min(expected, 2))
  }

  @Test func recallsSendersAndWarnsOfTheSameLetter() throws {
    let test = try TestOffice()
    try test.register(sender: "Yayasan Mawar Contoh")
    try test.register(sender: "Yayasan Melati Contoh")
    #expect(try test.desk.senders(beginningWith: "yayasan m").count == 2)
    #expect(try test.desk.senders(beginningWith: "Yayasan Me") == ["Yayasan Melati Contoh"])
    let same = try test.desk.sameLetters(
      sender: "YAYASAN Mawar Contoh", number: "1/PC/2026", date: nil)
    #expect(same.count == 1)
  }

  @Test(arguments: [
    (Office.umum, [SmallProcedures.incoming.id]), (Office.kasubag, []), (Office.kadis, []),
  ])
  func onlyRegistersWhereTheRoleBeginsByEntering(
    _ role: RoleID, _ expected: [ProcedureID]
  ) throws {
    let test = try TestOffice()
    #expect(try test.desk.procedures(begunBy: role, byEntry: true).map(\.id) == expected)
  }

  @Test func registersOnWhatTheOfficeItselfDecreedAndBegins() throws {
    var own = SmallProcedures.incoming
    (own.id, own.office) = ("contoh-milik", Office.office.name)
    var brought = SmallProcedures.request
    (brought.id, brought.office) = ("contoh-antar", Office.office.name)
    let test = try TestOffice(procedures: [brought, SmallProcedures.incoming, own])
    let ids = try test.desk.procedures(begunBy: Office.umum, byEntry: true).map(\.id)
    #expect(ids == [own.id, SmallProcedures.incoming.id, brought.id])
  }

  @Test func theBacklogOpensDownToItsLetters() throws {
    let test = try TestOffice()
    for _ in 1...4 { try test.register() }
    let first = try #require(try test.desk.queue(of: Office.kadis).first)
    test.pass(minutes: 20)
    try test.act(
      .dispose(first.ref, Disposition(recipients: [.init(role: Office.rehsos)])),
      as: Office.kadis)
    let backlog = try test.desk.backlog()
    let kadis = try #require(backlog.first { $0.role == Office.kadis })
    #expect(kadis.open == 3)
    #expect(kadis.late == 3)
    #expect(kadis.oldest == Office.monday)
    #expect(kadis.pace?.medianWorked == 20)
    #expect(kadis.pace?.medianStandard == 10)
    for role in backlog {
      #expect(try test.desk.backlogTasks(of: role.role).count == role.open)
    }
  }
}
