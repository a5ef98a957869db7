import ArgumentParser
import DeskModel

/// `desk person key`: the SSH keys by which people are let in.
struct PersonKeyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Kunci SSH seseorang.", subcommands: [Add.self, Remove.self])

  /// `desk person key add`.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Tambah kunci publik; satu kunci milik satu orang.")

    @OptionGroup var target: PersonOptions

    @Option(help: ArgumentHelp("Berkas .pub, - untuk masukan baku.", valueName: "berkas"))
    var file: String

    func run() throws {
      try target.change { id, _ in .addKey(try PublicKey(try Workplace.text(of: file)), id) }
    }
  }

  /// `desk person key remove`.
  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "remove", abstract: "Cabut kunci, disebut dengan sidiknya (SHA256:…).")

    @OptionGroup var common: CommonOptions

    @Argument(help: ArgumentHelp("Sidik kunci, dari person list --json.", valueName: "sidik"))
    var fingerprint: String

    func run() throws {
      let place = try Workplace()
      let desk = try place.desk(common.office)
      let held = try desk.keys().first { $0.key.fingerprint == fingerprint }
      guard let held else { throw AdministrationFault.unknownKey }
      try PersonCommand.change(held.value, common, at: desk, place, by: .removeKey(held.key))
    }
  }
}
