import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// Putting right what a letter was registered with: who may, when, and what follows.
@Suite struct CorrectionTests {
  /// A letter in the office's file, just registered.
  private struct Scene {
    let test: TestOffice
    let id: CaseID

    init(urgency: Urgency = .biasa, secrecy: Secrecy = .biasa) throws {
      test = try TestOffice()
      let letter = Letter(
        kind: .incoming, secrecy: secrecy, urgency: urgency, sender: "Panti Contoh",
        senderNumber: "1/PC/2026", letterDate: CalendarDate("2026-02-27"),
        receivedDate: CalendarDate("2026-03-02"), subject: "Permohonan bantuan")
      id = try #require(
        try test.act(
          .register(Registration(letter: letter, procedure: SmallProcedures.incoming.id)),
          as: Office.umum
        ).startedCase)
    }

    var view: CaseView {
      get throws { try #require(try test.desk.caseView(id, for: Office.actor(Office.umum))) }
    }
    var state: CaseState { get throws { try view.state } }

    @discardableResult
    func correct(
      as role: RoleID = Office.umum, reason: String = "Salah ketik", over: Int64?? = nil,
      _ change: (inout Letter) -> Void
    ) throws -> Receipt {
      let state = try state
      var letter = state.letter
      change(&letter)
      let seen = over ?? state.corrected
      return try test.act(
        .correct(id, Correction(letter, over: seen, reason: reason)), as: role)
    }

    func dispose(to role: RoleID, informing: [RoleID] = []) throws {
      let task = try #require(
        try state.openTasks.first { $0.act == .disposisi && $0.kind == .step })
      try test.act(
        .dispose(
          TaskRef(task),
          Disposition(
            recipients: [.init(role: role)]
              + informing.map { .init(role: $0, forInformation: true) })), as: task.role)
    }
  }

  @Test func everyFieldIsPutRightAndWhatStoodThereIsKept() throws {
    let scene = try Scene()
    let before = try scene.state
    scene.test.pass(minutes: 3)
    try scene.correct {
      $0.receivedDate = CalendarDate("2026-03-01")
      $0.sender = "  Panti   Melati "
      $0.senderNumber = nil
      $0.letterDate = CalendarDate("2026-02-26")
      $0.subject = "Permohonan kursi roda"
      $0.note = "Dua buah"
      $0.urgency = .segera
      $0.classification = Classification(code: "400.9", name: "Sosial")
      // What no correction is about.
      $0.kind = .outgoing
      $0.addressee = "Siapa saja"
    }
    let view = try scene.view
    var expected = before.letter
    expected.receivedDate = CalendarDate("2026-03-01")
    expected.sender = "Panti Melati"
    expected.senderNumber = nil
    expected.letterDate = CalendarDate("2026-02-26")
    expected.subject = "Permohonan kursi roda"
    expected.note = "Dua buah"
    expected.urgency = .segera
    expected.classification = Classification(code: "400.9", name: "Sosial")
    #expect(view.state.letter == expected)
    #expect(view.state.number == before.number)
    let written = try #require(view.corrections.first)
    #expect(written.fact.reason == "Salah ketik")
    #expect(written.by.person == Office.actor(Office.umum).person)
    #expect(view.letter.corrected == written.at)
    #expect(
      written.fact.changes.list.map { [$0.field.rawValue, $0.from, $0.to] } == [
        ["receivedDate", "2026-03-02", "2026-03-01"], ["sender", "Panti Contoh", "Panti Melati"],
        ["senderNumber", "1/PC/2026", nil], ["letterDate", "2026-02-27", "2026-02-26"],
        ["subject", "Permohonan bantuan", "Permohonan kursi roda"], ["note", nil, "Dua buah"],
        ["urgency", "biasa", "segera"], ["classification", nil, "400.9"],
      ])
    // Queue, book, search and the names that are offered.
    let desk = scene.test.desk
    #expect(try desk.queue(of: Office.kadis).first?.subject == "Permohonan kursi roda")
    #expect(try desk.queue(of: Office.kadis).first?.urgency == .segera)
    #expect(try desk.agenda("masuk", period: 2026).first?.sender == "Panti Melati")
    #expect(try desk.search("kursi melati").count == 1)
    #expect(try desk.search("bantuan").isEmpty)
    #expect(try desk.senders(beginningWith: "panti") == ["Panti Melati"])
    _ = try desk.verify()
  }

  @Test(
    arguments: [
      (.kadis, "Salah ketik", "Baru", .notAllowed), (.umum, " \n", "Baru", .reasonMissing),
      (.umum, "Salah ketik", "Permohonan bantuan", .nothingChanged),
      (.umum, "Salah ketik", " Permohonan  bantuan", .nothingChanged),
      (.umum, "Salah ketik", "  ", .badLetter), (.umum, "Salah ketik", "A\u{202E}B", .badLetter),
      (.umum, String(repeating: "x", count: 2_001), "Baru", .badText),
    ] as [(Who, String, String, Refusal.Code)])
  func isRefused(_ who: Who, _ reason: String, _ subject: String, _ code: Refusal.Code) throws {
    let scene = try Scene()
    let head = try scene.test.desk.journalHead().entries
    #expect(
      refusal { try scene.correct(as: who.role, reason: reason) { $0.subject = subject } } == code)
    #expect(try scene.test.desk.journalHead().entries == head)
  }

  enum Who {
    case umum, kadis
    var role: RoleID { self == .umum ? Office.umum : Office.kadis }
  }

  @Test func isRefusedOnceFiledOrCancelledAndForOwnLetters() throws {
    let cancelled = try Scene()
    try cancelled.test.act(.cancel(cancelled.id, reason: "Ganda"), as: Office.umum)
    #expect(refusal { try cancelled.correct { $0.subject = "Baru" } } == .notCorrectable)

    let filed = try Scene()
    let task = try #require(try filed.state.openTasks.first)
    try filed.test.act(
      .dispose(
        TaskRef(task), Disposition(recipients: [], instructions: [Disposition.filing])),
      as: Office.kadis)
    try filed.correct { $0.subject = "Masih dapat" }
    let filing = try #require(try filed.state.openTasks.first)
    try filed.test.act(.complete(TaskRef(filing), Completion()), as: filing.role)
    if let last = try filed.state.openTasks.first {
      try filed.test.act(.complete(TaskRef(last), Completion()), as: last.role)
    }
    #expect(try filed.state.archived != nil)
    #expect(refusal { try filed.correct { $0.subject = "Baru" } } == .notCorrectable)

    var own = try Walk(SmallProcedures.outgoing, by: Office.kasiAnak, kind: .outgoing)
    let state = try #require(own.state)
    var letter = state.letter
    letter.subject = "Baru"
    let correction = Correction(letter, over: nil, reason: "Salah ketik")
    #expect(
      refusal { try own.act(.correct(state.id, correction), as: Office.umum) } == .notCorrectable)
  }

  @Test func ofTwoWhoCorrectAtOnceTheSecondIsTold() throws {
    let scene = try Scene()
    try scene.correct { $0.subject = "Yang pertama" }
    #expect(refusal { try scene.correct(over: .some(nil)) { $0.sender = "Lain" } } == .changed)
    #expect(try scene.state.letter.subject == "Yang pertama")
    try scene.correct { $0.sender = "Lain" }
    #expect(try scene.view.corrections.count == 2)
  }

  @Test func whoIsAtATaskIsNotStopped() throws {
    let scene = try Scene()
    let seen = TaskRef(try #require(try scene.state.openTasks.first))
    try scene.correct {
      $0.subject = "Baru"
      $0.urgency = .sangatSegera
    }
    try scene.test.act(
      .dispose(seen, Disposition(recipients: [.init(role: Office.rehsos)])), as: Office.kadis)
  }

  /// Whatever way a letter came by its urgency, its tasks are due when they would have been.
  @Test(arguments: Urgency.allCases, Urgency.allCases)
  func urgencyMovesWhatWaits(_ from: Urgency, _ to: Urgency) throws {
    func due(_ urgency: Urgency, correctedTo other: Urgency?) throws -> [Timestamp?] {
      let scene = try Scene(urgency: urgency)
      try scene.dispose(to: Office.rehsos, informing: [Office.linjamsos])
      let clerk = try #require(try scene.state.openTasks.first { $0.role == Office.umum })
      try scene.test.act(.complete(TaskRef(clerk), Completion()), as: Office.umum)
      try scene.dispose(to: Office.kasiAnak)
      // A day for which a section has its time waits for others in between.
      let section = try #require(try scene.state.openTasks.first { $0.role == Office.kasiAnak })
      try scene.test.act(.suspend(TaskRef(section), reason: "Menunggu"), as: Office.kasiAnak)
      scene.test.pass(minutes: 45)
      let waiting = try #require(try scene.state.task(section.id))
      try scene.test.act(.resume(TaskRef(waiting)), as: Office.kasiAnak)
      if let other, other != urgency { try scene.correct { $0.urgency = other } }
      _ = try scene.test.desk.verify()
      return try scene.state.openTasks.map(\.due)
    }
    #expect(try due(from, correctedTo: to) == due(to, correctedTo: nil))
  }

  /// Who had an ordinary letter keeps it when it is closed: the same posts as had it been closed from the start.
  @Test(arguments: Secrecy.allCases, [Secrecy.terbatas, .rahasia, .sangatRahasia])
  func whoHadALetterKeepsItWhenItIsClosed(_ first: Secrecy, _ secrecy: Secrecy) throws {
    let scene = try Scene(secrecy: first)
    try scene.dispose(to: Office.rehsos, informing: [Office.kasiLansia])
    let clerk = try #require(try scene.state.openTasks.first { $0.role == Office.umum })
    try scene.test.act(.complete(TaskRef(clerk), Completion()), as: Office.umum)
    // It went to the wrong division first.
    let kabid = try #require(try scene.state.openTasks.first { $0.role == Office.rehsos })
    try scene.test.act(
      .reassign(TaskRef(kabid), to: Office.linjamsos, reason: "Salah bidang"), as: Office.kadis)
    if first != secrecy { try scene.correct { $0.secrecy = secrecy } }
    _ = try scene.test.desk.verify()
    #expect(
      try scene.state.readers == [
        Office.umum, Office.kadis, Office.rehsos, Office.kasiLansia, Office.linjamsos,
      ])
  }

  /// Closed and opened again between what others do: the journal gives the tables as they are.
  @Test(arguments: Secrecy.allCases, Secrecy.allCases)
  func anActAfterACorrectionIsReadFromTheJournalAsItWas(
    _ first: Secrecy, _ second: Secrecy
  ) throws {
    let scene = try Scene(secrecy: first)
    if first != second { try scene.correct { $0.secrecy = second } }
    try scene.dispose(to: Office.rehsos)
    _ = try scene.test.desk.verify()
    try scene.correct {
      $0.secrecy = first
      $0.subject = "Hal lain"
    }
    let clerk = try #require(try scene.state.openTasks.first { $0.role == Office.umum })
    try scene.test.act(.complete(TaskRef(clerk), Completion()), as: Office.umum)
    _ = try scene.test.desk.verify()
  }

  /// Whoever may read a letter that is secret already is written down: nobody is looked for in the journal.
  @Test(arguments: Secrecy.allCases)
  func onlyOfAnOrdinaryLetterIsTheJournalRead(_ secrecy: Secrecy) throws {
    let scene = try Scene(secrecy: secrecy)
    let letter = try scene.state.letter
    var closed = letter
    closed.secrecy = .sangatRahasia
    let correction = Correction(closed, over: nil, reason: "Salah sifat")
    let path = try scene.test.desk.store.read { db in
      try scene.test.desk.path(closedBy: .correct(scene.id, correction), db)
    }
    #expect(Set(path) == (secrecy.isSecret ? [] : [Office.umum, Office.kadis]))
  }

  @Test func aSenderOfALetterThatIsClosedIsNotOfferedAnyMore() throws {
    let scene = try Scene()
    #expect(try scene.test.desk.senders(beginningWith: "pan") == ["Panti Contoh"])
    try scene.correct { $0.secrecy = .rahasia }
    #expect(try scene.test.desk.senders(beginningWith: "pan").isEmpty)
    let other = Office.actor(Office.linjamsos)
    #expect(try scene.test.desk.caseView(scene.id, for: other) == nil)
    #expect(try scene.test.desk.search("bantuan", for: other).isEmpty)
    try scene.correct { $0.secrecy = .biasa }
    #expect(try scene.test.desk.senders(beginningWith: "pan") == ["Panti Contoh"])
    #expect(try scene.test.desk.caseView(scene.id, for: other)?.state.readers == [])
    _ = try scene.test.desk.verify()
  }
}
