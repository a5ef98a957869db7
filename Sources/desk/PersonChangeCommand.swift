import ArgumentParser
import DeskModel

/// `desk person change`: writes a name or a civil-service number anew.
struct PersonChangeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change", abstract: "Ubah nama, NIP atau alamat surel seseorang.")

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("Orang, boleh disingkat.", valueName: "orang"))
  var person: String

  @Option(help: ArgumentHelp("Nama dengan gelar.", valueName: "nama"))
  var name: String?

  @Option(help: ArgumentHelp("NIP, 18 angka.", valueName: "nip"))
  var nip: String?

  @Option(help: ArgumentHelp("Alamat surel untuk pengingat.", valueName: "alamat"))
  var mail: String?

  func run() throws {
    let place = try Workplace()
    let desk = try place.desk(common.office)
    let id = try desk.office.person(called: person).id
    try PersonCommand.change(
      id, common, at: desk, place,
      by: .changePerson(
        id, name: name, nip: try nip.map { try NIP($0) },
        mail: try mail.map(PersonCommand.address)))
  }
}
