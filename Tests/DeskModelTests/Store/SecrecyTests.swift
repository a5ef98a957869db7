import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// What a letter that is not ordinary tells whom: every way to ask, from every chair, by every sifat.
@Suite struct SecrecyTests {
  /// A letter that its clerk entered, the head gave to one division and told a section of.
  private struct Path {
    let test: TestOffice
    let letter: LetterID
    let caseID: CaseID
    let number: String

    init(_ secrecy: Secrecy) throws {
      test = try TestOffice()
      try test.register()
      let receipt = try test.register(
        "Penculikan anak", sender: "Polres Melati", secrecy: secrecy)
      letter = try #require(receipt.letter)
      caseID = try #require(receipt.startedCase)
      number = try #require(receipt.number).text
      let waiting = try #require(receipt.waiting.first)
      let sheet = Disposition(
        recipients: [
          .init(role: Office.rehsos), .init(role: Office.kasiLansia, forInformation: true),
        ], note: "Jangan bocor")
      try test.act(.dispose(TaskRef(waiting.task, version: 1), sheet), as: Office.kadis)
      try test.register("Jawaban kami", sender: "Panti Contoh")
    }
  }

  /// The path: the clerk, the head, who is to act (bound, the task still with the clerk), who is to know.
  private static let onPath = [Office.umum, Office.kadis, Office.rehsos, Office.kasiLansia]
  /// Two supervisors of whom one is not on it, another division, somebody below, nobody.
  private static let viewers: [RoleID?] =
    onPath + [Office.sekretaris, Office.linjamsos, Office.kasubag, Office.stafAnak, nil]

  @Test(arguments: Secrecy.allCases, viewers)
  func tellsOnlyThoseOnThePath(_ secrecy: Secrecy, _ role: RoleID?) throws {
    let path = try Path(secrecy)
    let viewer = role.map(Office.actor)
    let maySee = secrecy == .biasa || role.map(Self.onPath.contains) ?? false
    try expect(path, secrecy, toTell: maySee, viewer)
  }

  /// Holds every way to ask against what somebody may see.
  private func expect(
    _ path: Path, _ secrecy: Secrecy, toTell maySee: Bool, _ viewer: Actor?
  ) throws {
    let desk = path.test.desk
    let task = try #require(try desk.queue(of: Office.umum).first)

    // Lists and books keep a line for it, so that no number is missing.
    let lists = [
      try desk.letters(for: viewer), try desk.agenda("masuk", period: 2026, for: viewer),
      try desk.agenda("masuk", period: 2026, after: 0, for: viewer),
      try desk.letter(path.letter, for: viewer).map { [$0] } ?? [],
    ]
    for rows in lists {
      let row = try #require(rows.first { $0.id == path.letter })
      #expect(row.isHidden == !maySee)
      #expect(row.number?.text == path.number)
      #expect(row.secrecy == secrecy)
      #expect((row.registeredBy == nil) == !maySee, "of an outgoing letter it is who drafted it")
      #expect(rows.count == 1 || rows.count == 3)
      expect(rows, toTell: maySee)
    }
    #expect(try desk.cases(of: path.letter, for: viewer).isEmpty == !maySee)
    #expect((try desk.caseView(path.caseID, for: viewer) != nil) == maySee)
    #expect((try desk.caseView(task: task.id, for: viewer) != nil) == maySee)

    // What is looked for is neither found nor counted.
    for text in ["penculikan", "polres mel", "Penculikan anak", path.number] {
      let found = try desk.search(text, for: viewer)
      #expect(found.contains { $0.id == path.letter } == maySee, "\(text)")
      #expect(try desk.searchCount(text, for: viewer) == found.count, "\(text)")
    }
    #expect(try desk.search("anak OR bantuan", for: viewer).count <= 2)
    let same = try desk.sameLetters(
      sender: "Polres Melati", number: "1/PC/2026", date: nil, for: viewer)
    #expect(same.count == (maySee ? 1 : 0))
    #expect(try desk.senders(beginningWith: "Pol").isEmpty == (secrecy != .biasa))

    // A procedure tells what a letter is about: its case is neither counted nor weighed.
    let running = maySee ? 3 : 2
    let begun = try desk.procedures(begunBy: Office.umum, byEntry: true, for: viewer)
    let id = SmallProcedures.incoming.id
    for rows in [try desk.procedures(for: viewer), begun] {
      #expect(rows.first { $0.id == id }?.running == running)
    }
    #expect(try desk.versions(of: id, for: viewer).map(\.running) == [running])

    // Queues and the backlog keep its line and count it.
    for rows in [
      try desk.queue(of: Office.umum, for: viewer),
      try desk.backlogTasks(of: Office.umum, for: viewer),
    ] {
      let row = try #require(rows.first { $0.letter == path.letter })
      #expect(row.isHidden == !maySee)
      expect(rows, toTell: maySee)
    }
    let done = try desk.done(by: Office.kadis, for: viewer)
    #expect(done.map(\.isHidden) == [!maySee])
    expect(done, toTell: maySee)
    #expect(try desk.backlog().first { $0.role == Office.umum }?.open == 1)
  }

