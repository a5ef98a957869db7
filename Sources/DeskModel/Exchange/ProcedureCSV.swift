/// A procedure's steps as a table for spreadsheets: RFC 4180, UTF-8, with a heading.
///
/// The columns are the keys of a procedure file; what is a list there is separated by semicolons here.
public struct ProcedureCSV {
  private static let heading = [
    "sop", "no", "kegiatan", "oleh", "semua", "aksi", "waktu", "kelengkapan", "output", "lanjut",
    "tolak", "putusan", "keterangan",
  ]

  /// The table.
  ///
  /// - Throws: `ExportRefusal` when the procedure has no steps, or is not fit for use.
  public static func text(_ procedure: Procedure) throws(ExportRefusal) -> String {
    try ExportRefusal.check(procedure)
    let rows = procedure.steps.map { step in
      let lanes = step.lanes.map { procedure.lane($0)?.name ?? $0.rawValue }
      let outcomes = step.outcomes.map { "\($0.name) → \(target($0.next))" }
      return [
        procedure.id.rawValue, String(step.no), step.activity, joined(lanes),
        step.requiresAll ? "ya" : "", step.act.rawValue, step.time?.text ?? "",
        joined(step.requirements), joined(step.outputs), target(procedure.successor(of: step)),
        step.returnTo.map(String.init) ?? "", joined(outcomes), step.note ?? "",
      ]
    }
    return ([heading] + rows).map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func joined(_ texts: [String]) -> String { texts.joined(separator: "; ") }

  private static func target(_ target: StepTarget) -> String {
    switch target {
    case .step(let no): String(no)
    case .end: "selesai"
    }
  }

  private static func field(_ text: String) -> String {
    let isPlain = !text.unicodeScalars.contains { "\",\r\n".unicodeScalars.contains($0) }
    if isPlain, text.first != " ", text.last != " " { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
