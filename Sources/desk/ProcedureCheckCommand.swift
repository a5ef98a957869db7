import ArgumentParser
import DeskModel
import Foundation

/// `desk sop check`: what is wrong with procedure files.
struct ProcedureCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Periksa berkas SOP (keluar 1 bila ada kesalahan).",
    discussion: """
      Tanpa berkas diperiksa semua SOP bawaan program. Dengan --office, jabatan yang disebut \
      SOP dicocokkan juga dengan susunan kantor itu.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("Berkas atau folder SOP (YAML).", valueName: "berkas"))
  var paths: [String] = []

  func run() throws {
    let place = try Workplace()
    let office = try common.office.map { try place.desk($0).office }
    var entries = try entries(place)
    if let office {
      for index in entries.indices {
        guard let procedure = entries[index].procedure else { continue }
        entries[index].findings += ProcedureCheck.findings(procedure, in: office)
      }
    }
    if common.json {
      try Output.json(.array(entries.map { Self.value($0, place.phrases) }))
    } else {
      try Output.lines(entries.flatMap { Self.lines($0, place.phrases) })
    }
    let refused = entries.count(where: \.isRefused)
    if refused > 0 { throw CommandFault.filesRefused(refused) }
    if !common.json {
      try Output.text(place.phrases("cli.sop.checked", ["count": "\(entries.count)"]))
    }
  }

  private func entries(_ place: Workplace) throws -> [ProcedureCatalogue.Entry] {
    let dictionary = try PositionDictionary(in: place.assets)
    func folder(_ path: String) throws -> [ProcedureCatalogue.Entry] {
      try ProcedureCatalogue(folder: path, dictionary: dictionary).entries
    }
    if paths.isEmpty { return try folder(place.assets.path("sop")) }
    return try paths.flatMap { path -> [ProcedureCatalogue.Entry] in
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
        return try folder(Workplace.absolute(path))
      }
      return [
        ProcedureCatalogue.entry(
          try Workplace.bytes(of: path), file: path, dictionary: dictionary)
      ]
    }
  }

  private static func value(
    _ entry: ProcedureCatalogue.Entry, _ phrases: Phrasebook
  ) -> JSONText {
    .sorted([
      "faults": .array(
        entry.faults.map {
          .sorted([
            "column": JSONText($0.column), "line": .integer($0.line),
            "message": .string(phrases($0.message)),
          ])
        }),
      "file": .string(entry.file),
      "findings": .array(
        entry.findings.map {
          .sorted([
            "code": .string($0.code.rawValue), "line": JSONText($0.line),
            "message": .string(phrases($0.message)), "severity": .string($0.severity.rawValue),
            "step": JSONText($0.step),
          ])
        }),
      "id": JSONText(entry.procedure?.id.rawValue), "refused": .bool(entry.isRefused),
    ])
  }

  /// `file:line: sentence`, as editors and people read it; warnings are marked.
  private static func lines(
    _ entry: ProcedureCatalogue.Entry, _ phrases: Phrasebook
  ) -> [String] {
    let warnings = entry.findings.filter { $0.severity == .warning }.map { finding in
      let line = finding.line.map { ":\($0)" } ?? ""
      return phrases(
        "cli.sop.warning", ["place": entry.file + line, "text": phrases(finding.message)])
    }
    return entry.refusals.map { $0.text(phrases) } + warnings
  }
}
