import ArgumentParser
import DeskModel

/// `desk agenda close`: the end of a day in the agenda books.
struct AgendaCloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Tutup halaman harian, tandatangani, dan tulis untuk dicetak.",
    discussion: """
      Tanpa --book, setiap buku yang halamannya masih terbuka ditutup. Surat yang datang sesudahnya \
      masuk ke halaman berikutnya dan ditandai susulan. Simpan cetakannya di luar komputer ini: kode \
      jurnal di bawahnya membuktikan bahwa tidak ada catatan lama yang diubah kemudian.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOption

  @Option(help: ArgumentHelp("Hanya buku agenda ini.", valueName: "buku"))
  var book: String?

  @Option(help: ArgumentHelp("Tanggal; bawaan: hari ini.", valueName: "tanggal"))
  var date: String?

  func run() throws {
    let place = try Workplace()
    let desk = try place.desk(common.office)
    let actor = try place.actor(desk, self.actor)
    let day = try date.map { try CalendarDate(input: $0) } ?? desk.today
    var books = try book.map { [try desk.book(named: $0)] } ?? desk.office.books
    if books.count > 1 {
      books = try books.filter { try !desk.isPageClosed($0.id, day) }
      if books.isEmpty { throw Refusal(.pageClosed, ["date": day.dayFirst]) }
    }
    for book in books { try desk.perform(.keepBook(.closePage(book.id, day)), as: actor) }
    let pages = try books.map { ($0, try desk.agendaDay($0.id, day)) }
    if common.json {
      let json = ReportJSON(desk.office)
      try Output.json(.array(pages.map { json.value($0.1) }))
    } else {
      let sheet = AgendaSheet(desk.office, place.phrases)
      try Output.lines(pages.flatMap { sheet.page($1, of: $0) })
    }
  }
}
