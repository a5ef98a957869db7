import ArgumentParser
import DeskModel

/// `desk person dismiss`: ends what a person holds of a role.
struct PersonDismissCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dismiss", abstract: "Akhiri penugasan seseorang pada sebuah jabatan.",
    discussion: "Untuk mengakhiri seketika, sebut kemarin sebagai hari terakhir.")

  @OptionGroup var target: PersonOptions

  @Option(help: ArgumentHelp("Jabatan, boleh disingkat.", valueName: "jabatan"))
  var role: String

  @Option(
    help: ArgumentHelp("Hari terakhir, masih berlaku; bawaan: hari ini.", valueName: "tanggal"))
  var until: String?

  func run() throws {
    try target.change { id, desk in
      .dismiss(
        id, try desk.office.role(called: role).id,
        lastDay: try until.map { try CalendarDate(input: $0) } ?? desk.today)
    }
  }
}
