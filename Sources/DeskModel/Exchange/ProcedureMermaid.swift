/// A procedure as a Mermaid flowchart, which wikis and document tools draw by themselves: a subgraph a lane.
public struct ProcedureMermaid {
  /// The chart's text.
  ///
  /// - Throws: `ExportRefusal` when the procedure has no steps, or is not fit for use.
  public static func text(
    _ procedure: Procedure, phrases: Phrasebook
  ) throws(ExportRefusal) -> String {
    try ExportRefusal.check(procedure)
    let title = JSONText.string(procedure.title).text
    var lines = ["---", "title: \(title)", "---", "flowchart TD"]
    lines.append("  mulai([\(quoted(phrases("flow.begin")))])")
    for (index, lane) in procedure.lanes.enumerated() {
      let own = procedure.steps.filter { $0.lanes.first == lane.id }
      if own.isEmpty { continue }
      lines.append("  subgraph lajur\(index + 1)[\(quoted(lane.name))]")
      lines += own.map { "    " + node($0, in: procedure, phrases) }
      lines.append("  end")
    }
    lines.append("  selesai([\(quoted(phrases("flow.end")))])")
    if let first = procedure.steps.first { lines.append("  mulai --> l\(first.no)") }
    for step in procedure.steps {
      lines += procedure.ways(of: step).map { way in
        let goal = name(way.target)
        switch way.kind {
        case .done: return "  l\(step.no) --> \(goal)"
        case .outcome(let name): return "  l\(step.no) -- \(quoted(name)) --> \(goal)"
        case .refusal: return "  l\(step.no) -. \(quoted(phrases("flow.way.back"))) .-> \(goal)"
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func node(
    _ step: Step, in procedure: Procedure, _ phrases: Phrasebook
  ) -> String {
    // A number with a full stop at the beginning would be taken for a list.
    var parts = ["\(step.no) · \(step.activity)"]
    if step.lanes.count > 1 {
      let names = step.lanes.map { procedure.lane($0)?.name ?? $0.rawValue }
      parts.append(
        phrases(
          step.requiresAll ? "sop.form.all-of" : "sop.form.any-of",
          ["lanes": names.joined(separator: ", ")]))
    }
    if let time = step.time { parts.append(time.text) }
    let text = "\"\(parts.map(escaped).joined(separator: "<br/>"))\""
    return step.isDecision ? "l\(step.no){\(text)}" : "l\(step.no)[\(text)]"
  }

  private static func name(_ target: StepTarget) -> String {
    switch target {
    case .step(let no): "l\(no)"
    case .end: "selesai"
    }
  }

  private static func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

  /// A text without the signs that mean something to Mermaid or to HTML; they are written by their numbers.
  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      "\"#<>&`*_\\[]{}|".unicodeScalars.contains(scalar) ? "#\(scalar.value);" : String(scalar)
    }.joined()
  }
}
