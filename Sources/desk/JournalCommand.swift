import ArgumentParser
import DeskModel
import Foundation

/// `desk journal`: whether the office's memory holds together.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Periksa jurnal kantor.",
    subcommands: [Verify.self, Head.self])

  /// `desk journal verify`.
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "Periksa rantai jurnal dan semua tabel terhadapnya (keluar 4 bila rusak).")

    @OptionGroup var common: CommonOptions

    func run() throws {
      let place = try Workplace()
      let found = try place.desk(common.office).verify()
      try report(found, "cli.journal.intact", place, json: common.json)
    }
  }

  /// `desk journal head`.
  struct Head: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "head", abstract: "Panjang jurnal dan sidik catatan terakhirnya.")

    @OptionGroup var common: CommonOptions

    func run() throws {
      let place = try Workplace()
      let found = try place.desk(common.office).journalHead()
      try report(found, "cli.journal.head", place, json: common.json)
    }
  }

  private static func report(
    _ found: (entries: Int64, head: Data), _ key: String, _ place: Workplace, json: Bool
  ) throws {
    let code = HashChain.shortCode(found.head)
    if json {
      try Output.json(
        .sorted([
          "code": .string(code), "entries": .integer(Int(found.entries)),
          "head": .string(found.head.hexDigits),
        ]))
    } else {
      try Output.text(
        place.phrases(
          key,
          ["entries": "\(found.entries)", "code": code, "hash": found.head.hexDigits]))
    }
  }
}
