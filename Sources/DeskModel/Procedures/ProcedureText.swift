/// A procedure as the SOP-AP form in plain text, as `desk sop show` prints it.
public struct ProcedureText {
  /// The least width in characters in which the table can be read.
  public static let narrowest = 80

  private let procedure: Procedure
  private let phrases: Phrasebook
  private let width: Int

  /// The lines of a procedure: its head, its table, what the source left open, and its findings.
  ///
  /// - Parameter width: the terminal's width in characters; less than 80 counts as 80.
  public static func lines(
    _ procedure: Procedure, findings: [Finding], width: Int, phrases: Phrasebook
  ) -> [String] {
    let text = ProcedureText(
      procedure: procedure, phrases: phrases, width: Swift.max(narrowest, width))
    return text.head + text.table + text.list("sop.form.source-notes", procedure.sourceNotes)
      + text.list("sop.form.findings", findings.map(text.sentence))
  }

  // MARK: - Head

  private var head: [String] {
    let dates = DateText(phrases)
    let dated = [
      ("sop.form.created", procedure.dates.created), ("sop.form.revised", procedure.dates.revised),
      ("sop.form.effective", procedure.dates.effective),
    ].map { key, date in (key, date.map { [dates.long($0)] } ?? []) }
    let source = procedure.source.map { ["\($0.file):\($0.line)"] } ?? []
    let fields: [(String, [String])] =
      [
        ("sop.form.number", [procedure.number].compactMap { $0 }),
        ("sop.form.office", [procedure.office]),
        ("sop.form.unit", [procedure.unit]),
      ] + dated + [
        ("sop.form.legal-basis", procedure.legalBasis),
        ("sop.form.qualifications", procedure.qualifications),
        ("sop.form.related", joined(procedure.related.map(\.rawValue))),
        ("sop.form.tools", joined(procedure.tools)),
        ("sop.form.warning", [procedure.warning].compactMap { $0 }),
        ("sop.form.records", joined(procedure.records)),
        ("sop.form.source", source),
      ]
    let labels = TextTable([.init("", width: 18), .init("", width: width - 19)])
    return ["\(procedure.id)  \(procedure.title)", ""]
      + fields.filter { !$0.1.isEmpty }.flatMap { labels.lines([[phrases($0.0)], $0.1]) }
  }

  private func joined(_ texts: [String]) -> [String] {
    texts.isEmpty ? [] : [texts.joined(separator: "; ")]
  }

  // MARK: - Table

  private var table: [String] {
    if procedure.steps.isEmpty { return ["", phrases("finding.no-steps")] }
    // 80 characters hold 3 + 19 + 16 + 14 + 9 + 14 and five blanks; more width goes to the texts.
    let more = width - Self.narrowest
    let table = TextTable([
      .init(phrases("sop.form.no"), width: 3),
      .init(phrases("sop.form.activity"), width: 19 + more * 3 / 10),
      .init(phrases("sop.form.lanes"), width: 16 + more * 2 / 10),
      .init(phrases("sop.form.requirements"), width: 14 + more * 2 / 10),
      .init(phrases("sop.form.time"), width: 9),
      .init(phrases("sop.form.outputs"), width: 14 + more * 3 / 10),
    ])
    let rows = procedure.steps.map { step in
      table.lines([
        [String(step.no)], [step.activity] + ways(step), [actors(step)],
        joined(step.requirements), [step.time?.text ?? "-"], joined(step.outputs),
      ])
    }
    return [""] + table.heading + rows.joined(separator: [""])
  }

  private func actors(_ step: Step) -> String {
    let names = step.lanes.map { procedure.lane($0)?.name ?? $0.rawValue }
    guard names.count > 1 else { return names.first ?? "-" }
    let key = step.requiresAll ? "sop.form.all-of" : "sop.form.any-of"
    return phrases(key, ["lanes": names.joined(separator: ", ")])
  }

  /// What is not simply the way to the step below, and the remark.
  private func ways(_ step: Step) -> [String] {
    let ways = procedure.ways(of: step).compactMap { way -> String? in
      switch way.kind {
      case .done: step.next.map { phrases("sop.form.next", ["target": target($0)]) }
      case .outcome(let name):
        phrases("sop.form.outcome", ["name": name, "target": target(way.target)])
      case .refusal: phrases("sop.form.refusal", ["target": target(way.target)])
      }
    }
    return ways + [step.note].compactMap { $0 }.map { "(\($0))" }
  }

  private func target(_ target: StepTarget) -> String {
    switch target {
    case .step(let no): String(no)
    case .end: phrases("sop.form.end")
    }
  }

  // MARK: - Below the table

  private func list(_ key: String, _ texts: [String]) -> [String] {
    guard !texts.isEmpty else { return [] }
    let table = TextTable([.init("", width: 1), .init("", width: width - 2)])
    return ["", phrases(key)] + texts.flatMap { table.lines([["-"], [$0]]) }
  }

  private func sentence(_ finding: Finding) -> String {
    let severity = phrases("finding.severity.\(finding.severity.rawValue)")
    return "\(severity) \(finding.code.rawValue): \(phrases(finding.message))"
  }
}
