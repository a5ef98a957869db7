import DeskModel
import Foundation
import Testing

/// Numbers for paper, the end of a day and the journal's proof, by command line.
@Suite struct CommandLineAgendaTests {
  struct Account: Decodable {
    struct Number: Decodable {
      var number: Int
      var standing: String
      var reason: String?
    }
    var book: String
    var numbers: [Number]
  }
  struct Code: Decodable {
    var code: String
    var entries: Int
    var head: String
  }

  private static let clerk = ["--as", "cempaka"]

  private func enter(_ office: CommandLineOffice, _ more: String...) throws -> CommandLineOffice.Run
  {
    try office.run(
      ["letter", "add", "--sender", "Panti Contoh", "--subject", "Permohonan"] + Self.clerk + more)
  }

  @Test func aClockBehindTheJournalIsToldAndClosesNoPage() throws {
    let office = try CommandLineOffice.founded()
    let ahead = Desk.systemClock().milliseconds + 86_400_000
    let desk = try Desk(OfficeFolder(office.root), clock: { Timestamp(milliseconds: ahead) })
    try desk.administer(.mapUser("pengguna-contoh", "cempaka-misal"), by: "root")
    try desk.close()
    let entered = try enter(office)
    #expect(entered.code == 0 && entered.err.contains("tertinggal dari catatan terakhir"))
    let closed = try office.run(["agenda", "close"] + Self.clerk)
    #expect(closed.code == 1 && closed.err.contains("Betulkan jam dulu"), "\(closed.err)")
    #expect(try office.run("journal", "verify").code == 0)
  }

  @Test func numbersForPaperAreEnteredLaterAndAccountedFor() throws {
    let office = try CommandLineOffice.founded()
    #expect(try enter(office).code == 0)
    let reserved = try office.run(
      ["agenda", "reserve", "surat-masuk", "--count", "3", "--reason", "Listrik padam"] + Self.clerk
    )
    #expect(reserved.code == 0, "\(reserved.err)")
    #expect(reserved.out.contains("nomor 2 sampai 4"))
    let sheet = try office.run("agenda", "sheet", "surat-masuk").out.split(separator: "\n")
    #expect(sheet.allSatisfy { $0.count <= 80 })
    #expect(sheet.count { $0.hasPrefix("000") } == 3)
    let third = try enter(office, "--reserved", "3")
    #expect(third.out.contains("0003"))
    #expect(third.err.contains("masih terbuka: 2.") && third.err.contains("Nomor 3 dipakai"))
    let before = try office.run(["agenda", "close", "--date", "1/1/2020"] + Self.clerk)
    #expect(before.code == 1 && before.err.contains("baru dimulai pada"), "\(before.err)")
    for wrong in ["3", "9", "x", "0", "2/2020"] {
      let run = try enter(office, "--reserved", wrong)
      #expect(run.code == 1)
      #expect(run.err.split(separator: "\n").count == 1)
    }
    #expect(
      try office.run(
        ["agenda", "void", "surat-masuk", "4", "--reason", "Tidak terpakai"] + Self.clerk
      ).code == 0)
    let books: [Account] = try office.run("agenda", "gaps", "--json").json()
    let book = try #require(books.first { $0.book == "surat-masuk" })
    #expect(book.numbers.map(\.standing) == ["used", "reserved", "used", "voided"])
    #expect(
      book.numbers.map(\.reason) == [nil, "Listrik padam", "Listrik padam", "Tidak terpakai"])
    let text = try office.run("agenda", "gaps", "--book", "surat-masuk").out
    #expect(text.contains("2 dipakai") && text.contains("Tidak terpakai"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 100 })

    try tamper(office, "DELETE FROM reserved_number WHERE sequence = 2")
    #expect(try office.run("agenda", "gaps").code == 4)
  }

  @Test func thePrintedCodeIsTheJournalsHead() throws {
    let office = try CommandLineOffice.founded()
    _ = try enter(office)
    let closed = try office.run(["agenda", "close", "--book", "surat-masuk"] + Self.clerk)
    #expect(closed.code == 0, "\(closed.err)")
    #expect(closed.out.split(separator: "\n").allSatisfy { $0.count <= 80 })
    let head: Code = try office.run("journal", "head", "--json").json()
    #expect(closed.out.contains(head.code))
    #expect(try enter(office).code == 0)
    let later: Code = try office.run("journal", "head", "--at", "\(head.entries)", "--json").json()
    #expect((later.code, later.head) == (head.code, head.head))
    #expect(try office.run("agenda", "page").out == closed.out)
    #expect(try office.run("journal", "head", "--at", "9999").code == 1)
    let again = try office.run(["agenda", "close", "--book", "surat-masuk"] + Self.clerk)
    #expect(again.code == 1)
    #expect(try office.run(["agenda", "close"] + Self.clerk).code == 0, "the other book")
    #expect(try office.run(["agenda", "close"] + Self.clerk).code == 1)
    #expect(try office.run("journal", "key").out.contains("Ed25519"))
  }

  @Test func verifyNamesWhatWasTamperedWith() throws {
    let office = try CommandLineOffice.founded()
    struct Added: Decodable { var letter: Int }
    let letter: Added = try enter(office, "--json").json()
    #expect(try office.run("journal", "verify").code == 0)
    try tamper(
      office,
      """
      DROP TRIGGER event_no_update;
      UPDATE event SET body = replace(body, 'Permohonan', 'Penolakan') WHERE seq = \(letter.letter)
      """)
    let run = try office.run("journal", "verify")
    #expect(run.code == 4)
    #expect(run.err.contains("ke-\(letter.letter) "))
    #expect(run.err.split(separator: "\n").count == 1)
  }

  @Test func exportsOnceAndPrivately() throws {
    let office = try CommandLineOffice.founded()
    let file = office.home + "/jurnal.jsonl"
    #expect(try office.run("journal", "export", "--output", file).code == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(try office.run("journal", "export").out == text)
    let head: Code = try office.run("journal", "head", "--json").json()
    #expect(text.split(separator: "\n").count == head.entries)
    #expect(text.split(separator: "\n").last?.contains(head.head) == true)
    #expect(try office.run("journal", "export", "--output", file).code == 1)
    #expect(try office.run("journal", "export", "--output", "/tidak/ada").code == 1)
  }

  /// Changes the file as any program could.
  private func tamper(_ office: CommandLineOffice, _ sql: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.argv[2])",
      office.root + "/office.sqlite", sql,
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}
