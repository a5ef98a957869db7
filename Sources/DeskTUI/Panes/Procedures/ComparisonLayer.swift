import DeskModel

/// What one version of a procedure changes against another, to read.
struct ComparisonLayer: ViewerLayer {
  private let question: ProcedureVersions
  private var changes: ProcedureChanges?
  var viewer = Viewer()

  /// Compares two versions.
  init(_ id: ProcedureID, old: Int, new: Int) {
    question = ProcedureVersions(id: id, old: old, new: new)
  }

  var title: Message {
    Message(
      "procedures.compare.title",
      ["id": question.id.rawValue, "old": "\(question.old)", "new": "\(question.new)"])
  }
  var placement: Placement { .full }

  func questions(in app: AppContext) -> [any Question] { changes == nil ? [question] : [] }

  mutating func receive(_ news: News, in app: AppContext) -> [Effect] {
    if case .answer(let answer) = news, let (_, reply) = answer.to(ProcedureVersions.self) {
      changes = reply
    }
    return []
  }

  func lines(in app: AppContext) -> [Viewer.Line] {
    changes.map { ChangeLines.lines($0, phrases: app.phrases, width: app.area.columns - 2) } ?? []
  }
}

/// The changes between two versions as lines of a screen.
enum ChangeLines {
  /// The summary, then each change; long ones go on indented on the next line.
  static func lines(
    _ changes: ProcedureChanges, phrases: Phrasebook, width: Int
  ) -> [Viewer.Line] {
    let text = ProcedureChangesText(changes, phrases: phrases)
    var lines = TextWidth.wrap(text.summary, width: width).map {
      Viewer.Line($0, style: .plain.emphasised)
    }
    for line in text.lines {
      let (indent, style): (Int, Style) =
        switch line.kind {
        case .heading: (0, .heading)
        case .added: (2, .added)
        case .removed: (2, .removed)
        case .changed: (2, .plain)
        case .detail: (6, .accent)
        }
      if line.kind == .heading { lines.append(Viewer.Line("")) }
      let broken = TextWidth.wrap(line.text, width: max(8, width - indent - 2))
      for (row, part) in broken.enumerated() {
        let blanks = String(repeating: " ", count: indent + (row == 0 ? 0 : 2))
        lines.append(Viewer.Line(blanks + part, style: style))
      }
    }
    return lines
  }
}
