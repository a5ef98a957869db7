import DeskModel
import DeskTestSupport
import Foundation
import Testing

@testable import DeskTUI

@Suite struct RegisterFormTests {
  private func open(_ office: TemporaryOffice) throws -> DeskDriver {
    let desk = try DeskDriver(office, as: PaneScene.clerk)
    desk.press(.register)
    return desk
  }

  /// The letter entered last.
  private func last(_ office: TemporaryOffice) throws -> LetterRow? {
    try office.desk().agenda("surat-masuk", period: 2026, limit: 1).first
  }

  @Test(arguments: [
    (["", "", "", "Hal"], "Isi pengirim surat."),
    (["Dinas", "", "", ""], "Isi hal surat."),
    (["Dinas", "1", "31/2/2026", "Hal"], "Tidak ada tanggal 31/2/2026"),
    (["Dinas", "1", "kemarin dulu", "Hal"], "bukan tanggal"),
    (["Dinas", "1", "3/3/2026", "Hal"], "Tanggal surat 3/3/2026 belum tiba"),
    (["Dinas", "1", "2/3/1826", "Hal"], "terlalu lama"),
  ])
  func whatIsWrongIsSaidAndNothingIsLost(_ typed: [String], _ sentence: String) throws {
    let office = try TemporaryOffice()
    let desk = try open(office)
    for text in typed {
      if !text.isEmpty { desk.type(text) }
      desk.key(.tab)
    }
    desk.key(.control("s"))
    desk.expectScreen(contains: sentence)
    for text in typed { desk.expectScreen(contains: text) }
    #expect(try last(office) == nil)
  }

  /// What stands on the paper is entered under that number or not at all.
  @Test(arguments: [1, 2])
  func aNumberThatIsGoneMeanwhileIsRefusedAtItsField(_ voided: Int) throws {
    let office = try TemporaryOffice()
    let other = try office.desk()
    let clerk = try office.session(PaneScene.clerk).actor
    try other.perform(
      .keepBook(.reserve("surat-masuk", count: 2, reason: "Listrik padam")), as: clerk)
    let desk = try open(office)
    desk.key(.backTab, .backTab, .right)
    desk.expectScreen(lacks: "lebih kecil masih terbuka")
    desk.key(.right)
    desk.expectScreen(contains: "Nomor cadangan yang lebih kecil masih terbuka: 1.")
    desk.key(.tab, .tab)
    desk.type("Dinas")
    desk.key(.tab, .tab, .tab)
    desk.type("Hal")
    let gone = try other.openNumbers(of: "surat-masuk").suffix(voided).map(\.place)
    try other.perform(.keepBook(.void(gone, reason: "Kertas rusak")), as: clerk)
    desk.waitASecond()
    desk.key(.control("s"))
    desk.expectScreen(contains: "Nomor agenda", "2 bukan nomor cadangan yang masih terbuka")
    #expect(try last(office) == nil)
    // The keyboard is at the field; the next number is taken only where that is chosen.
    desk.key(.left, .left)
    desk.key(.control("s"))
    #expect(try last(office)?.number?.sequence == 3)
    try other.close()
  }

  @Test(arguments: [
    ("t", "2/3/2026"), ("1", "1/3/2026"), ("28", "28/2/2026"), ("5/12", "5/12/2025"),
    ("27-2", "27/2/2026"), ("5 Mar 2025", "5/3/2025"), ("2026-02-09", "9/2/2026"),
  ])
  func datesAreTypedShort(_ typed: String, _ date: String) throws {
    let office = try TemporaryOffice()
    let desk = try open(office)
    desk.type("Dinas")
    desk.key(.tab)
    desk.key(.tab)
    desk.type(typed)
    // Saved from the field itself, before it was left.
    desk.key(.tab)
    desk.type("Hal")
    desk.key(.up)
    desk.key(.control("s"))
    #expect(try last(office)?.letterDate?.dayFirst == date)
  }

  @Test func aBookPastedAsSubjectIsRefusedInASentence() throws {
    let office = try TemporaryOffice()
    let desk = try open(office)
    desk.type("Dinas Contoh")
    desk.key(.tab, .tab, .tab)
    desk.type("Hal semula")
    desk.send([.paste(String(repeating: "panjang ", count: 12_500))])
    desk.expectScreen(contains: "Hal semula", "Paling panjang 1000 huruf")
    desk.key(.control("s"))
    #expect(try last(office)?.subject == "Hal semula")
  }

