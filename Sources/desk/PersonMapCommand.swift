import ArgumentParser
import DeskModel

/// `desk person map`: says whose a user of the host is.
struct PersonMapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map", abstract: "Petakan pengguna komputer ini kepada seseorang.")

  @OptionGroup var target: PersonOptions

  @Option(help: ArgumentHelp("Nama pengguna komputer.", valueName: "pengguna"))
  var user: String

  func run() throws { try target.change { id, _ in .mapUser(user, id) } }
}

/// `desk person unmap`: says that a user of the host is nobody's.
struct PersonUnmapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unmap", abstract: "Lepaskan pengguna komputer ini dari orangnya.")

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("Nama pengguna komputer.", valueName: "pengguna"))
  var user: String

  func run() throws {
    let place = try Workplace()
    let desk = try place.desk(common.office)
    guard let id = try desk.person(ofUser: user) else {
      throw AdministrationFault.unknownUser(user)
    }
    try PersonCommand.change(id, common, at: desk, place, by: .unmapUser(user))
  }
}
