import DeskPseudoTerminal
import Foundation
import Glibc
import Testing

/// Whatever is wrong is told in one sentence on stderr, with the documented exit code, and nothing is written.
@Suite struct CommandLineBadInputTests {
  /// One thing typed wrongly, with the code the program ends with and a word of its sentence.
  struct Slip: Sendable, CustomTestStringConvertible {
    var code: Int32
    var says: String
    var arguments: [String]
    var testDescription: String { arguments.joined(separator: " ").prefix(60).description }

    init(_ code: Int32, _ says: String, _ arguments: String...) {
      (self.code, self.says, self.arguments) = (code, says, arguments)
    }

    /// A registration by the front desk with one thing wrong.
    static func letter(_ code: Int32, _ says: String, _ more: String...) -> Slip {
      var slip = Slip(code, says)
      slip.arguments =
        ["letter", "add", "--as", "cempaka", "--sender", "Panti", "--subject", "Uji"] + more
      return slip
    }
  }

  private static let slips: [Slip] = [
    Slip(1, "Jabatan", "queue", "--role", "bupati"),
    Slip(1, "beberapa jabatan", "queue", "--role", "kabid"),
    Slip(2, "saringan-aneh", "queue", "--role", "kadis", "--filter", "saringan-aneh"),
    Slip(2, "--role", "queue"),
    Slip(2, "tiga", "queue", "--role", "kadis", "--limit", "tiga"),
    Slip(2, "surta", "surta"),
    Slip(2, "--kantor", "--kantor", "x"),
    Slip(1, "Surat 99", "letter", "show", "99"),
    Slip(1, "Tugas 99", "task", "show", "99"),
    Slip(2, "--as", "task", "act", "9", "open"),
    Slip(
      1, "antara 1 dan 500", "agenda", "reserve", "surat-masuk", "--count", "-3", "--reason", "x",
      "--as",
      "cempaka"),
    Slip(2, "bakar", "task", "act", "9", "bakar", "--as", "melati"),
    Slip(2, "buku", "letter", "list", "--book", "buku-tamu"),
    Slip(1, "SOP", "sop", "show", "ntt-999"),
    Slip(1, "tidak ada", "sop", "check", "tidak-ada.yaml"),
    Slip(1, "Surat 99", "letter", "correct", "99", "--subject", "x", "--as", "cempaka"),
    Slip(2, "--as", "letter", "correct", "9", "--subject", "x"),
    Slip(2, "sembilan", "letter", "correct", "sembilan", "--subject", "x", "--as", "cempaka"),
    .letter(1, "tanggal 31/2/2026", "--letter-date", "31/2/2026"),
    .letter(1, "bukan tanggal", "--letter-date", "kemarin dulu"),
    .letter(1, "belum tiba", "--letter-date", "1/1/2999"),
    .letter(1, "Pengirim", "--sender", "Panti\u{1B}[31mMerah"),
    .letter(1, "Hal", "--subject", String(repeating: "panjang ", count: 12_500)),
    .letter(1, "Isi hal", "--subject", "   "),
    .letter(1, "Sifat", "--secrecy", "XX"),
    .letter(1, "Urgensi", "--urgency", "kilat"),
    .letter(1, "klasifikasi", "--classification", "400.x"),
    .letter(1, "tidak-ada.pdf", "--attach", "tidak-ada.pdf"),
    .letter(1, "folder", "--attach", "."),
    .letter(2, "surat-cinta", "--kind", "surat-cinta"),
    .letter(1, "SOP", "--procedure", "ntt-999"),
    .letter(2, "--procedure", "--kind", "surat-keluar"),
    Slip(1, "tidak memegang", "letter", "add", "--as", "melati@sekretaris", "--subject", "x"),
    Slip(2, "--as", "letter", "add", "--sender", "A", "--subject", "B"),
    Slip(
      3, "/proc/kantor", "init", "--office", "/proc/kantor", "--people", CommandLineOffice.people),
    Slip(3, "sudah ada", "init", "--people", CommandLineOffice.people),
    Slip(2, "--people", "init", "--office", "baru"),
    Slip(2, "--people", "init", "--office", "baru", "--structure", "x.yaml"),
    Slip(3, "/tidak/ada", "backlog", "--office", "/tidak/ada"),
    Slip(2, "kosong", "backup", ""),
    Slip(2, "kosong", "restore", "", "baru"),
    Slip(2, "kosong", "restore", "tidak-ada", ""),
    Slip(2, "kosong", "backlog", "--office", ""),
    Slip(2, "kosong", "doctor", "--office", ""),
    Slip(2, "kosong", "open", "--office", ""),
    Slip(2, "kosong", "init", "--office", "", "--people", CommandLineOffice.people),
    Slip(2, "kosong", "practice", "--path", ""),
    Slip(1, "terminal", "open", "--person", "melati"),
    Slip(1, "beberapa jabatan", "letter", "add", "--as", "dahlia", "--subject", "x"),
  ]

  @Test func isToldInOneSentence() throws {
    let office = try CommandLineOffice.founded()
    let head = try office.head()
    for slip in Self.slips {
      let run = try office.run(slip.arguments)
      #expect(run.code == slip.code, "\(slip.testDescription): \(run.err)")
      expectOneSentence(run, slip.testDescription)
      #expect(run.err.contains(slip.says), "\(slip.testDescription): \(run.err)")
    }
    #expect(try office.head() == head)
    let attachments = try FileManager.default.contentsOfDirectory(
      atPath: office.root + "/attachments")
    #expect(attachments == [])
  }

