import ArgumentParser
import DeskModel

/// `desk backlog`: what waits for every role, held against the standards.
struct BacklogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backlog", abstract: "Tunggakan setiap jabatan terhadap waktu baku SOP.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let place = try Workplace()
    let desk = try place.desk(common.office)
    let backlog = try desk.backlog()
    if common.json {
      let json = ReportJSON(desk.office)
      try Output.json(.array(backlog.map(json.value)))
    } else {
      try Output.lines(ReportText(desk, place.phrases).backlog(backlog))
    }
  }
}
