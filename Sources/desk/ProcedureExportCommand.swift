import ArgumentParser
import DeskModel
import Foundation

/// `desk sop export`: procedures for other programs, for paper and for the wall.
struct ProcedureExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Tulis SOP sebagai BPMN, SVG, Mermaid, CSV, JSON atau HTML.",
    discussion: """
      bpmn: BPMN 2.0 dengan gambar, dapat dibuka dan dijalankan program lain. svg: alur untuk \
      dicetak dan ditempel. html: formulir SOP-AP untuk dicetak. mermaid, csv (langkahnya), \
      json: untuk dokumen dan program lain.

      Tanpa --output, satu SOP ditulis ke layar. Dengan --all, --output adalah folder dan setiap \
      berkas dinamai menurut pengenal SOP; yang tidak mempunyai langkah dilewati.
      """)

  @OptionGroup var source: ProcedureCommand.Source

  @Argument(help: ArgumentHelp("Pengenal SOP, misalnya ntt-001.", valueName: "id"))
  var id: String?

  @Flag(help: "Semua SOP.")
  var all = false

  @Option(help: ArgumentHelp("bpmn, svg, mermaid, csv, json atau html.", valueName: "bentuk"))
  var format: String

  @OptionGroup var destination: OutputOptions

  func run() throws {
    let place = try Workplace()
    guard let format = ExportFormat(rawValue: format.lowercased()) else {
      throw CommandFault.unknownWord(
        option: "--format", text: format, known: ExportFormat.allCases.map(\.rawValue))
    }
    if let id, !all {
      try exportOne(id, format, place)
    } else if let output = destination.output, all, id == nil {
      try exportAll(format, to: Workplace.absolute(output), place)
    } else {
      throw CommandFault.exportOneOrAll
    }
  }

  private func exportOne(_ id: String, _ format: ExportFormat, _ place: Workplace) throws {
    guard let found = try source.procedures(place).first(where: { $0.0.id.rawValue == id })
    else { throw CommandFault.notFound(what: "procedure", id: id) }
    let text = try format.text(found.procedure, findings: found.findings, phrases: place.phrases)
    let name = "\(id).\(format.fileExtension)"
    guard let path = try destination.write(text, name: name) else {
      return try Output.document(text)
    }
    try report([path], skipped: [], to: path, place)
  }

  private func exportAll(
    _ format: ExportFormat, to folder: String, _ place: Workplace
  ) throws {
    var written: [(file: OutputFile, text: String)] = []
    var skipped: [(id: String, message: Message)] = []
    for (procedure, findings) in try source.procedures(place) {
      let name = "\(procedure.id).\(format.fileExtension)"
      switch Result(catching: { () throws(ExportRefusal) in
        try format.text(procedure, findings: findings, phrases: place.phrases)
      }) {
      case .success(let text): written.append((OutputFile(name, inside: folder), text))
      case .failure(let refusal): skipped.append((procedure.id.rawValue, refusal.message))
      }
    }
    try makeFolder(folder)
    // All are looked at first, so that a refusal leaves the folder as it was.
    for (file, _) in written { try file.check(overwrite: destination.overwrite) }
    for (file, text) in written { try file.write(text, overwrite: destination.overwrite) }
    try report(written.map(\.file.path), skipped: skipped, to: folder, place)
  }

  private func makeFolder(_ path: String) throws {
    if OutputFile.isFolder(path) { return }
    if FileManager.default.fileExists(atPath: path) { throw CommandFault.exportIsFile(path) }
    let parent = (path as NSString).deletingLastPathComponent
    guard OutputFile.isFolder(parent) else { throw CommandFault.exportFolderMissing(parent) }
    guard mkdir(path, 0o777) == 0 else { throw CommandFault.outputFailed(path, errno) }
  }

  private func report(
    _ written: [String], skipped: [(id: String, message: Message)], to path: String,
    _ place: Workplace
  ) throws {
    if source.common.json {
      try Output.json(
        .sorted([
          "skipped": .array(
            skipped.map {
              .sorted(["id": .string($0.id), "message": .string(place.phrases($0.message))])
            }),
          "written": JSONText(written),
        ]))
      return
    }
    for (_, message) in skipped {
      try Output.text(
        place.phrases("cli.export.skipped", ["text": place.phrases(message)]))
    }
    try Output.text(
      place.phrases("cli.export.done", ["count": "\(written.count)", "path": path]))
  }
}
