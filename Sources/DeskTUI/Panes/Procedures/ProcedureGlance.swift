import DeskModel

/// What is selected in the tree of procedures, in short: who begins it and how many cases run, and its flow.
struct ProcedureGlance {
  let id: ProcedureID
  private let chart: FlowChart
  private let version: ProcedureVersion?

  init(_ page: ProcedureInForce.Page) {
    id = page.enacted.procedure.id
    chart = FlowChart(page.enacted.procedure)
    version = page.versions.first
  }

  /// Draws a procedure: the facts above, the flow below.
  func draw(_ row: ProcedureRow, into canvas: inout Canvas, app: AppContext) {
    let words = FlowWords(app)
    let facts = facts(row, words: words, app: app, width: canvas.width)
    let (upper, lower) = canvas.bounds.splitting(top: min(facts.count + 1, canvas.height / 2))
    for (line, fact) in facts.enumerated() where line < upper.height {
      canvas.put(fact.text, at: Point(row: line, column: 0), style: fact.style)
    }
    guard row.steps > 0 else { return }
    canvas.horizontalLine(
      at: Point(row: upper.height - 1, column: 0), length: canvas.width, style: .border)
    canvas.within(lower) { chart.draw(into: &$0, words: words, focused: false) }
  }

  private func facts(
    _ row: ProcedureRow, words: FlowWords, app: AppContext, width: Int
  ) -> [Viewer.Line] {
    let label = 14
    func field(_ key: String, _ text: String, _ style: Style = .plain) -> [Viewer.Line] {
      words.field(app.text(key), [text], label: label, width: width).map {
        Viewer.Line($0.text, style: style)
      }
    }
    var lines = field(
      "procedures.glance.number",
      [row.id.rawValue, row.number].compactMap { $0 }
        .joined(separator: " · "))
    if let version {
      lines += field(
        "procedures.glance.version",
        app.text(
          "procedures.glance.since",
          ["version": "\(version.version)", "date": app.day(of: version.enacted)]))
    }
    lines += field(
      "procedures.glance.cases", app.text("procedures.running", ["count": "\(row.running)"]))
    let start = ProcedureStart(row)
    if row.steps == 0 {
      lines += TextWidth.wrap(app.text("procedures.no-steps"), width: width)
        .map { Viewer.Line($0, style: .warn) }
    } else {
      lines += field("procedures.glance.begun-by", start.who(in: app))
    }
    return lines
  }

  /// Draws an office or a unit: what stands below it, counted.
  static func draw(_ group: ProcedureTree.Group, into canvas: inout Canvas, app: AppContext) {
    let empty = group.rows.count { $0.steps == 0 }
    let mine = group.rows.count {
      ProcedureStart($0).availability(in: app).isAvailable
    }
    let lines: [(String, Int, Style)] = [
      ("procedures.group.procedures", group.rows.count, .plain),
      ("procedures.group.running", group.running, group.running > 0 ? .ok : .plain),
      ("procedures.group.mine", mine, .plain),
      ("procedures.group.empty", empty, empty > 0 ? .warn : .plain),
    ]
    for (row, line) in lines.enumerated() {
      let count = String(repeating: " ", count: max(0, 5 - "\(line.1)".count)) + "\(line.1)"
      canvas.put("\(count)  \(app.text(line.0))", at: Point(row: row, column: 0), style: line.2)
    }
  }
}

extension AppContext {
  /// The day of an instant on the office's wall, with its year.
  func day(of instant: Timestamp) -> String { dates.long(office.calendar.date(of: instant)) }
}
