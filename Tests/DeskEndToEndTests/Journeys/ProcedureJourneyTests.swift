import DeskTUI
import Testing

/// Letters taken through their procedures at the screen, by several people, each at a desk of their own.
@Suite struct ProcedureJourneyTests {
  private let office: CommandLineOffice

  init() throws { office = try .founded() }

  @Test func aLetterGoesFromAgendaToArchiveThroughFiveHands() throws {
    let cempaka = try office.sit(as: "cempaka-misal")
    try cempaka.press(.register)
    try cempaka.expect("Catat surat masuk")
    try cempaka.fill("Panti Contoh", "7/PC", "1/9/2025")
    try cempaka.type("Permohonan bantuan")
    try cempaka.press(.save)
    try cempaka.expect("Tercatat: 0001 → Kepala Dinas")
    try cempaka.press(.back)
    try cempaka.expect("Tidak ada yang menunggu Anda")

    let melati = try office.sit(as: "melati-contoh")
    try melati.open("Permohonan bantuan", toDo: "Menunggu disposisi Anda")
    try melati.press(.dispose)
    try melati.expect("Diteruskan ke")
    try melati.tick("rehsos")
    try melati.tick("jawaban")
    try melati.expect("Ditindaklanjuti Kabid Rehsos")
    try melati.press(.save)
    try melati.expect("Diteruskan ke Adm. Umum")
    try melati.stand()

    // The first desk has been open all the time: the sheet comes back by itself.
    try cempaka.open("Permohonan bantuan", toDo: "Langkah 3 dari 6")
    try cempaka.press(.complete)
    try cempaka.press(.save)
    try cempaka.expect("Selesai. Diteruskan ke Kabid Rehsos")
    try cempaka.stand()

    let anggrek = try office.sit(as: "anggrek-latihan")
    try anggrek.open("Permohonan bantuan", toDo: "Menunggu disposisi Anda")
    try anggrek.press(.dispose)
    try anggrek.tick("lansia")
    try anggrek.press(.save)
    try anggrek.expect("Diteruskan ke Subkoor")
    try anggrek.stand()

    let flamboyan = try office.sit(as: "flamboyan-contoh")
    try flamboyan.open("Permohonan bantuan", toDo: "Langkah 5 dari 6")
    try flamboyan.press(.delegate)
    try flamboyan.tick("staf")
    try flamboyan.type("Siapkan jawabannya")
    try flamboyan.press(.save)
    try flamboyan.expect("Dilimpahkan. Diteruskan ke Staf Anak-Lansia")
    try flamboyan.stand()

    let wijaya = try office.sit(as: "wijaya-misal")
    try wijaya.open("Permohonan bantuan", toDo: "Langkah 5 dari 6")
    try wijaya.press(.complete)
    try wijaya.type("Sudah dibalas")
    try wijaya.press(.save)
    try wijaya.expect("Selesai. Diteruskan ke Adm. Umum")
    try wijaya.stand()

    let beringin = try office.sit(as: "beringin-umpama")
    try beringin.open("Permohonan bantuan", toDo: "Langkah 6 dari 6")
    try beringin.press(.complete)
    try beringin.type("Lemari 1")
    try beringin.press(.save)
    try beringin.expect("Tidak dapat")
    try beringin.key(.character("y"))
    try beringin.expect("Diarsipkan. Berkas selesai.")
    try beringin.stand()

    let shown = try office.letter("bantuan")
    #expect(shown.letter.status == "finished")
    #expect(shown.letter.place == "Lemari 1")
    #expect(shown.letter.archived != nil)
    #expect(try office.run("journal", "verify").code == 0)
  }

