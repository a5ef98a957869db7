import DeskTestSupport
import Foundation
import GRDB
import Testing

@testable import DeskModel

private typealias Office = SmallOffice

/// The agenda books themselves: numbers for paper, the end of a day, and the account of every number.
@Suite struct BookActTests {
  private let today = Office.office.calendar.date(of: Office.monday)

  private func place(_ sequence: Int, in period: Int = 2026) -> NumberPlace {
    NumberPlace(book: "masuk", period: period, sequence: sequence)
  }

  private func enter(
    _ test: TestOffice, _ sequence: Int, received: CalendarDate? = nil, in period: Int = 2026
  ) throws -> Receipt {
    let letter = Letter(
      kind: .incoming, sender: "Panti Contoh", receivedDate: received ?? today,
      subject: "Dari kertas")
    return try test.act(
      .register(
        Registration(
          letter: letter, procedure: SmallProcedures.incoming.id,
          reserved: place(sequence, in: period))), as: Office.umum)
  }

  // MARK: - Numbers for paper

  @Test func reservedNumbersAreLeftOutAndEnteredLater() throws {
    let test = try TestOffice()
    try test.register()
    try test.act(
      .keepBook(.reserve("masuk", count: 3, reason: "Listrik padam")), as: Office.umum)
    #expect(try test.register().number?.sequence == 5)
    test.pass(minutes: 24 * 60)
    let entered = try enter(test, 3)
    #expect(entered.number?.text == "003/M/2026")
    try test.act(
      .keepBook(.void([place(2), place(2)], reason: "Kertas rusak")), as: Office.umum)
    #expect(try test.desk.openNumbers(of: "masuk").map(\.place.sequence) == [4])

    let rows = try test.desk.agendaRows("masuk", period: 2026)
    #expect(rows.map(\.id) == [5, 4, 3, 2, 1])
    #expect(rows.map { $0.letter != nil } == [true, false, true, false, true])
    #expect(
      try test.desk.agendaRows("masuk", period: 2026, before: 4, limit: 2).map(\.id) == [3, 2])
    #expect(
      try test.desk.agendaRows("masuk", period: 2026, after: 2, limit: 2).map(\.id) == [4, 3])

    let account = try test.desk.account(of: "masuk", period: 2026)
    #expect(account.map(\.standing) == [.used, .voided, .used, .reserved, .used])
    #expect(account.map(\.reason) == [nil, "Kertas rusak", "Listrik padam", "Listrik padam", nil])
    #expect(account.allSatisfy { $0.by == PersonID(Office.umum.rawValue) && $0.at != nil })
    _ = try test.desk.verify()
  }

  @Test func aCancelledLettersNumberIsAccountedForWithItsReason() throws {
    let test = try TestOffice()
    let id = try #require(try test.register().startedCase)
    test.pass(minutes: 5)
    try test.act(.cancel(id, reason: "Salah alamat"), as: Office.kadis)
    let account = try test.desk.account(of: "masuk", period: 2026)
    #expect(account.map(\.standing) == [.cancelled])
    #expect(account.first?.reason == "Salah alamat")
    #expect(account.first?.by == PersonID(Office.kadis.rawValue))
    #expect(account.first?.at == Timestamp(milliseconds: Office.monday.milliseconds + 300_000))
    #expect(account.first?.letter != nil)
  }

  /// The account is for everybody; why a secret letter was cancelled is for those on its path.
  @Test func aCancelledSecretLetterIsOneThatIsThere() throws {
    let test = try TestOffice()
    let id = try #require(test.register(secrecy: .rahasia).startedCase)
    try test.act(.cancel(id, reason: "Korban mencabut laporan"), as: Office.kadis)
    let account = try test.desk.account(of: "masuk", period: 2026)
    #expect(account.map(\.standing) == [.used])
    #expect(account.map(\.reason) == [nil])
    #expect(account.map(\.by) == [PersonID(Office.umum.rawValue)])
  }

  @Test func whatIsPassedOverIsNamed() throws {
    let test = try TestOffice()
    try test.act(.keepBook(.reserve("masuk", count: 6, reason: "Padam")), as: Office.umum)
    try test.act(.keepBook(.void([place(4)], reason: "Rusak")), as: Office.umum)
    let open = try test.desk.openNumbers(of: "masuk")
    #expect(open.before(place(1)).isEmpty)
    #expect(open.before(place(3)).map(\.place.sequence) == [1, 2])
    #expect(open.before(place(6)).list == "1–3, 5")
    #expect(open.before(place(6, in: 2025)).isEmpty)
    #expect(open.before(NumberPlace(book: "keluar", period: 2026, sequence: 6)).isEmpty)
  }

  @Test func aNumberThatWasTakenAwayIsMissing() throws {
    let test = try TestOffice()
    try test.act(.keepBook(.reserve("masuk", count: 3, reason: "Padam")), as: Office.umum)
    let outside = try DatabaseQueue(path: test.folder.database)
    try outside.writeWithoutTransaction {
      try $0.execute(sql: "DELETE FROM reserved_number WHERE sequence = 2")
    }
    let account = try test.desk.account(of: "masuk", period: 2026)
    #expect(account.map(\.standing) == [.reserved, .missing, .reserved])
  }

  @Test func whatIsNotOpenIsRefused() throws {
    let test = try TestOffice()
    func keep(_ act: BookAct, as role: RoleID = Office.umum) throws {
      try test.act(.keepBook(act), as: role)
    }
    let reason = "Padam"
    #expect(
      refusal { try keep(.reserve("masuk", count: 1, reason: reason), as: Office.kadis) }
        == .notAllowed)
    for count in [0, -1, Flow.longestBlock + 1] {
      #expect(
        refusal { try keep(.reserve("masuk", count: count, reason: reason)) } == .badBlock)
    }
    #expect(refusal { try keep(.reserve("masuk", count: 1, reason: " ")) } == .reasonMissing)
    #expect(refusal { try keep(.reserve("lain", count: 1, reason: reason)) } == .unknown)
    try keep(.reserve("masuk", count: 3, reason: reason))
    _ = try enter(test, 1)
    try keep(.void([place(2)], reason: reason))
    for number in [1, 2, 4, 0] {
      #expect(refusal { _ = try enter(test, number) } == .notReserved)
      #expect(refusal { try keep(.void([place(number)], reason: reason)) } == .notReserved)
    }
    let lastYear = CalendarDate(year: 2025, month: 12, day: 31)
    #expect(refusal { _ = try enter(test, 3, received: lastYear) } == .otherYear)
    #expect(refusal { _ = try enter(test, 3, in: 2025) } == .notReserved)
    #expect(try test.register().number?.sequence == 4)
    _ = try test.desk.verify()
  }

  @Test func anOutgoingLetterTakesTheNumberItHasOnPaper() throws {
    let test = try TestOffice()
    try test.act(.keepBook(.reserve("keluar", count: 2, reason: "Padam")), as: Office.umum)
    test.pass(minutes: 24 * 60)
    let own = try test.act(
      .register(
        Registration(
          letter: Letter(kind: .outgoing, sender: "", subject: "Uji"),
          procedure: SmallProcedures.outgoing.id)), as: Office.kasiAnak)
    let id = try #require(own.startedCase)
    func open() throws -> TaskRef {
      TaskRef(try #require(try test.desk.caseView(id)?.state.openTasks.first))
    }
    try test.act(.complete(try open(), Completion(draft: "Naskah")), as: Office.umum)
    for role in [Office.kasiAnak, Office.rehsos] {
      try test.act(.open(try open()), as: role)
      try test.act(.paraf(try open(), draft: 1), as: role)
    }
    try test.act(.open(try open()), as: Office.kadis)
    try test.act(.sign(try open(), draft: 1), as: Office.kadis)
    let sent = try test.act(
      .complete(
        try open(),
        Completion(
          classification: Classification(code: "400.9.2", name: "Anak"), channel: "kurir",
          reserved: NumberPlace(book: "keluar", period: 2026, sequence: 2))), as: Office.umum)
    #expect(sent.number?.text == "400.9.2/002/DINSOS/2026")
    let row = try #require(try test.desk.caseView(id)?.letter)
    #expect(row.letterDate == today, "it is of the day on which the numbers were set aside")
  }

  // MARK: - The end of a day

  @Test func aClosedPageTakesNothingMore() throws {
    let test = try TestOffice()
    try test.register("Pertama")
    try test.register("Kedua")
    let before = try test.desk.journalHead()
    try test.act(.keepBook(.closePage("masuk", today)), as: Office.umum)
    let page = try test.desk.agendaDay("masuk", today)
    let closing = try #require(page.closing)
    #expect(page.letters.map { $0.number?.sequence } == [1, 2])
    #expect((closing.page.count, closing.page.first, closing.page.last) == (2, 1, 2))
    #expect(closing.page.entries == before.entries)
    #expect(closing.page.head == before.head.hexDigits)
    // The code on paper is what `journal head` says right after.
    let head = try test.desk.journalHead()
    #expect(closing.code == HashChain.shortCode(head.head))
    #expect(closing.entry == head.entries)
    #expect(try test.desk.journalHash(of: closing.entry) == head.head)

    let late = try test.register("Sesudah tutup")
    #expect(late.number?.sequence == 3, "the number goes on, the page is the next")
    #expect(try test.desk.agendaDay("masuk", today) == page)
    let next = try test.desk.agendaDay("masuk", today.adding(days: 1))
    #expect(next.letters.map(\.late) == [today])
    #expect(try test.desk.letter(try #require(late.letter))?.late == today)
    test.pass(minutes: 24 * 60)
    try test.register("Besok")
    #expect(
      try test.desk.agendaDay("masuk", today.adding(days: 1)).letters.map(\.late) == [today, nil])
    _ = try test.desk.verify()
  }

  @Test func closesOncePerDayAndBookAndNotAhead() throws {
    let test = try TestOffice()
    func close(_ day: CalendarDate, as role: RoleID = Office.umum) -> Refusal.Code? {
      refusal { try test.act(.keepBook(.closePage("masuk", day)), as: role) }
    }
    #expect(close(today, as: Office.kasubag) == .notAllowed)
    #expect(close(today.adding(days: 1)) == .pageAhead)
    #expect(close(today) == nil)
    #expect(close(today) == .pageClosed)
    test.pass(minutes: 4 * 24 * 60)
    #expect(close(today.adding(days: 2)) == nil, "a day that was forgotten")
    #expect(try test.desk.agendaDay("masuk", today).closing?.page.first == nil)
    #expect(
      refusal { try test.act(.keepBook(.closePage("keluar", today)), as: Office.umum) } == nil)
  }

  @Test func aDayBeforeTheOfficeHasNoPage() throws {
    let test = try TestOffice()
    for day in [today.adding(days: -1), today.adding(days: -2_300)] {
      #expect(
        refusal { try test.act(.keepBook(.closePage("masuk", day)), as: Office.umum) }
          == .pageBefore)
      #expect(try !test.desk.isPageClosed("masuk", day))
    }
    try test.act(.keepBook(.closePage("masuk", today)), as: Office.umum)
  }

  @Test func withoutItsKeyNothingIsClosedAndANewOneIsOnRecord() throws {
    let test = try TestOffice()
    let old = try #require(try test.desk.publicKey())
    let attributes = try FileManager.default.attributesOfItem(atPath: test.folder.key)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(
      try test.desk.ensureKey(by: Office.actor(Office.umum)) == (old, false), "it has one already")
    try test.act(.keepBook(.closePage("masuk", today)), as: Office.umum)
    try FileManager.default.removeItem(atPath: test.folder.key)
    func close() throws { try test.act(.keepBook(.closePage("keluar", today)), as: Office.umum) }
    #expect(refusal { try close() } == .keyMissing)
    #expect(
      refusal { _ = try test.desk.ensureKey(by: Office.actor(Office.kasiAnak)) } == .notAllowed)
    let new = try test.desk.ensureKey(by: Office.actor(Office.umum))
    #expect(new.isNew && new.publicKey != old)
    try close()
    _ = try test.desk.verify()
  }

  // MARK: - Paper

  @Test func sheetsKeepToEightyColumns() throws {
    let test = try TestOffice()
    try test.act(
      .keepBook(
        .reserve("masuk", count: 3, reason: String(repeating: "Listrik padam ", count: 12))),
      as: Office.umum)
    for index in 1...4 {
      let letter = Letter(
        kind: .incoming, secrecy: index == 4 ? .rahasia : .biasa,
        sender: "Yayasan Pembinaan Kesejahteraan Contoh \(index)",
        senderNumber: "400.9/\(index)/YPKC/III/2026", letterDate: today, receivedDate: today,
        subject: index == 4
          ? "Tidak untuk umum" : String(repeating: "Permohonan bantuan sosial ", count: 4))
      try test.act(
        .register(Registration(letter: letter, procedure: SmallProcedures.incoming.id)),
        as: Office.umum)
    }
    try test.act(.keepBook(.closePage("masuk", today)), as: Office.umum)
    let book = try #require(Office.office.book("masuk"))
    let sheet = AgendaSheet(Office.office, try Phrasebook(.id, in: AssetsFolder.find()))
    let page = try test.desk.agendaDay("masuk", today)
    let lines = sheet.page(page, of: book)
    let block = sheet.block(of: book, try test.desk.openNumbers(of: "masuk"))
    #expect((lines + block).allSatisfy { $0.count <= AgendaSheet.width })
    let text = lines.joined(separator: "\n")
    #expect(text.contains(try #require(page.closing?.code)))
    #expect(text.contains("Rahasia") && !text.contains("Tidak untuk umum"))
    #expect(block.count { $0.contains("....") } == 3)
  }
}
