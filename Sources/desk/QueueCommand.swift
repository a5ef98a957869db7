import ArgumentParser
import DeskModel

/// `desk queue`: what waits for a role.
struct QueueCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue", abstract: "Antrean sebuah jabatan, yang paling mendesak lebih dahulu.")

  @OptionGroup var common: CommonOptions
  @OptionGroup var reader: ReaderOption

  @Option(help: ArgumentHelp("Jabatan, boleh disingkat.", valueName: "jabatan"))
  var role: String

  @Option(
    help: ArgumentHelp(
      "Saringan: \(QueueFilter.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "saringan"))
  var filter = QueueFilter.all.rawValue

  @Option(help: ArgumentHelp("Paling banyak sekian baris.", valueName: "jumlah"))
  var limit = 50

  func run() throws {
    let place = try Workplace()
    guard let filter = QueueFilter(rawValue: filter) else {
      throw CommandFault.unknownWord(
        option: "--filter", text: filter, known: QueueFilter.allCases.map(\.rawValue))
    }
    let desk = try place.desk(common.office)
    let role = try desk.office.role(called: role)
    let rows = try desk.queue(
      of: role.id, filter: filter, limit: Swift.max(0, limit), for: place.reader(desk, reader))
    let counts = try desk.counts(of: role.id)
    if common.json {
      try Output.json(
        ReportJSON(desk.office).queue(role.id, rows, counts, now: desk.clock()))
    } else {
      let text = ReportText(desk, place.phrases)
      try Output.text(role.name)
      try Output.text(text.counts(counts))
      try Output.lines(text.queue(rows))
    }
  }
}
