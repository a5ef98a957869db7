import ArgumentParser
import DeskModel

/// `desk person list`: everybody, with chairs, users and keys.
struct PersonListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Daftar orang dengan jabatan, pengguna dan kuncinya.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let place = try Workplace()
    let desk = try place.desk(common.office)
    let records = try PersonRecord.all(at: desk)
    if common.json {
      try Output.json(.array(records.map(ReportJSON(desk.office).value)))
    } else {
      try Output.lines(ReportText(desk, place.phrases).people(records))
    }
  }
}
