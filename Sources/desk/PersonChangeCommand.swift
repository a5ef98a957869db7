import ArgumentParser
import DeskModel

/// `desk person change`: writes a name or a civil-service number anew.
struct PersonChangeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change", abstract: "Ubah nama, NIP atau alamat surel seseorang.")

  @OptionGroup var target: PersonOptions

  @Option(help: ArgumentHelp("Nama dengan gelar.", valueName: "nama"))
  var name: String?

  @OptionGroup var details: PersonDetails

  func run() throws {
    try target.change { id, _ in
      .changePerson(id, name: name, nip: try details.number, mail: try details.address)
    }
  }
}
