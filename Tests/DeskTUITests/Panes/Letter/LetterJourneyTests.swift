import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

/// Officials at their desks, on the real loop.
@Suite struct LetterJourneyTests {
  @Test func theHeadDisposesToTwoWithADeadline() throws {
    let office = try TemporaryOffice()
    let id = try #require(try office.register("Permohonan bantuan permakanan").startedCase)
    let desk = try DeskDriver(office, as: Chair.kadis)
    desk.key(.enter)
    desk.expectScreen(contains: "Menunggu disposisi Anda — tekan d", "Langkah 2 dari 6")
    desk.press(.dispose)
    desk.expectDialog("Lembar disposisi")
    desk.type("rehsos")
    desk.key(.enter)
    desk.type("linjamsos")
    desk.key(.enter)
    desk.key(.tab)
    desk.type("jawaban")
    desk.key(.enter)
    desk.key(.tab)
    desk.type("5/3")
    desk.key(.tab)
    desk.type("Mohon ditangani bersama")
    desk.expectScreen(
      contains: "Ditindaklanjuti Kabid Rehsos, Kabid Linjamsos, paling lambat 5 Mar.")
    desk.press(.save)
    desk.expectScreen(
      contains: "Disposisi kepada Kabid Rehsos, Kabid Linjamsos tersimpan. Diteruskan ke Adm.",
      "Tidak ada yang menunggu Anda")

    let view = try #require(try office.desk().caseView(id))
    let sheet = try #require(view.dispositions.first?.fact)
    #expect(sheet.acting == [Chair.rehsos, Chair.linjamsos])
    #expect(sheet.instructions == ["siapkan-jawaban"])
    #expect(sheet.deadline == CalendarDate(year: 2026, month: 3, day: 5))
    #expect(sheet.note == "Mohon ditangani bersama")
    #expect(view.state.tasks.contains { $0.role == Chair.kadis && $0.opened != nil })
  }

  @Test func passingByIsNotReading() throws {
    let office = try TemporaryOffice()
    let id = try #require(try office.register("Undangan rapat").startedCase)
    try office.register("Permohonan data")
    let desk = try DeskDriver(office, as: Chair.kadis, size: Size(rows: 43, columns: 132))
    desk.expectScreen(contains: "Menunggu disposisi Anda")
    desk.key(.down, .up)
    #expect(try office.desk().caseView(id)?.state.openTasks.first?.opened == nil)
    desk.key(.enter)
    #expect(try office.desk().caseView(id)?.state.openTasks.first?.opened != nil)
  }

  @Test func aLetterIsWrittenCorrectedSignedAndFiled() throws {
    let office = try TemporaryOffice()
    let starter = try DeskDriver(office, as: Chair.kasubag)
    starter.press(.startCase)
    starter.expectDialog("Mulai berkas")
    starter.key(.tab, .tab)
    starter.type("Rekomendasi permakanan")
    starter.key(.tab)
    starter.type("Panti Asuhan Contoh")
    starter.press(.save)
    starter.expectScreen(contains: "Berkas dimulai. Diteruskan ke Adm. Umum")

    let clerk = try DeskDriver(office, as: Chair.umum)
    clerk.key(.enter)
    clerk.expectScreen(contains: "Susun konsep — tekan e")
    clerk.press(.draft)
    clerk.type("Bantuan bagi 45 anak.")
    clerk.press(.save)
    clerk.expectScreen(contains: "Konsep versi 1 tersimpan", "Konsep sudah ada — tekan s")
    clerk.press(.complete)
    clerk.expectScreen(contains: "Konsep versi 1 diserahkan. Diteruskan ke Kasubag Kepeg & Umum")
    clerk.press(.save)

    // Tall enough for the whole letter.
    let tall = Size(rows: 60, columns: 80)
    let kasubag = try DeskDriver(office, as: Chair.kasubag, size: tall)
    kasubag.key(.enter)
    kasubag.press(.paraf)
    kasubag.expectScreen(contains: "Bubuhkan paraf pada Rekomendasi permakanan?")
    kasubag.key(.enter)  // A bare Enter is no PIN.
    kasubag.expectScreen(contains: "PIN terdiri dari 6 sampai 12 angka.")
    kasubag.key(.escape)
    kasubag.expectScreen(contains: "Menunggu paraf Anda")
    kasubag.agree(.paraf)
    kasubag.expectScreen(contains: "Diparaf. Diteruskan ke Sekretaris")

    let secretary = try DeskDriver(office, as: Chair.sekretaris, size: tall)
    secretary.key(.enter)
    secretary.expectScreen(contains: "√ Kasubag Kepeg & Umum")
    office.wait(minutes: 1)
    secretary.press(.giveBack)
    secretary.press(.save)
    secretary.expectScreen(contains: "Tuliskan alasannya.")
    secretary.type("Jumlahnya 54")
    // Above what the letter ends with.
    secretary.key(.tab, .up, .up, .up, .up, .home)
    for _ in 0..<16 { secretary.key(.delete) }
    secretary.type("Bantuan bagi 54 ")
    secretary.expectScreen(
      contains: "Koreksi Anda menjadi konsep versi 2", "Kembali ke Kasubag Kepeg & Umum")
    secretary.press(.save)

    kasubag.waitASecond()
    kasubag.select("Rekomendasi")
    kasubag.key(.enter)
    kasubag.expectScreen(
      contains: "Dikembalikan Sekretaris: “Jumlahnya 54”", "berubah sejak versi 1",
      "- Bantuan bagi [45] anak.", "+ Bantuan bagi [54] anak.", "× Kasubag", "gugur")
    kasubag.agree(.paraf)
    secretary.waitASecond()
    secretary.key(.enter)
    secretary.agree(.paraf)

    let head = try DeskDriver(office, as: Chair.kadis)
    head.key(.enter)
    head.agree(.sign)
    head.expectScreen(contains: "Ditandatangani. Diteruskan ke Adm. Umum")

    clerk.waitASecond()
    clerk.key(.enter)
    clerk.press(.complete)
    clerk.press(.save)
    clerk.expectScreen(contains: "Pilih kode klasifikasi untuk nomor surat.")
    // As where letters are registered, Tab takes the first that is offered.
    clerk.type("kesejahteraan")
    clerk.key(.tab)
    clerk.expectScreen(lacks: " kesejahteraan ")
    clerk.key(.backTab, .control("u"))
    clerk.type("400.9.2")
    clerk.key(.tab)
    clerk.type("Kurir")
    clerk.key(.tab)
    clerk.type("Lemari 2")
    clerk.press(.save)
    clerk.expectScreen(contains: "Selesaikan Rekomendasi permakanan? Tidak dapat ditarik")
    clerk.key(.character("y"))
    clerk.expectScreen(contains: "Bernomor 400.9.2/001/DINSOS/2026 dan terkirim. Berkas selesai.")

    let letter = try #require(try office.desk().letters(limit: 1).first)
    #expect(letter.channel == "Kurir")
    #expect(letter.place == "Lemari 2")
    #expect(letter.status == .finished)
  }

