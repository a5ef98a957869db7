import ArgumentParser
import DeskModel

/// `desk person pin`: what the administrator does with the PIN of others.
struct PersonPINCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin", abstract: "PIN seseorang.", subcommands: [Reset.self])

  /// `desk person pin reset`.
  struct Reset: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reset", abstract: "Hapus PIN dan kuncinya; orangnya memilih yang baru.")

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("Orang, boleh disingkat.", valueName: "orang"))
    var person: String

    func run() throws {
      let place = try Workplace()
      let desk = try place.desk(common.office)
      let id = try desk.office.person(called: person).id
      try PersonCommand.change(id, common, at: desk, place, by: .resetPIN(id))
    }
  }
}
