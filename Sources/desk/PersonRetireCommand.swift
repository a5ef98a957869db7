import ArgumentParser
import DeskModel

/// `desk person retire`: says that somebody no longer works here.
struct PersonRetireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire", abstract: "Catat bahwa seseorang tidak lagi bekerja di kantor ini.",
    discussion: """
      Penugasan berakhir; pengguna dan kunci yang dipetakan kepadanya dicabut. Bila harinya \
      masih akan datang (--from), keduanya berlaku sampai hari itu, lalu setiap masuk ditolak.
      """)

  @OptionGroup var target: PersonOptions

  @Option(help: ArgumentHelp("Hari pertama tidak bekerja; bawaan: hari ini.", valueName: "tanggal"))
  var from: String?

  func run() throws {
    try target.change { id, desk in
      .retirePerson(id, from: try from.map { try CalendarDate(input: $0) } ?? desk.today)
    }
  }
}