  @Test func keepsNothingWhenOneOfTwoAttachmentsIsMissing() throws {
    let office = try CommandLineOffice.founded()
    let there = try office.file("ada.txt", "ada")
    let run = try office.run(
      "letter", "add", "--as", "cempaka", "--sender", "A", "--subject", "B", "--attach", there,
      "--attach", "tidak-ada.txt")
    #expect(run.code == 1)
    let attachments = try FileManager.default.contentsOfDirectory(
      atPath: office.root + "/attachments")
    #expect(attachments == [])
  }

  /// Files in place of the office's, and what is said of them.
  @Test(arguments: [
    ("bukan basis data", "bukan berkas kantor"), ("", "bukan berkas kantor"),
    ("SQLite format 3\u{0}" + String(repeating: "x", count: 200), "bukan berkas kantor"),
  ])
  func leavesForeignFilesAlone(content: String, says: String) throws {
    let office = try CommandLineOffice()
    try FileManager.default.createDirectory(
      atPath: office.root, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    let file = try office.file("kantor/office.sqlite", content)
    #expect(chmod(file, 0o600) == 0)
    for arguments in [
      ["backlog"], ["init", "--people", CommandLineOffice.people], ["practice", "--force"],
      ["journal", "verify"],
    ] {
      let run = try office.run(arguments)
      #expect(run.code == 3)
      expectOneSentence(run, arguments.joined())
    }
    #expect(try office.run("backlog").err.contains(says))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == content)
  }

  @Test func refusesAnOfficeOfANewerDesk() throws {
    let office = try CommandLineOffice.founded()
    // Bytes 60 to 63 of an SQLite file are its user_version.
    try poke(Data([0, 0, 0x7F, 0]), at: 60, in: office.root + "/office.sqlite")
    let run = try office.run("backlog")
    #expect(run.code == 3)
    expectOneSentence(run, "newer")
    #expect(run.err.contains("lebih baru"))
  }

  @Test func findsAJournalThatWasTamperedWith() throws {
    let office = try CommandLineOffice.founded()
    _ = try office.run(
      "letter", "add", "--as", "cempaka", "--sender", "Panti Semula", "--subject", "Uji")
    #expect(try office.run("journal", "verify").code == 0)
    let path = office.root + "/office.sqlite"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    let place = try #require(bytes.range(of: Data("\"sender\":\"Panti Semula\"".utf8)))
    try poke(Data("\"sender\":\"Panti Palsu!\"".utf8), at: UInt64(place.lowerBound), in: path)
    let run = try office.run("journal", "verify")
    #expect(run.code == 4)
    expectOneSentence(run, "verify")
  }

  @Test func refusesToActWhereNothingCanBeWritten() throws {
    let office = try CommandLineOffice.founded()
    let head = try office.head()
    // The lock cannot be taken; unlike permissions this stops the administrator too.
    try? FileManager.default.removeItem(atPath: office.root + "/office.lock")
    try FileManager.default.createDirectory(
      atPath: office.root + "/office.lock", withIntermediateDirectories: false)
    let run = try office.run("letter", "add", "--as", "cempaka", "--sender", "A", "--subject", "B")
    #expect(run.code == 3)
    expectOneSentence(run, "lock")
    try FileManager.default.removeItem(atPath: office.root + "/office.lock")
    #expect(try office.head() == head)
  }

  @Test(.enabled(if: geteuid() != 0, "permissions do not bind the administrator"))
  func refusesAReadOnlyFolder() throws {
    let office = try CommandLineOffice.founded()
    #expect(chmod(office.root + "/office.sqlite", 0o400) == 0)
    #expect(chmod(office.root, 0o500) == 0)
    defer { chmod(office.root, 0o700) }
    let run = try office.run("letter", "add", "--as", "cempaka", "--sender", "A", "--subject", "B")
    #expect(run.code == 3)
    expectOneSentence(run, "read-only")
  }

  @Test func namesTheFirstFaultOfAFileWithItsLine() throws {
    let office = try CommandLineOffice()
    let people = try office.file(
      "orang.yaml", "orang:\n  - {id: a, nama: A, nip: 123}\n  - {id: b, nmaa: B}\npenugasan: []\n")
    let run = try office.run("init", "--people", people)
    #expect(run.code == 1)
    expectOneSentence(run, "people")
    #expect(run.err.contains("orang.yaml:2: "))
    #expect(!FileManager.default.fileExists(atPath: office.root + "/office.sqlite"))
  }

  private func expectOneSentence(_ run: CommandLineOffice.Run, _ what: String) {
    #expect(run.out == "", "\(what)")
    let lines = run.err.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 2 && lines.last == "", "\(what): \(run.err)")
    #expect(run.err.hasPrefix("desk: "), "\(what): \(run.err)")
    #expect(!run.err.unicodeScalars.contains("\u{1B}"), "\(what)")
    // A phrase that is missing shows its key in brackets.
    #expect(!run.err.hasPrefix("desk: [") && !run.err.contains("{"), "\(what): \(run.err)")
  }

  private func poke(_ bytes: Data, at offset: UInt64, in path: String) throws {
    let file = try #require(FileHandle(forUpdatingAtPath: path))
    try file.seek(toOffset: offset)
    try file.write(contentsOf: bytes)
    try file.close()
  }

  @Test func whoDoesNotKeepTheBookIsToldWhoDoesInsteadOfAForeignProcedure() throws {
    let office = try CommandLineOffice.founded()
    let add = ["letter", "add", "--sender", "Panti Contoh", "--subject", "Uji", "--as"]
    for person in ["melati", "flamboyan"] {
      let run = try office.run(add + [person])
      #expect(run.code != 0, "\(person)")
      #expect(
        run.err.contains("Pengadministrasi Umum") || run.err.contains("--procedure"), "\(run.err)")
    }
  }
}
