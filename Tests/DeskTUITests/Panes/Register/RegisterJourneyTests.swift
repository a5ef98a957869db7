import DeskModel
import DeskTUI
import DeskTestSupport
import Foundation
import Testing

private let clerk: RoleID = "pengadministrasi-umum@kepegawaian-umum"
private let kadis: RoleID = "kepala-dinas@dinas-sosial"

@Suite struct RegisterJourneyTests {
  @Test func threeLettersInARowWithAWarningOfTheSameOne() throws {
    let office = try TemporaryOffice()
    let desk = try DeskDriver(office, as: clerk)
    desk.press(.register)
    desk.expectDialog("Catat surat masuk")

    desk.type("Dinas Kesehatan Contoh")
    desk.key(.enter)
    desk.type("005/12/2026")
    desk.key(.enter)
    desk.type("27/2")
    desk.key(.enter)
    desk.type("Undangan rapat koordinasi")
    desk.key(.control("s"))
    desk.expectScreen(contains: "Tercatat: 0001 → Kepala Dinas", "Tercatat 1 surat")
    desk.expectScreen(lacks: "Undangan rapat koordinasi")

    desk.type("di")
    desk.expectScreen(contains: "►Dinas Kesehatan Contoh")
    desk.key(.tab)
    desk.type("005/13/2026")
    desk.key(.tab)
    desk.type("1")
    desk.key(.tab)
    desk.type("Permohonan data lansia")
    desk.key(.function(10))
    desk.expectScreen(contains: "Tercatat: 0002 → Kepala Dinas", "Tercatat 2 surat")

    desk.type("dinas kesehatan contoh")
    desk.key(.tab)
    desk.type("005/12/2026")
    desk.key(.tab)
    desk.type("27/2")
    desk.expectScreen(contains: "! Mungkin sudah tercatat: 0001", "Undangan rapat koordinasi")
    desk.key(.tab)
    desk.type("Undangan rapat koordinasi (lagi)")
    desk.key(.control("s"))
    desk.expectDialog("Yakin?").enter()
    desk.expectScreen(contains: "(lagi)", "Tercatat 2 surat")
    desk.key(.control("s"))
    desk.expectDialog("Yakin?").confirm()
    desk.expectScreen(contains: "Tercatat: 0003", "Tercatat 3 surat")

    let book = try office.desk().agenda("surat-masuk", period: 2026)
    #expect(
      book.map(\.subject) == [
        "Undangan rapat koordinasi (lagi)", "Permohonan data lansia", "Undangan rapat koordinasi",
      ])
    #expect(Set(book.map(\.sender)) == ["Dinas Kesehatan Contoh"])
    #expect(book.map { $0.letterDate?.dayFirst } == ["27/2/2026", "1/3/2026", "27/2/2026"])
    desk.key(.escape)
    #expect(desk.state.topTitle == nil)
  }

  /// What a practised clerk presses besides the letter's own words: seven keys for a known sender.
  @Test func oneLetterTakesFewKeys() throws {
    let office = try TemporaryOffice()
    try office.register("Surat pertama")
    let desk = try DeskDriver(office, as: clerk)
    desk.press(.register)
    var keys: [Key] = [.character("d"), .character("i"), .tab]
    keys += "7/DK".map { Key.character($0) }
    keys += [.tab, .character("t"), .tab]
    keys += "Undangan".map { Key.character($0) }
    keys.append(.control("s"))
    desk.send(keys.map(TerminalEvent.key))
    let letter = try office.desk().agenda("surat-masuk", period: 2026, limit: 1).first
    #expect(letter?.sender == "Dinas Kesehatan Contoh")
    #expect(letter?.letterDate?.dayFirst == "2/3/2026")
    #expect(keys.count - "7/DK".count - "Undangan".count == 7)
  }

  @Test func whoOnlyHasADeskAttachesFromTheOfficesTray() throws {
    let office = try TemporaryOffice()
    for name in ["surat-1.pdf", "surat-2.pdf", "undangan.pdf"] {
      try Data(name.utf8).write(to: URL(fileURLWithPath: "\(office.folder.tray)/\(name)"))
    }
    let desk = try DeskDriver(office, as: clerk, files: .tray(office.folder.tray))
    desk.press(.register)
    let form = desk.expectDialog("Catat surat masuk")
    desk.type("Panti Contoh")
    form.go(to: "Hal")
    desk.type("Undangan")
    form.go(to: "Lampiran")
    desk.expectScreen(contains: "Dari folder pindaian kantor")
    desk.type(office.folder.key)
    desk.key(.enter)
    desk.expectScreen(contains: "“office.key” tidak diambil: lampiran di sini hanya dari")
    desk.key(.control("s"))
    desk.expectScreen(contains: "“office.key” tidak diambil: lampiran di sini hanya dari")
    desk.key(.control("u"))
    desk.type("../off")
    desk.key(.tab)
    desk.expectScreen(lacks: "office.")
    desk.key(.control("u"))
    desk.type("s")
    desk.key(.tab)
    desk.expectScreen(contains: "surat-1.pdf", "surat-2.pdf")
    desk.type("2")
    desk.key(.tab, .tab)
    desk.key(.control("s"))
    desk.expectScreen(contains: "Tercatat: 0001")

    let opened = try office.desk()
    let row = try #require(try opened.letters(limit: 1).first)
    let view = try #require(try row.caseID.flatMap { try opened.caseView($0) })
    #expect(view.state.letter.attachments.map(\.name) == ["surat-2.pdf"])
  }
}
