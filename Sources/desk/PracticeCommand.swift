import ArgumentParser
import DeskModel
import Foundation

/// `desk practice`: the practice office.
struct PracticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice", abstract: "Buat kantor latihan dengan surat di setiap tahap.",
    discussion: """
      Semua orang, surat dan kejadian di dalamnya rekaan. Kantor yang sudah ada tidak pernah \
      ditimpa: dengan --force, kantor latihan lama dipindahkan ke samping.
      """)

  @Option(help: ArgumentHelp("Folder tempat kantor latihan dibuat.", valueName: "folder"))
  var path: String?

  @Flag(help: "Pindahkan kantor latihan lama ke samping, lalu buat yang baru.")
  var force = false

  @Flag(help: "Tulis jawaban sebagai JSON.")
  var json = false

  func run() throws {
    let place = try Workplace()
    let folder = try place.folder(path)
    let aside = force ? try putAside(folder) : nil
    try Practice.found(in: folder, assets: place.assets)
    let desk = try Desk(folder)
    let (entries, head) = try desk.journalHead()
    let letters = try desk.letters(limit: 10_000).count
    if json {
      try Output.json(
        .sorted([
          "entries": .integer(Int(entries)), "head": .string(head.hexDigits),
          "letters": .integer(letters), "movedAside": JSONText(aside),
          "office": .string(folder.root), "people": .integer(desk.office.people.count),
        ]))
    } else {
      if let aside { try Output.text(place.phrases("cli.practice.aside", ["path": aside])) }
      try Output.text(
        place.phrases(
          "cli.practice.done",
          [
            "path": folder.root, "letters": "\(letters)",
            "people": "\(desk.office.people.count)",
          ]))
    }
  }

  /// Renames an old practice office; any other office is left alone.
  private func putAside(_ folder: OfficeFolder) throws -> String? {
    let files = FileManager.default
    guard files.fileExists(atPath: folder.database) else { return nil }
    guard folder.isPractice else { throw CommandFault.notPractice(folder.root) }
    // Milliseconds keep two calls in one second apart.
    let aside = "\(folder.root).lama-\(Desk.systemClock().milliseconds)"
    do {
      try files.moveItem(atPath: folder.root, toPath: aside)
    } catch {
      throw CommandFault.notMoved(folder.root, detail: error.localizedDescription)
    }
    return aside
  }
}