  @Test func aDraftGoesUpAndBackAndUpAgainAndOut() throws {
    let flamboyan = try office.sit(as: "flamboyan-contoh")
    try flamboyan.press(.startCase)
    try flamboyan.expect("Mulai berkas")
    try flamboyan.key(.tab, .tab)
    try flamboyan.fill("Jawaban permohonan", "Kepala Balai Contoh")
    try flamboyan.press(.save)
    try flamboyan.expect("Adm. Umum")

    let lontar = try office.sit(as: "lontar-teladan")
    try lontar.open("Jawaban permohonan", toDo: "Langkah 2 dari 6")
    try lontar.press(.draft)
    try lontar.type("Yth. Kepala Balai, permohonan dipenuhi.")
    try lontar.press(.save)
    try lontar.expect("Konsep versi 1")
    try lontar.press(.complete)
    try lontar.press(.save)
    try lontar.expect("Diteruskan ke Subkoor")

    try flamboyan.open("Jawaban permohonan", toDo: "Menunggu paraf Anda")
    try flamboyan.agree(.paraf)
    try flamboyan.expect("Diparaf. Diteruskan ke Kabid Rehsos")

    // Tall enough for the end of the letter.
    let anggrek = try office.sit(as: "anggrek-latihan", size: Size(rows: 48, columns: 80))
    try anggrek.open("Jawaban permohonan", toDo: "Menunggu paraf Anda")
    try anggrek.press(.giveBack)
    try anggrek.expect("Alasan")
    try anggrek.type("Jumlahnya belum disebut")
    try anggrek.press(.save)
    try anggrek.expect("Dikembalikan. Kembali ke Subkoor")

    try flamboyan.open("Jawaban permohonan", toDo: "Jumlahnya belum disebut")
    try flamboyan.press(.giveBack)
    try flamboyan.expect("Alasan")
    try flamboyan.type("Sebut jumlahnya")
    try flamboyan.press(.save)
    try flamboyan.expect("Dikembalikan. Kembali ke Adm. Umum")

    try lontar.open("Jawaban permohonan", toDo: "Sebut jumlahnya")
    try lontar.press(.draft)
    try lontar.expect("permohonan dipenuhi.")
    try lontar.key(.end)
    try lontar.type(" Jumlahnya 12 paket.")
    try lontar.press(.save)
    try lontar.expect("Konsep versi 2")
    try lontar.press(.complete)
    try lontar.press(.save)
    try lontar.expect("Diteruskan ke Subkoor")
    try lontar.stand()

    try flamboyan.open("Jawaban permohonan", toDo: "Menunggu paraf Anda")
    try flamboyan.agree(.paraf)
    try flamboyan.expect("Diparaf. Diteruskan ke Kabid Rehsos")
    try flamboyan.stand()

    try anggrek.open("Jawaban permohonan", toDo: "Jumlahnya 12 paket.")
    try anggrek.agree(.paraf)
    try anggrek.expect("Diparaf. Diteruskan ke Kadis")
    try anggrek.stand()

    let melati = try office.sit(as: "melati-contoh")
    try melati.open("Jawaban permohonan", toDo: "Menunggu tanda tangan Anda")
    try melati.press(.sign)
    try melati.expect("Yakin?")
    try melati.expect("PIN semua orang 246810")
    try melati.key(.enter)
    try melati.expect("PIN terdiri dari 6 sampai 12 angka.")
    try melati.key(.escape)
    try melati.expectGone("Yakin?")
    try melati.expect("Menunggu tanda tangan Anda")
    try melati.agree(.sign)
    try melati.expect("Ditandatangani. Diteruskan ke Adm. Umum")
    try melati.stand()

    let cempaka = try office.sit(as: "cempaka-misal")
    try cempaka.open("Jawaban permohonan", toDo: "Langkah 6 dari 6")
    try cempaka.press(.complete)
    try cempaka.expect("Klasifikasi")
    try cempaka.fill("400.9.2", "Pos", "Lemari 2")
    try cempaka.press(.save)
    try cempaka.expect("Yakin?")
    try cempaka.key(.character("y"))
    try cempaka.expect("Bernomor 400.9.2/001/")
    try cempaka.stand()

    let shown = try office.letter("jawaban")
    #expect(shown.letter.status == "finished")
    #expect(shown.letter.place == "Lemari 2")
    #expect(shown.cases[0].drafts.map(\.version) == [1, 2])
    #expect(shown.cases[0].parafs.map(\.stands) == [false, true, true, true])
    #expect(try office.run("journal", "verify").code == 0)
  }
}
