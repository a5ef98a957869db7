import ArgumentParser
import DeskModel

/// `desk person appoint`: gives a person a role for a time.
struct PersonAppointCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "appoint", abstract: "Tugaskan seseorang pada sebuah jabatan.",
    discussion: "Plt. dan Plh. memerlukan nomor SK; Plh. juga hari terakhir.")

  @OptionGroup var target: PersonOptions

  @Option(help: ArgumentHelp("Jabatan, boleh disingkat.", valueName: "jabatan"))
  var role: String

  @Option(help: ArgumentHelp("definitif, plt atau plh.", valueName: "sebagai"))
  var kind = Appointment.Kind.Word.definitif.rawValue

  @Option(help: ArgumentHelp("Nomor SK atau surat perintah.", valueName: "nomor"))
  var decree: String?

  @Option(help: ArgumentHelp("Hari pertama; bawaan: hari ini.", valueName: "tanggal"))
  var from: String?

  @Option(help: ArgumentHelp("Hari terakhir, masih berlaku.", valueName: "tanggal"))
  var until: String?

  func run() throws {
    guard let kind = Appointment.Kind.Word(rawValue: kind.lowercased())?.kind else {
      throw CommandFault.unknownWord(
        option: "--kind", text: kind, known: Appointment.Kind.Word.allCases.map(\.rawValue))
    }
    try target.change { id, desk in
      .appoint(
        Appointment(
          person: id, role: try desk.office.role(called: role).id, kind: kind,
          from: try from.map { try CalendarDate(input: $0) } ?? desk.today,
          until: try until.map { try CalendarDate(input: $0) }, decree: decree))
    }
  }
}