  @Test func whatIsPastedIsCleanedOfControls() throws {
    let office = try TemporaryOffice()
    let desk = try open(office)
    desk.send([.paste("Dinas\u{1B}[31m Contoh\u{202E}\u{0}\n")])
    desk.key(.tab, .tab, .tab)
    desk.type("Hal")
    desk.key(.control("s"))
    #expect(try last(office)?.sender == "Dinas[31m Contoh")
  }

  @Test func theNextLetterBeginsWithToday() throws {
    let office = try TemporaryOffice()
    let desk = try open(office)
    desk.key(.backTab)
    desk.key(.control("u"))
    desk.type("1")
    desk.key(.tab)
    desk.type("Dinas Contoh")
    desk.key(.tab, .tab, .tab)
    desk.type("Satu")
    desk.key(.tab, .tab, .tab)
    desk.type("s")
    desk.key(.control("s"))
    desk.type("Dinas Contoh")
    desk.key(.tab, .tab, .tab)
    desk.type("Dua")
    desk.key(.control("s"))
    let letters = try office.desk().agenda("surat-masuk", period: 2026)
    #expect(letters.map(\.urgency) == [.biasa, .segera])
    #expect(letters.map { $0.receivedDate?.dayFirst } == ["2/3/2026", "1/3/2026"])
  }

  @Test func aClassificationIsFoundByItsWords() throws {
    let office = try TemporaryOffice()
    let desk = try open(office)
    desk.type("Dinas")
    desk.key(.tab, .tab, .tab)
    desk.type("Hal")
    desk.key(.tab, .tab, .tab, .tab)
    desk.expectScreen(contains: "Ketik kode atau kata, mis. 400.9 atau anak")
    desk.type("zzz")
    desk.expectScreen(contains: "Tidak ada yang cocok.")
    desk.key(.control("u"))
    desk.expectScreen(lacks: "Tidak ada yang cocok.")
    desk.type("lanjut us")
    desk.expectScreen(contains: "►400.9.6")
    desk.key(.tab)
    desk.expectScreen(contains: "Klasifikasi    400.9.6")
    desk.key(.backTab)
    desk.expectScreen(lacks: "Tidak ada yang cocok.")
    desk.key(.control("s"))
    desk.expectScreen(contains: "Tercatat: 0001")
  }

  @Test func enterInTheLastFieldSavesNothing() throws {
    let office = try TemporaryOffice()
    let desk = try open(office)
    desk.type("Dinas")
    for _ in 0..<12 { desk.key(.enter) }
    desk.expectScreen(contains: "Tekan Ctrl-S atau F10")
    #expect(try last(office) == nil)
  }

  /// The screen and the model go by the same rule, for every role of the office.
  @Test func whoeverMayBeginByALetterFindsTheFormOpen() throws {
    let office = try TemporaryOffice()
    let opened = try office.desk()
    for role in opened.office.roles.map(\.id) {
      let begun = try opened.procedures(begunBy: role, byEntry: true)
      #expect(try opened.begins(byEntry: true, role) == !begun.isEmpty)
      guard let desk = try? DeskDriver(office, as: role) else { continue }
      desk.press(.register)
      #expect((desk.state.topTitle == "Catat surat masuk") == !begun.isEmpty, "\(role)")
    }
  }

  @Test func aClerkOutsideTheBookEntersWhatTheirProceduresBeginWith() throws {
    let office = try TemporaryOffice()
    let opened = try office.desk()
    let clerk: RoleID = "pengadministrasi-uptd@uptd-lansia-tu"
    let own = try opened.procedures(begunBy: clerk, byEntry: true)
    #expect(own.count > 1)
    let desk = try DeskDriver(office, as: clerk)
    desk.press(.register)
    desk.type("Pegawai Contoh")
    desk.key(.tab, .tab, .tab)
    desk.type("Usulan cuti")
    desk.key(.tab, .tab, .tab, .tab, .tab)
    let scan = office.folder.root + "/usulan.pdf"
    try Data("Usulan".utf8).write(to: URL(fileURLWithPath: scan))
    desk.type(scan)
    desk.key(.control("s"))
    desk.expectScreen(contains: "• usulan.pdf", "SOP*", "Tandai satu SOP.")
    #expect(try opened.letters(limit: 1).isEmpty)
    // A file of a letter that is not entered would lie there for ever.
    let stored = FileManager.default.subpaths(atPath: office.folder.attachments) ?? []
    #expect(!stored.contains { $0.contains("/") }, "\(stored)")
  }