  private func expect<Row>(
    _ rows: [Row], toTell maySee: Bool, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let told = String(describing: rows)
    for word in ["Penculikan", "Polres"] where told.contains(word) {
      #expect(maySee, "\(word)", sourceLocation: sourceLocation)
    }
    #expect(told.contains("Penculikan") == maySee, sourceLocation: sourceLocation)
  }

  /// A queue is lent without what was told to its post alone; whoever is on the path by a post of his own reads on.
  @Test(arguments: [Secrecy.biasa, .rahasia], [Office.linjamsos, Office.rehsos])
  func aLentQueueKeepsItsSecrets(_ secrecy: Secrecy, _ own: RoleID) throws {
    let path = try Path(secrecy)
    let today = Office.office.calendar.date(of: Office.monday)
    let borrower = Actor(person: PersonID(own.rawValue), role: Office.umum, standing: .lent)
    try path.test.act(
      .lend(
        QueueLoan(
          of: Office.umum, by: PersonID(Office.umum.rawValue), to: borrower.person, from: today,
          until: today, reason: "Cuti")), as: Office.umum)
    let maySee = secrecy == .biasa || Self.onPath.contains(own)
    try expect(path, secrecy, toTell: maySee, borrower)

    // Nor is it worked on; the count says that it waits.
    #expect(try path.test.desk.counts(of: Office.umum)[.all] == 1)
    let task = try #require(try path.test.desk.queue(of: Office.umum).first).ref
    #expect(
      refusal { try path.test.act(.claim(task), by: borrower) } == (maySee ? nil : .secret))
    let holder = try path.test.desk.caseView(path.caseID, for: Office.actor(Office.umum))
    #expect(holder != nil)
  }

  /// A screen that was left open goes on asking as who sat there.
  @Test(
    arguments: ["taken back", "last day past", "lender dismissed"],
    [Office.linjamsos, Office.rehsos])
  func aLoanThatEndedTellsNoMoreThanItDid(_ end: String, _ own: RoleID) throws {
    let path = try Path(.rahasia)
    let today = Office.office.calendar.date(of: Office.monday)
    let lender = PersonID(Office.umum.rawValue)
    let borrower = Actor(person: PersonID(own.rawValue), role: Office.umum, standing: .lent)
    try path.test.act(
      .lend(
        QueueLoan(
          of: Office.umum, by: lender, to: borrower.person, from: today, until: today,
          reason: "Cuti")), as: Office.umum)
    switch end {
    case "taken back":
      try path.test.act(.takeBack(borrower.person, Office.umum), as: Office.umum)
    case "last day past": path.test.pass(minutes: 24 * 60)
    default:
      try path.test.desk.administer(
        .dismiss(lender, Office.umum, lastDay: today.adding(days: -1)), by: "root")
    }
    try expect(path, .rahasia, toTell: Self.onPath.contains(own), borrower)
  }

  @Test func whoseAppointmentEndedReadsNoSecretOfIt() throws {
    let path = try Path(.rahasia)
    let holder = Office.actor(Office.kasiLansia)
    try expect(path, .rahasia, toTell: true, holder)
    let today = Office.office.calendar.date(of: Office.monday)
    try path.test.desk.administer(
      .dismiss(holder.person, holder.role, lastDay: today.adding(days: -1)), by: "root")
    try expect(path, .rahasia, toTell: false, holder)
  }

  @Test func anAnswerDoesNotTellWhatItAnswers() throws {
    let path = try Path(.rahasia)
    var letter = Letter(kind: .outgoing, sender: "Kami", subject: "Jawaban")
    letter.replyTo = path.letter
    let answer = try #require(
      try path.test.act(
        .register(Registration(letter: letter, procedure: SmallProcedures.outgoing.id)),
        as: Office.kasiLansia
      ).startedCase)
    let told = try path.test.desk.caseView(answer, for: Office.actor(Office.kasiLansia))?.answered
    #expect(told?.subject == "Penculikan anak")
    let masked = try path.test.desk.caseView(answer, for: Office.actor(Office.umum))
    #expect(masked?.answered?.subject == "Penculikan anak")
    let outsider = try #require(
      try path.test.desk.caseView(answer, for: Office.actor(Office.linjamsos)))
    #expect(outsider.answered?.isHidden == true)
    #expect(!String(describing: outsider).contains("Penculikan"))
    #expect(
      try path.test.desk.caseView(path.caseID, for: Office.actor(Office.kadis))?.replies.count == 1)
  }

  @Test func whoIsNotOnThePathDoesNothingWithIt() throws {
    let path = try Path(.terbatas)
    let task = try #require(try path.test.desk.queue(of: Office.umum).first).ref
    let reassign = Action.reassign(task, to: Office.kasubag, reason: "Cuti")
    #expect(refusal { try path.test.act(reassign, as: Office.sekretaris) } == .secret)
    #expect(
      refusal { try path.test.act(.cancel(path.caseID, reason: "x"), as: Office.sekretaris) }
        == .secret)
    try path.test.act(reassign, as: Office.kadis)
    // Who gets the task is on the path from now on, and who had it stays on it.
    for role in [Office.kasubag, Office.umum] {
      #expect(try path.test.desk.caseView(path.caseID, for: Office.actor(role)) != nil)
    }
  }
}
