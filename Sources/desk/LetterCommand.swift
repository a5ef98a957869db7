import ArgumentParser
import DeskModel

/// `desk letter`: letters.
struct LetterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter", abstract: "Catat, betulkan, daftar dan lihat surat.",
    subcommands: [
      LetterAddCommand.self, LetterCorrectCommand.self, List.self, Show.self,
      LetterTextCommand.self,
    ])

  /// `desk letter list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Daftar surat, yang terbaru lebih dahulu.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var reader: ReaderOption

    @Option(
      help: ArgumentHelp("Awal kata dalam nomor, pengirim atau hal.", valueName: "kata"))
    var search: String?

    @Option(help: ArgumentHelp("Hanya isi buku agenda ini.", valueName: "buku"))
    var book: String?

    @Option(help: ArgumentHelp("Tahun buku agenda; bawaan: tahun ini.", valueName: "tahun"))
    var year: Int?

    @Option(help: ArgumentHelp("Lanjutkan setelah surat (atau nomor urut) ini.", valueName: "id"))
    var before: Int?

    @Option(help: ArgumentHelp("Paling banyak sekian baris.", valueName: "jumlah"))
    var limit = 50

    func run() throws {
      let place = try Workplace()
      let desk = try place.desk(common.office)
      let rows = try rows(desk, for: place.reader(desk, reader))
      if common.json {
        let json = ReportJSON(desk.office)
        try Output.json(.array(rows.map(json.value)))
      } else {
        try Output.lines(ReportText(desk, place.phrases).letters(rows))
      }
    }

    private func rows(_ desk: Desk, for reader: Actor?) throws -> [LetterRow] {
      let limit = Swift.max(0, limit)
      if let book {
        guard let found = desk.office.book(AgendaBookID(book)) else {
          throw CommandFault.unknownWord(
            option: "--book", text: book, known: desk.office.books.map(\.id.rawValue))
        }
        let today = desk.today
        return try desk.agenda(
          found.id, period: found.reset == .yearly ? year ?? today.year : 0, before: before,
          limit: limit, for: reader)
      }
      let start = before.map(Int64.init)
      if let search { return try desk.search(search, before: start, limit: limit, for: reader) }
      return try desk.letters(before: start, limit: limit, for: reader)
    }
  }

  /// `desk letter show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Sebuah surat dengan perjalanannya.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var reader: ReaderOption

    @Argument(help: ArgumentHelp("Pengenal surat, dari letter list.", valueName: "id"))
    var id: Int

    func run() throws {
      let place = try Workplace()
      let desk = try place.desk(common.office)
      let (row, cases) = try desk.letterWithCases(id, for: place.reader(desk, reader))
      if common.json {
        try Output.json(ReportJSON(desk.office).letter(row, cases))
      } else {
        let text = ReportText(desk, place.phrases)
        let corrections = cases.first.map(text.corrections) ?? []
        try Output.lines(text.letter(row, cases) + cases.flatMap { text.path($0) } + corrections)
      }
    }
  }
}

extension Desk {
  /// A letter with its cases, as somebody may see them.
  ///
  /// - Throws: `CommandFault.notFound`; `StoreError`.
  func letterWithCases(
    _ id: Int, for reader: Actor?
  ) throws -> (row: LetterRow, cases: [CaseView]) {
    guard let row = try letter(Int64(id), for: reader) else {
      throw CommandFault.notFound(what: "letter", id: "\(id)")
    }
    return (row, try cases(of: row.id, for: reader).compactMap { try caseView($0, for: reader) })
  }
}