  @Test func whoCanBeginNothingIsToldOfEnteringOnlyWhereItIsTheirs() throws {
    let office = try TemporaryOffice()
    let opened = try office.desk()
    var told: Set<Bool> = []
    for role in opened.office.roles.map(\.id) where !told.contains(false) {
      guard try opened.procedures(begunBy: role, byEntry: false).isEmpty,
        let desk = try? DeskDriver(office, as: role)
      else { continue }
      let mayEnter = try opened.begins(byEntry: true, role)
      desk.press(.startCase)
      desk.expectScreen(contains: "tidak memulai SOP")
      #expect(desk.screen.contains("Surat dari luar dicatat dengan n.") == mayEnter, "\(role)")
      told.insert(mayEnter)
    }
    #expect(told.contains(false))
  }

  @Test func whoKeepsNoBookIsToldWhoDoes() throws {
    let office = try TemporaryOffice()
    let opened = try office.desk()
    let role = try #require(
      try opened.office.appointments.map(\.role).first {
        try !opened.begins(byEntry: true, $0)
      })
    let desk = try DeskDriver(office, as: role)
    desk.press(.register)
    desk.expectScreen(contains: "Surat masuk dicatat oleh Pengadministrasi Umum.")
    #expect(desk.state.topTitle == nil)
  }

  // MARK: Files

  @Test func filesAreCompletedAttachedAndCopied() throws {
    let office = try TemporaryOffice()
    let folder = office.folder.root + "/scan"
    try FileManager.default.createDirectory(
      atPath: folder + "/lama", withIntermediateDirectories: true)
    for name in ["surat-1.pdf", "surat-2.pdf", "tanda.txt"] {
      try Data(name.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }
    let desk = try open(office)
    desk.type("Dinas")
    desk.key(.tab, .tab, .tab)
    desk.type("Hal")
    desk.key(.tab, .tab, .tab, .tab, .tab)
    desk.type(folder + "/su")
    desk.key(.tab)
    desk.expectScreen(contains: " surat-1.pdf", " surat-2.pdf")
    desk.type("1")
    desk.key(.tab, .tab)
    desk.expectScreen(contains: "• surat-1.pdf")
    desk.type(folder + "/s")
    desk.key(.tab, .down, .down, .enter, .enter)
    desk.expectScreen(contains: "• surat-2.pdf")
    desk.key(.backspace)
    desk.expectScreen(lacks: "• surat-2.pdf")
    desk.key(.enter)
    desk.expectScreen(contains: "• surat-2.pdf")

    desk.type(folder + "/lama")
    desk.key(.enter)
    desk.expectScreen(contains: "adalah folder")
    desk.key(.control("u"))
    desk.type(folder + "/tidak-ada.pdf")
    desk.key(.control("s"))
    desk.expectScreen(contains: "“tidak-ada.pdf” tidak ditemukan", "• surat-1.pdf", "Hal")
    #expect(try last(office) == nil)

    desk.key(.control("u"))
    desk.type(folder + "/tanda.txt")
    desk.key(.control("s"))
    desk.expectScreen(contains: "Tercatat: 0001")
    let letter = try #require(try last(office))
    let id = try #require(letter.caseID)
    let view = try #require(try office.desk().caseView(id))
    let files = view.state.letter.attachments
    #expect(files.map(\.name) == ["surat-1.pdf", "surat-2.pdf", "tanda.txt"])
    let store = AttachmentStore(root: office.folder.attachments)
    for file in files { #expect(try store.isIntact(file)) }
  }

  // MARK: What survives

  @Test func aDroppedLineLosesNothingTyped() throws {
    let office = try TemporaryOffice()
    let desk = try open(office)
    desk.type("Dinas Contoh")
    desk.key(.tab)
    desk.type("1/DC/2026")
    desk.key(.tab, .tab)
    desk.type("Separuh jadi")
    desk.send([.hangup])
    #expect(desk.hasEnded)

    let again = try DeskDriver(office, as: PaneScene.clerk)
    again.expectDialog("Lanjutkan isian yang belum disimpan?").enter()
    again.expectDialog("Catat surat masuk")
    again.expectScreen(contains: "Dinas Contoh", "1/DC/2026", "Separuh jadi")
    again.key(.control("s"))
    again.expectScreen(contains: "Tercatat: 0001")
  }

  @Test func anEmptyFormIsLeftWithoutAQuestion() throws {
    let desk = try open(try TemporaryOffice())
    desk.key(.escape)
    #expect(desk.state.topTitle == nil)
    desk.press(.register)
    desk.type("D")
    desk.key(.escape)
    desk.expectDialog("Isian belum disimpan")
  }
}