  @Test func whoIsSecondLosesNothingTyped() throws {
    let office = try TemporaryOffice()
    try office.register("Permohonan bantuan")
    let first = try DeskDriver(office, as: Chair.kadis)
    let second = try DeskDriver(office, as: Chair.kadis)
    for desk in [first, second] {
      desk.press(.dispose)
      desk.type("rehsos")
      desk.key(.enter)
    }
    second.key(.tab, .tab, .tab)
    second.type("Catatan saya")
    first.press(.save)
    second.press(.save)
    second.expectDialog("Lembar disposisi")
    second.expectScreen(
      contains: "! Sudah diselesaikan", "Catatan saya", "Kabid Rehsos")
    let third = try DeskDriver(office, as: Chair.umum)
    third.press(.complete)
    third.type("Sedang dicatat")
    try office.desk().perform(
      .complete(try office.desk().queue(of: Chair.umum)[0].ref, Completion()),
      as: try office.session(Chair.umum).actor)
    third.waitASecond()
    third.expectScreen(contains: "! Sudah diselesaikan oleh", "Sedang dicatat")
  }

  @Test func aDraftWrittenFromAnOlderVersionOverwritesNothing() throws {
    let office = try TemporaryOffice()
    try office.beginLetter()
    let id = try office.desk().queue(of: Chair.umum)[0].caseID
    let first = try DeskDriver(office, as: Chair.umum)
    let second = try DeskDriver(office, as: Chair.umum)
    for desk in [first, second] { desk.press(.draft) }
    first.type("Rapat hari Rabu")
    second.type("Rapat hari Kamis")
    first.press(.save)
    second.waitASecond()
    second.expectScreen(contains: "! Rekan sudah menulis konsep", "Rapat hari Kamis")
    second.press(.save)
    second.expectScreen(contains: "! Rekan sudah menulis konsep", "Rapat hari Kamis")
    let texts = try #require(try office.desk().caseView(id)).state.drafts.map(\.text)
    #expect(texts.count == 1)
    #expect(texts.first?.contains("Rapat hari Rabu") == true)
  }

