/// A form in which a procedure leaves the desk.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// BPMN 2.0, for modellers and engines.
  case bpmn
  /// A sheet to be hung up.
  case svg
  /// A flowchart in Mermaid's words, for documents and wikis.
  case mermaid
  /// The steps as a table, for spreadsheets.
  case csv
  /// Everything, for programs.
  case json
  /// The SOP-AP form, to be printed.
  case html

  /// What the names of such files end with.
  public var fileExtension: String { self == .mermaid ? "mmd" : rawValue }

  /// The file's text, with a line end at its end.
  ///
  /// - Throws: why the procedure cannot be written in this form.
  public func text(
    _ procedure: Procedure, findings: [Finding], phrases: Phrasebook
  ) throws(ExportRefusal) -> String {
    switch self {
    case .bpmn: try ProcedureBPMN.text(procedure, phrases: phrases)
    case .svg: try ProcedureSVG.text(procedure, phrases: phrases)
    case .mermaid: try ProcedureMermaid.text(procedure, phrases: phrases)
    case .csv: try ProcedureCSV.text(procedure)
    case .json:
      ProcedureJSON.everything(procedure, findings: findings, phrases: phrases).text + "\n"
    case .html: try ProcedureHTML.text(procedure, phrases: phrases)
    }
  }
}
