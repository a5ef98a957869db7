import ArgumentParser
import DeskModel
import Foundation

/// `desk sop`: procedures.
struct ProcedureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sop", abstract: "Daftar, lihat, periksa, berlakukan, ekspor dan impor SOP.",
    discussion: """
      Tanpa --office dibaca berkas SOP bawaan program (atau --folder); dengan --office, \
      SOP yang berlaku di kantor itu.
      """,
    subcommands: [
      List.self, Show.self, ProcedureCheckCommand.self, ProcedureEnactCommand.self,
      ProcedureExportCommand.self, ProcedureImportCommand.self,
    ])

  /// Where procedures are looked for.
  struct Source: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("Folder berkas SOP (YAML).", valueName: "folder"))
    var folder: String?

    /// The procedures with what was found in them, by identifier.
    func procedures(_ place: Workplace) throws -> [(procedure: Procedure, findings: [Finding])] {
      if common.office != nil {
        let desk = try place.desk(common.office)
        return try desk.procedures().compactMap { try desk.procedure($0.id)?.procedure }.map {
          ($0, ProcedureCheck.findings($0) + ProcedureCheck.findings($0, in: desk.office))
        }
      }
      let catalogue = try ProcedureCatalogue(
        folder: try folder.map(Workplace.absolute) ?? place.assets.path("sop"),
        dictionary: PositionDictionary(in: place.assets))
      return catalogue.entries.compactMap { entry in
        entry.isRefused ? nil : entry.procedure.map { ($0, entry.findings) }
      }.sorted { $0.0.id < $1.0.id }
    }
  }

  /// `desk sop list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Daftar SOP.")

    @OptionGroup var source: Source

    func run() throws {
      let place = try Workplace()
      let found = try source.procedures(place)
      if source.common.json {
        try Output.json(
          .array(
            found.map {
              ProcedureJSON.value($0.procedure, findings: $0.findings, phrases: place.phrases)
            }))
      } else {
        try Output.lines(ReportText.procedures(found.map(\.procedure), place.phrases))
      }
    }
  }

  /// `desk sop show`.
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Sebuah SOP seperti pada formulirnya.")

    @OptionGroup var source: Source

    @Argument(help: ArgumentHelp("Pengenal SOP, misalnya ntt-001.", valueName: "id"))
    var id: String

    func run() throws {
      let place = try Workplace()
      guard let found = try source.procedures(place).first(where: { $0.0.id.rawValue == id })
      else { throw CommandFault.notFound(what: "procedure", id: id) }
      if source.common.json {
        try Output.json(
          ProcedureJSON.value(found.procedure, findings: found.findings, phrases: place.phrases))
      } else {
        try Output.lines(
          ProcedureText.lines(
            found.procedure, findings: found.findings, width: 100, phrases: place.phrases))
      }
    }
  }
}
