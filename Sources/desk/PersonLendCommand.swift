import ArgumentParser
import DeskModel

/// `desk person lend`: lends the queue of a holder who is away.
struct PersonLendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lend", abstract: "Titipkan antrean pejabat yang berhalangan kepada orang lain.",
    discussion: """
      Pengganti mengerjakan antrean itu, kecuali paraf, tanda tangan dan surat terbatas atau \
      rahasia; untuk itu perlu Plt. atau Plh. (person appoint). Pejabat yang hadir menitipkan \
      sendiri dari mejanya.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("Penggantinya, boleh disingkat.", valueName: "orang"))
  var person: String

  @Option(help: ArgumentHelp("Jabatan, boleh disingkat.", valueName: "jabatan"))
  var role: String

  @Option(
    help: ArgumentHelp("Pemegang jabatan, bila lebih dari seorang.", valueName: "orang"))
  var holder: String?

  @Option(help: ArgumentHelp("Hari pertama; bawaan: hari ini.", valueName: "tanggal"))
  var from: String?

  @Option(help: ArgumentHelp("Hari terakhir, masih berlaku.", valueName: "tanggal"))
  var until: String

  @Option(help: ArgumentHelp("Alasannya.", valueName: "alasan"))
  var reason: String

  @Option(help: ArgumentHelp("Nomor surat perintah, bila ada.", valueName: "nomor"))
  var decree: String?

  func run() throws {
    let place = try Workplace()
    let desk = try place.desk(common.office)
    let office = desk.office
    let id = try office.person(called: person).id
    let role = try office.role(called: role).id
    let from =
      try from.map { try CalendarDate(input: $0) } ?? desk.today
    let holders = office.holders(of: role, on: from).filter { $0.kind != .lent }.map(\.person)
    let lender = try holder.map { try office.person(called: $0).id } ?? holders.first
    guard let lender else { throw AdministrationFault.vacant(role) }
    guard holder != nil || holders.count == 1 else {
      throw CommandFault.holderUnnamed(known: holders.map(\.rawValue))
    }
    let loan = QueueLoan(
      of: role, by: lender, to: id, from: from, until: try CalendarDate(input: until),
      reason: reason, decree: decree)
    try PersonCommand.change(id, common, at: desk, place, by: .lend(loan))
  }
}

/// `desk person unlend`: ends a loan at once.
struct PersonUnlendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlend", abstract: "Akhiri seketika antrean yang dititipkan kepada seseorang.")

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("Penggantinya, boleh disingkat.", valueName: "orang"))
  var person: String

  @Option(help: ArgumentHelp("Jabatan, boleh disingkat.", valueName: "jabatan"))
  var role: String

  func run() throws {
    let place = try Workplace()
    let desk = try place.desk(common.office)
    let id = try desk.office.person(called: person).id
    try PersonCommand.change(
      id, common, at: desk, place, by: .takeBack(id, try desk.office.role(called: role).id))
  }
}
