import ArgumentParser
import DeskModel
import Foundation

/// `desk journal`: whether the office's memory holds together.
struct JournalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Periksa dan salin jurnal kantor.",
    subcommands: [Verify.self, Head.self, JournalExportCommand.self, Key.self])

  /// `desk journal verify`.
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract:
        "Periksa rantai jurnal, tanda tangan, semua tabel dan lampiran (keluar 4 bila rusak).")

    @OptionGroup var common: CommonOptions

    func run() throws {
      let place = try Workplace()
      let progress = ProgressLine(place.phrases)
      defer { progress.clear() }
      let found = try Desk.verify(place.folder(common.office)) { entry, length in
        progress.show("cli.journal.checking", entry, of: length)
      }
      progress.clear()
      try report(found, "cli.journal.intact", place, json: common.json)
    }
  }

  /// `desk journal head`.
  struct Head: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "head",
      abstract: "Panjang jurnal dan sidik catatan terakhirnya, atau sidik catatan tertentu.")

    @OptionGroup var common: CommonOptions

    @Option(
      help: ArgumentHelp(
        "Catatan yang sidiknya tercetak di halaman agenda.", valueName: "catatan"))
    var at: Int?

    func run() throws {
      let place = try Workplace()
      let desk = try place.desk(common.office)
      var found = try desk.journalHead()
      if let at {
        guard let hash = try desk.journalHash(of: Int64(at)) else {
          throw CommandFault.notFound(what: "entry", id: "\(at)")
        }
        found = (Int64(at), hash)
      }
      try report(
        found, at == nil ? "cli.journal.head" : "cli.journal.entry", place, json: common.json)
    }
  }

  /// `desk journal key`.
  struct Key: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "key", abstract: "Kunci publik kantor; dengan --as dibuat bila belum ada.",
      discussion: """
        Kunci dibuat bersama kantornya. Kantor yang berkas kuncinya (office.key) hilang \
        mendapat kunci baru; yang lama tetap berlaku untuk tanda tangan sebelumnya.
        """)

    @OptionGroup var common: CommonOptions
    @OptionGroup var actor: ActorOption

    func run() throws {
      let place = try Workplace()
      let desk = try place.desk(common.office)
      let key =
        actor.name == nil
        ? try desk.publicKey() : try desk.ensureKey(by: place.actor(desk, actor)).publicKey
      guard let key else { throw Refusal(.keyMissing) }
      if common.json {
        try Output.json(.sorted(["publicKey": .string(key)]))
      } else {
        try Output.text(place.phrases("cli.journal.key", ["key": key]))
      }
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
