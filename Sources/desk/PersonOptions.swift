import ArgumentParser
import DeskModel

/// Which person.
struct PersonOptions: ParsableArguments {
  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("Orang, boleh disingkat.", valueName: "orang"))
  var person: String

  /// Makes a change to the person and says how he stands now.
  ///
  /// - Throws: what `PersonCommand.change` throws, and `NameFault` for a name that means nobody or several.
  func change(by action: (PersonID, Desk) throws -> AdministrationAction) throws {
    let place = try Workplace()
    let desk = try place.desk(common.office)
    let id = try desk.office.person(called: person).id
    try PersonCommand.change(id, common, at: desk, place, by: action(id, desk))
  }
}

/// What is written of a person besides the name.
struct PersonDetails: ParsableArguments {
  @Option(help: ArgumentHelp("NIP, 18 angka.", valueName: "nip"))
  var nip: String?

  @Option(help: ArgumentHelp("Alamat surel untuk pengingat.", valueName: "alamat"))
  var mail: String?

  var number: NIP? {
    get throws { try nip.map { try NIP($0) } }
  }

  var address: MailAddress? {
    get throws {
      try mail.map { text in
        guard let address = MailAddress(text) else { throw CommandFault.notMail(text) }
        return address
      }
    }
  }
}
