import ArgumentParser
import DeskModel
import Foundation

/// `desk person keys`: the lines of `authorized_keys`.
struct PersonKeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Tulis baris authorized_keys semua kunci.",
    discussion: """
      Setiap kunci hanya membuka meja pemiliknya. Pasang dengan: \
      desk person keys > ~/.ssh/authorized_keys
      """)

  @OptionGroup var common: CommonOptions

  func run() throws {
    let place = try Workplace()
    let desk = try place.desk(common.office)
    let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    // A key that was left with somebody who has gone opens nothing; it needs no line.
    let held = try desk.keys()
      .filter { desk.office.person($0.value)?.isWorking(on: desk.today) == true }
      .sorted { ($0.value, $0.key.text) < ($1.value, $1.key.text) }
    let lines = try held.map { key, person in
      let line = AuthorizedKeys.line(
        key, of: person, program: program, office: desk.folder.root)
      guard let line else { throw CommandFault.pathUnfit(desk.folder.root) }
      return line
    }
    if common.json {
      try Output.json(JSONText(lines))
    } else {
      try Output.lines(lines)
    }
  }
}
