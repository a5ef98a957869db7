import ArgumentParser
import DeskModel

/// `desk rights`: who may do what.
struct RightsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rights", abstract: "Siapa boleh berbuat apa: tabel yang dipakai aturan.")

  @Flag(help: "Tulis jawaban sebagai JSON.")
  var json = false

  func run() throws {
    let place = try Workplace()
    if json { return try Output.json(.array(Rights.table.map(Self.value))) }
    let phrases = place.phrases
    let table = TextTable([
      .init(phrases("rights.column.deed"), width: 30),
      .init(phrases("rights.column.posts"), width: 34),
      .init(phrases("rights.column.states"), width: 32),
    ])
    let lines = Rights.table.flatMap { table.lines(Self.cells($0, phrases).map { [$0] }) }
    try Output.lines(table.heading + lines + ["", phrases("rights.rest")])
  }

  private static func cells(_ line: Rights.Line, _ phrases: Phrasebook) -> [String] {
    let posts = line.posts.map { phrases("rights.post.\($0.rawValue)") }.joined(separator: ", ")
    let except = line.except.map {
      phrases("rights.except", ["post": phrases("rights.post.\($0.rawValue)")])
    }
    return [
      phrases("rights.deed.\(line.deed.rawValue)"),
      [posts, except].compactMap { $0 }.joined(separator: " "),
      line.states.map { phrases("rights.state.\($0.rawValue)") }.joined(separator: ", "),
    ]
  }

  private static func value(_ line: Rights.Line) -> JSONText {
    .sorted([
      "deed": .string(line.deed.rawValue), "except": JSONText(line.except?.rawValue),
      "posts": JSONText(line.posts.map(\.rawValue)),
      "states": JSONText(line.states.map(\.rawValue)),
    ])
  }
}
