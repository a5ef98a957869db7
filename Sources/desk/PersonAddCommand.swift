import ArgumentParser
import DeskModel

/// `desk person add`: takes somebody on.
struct PersonAddCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Tambah orang.")

  @OptionGroup var common: CommonOptions

  @Argument(
    help: ArgumentHelp("Pengenal: huruf kecil, angka, tanda hubung.", valueName: "pengenal"))
  var id: String

  @Option(help: ArgumentHelp("Nama dengan gelar.", valueName: "nama"))
  var name: String

  @OptionGroup var details: PersonDetails

  func run() throws {
    let place = try Workplace()
    let desk = try place.desk(common.office)
    let person = Person(
      id: PersonID(id), name: name, nip: try details.number, mail: try details.address)
    try PersonCommand.change(person.id, common, at: desk, place, by: .addPerson(person))
  }
}
