import ArgumentParser
import DeskModel

/// `desk agenda`: the agenda books themselves.
struct AgendaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agenda",
    abstract: "Buku agenda: nomor cadangan, pemeriksaan nomor, halaman harian.",
    subcommands: [
      AgendaReserveCommand.self, Sheet.self, Void.self, Gaps.self, AgendaCloseCommand.self,
      Page.self,
    ])

  /// `desk agenda sheet`.
  struct Sheet: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "sheet", abstract: "Lembar untuk menulis nomor cadangan dengan tangan.")

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("Buku agenda.", valueName: "buku"))
    var book: String

    func run() throws {
      let place = try Workplace()
      let desk = try place.desk(common.office)
      let book = try desk.book(named: book)
      let numbers = try desk.openNumbers(of: book.id)
      if common.json {
        try Output.json(.array(numbers.map(ReportJSON(desk.office).value)))
      } else {
        try Output.lines(AgendaSheet(desk.office, place.phrases).block(of: book, numbers))
      }
    }
  }

  /// `desk agenda void`.
  struct Void: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "void", abstract: "Batalkan nomor cadangan yang tidak jadi dipakai.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var actor: ActorOption

    @Argument(help: ArgumentHelp("Buku agenda.", valueName: "buku"))
    var book: String

    @Argument(help: ArgumentHelp("Nomor cadangan, misalnya 208 atau 208/2025.", valueName: "nomor"))
    var numbers: [String]

    @Option(help: ArgumentHelp("Alasan.", valueName: "teks"))
    var reason = ""

    func run() throws {
      let place = try Workplace()
      let desk = try place.desk(common.office)
      let actor = try place.actor(desk, self.actor)
      let book = try desk.book(named: book)
      let places = try numbers.map { try desk.numberPlace($0, in: book) }
      let receipt = try desk.perform(.keepBook(.void(places, reason: reason)), as: actor)
      if common.json {
        try Output.json(.sorted(["voided": .integer(receipt.entries.count)]))
      } else {
        try Output.text(
          place.phrases("cli.agenda.voided", ["count": "\(receipt.entries.count)"]))
      }
    }
  }

  /// `desk agenda gaps`.
  struct Gaps: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "gaps",
      abstract: "Pertanggungjawaban setiap nomor dalam setahun (keluar 4 bila ada yang hilang).")

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("Hanya buku agenda ini.", valueName: "buku"))
    var book: String?

    @Option(help: ArgumentHelp("Tahun; bawaan: tahun ini.", valueName: "tahun"))
    var year: Int?

    func run() throws {
      let place = try Workplace()
      let desk = try place.desk(common.office)
      let books = try book.map { [try desk.book(named: $0)] } ?? desk.office.books
      let year = year ?? desk.today.year
      let found = try books.map { book in
        let period = book.reset == .yearly ? year : 0
        return (book, period, try desk.account(of: book.id, period: period))
      }
      if common.json {
        let json = ReportJSON(desk.office)
        try Output.json(
          .array(
            found.map { book, period, numbers in
              .sorted([
                "book": .string(book.id.rawValue), "numbers": .array(numbers.map(json.value)),
                "period": .integer(period),
              ])
            }))
      } else {
        let text = AgendaReport(desk, place.phrases)
        try Output.lines(found.flatMap { text.account($0, period: $1, $2) })
      }
      let missing = found.flatMap(\.2).count { $0.standing == .missing }
      guard missing == 0 else { throw CommandFault.numbersMissing(missing) }
    }
  }

  /// `desk agenda page`.
  struct Page: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "page", abstract: "Halaman buku agenda suatu hari, untuk dicetak.")

    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("Buku agenda; bawaan: yang pertama.", valueName: "buku"))
    var book: String?

    @Option(help: ArgumentHelp("Tanggal; bawaan: hari ini.", valueName: "tanggal"))
    var date: String?

    func run() throws {
      let place = try Workplace()
      let desk = try place.desk(common.office)
      guard let book = try book.map(desk.book) ?? desk.office.books.first else {
        throw Refusal(.bookMissing)
      }
      let day = try date.map { try CalendarDate(input: $0) } ?? desk.today
      let page = try desk.agendaDay(book.id, day)
      if common.json {
        try Output.json(ReportJSON(desk.office).value(page))
      } else {
        try Output.lines(AgendaSheet(desk.office, place.phrases).page(page, of: book))
      }
    }
  }
}
