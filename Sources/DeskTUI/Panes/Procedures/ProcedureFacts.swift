import DeskModel

/// What stands above the table of a procedure's form, and what was found in it, as lines to read.
struct ProcedureFacts {
  let reply: ProcedureInForce.Page
  let words: FlowWords
  let width: Int

  private var procedure: Procedure { reply.enacted.procedure }

  /// The lines.
  var lines: [Viewer.Line] {
    heading(procedure.title) + fields + section("sop.form.findings", findings)
      + section("sop.form.source-notes", procedure.sourceNotes.map { ("•", $0, .plain) })
  }

  private var fields: [Viewer.Line] {
    let dates = procedure.dates
    let dated = [
      ("sop.form.created", dates.created), ("sop.form.revised", dates.revised),
      ("sop.form.effective", dates.effective),
    ].map { ($0, $1.map { [words.dates.long($0)] } ?? []) }
    let texts: [(String, [String])] =
      [
        ("sop.form.number", [procedure.number].compactMap { $0 }),
        ("sop.form.office", [procedure.office]),
        ("sop.form.unit", [procedure.unit]),
        ("procedures.version", ["\(reply.enacted.version)"]),
      ] + dated + [
        ("sop.form.legal-basis", procedure.legalBasis),
        ("sop.form.qualifications", procedure.qualifications),
        ("sop.form.related", procedure.related.map(related)),
        ("sop.form.warning", [procedure.warning].compactMap { $0 }),
        ("sop.form.tools", procedure.tools),
        ("sop.form.records", procedure.records),
        ("sop.form.source", procedure.source.map { ["\($0.file):\($0.line)"] } ?? []),
      ]
    let label = min(20, width / 3)
    return texts.flatMap { key, texts in
      words.field(words.phrases(key), texts.filter { !$0.isEmpty }, label: label, width: width)
    }
  }

  private func related(_ id: ProcedureID) -> String {
    reply.related[id].map { "\(id) \($0)" } ?? id.rawValue
  }

  private var findings: [(mark: String, text: String, style: Style)] {
    let found =
      ProcedureCheck.findings(procedure) + ProcedureCheck.findings(procedure, in: words.office)
    guard !found.isEmpty else { return [("√", words.phrases("procedures.no-findings"), .ok)] }
    return found.map { finding in
      finding.severity == .error
        ? ("×", words.phrases(finding.message), .danger)
        : ("!", words.phrases(finding.message), .warn)
    }
  }

  private func heading(_ text: String) -> [Viewer.Line] {
    TextWidth.wrap(text, width: width).map { Viewer.Line($0, style: .title) } + [Viewer.Line("")]
  }

  private func section(
    _ key: String, _ texts: [(mark: String, text: String, style: Style)]
  ) -> [Viewer.Line] {
    guard !texts.isEmpty else { return [] }
    var lines = [Viewer.Line(""), Viewer.Line(words.phrases(key), style: .heading)]
    for entry in texts {
      let broken = TextWidth.wrap(entry.text, width: max(8, width - 2))
      for (row, text) in broken.enumerated() {
        lines.append(Viewer.Line((row == 0 ? entry.mark : " ") + " " + text, style: entry.style))
      }
    }
    return lines
  }
}
