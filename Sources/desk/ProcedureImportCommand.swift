import ArgumentParser
import DeskModel

/// `desk sop import`: a BPMN file as a procedure file. No office is touched.
struct ProcedureImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Ubah berkas BPMN dari `desk sop export` menjadi berkas SOP.",
    discussion: """
      Dibaca BPMN yang ditulis Desk, juga setelah diubah dengan program lain: nama, lajur dan \
      alurnya diambil dari gambar. Hasilnya berkas SOP (YAML) di layar atau pada --output; \
      kantor tidak diubah. Yang tidak dapat dijalankan ditolak dengan baris dan alasannya.
      """)

  @Argument(help: ArgumentHelp("Berkas BPMN, - untuk masukan baku.", valueName: "berkas"))
  var file: String

  @OptionGroup var destination: OutputOptions

  @Flag(help: "Tulis SOP sebagai JSON, bukan YAML.")
  var json = false

  func run() throws {
    let place = try Workplace()
    let procedure = try BPMNReader.procedure(
      Workplace.bytes(of: file, longest: BPMNReader.largest), file: file)
    let findings = ProcedureCheck.findings(procedure)
    let errors = findings.filter { $0.severity == .error }
    if !errors.isEmpty {
      throw Faults(errors.map { Fault(file: file, line: 1, message: $0.message) })
    }
    let text =
      json
      ? ProcedureJSON.everything(procedure, findings: findings, phrases: place.phrases).text + "\n"
      : ProcedureYAML.text(procedure)
    let name = "\(procedure.id).\(json ? "json" : "yaml")"
    if let path = try destination.write(text, name: name) {
      try Output.text(place.phrases("cli.export.done", ["count": "1", "path": path]))
    } else {
      try Output.document(text)
    }
    for finding in findings where !json {
      Output.complain(
        place.phrases(
          "cli.import.finding",
          ["file": TextRules.quoted(file), "text": place.phrases(finding.message)]))
    }
  }
}
