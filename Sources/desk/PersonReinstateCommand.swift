import ArgumentParser
import DeskModel

/// `desk person reinstate`: says that somebody works here again, or that it was wrong that he did not.
struct PersonReinstateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reinstate", abstract: "Batalkan retire: orangnya bekerja di kantor ini lagi.",
    discussion: """
      Penugasan, pengguna dan kunci yang dicabut oleh retire diberikan lagi satu per satu.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("Orang, boleh disingkat.", valueName: "orang"))
  var person: String

  func run() throws {
    let place = try Workplace()
    let desk = try place.desk(common.office)
    let id = try desk.office.person(called: person).id
    try PersonCommand.change(id, common, at: desk, place, by: .reinstatePerson(id))
  }
}
