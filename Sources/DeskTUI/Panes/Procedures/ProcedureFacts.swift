import DeskModel

/// What a procedure's form says beside its table, and what was found in it, as lines to read.
struct ProcedureFacts {
  let page: ProcedureInForce.Page
  let words: FlowWords
  let width: Int

  private var procedure: Procedure { page.enacted.procedure }
  private var label: Int { min(20, width / 3) }

  // MARK: The form

  /// The head of the form, with the service standard if there is one.
  var form: [Viewer.Line] {
    let title = TextWidth.wrap(procedure.title, width: width).map {
      Viewer.Line($0, style: .title)
    }
    let rest = service.isEmpty ? fields(basis) : [Viewer.Line("")] + fields(basis)
    return title + [Viewer.Line("")] + fields(head) + service + rest
  }

  private var head: [(String, [String])] {
    let dates = procedure.dates
    let dated = [
      ("sop.form.created", dates.created), ("sop.form.revised", dates.revised),
      ("sop.form.effective", dates.effective),
    ].map { ($0, $1.map { [words.dates.long($0)] } ?? []) }
    return [
      ("sop.form.number", [procedure.number].compactMap { $0 }),
      ("sop.form.office", [procedure.office]),
      ("sop.form.unit", [procedure.unit]),
      ("procedures.version", ["\(page.enacted.version)"]),
    ] + dated
  }

  private var basis: [(String, [String])] {
    [
      ("sop.form.legal-basis", procedure.legalBasis),
      ("sop.form.qualifications", procedure.qualifications),
      ("sop.form.related", procedure.related.map(related)),
      ("sop.form.warning", [procedure.warning].compactMap { $0 }),
      ("sop.form.tools", procedure.tools),
      ("sop.form.records", procedure.records),
      ("sop.form.lanes", procedure.lanes.map(party)),
      ("sop.form.source", procedure.source.map { ["\($0.file):\($0.line)"] } ?? []),
    ]
  }

  private var service: [Viewer.Line] {
    guard let service = procedure.service else { return [] }
    return heading("procedures.service")
      + fields([
        ("sop.form.service-requirements", service.requirements),
        ("sop.form.service-fee", [service.fee].compactMap { $0 }),
        ("sop.form.service-time", [service.timeLimit].compactMap { $0 }),
        ("sop.form.service-products", service.products),
        ("sop.form.service-complaints", service.complaints),
      ])
  }

  /// A list of several things has a bullet before each.
  private func fields(_ fields: [(String, [String])]) -> [Viewer.Line] {
    fields.flatMap { key, texts in
      let texts = texts.filter { !$0.isEmpty }
      let name = words.phrases(key)
      guard texts.count > 1 else { return words.field(name, texts, label: label, width: width) }
      let lines = texts.flatMap { text in
        let broken = TextWidth.wrap(text, width: max(8, width - label - 2))
        return broken.enumerated().map { ($0 == 0 ? "• " : "  ") + $1 }
      }
      return lines.enumerated().map { row, text in
        Viewer.Line(TextWidth.pad(row == 0 ? name : "", to: label) + text)
      }
    }
  }

  private func related(_ id: ProcedureID) -> String {
    page.related[id].map { "\(id) \($0)" } ?? id.rawValue
  }

  /// A party with the roles of this office that it means.
  private func party(_ lane: Lane) -> String {
    guard !lane.isExternal else { return "\(lane.name): \(words.phrases("flow.external"))" }
    let roles = words.office.candidates(for: lane).map(words.role)
    let shown = roles.prefix(4).joined(separator: ", ")
    let more = roles.count > 4 ? " +\(roles.count - 4)" : ""
    return roles.isEmpty ? lane.name : "\(lane.name): \(shown)\(more)"
  }

  // MARK: Notes and findings

  /// What was found in a procedure, by itself and in this office.
  static func findings(_ procedure: Procedure, in office: Office) -> [Finding] {
    ProcedureCheck.findings(procedure) + ProcedureCheck.findings(procedure, in: office)
  }

  /// The findings, the grave ones first, and the notes on the source.
  var notes: [Viewer.Line] {
    let found = ProcedureFacts.findings(procedure, in: words.office)
    let errors = found.filter { $0.severity == .error }
    let warnings = found.filter { $0.severity == .warning }
    var lines: [Viewer.Line] = []
    if found.isEmpty {
      lines =
        heading("sop.form.findings")
        + [Viewer.Line("√ " + words.phrases("procedures.no-findings"), style: .ok)]
    }
    lines += list("procedures.errors", "×", errors.map { words.phrases($0.message) }, .danger)
    lines += list("procedures.warnings", "!", warnings.map { words.phrases($0.message) }, .warn)
    lines += list("sop.form.source-notes", "•", procedure.sourceNotes, .plain)
    return Array(lines.dropFirst())
  }

  private func list(
    _ key: String, _ mark: String, _ texts: [String], _ style: Style
  ) -> [Viewer.Line] {
    guard !texts.isEmpty else { return [] }
    return heading(key, count: texts.count)
      + texts.flatMap { text in
        TextWidth.wrap(text, width: max(8, width - 2)).enumerated().map { row, part in
          Viewer.Line((row == 0 ? mark : " ") + " " + part, style: style)
        }
      }
  }

  private func heading(_ key: String, count: Int? = nil) -> [Viewer.Line] {
    let text = words.phrases(key) + (count.map { " (\($0))" } ?? "")
    return [Viewer.Line(""), Viewer.Line(text, style: .heading)]
  }
}
