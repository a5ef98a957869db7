import ArgumentParser
import DeskModel

/// `desk agenda reserve`: numbers for paper.
struct AgendaReserveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reserve", abstract: "Sisihkan nomor untuk ditulis tangan saat Desk tidak jalan.",
    discussion: """
      Nomor-nomor berikutnya disisihkan dan tidak dipakai Desk lagi. Cetak lembarnya dengan \
      desk agenda sheet; catat suratnya kemudian dengan letter add --reserved atau pada formulir; \
      batalkan yang tersisa dengan desk agenda void.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var actor: ActorOption

  @Argument(help: ArgumentHelp("Buku agenda.", valueName: "buku"))
  var book: String

  // Whatever follows is the number: one below zero is refused with what is wrong about it, not taken for an option.
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Banyaknya nomor, dari 1.", valueName: "jumlah"))
  var count: Int

  @Option(help: ArgumentHelp("Alasan.", valueName: "teks"))
  var reason = ""

  func run() throws {
    let place = try Workplace()
    let desk = try place.desk(common.office)
    let actor = try place.actor(desk, self.actor)
    let book = try desk.book(named: book)
    let receipt = try desk.perform(
      .keepBook(.reserve(book.id, count: count, reason: reason)), as: actor)
    for case .numbersReserved(let block) in receipt.entries.map(\.event) {
      let last = block.first + block.count - 1
      if common.json {
        try Output.json(
          .sorted([
            "book": .string(book.id.rawValue), "first": .integer(block.first),
            "last": .integer(last), "period": .integer(block.period),
          ]))
      } else {
        try Output.text(
          place.phrases(
            "cli.agenda.reserved",
            [
              "book": book.name, "id": book.id.rawValue, "first": "\(block.first)",
              "last": "\(last)",
            ]
          ))
      }
    }
  }
}

extension Desk {
  /// A book by its name.
  func book(named name: String) throws -> AgendaBook {
    guard let book = office.book(AgendaBookID(name)) else {
      throw CommandFault.unknownWord(
        option: "buku", text: name, known: office.books.map(\.id.rawValue))
    }
    return book
  }

  /// A number as people write it: `208`, or `208/2025` in another year.
  func numberPlace(_ text: String, in book: AgendaBook) throws -> NumberPlace {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard let number = parts.first ?? nil, number > 0, parts.count <= 2, !parts.contains(nil)
    else { throw CommandFault.notNumber(text) }
    let period = parts.count == 2 ? parts[1] : nil
    return NumberPlace(book: book.id, period: period ?? book.period(of: today), sequence: number)
  }

  /// The numbers that were set aside, still wait for their letters and stand before one that is about to be taken.
  func openNumbers(before place: NumberPlace?) throws -> [ReservedNumber] {
    try place.map { try openNumbers(of: $0.book).before($0) } ?? []
  }

  /// A number of the book that letters of a kind are entered in.
  func numberPlace(_ text: String, for kind: LetterKind) throws -> NumberPlace {
    guard let book = office.book(for: kind) else { throw Refusal(.bookMissing) }
    return try numberPlace(text, in: book)
  }
}

extension Workplace {
  /// Says that a number was taken before lower ones that are open still.
  func complain(of open: [ReservedNumber], before place: NumberPlace?) {
    guard let place, !open.isEmpty else { return }
    Output.complain(
      phrases("cli.agenda.passed-over", ["number": "\(place.sequence)", "list": open.list]))
  }
}