  @Test(arguments: [true, false])
  func aPINIsForTheVersionThatWasAskedAbout(_ isChanged: Bool) throws {
    let office = try TemporaryOffice()
    try office.beginLetter()
    let desk = try office.desk()
    func act(_ role: RoleID, _ make: (TaskRef) -> Action) throws {
      try desk.perform(
        make(try #require(try desk.queue(of: role).first).ref),
        as: try office.session(role).actor)
    }
    try act(Chair.umum) { .complete($0, Completion(draft: "Rabu")) }
    let kasubag = try DeskDriver(office, as: Chair.kasubag)
    kasubag.key(.enter)
    kasubag.press(.paraf)
    kasubag.expectScreen(contains: "Bubuhkan paraf pada Undangan?")
    if isChanged {
      try act(Chair.kasubag) { .giveBack($0, reason: "Salah", corrected: "Kamis", basedOn: 1) }
      try act(Chair.umum) { .complete($0, Completion()) }
      kasubag.waitASecond()
    }
    DialogDriver(desk: kasubag).pin()
    let id = try #require(try desk.letters(limit: 1).first?.caseID)
    #expect(try desk.caseView(id)?.state.parafs.count == (isChanged ? 0 : 1))
  }

  @Test func theUsersOwnEditorIsTakenWhereOneIsNamed() throws {
    let office = try TemporaryOffice()
    try office.beginLetter()
    let desk = try DeskDriver(
      office, as: Chair.umum, environment: ["EDITOR": "echo Rapat hari Rabu >"])
    desk.press(.draft)
    desk.expectScreen(contains: "Konsep baru", "Rapat hari Rabu")
    desk.press(.save)
    let id = try office.desk().queue(of: Chair.umum)[0].caseID
    #expect(try office.desk().caseView(id)?.state.draft(on: 0)?.text == "Rapat hari Rabu")
  }

  /// The front office begins letters, but the one it can begin, a proposal for travel, is no answer.
  @Test(arguments: [Chair.staf, Chair.umum])
  func whoMayNotBeginAnAnswerIsToldWhoDoes(_ role: RoleID) throws {
    let office = try TemporaryOffice()
    try office.register("Permohonan bantuan", from: "Panti Contoh")
    let desk = try DeskDriver(office, as: role)
    desk.press(.agenda)
    desk.press(.reply)
    desk.expectScreen(contains: "Balasan dimulai oleh")
  }

  @Test func whatIsReturnedIsToBeCorrectedBeforeItIsHandedOn() throws {
    let fixture = try LetterFixture()
    try fixture.outgoing()
    try fixture.act(
      .complete(try fixture.ref(Chair.umum), Completion(draft: "Rabu")), as: Chair.umum)
    fixture.office.wait(minutes: 1)
    try fixture.act(
      .giveBack(try fixture.ref(Chair.kasubag), reason: "Salah hari", corrected: nil),
      as: Chair.kasubag)
    let app = try fixture.app(Chair.umum)
    func asked() throws -> String {
      let file = try fixture.file(Chair.umum)
      let task = try #require(file.task(nil, for: Chair.umum))
      return LetterAsk(file: file, task: task, app: app).text
    }
    #expect(try asked() == "Konsep dikembalikan — perbaiki dengan e; bila sudah, tekan s")
    fixture.office.wait(minutes: 1)
    try fixture.act(
      .writeDraft(try fixture.ref(Chair.umum), text: "Kamis", basedOn: 1), as: Chair.umum)
    #expect(try asked() == "Konsep sudah ada — tekan s untuk menyerahkannya")
  }

  @Test func anAnswerNamesTheLetterItAnswers() throws {
    let office = try TemporaryOffice()
    let id = try #require(
      try office.register("Permohonan bantuan", from: "Panti Contoh").startedCase)
    let kadis = try DeskDriver(office, as: Chair.kadis)
    kadis.press(.dispose)
    kadis.type("rehsos")
    kadis.key(.enter)
    kadis.press(.save)
    let clerk = try DeskDriver(office, as: Chair.umum)
    clerk.press(.complete)
    clerk.press(.save)
    let kabid = try DeskDriver(office, as: Chair.rehsos)
    kabid.press(.dispose)
    kabid.type("anak")
    kabid.key(.enter)
    kabid.press(.save)
    let anak = try DeskDriver(office, as: Chair.anak)
    anak.press(.reply)
    anak.expectScreen(contains: "Balasan: Permohonan bantuan", "Panti Contoh")
    anak.press(.save)
    anak.expectScreen(contains: "Berkas dimulai. Diteruskan ke Adm. Umum")
    let answer = try #require(try office.desk().letters(limit: 1).first)
    let case2 = try #require(answer.caseID)
    #expect(try office.desk().caseView(case2)?.answered?.caseID == id)
    clerk.waitASecond()
    clerk.select("Balasan")
    clerk.key(.enter)
    clerk.expectScreen(contains: "Membalas    0001 — Permohonan bantuan (Panti Contoh)")
    anak.waitASecond()
    anak.key(.enter)
    anak.expectScreen(contains: "Dijawab     Balasan: Permohonan bantuan")
  }

  @Test func stoppingACaseAsksForItsNumber() throws {
    let office = try TemporaryOffice()
    let id = try #require(try office.register("Salah alamat").startedCase)
    let desk = try DeskDriver(office, as: Chair.kadis)
    desk.press(.cancelCase)
    desk.press(.save)
    desk.expectScreen(contains: "Tuliskan alasannya.")
    desk.type("Surat untuk dinas lain")
    desk.press(.save)
    desk.expectScreen(contains: "Ketik 0001 lalu Enter untuk melanjutkan.")
    desk.type("0002")
    desk.key(.enter)
    #expect(try office.desk().caseView(id)?.state.status == .running)
    desk.key(.backspace)
    desk.type("1")
    desk.key(.enter)
    desk.expectScreen(contains: "Berkas dibatalkan.")
    #expect(try office.desk().caseView(id)?.reason == "Surat untuk dinas lain")
  }
}
