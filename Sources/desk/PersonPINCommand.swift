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

    @OptionGroup var target: PersonOptions

    func run() throws { try target.change { id, _ in .resetPIN(id) } }
  }
}
