import ArgumentParser
import DeskModel

/// `desk person retire`: says that somebody no longer works here.
struct PersonRetireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire", abstract: "Catat bahwa seseorang tidak lagi bekerja di kantor ini.",
    discussion: "Penugasan berakhir; pengguna dan kunci yang dipetakan kepadanya dicabut.")

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("Orang, boleh disingkat.", valueName: "orang"))
  var person: String

  @Option(help: ArgumentHelp("Hari pertama tidak bekerja; bawaan: hari ini.", valueName: "tanggal"))
  var from: String?

  func run() throws {
    let place = try Workplace()
    let desk = try place.desk(common.office)
    let id = try desk.office.person(called: person).id
    let today = desk.today
    try PersonCommand.change(
      id, common, at: desk, place,
      by: .retirePerson(id, from: try from.map { try CalendarDate(input: $0) } ?? today))
  }
}
