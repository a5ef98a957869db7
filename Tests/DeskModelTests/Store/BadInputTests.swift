import Foundation
import GRDB
import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// What no form would let through, given to the desk all the same: a sentence, and nothing half done.
@Suite struct BadInputTests {
  private func refusal(of letter: Letter, in test: TestOffice) -> Refusal? {
    let registration = Registration(letter: letter, procedure: SmallProcedures.incoming.id)
    do { try test.act(.register(registration), as: Office.umum) } catch {
      return error as? Refusal
    }
    return nil
  }

  @Test func lettersThatNoFormLetsThroughAreRefused() throws {
    let test = try TestOffice()
    let before = try test.desk.journalHead().entries
    let good = Letter(kind: .incoming, sender: "Panti", subject: "Hal")
    let bad: [(WritableKeyPath<Letter, String>, String, String)] = [
      (\.subject, String(repeating: "x", count: 100_000), "letter.too-long.subject"),
      (\.subject, String(repeating: "e\u{301}", count: 600), "letter.too-long.subject"),
      (\.subject, " \n", "letter.subject-empty"), (\.sender, "\t", "letter.sender-empty"),
      (\.sender, "Panti\u{1B}[31m", "letter.control.sender"),
      (\.subject, "Hal\u{0}", "letter.control.subject"),
      (\.subject, "\u{202E}laH", "letter.control.subject"),
    ]
    for (field, text, key) in bad {
      var letter = good
      letter[keyPath: field] = text
      let found = refusal(of: letter, in: test)
      #expect(found?.code == .badLetter)
      #expect(found?.message.key == key)
    }
    #expect(try test.desk.journalHead().entries == before)
    var longest = good
    longest.subject = String(repeating: "é", count: 1_000)
    longest.letterDate = .latest
    longest.receivedDate = .earliest
    #expect(refusal(of: longest, in: test) == nil)
    _ = try test.desk.verify()
  }

  @Test func draftsKeepTheirLinesAndNothingHidden() throws {
    let test = try TestOffice()
    let registration = Registration(
      letter: Letter(kind: .outgoing, sender: "Kami", subject: "Balasan"),
      procedure: SmallProcedures.outgoing.id)
    let receipt = try test.act(.register(registration), as: Office.kasiAnak)
    let id = try #require(receipt.startedCase)
    func open() throws -> TaskRef {
      TaskRef(try #require(try test.desk.caseView(id)?.state.openTasks.first))
    }
    for text in [
      "a\u{0}b", "\u{1B}]0;x\u{7}", "a\u{202E}b", String(repeating: "x", count: 5_000_000),
    ] {
      #expect(
        DeskModelTests.refusal {
          try test.act(.writeDraft(try open(), text: text, basedOn: 0), as: Office.umum)
        } == .badText)
    }
    let huge = "Yth.\r\n\tPanti\u{2028}" + String(repeating: "naskah ", count: 28_000)
    try test.act(.writeDraft(try open(), text: huge, basedOn: 0), as: Office.umum)
    let kept = try #require(try test.desk.caseView(id)?.state.draft(on: 0)?.text)
    #expect(kept.hasPrefix("Yth.\n\tPanti\nnaskah"))
    #expect(kept.unicodeScalars.count == huge.unicodeScalars.count - 1)
    // The same words again are no new version.
    try test.act(.writeDraft(try open(), text: kept, basedOn: 1), as: Office.umum)
    #expect(try test.desk.caseView(id)?.state.draft(on: 0)?.version == 1)
    _ = try test.desk.verify()
  }

  @Test(arguments: [
    String(repeating: "kata ", count: 20_000), String(repeating: "a", count: 100_000),
    String(repeating: "9 ", count: 3_000), "\u{0}\u{1B}[2J", "NEAR( AND OR NOT ^ * : - + { } \"",
    "½ ² ① ª 你好 é\u{301}",
  ])
  func searchesTakeWhateverIsPasted(_ text: String) throws {
    let test = try TestOffice()
    try test.register()
    #expect(try test.desk.search(text).isEmpty)
    #expect(try test.desk.searchCount(text) == 0)
    #expect(try test.desk.senders(beginningWith: text).isEmpty)
    #expect(try test.desk.sameLetters(sender: text, number: text, date: nil).isEmpty)
  }

  @Test func aFullDiskStopsAtAnyStatementWithoutATrace() throws {
    let test = try TestOffice()
    for _ in 0..<3 { try test.register() }
    let text = String(repeating: "panjang", count: 100)
    var refused = 0
    for _ in 0..<40 {
      let before = try test.desk.journalHead()
      let pages = try test.desk.store.read { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
      // One page more at each try: the statement that finds no room is another one each time.
      for more in 0..<8 {
        try limit(test, pages: pages + more)
        do {
          try test.register(text)
          break
        } catch StoreError.full {
          refused += 1
          #expect(try test.desk.journalHead() == before)
        }
      }
    }
    #expect(refused > 20)
    try limit(test, pages: 1_000_000)
    _ = try test.desk.verify()
    #expect(try test.desk.agenda("masuk", period: 2026, limit: 100).count == 43)
  }

  private func limit(_ test: TestOffice, pages: Int) throws {
    try test.desk.store.write { _ = try Int.fetchOne($0, sql: "PRAGMA max_page_count = \(pages)") }
  }

  @Test func tasksAndCasesThatAreNotThereAreUnknown() throws {
    let test = try TestOffice()
    for action in [
      Action.open(TaskRef(99, version: 1)), .recall(TaskRef(-1, version: 0)),
      .cancel(.max, reason: "x"), .resume(TaskRef(.min, version: .min)),
    ] {
      #expect(DeskModelTests.refusal { try test.act(action, as: Office.umum) } == .unknown)
    }
    let registration = Registration(
      letter: Letter(kind: .incoming, sender: "Panti", subject: "Hal"), procedure: "tidak-ada")
    #expect(
      DeskModelTests.refusal { try test.act(.register(registration), as: Office.umum) }
        == .notStartable)
  }
}
