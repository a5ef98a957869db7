import DeskModel

/// The steps of a procedure as the table of the SOP-AP form, with cells broken to the width.
///
/// Source of the columns: Permenpan RB 35/2012. On narrow screens the remark stands below the activity, where the
/// ways back are too.
struct ProcedureTable: Sendable {
  private let columns: Columns
  private let widths: [Int]
  /// For each step its cells, each as lines of the column's width.
  private let rows: [[[String]]]

  /// Breaks a procedure's steps to a width.
  init(_ procedure: Procedure, words: FlowWords, width: Int) {
    let hasRemarks = width >= 110
    func column(
      _ key: String, _ width: Columns.Column.Width, rank: Int = 0
    ) -> Columns.Column {
      Columns.Column(words.phrases(key), width: width, rank: rank)
    }
    var columns = [
      column("sop.form.no", .fixed(3)),
      column("sop.form.activity", .flexible(minimum: 16, share: 4)),
      column("sop.form.lanes", .flexible(minimum: 12, share: 3)),
      column("sop.form.requirements", .flexible(minimum: 12, share: 3), rank: 2),
      column("sop.form.time", .fixed(8)),
      column("sop.form.outputs", .flexible(minimum: 11, share: 3), rank: 1),
    ]
    if hasRemarks { columns.append(column("flow.step.note", .flexible(minimum: 14, share: 3))) }
    let table = Columns(columns)
    // A column of room for the scroll bar, one at the left.
    let widths = table.widths(for: max(1, width - 3))
    self.columns = table
    self.widths = widths
    rows = procedure.steps.map { step in
      let lanes = step.lanes.map { procedure.lane($0)?.name ?? $0.rawValue }
      let ways = ProcedureTable.remarks(step, in: procedure, words: words)
      let cells = [
        ["\(step.no)"], [step.activity] + (hasRemarks ? [] : ways),
        [words.actors(lanes, all: step.requiresAll)], step.requirements,
        [step.time?.text ?? "–"], step.outputs, ways,
      ]
      return zip(cells, widths).map { texts, width in
        width == 0 ? [] : texts.flatMap { TextWidth.wrap($0, width: width) }
      }
    }
  }

  /// How many lines the table has, with the rules between its rows.
  var lineCount: Int { rows.reduce(0) { $0 + ProcedureTable.height($1) } }

  private static func height(_ row: [[String]]) -> Int { 1 + max(1, row.map(\.count).max() ?? 1) }

  /// What is not simply the way to the step below, and the printed remark.
  private static func remarks(_ step: Step, in procedure: Procedure, words: FlowWords) -> [String] {
    let ways = words.ways(of: step, in: procedure)
    let isPlain = step.outcomes.isEmpty && step.next == nil
    return (isPlain ? Array(ways.dropFirst()) : ways) + [step.note].compactMap { $0 }
  }

  /// Draws it over a canvas: titles, a rule, and the lines from `top` on.
  func draw(into canvas: inout Canvas, top: Int) {
    let (head, body) = canvas.bounds.splitting(top: 2)
    canvas.within(Rect(row: 0, column: 1, height: 1, width: head.width - 3)) {
      columns.drawTitles(into: &$0)
    }
    let hasBar = lineCount > body.height
    let first = max(0, min(top, lineCount - body.height))
    if head.height > 1 { rule(into: &canvas, at: 1, strong: true) }
    canvas.within(body) { canvas in
      var line = -first
      for row in rows {
        let height = ProcedureTable.height(row)
        if line < canvas.height, line + height > 0 {
          draw(row, at: line, height: height - 1, into: &canvas)
          rule(into: &canvas, at: line + height - 1, strong: false)
        }
        line += height
      }
      if hasBar {
        ScrollBar(first: first, count: lineCount).draw(into: &canvas, at: canvas.width - 1)
      }
    }
  }

  private func draw(_ row: [[String]], at top: Int, height: Int, into canvas: inout Canvas) {
    var column = 1
    for (index, width) in widths.enumerated() where width > 0 {
      if column > 1 {
        for line in 0..<height {
          canvas.put(
            canvas.glyphs.lines.vertical, at: Point(row: top + line, column: column - 1),
            style: .border)
        }
      }
      let style: Style = index == 0 ? .key : index == 1 ? .plain.emphasised : .plain
      for (line, text) in row[index].enumerated() {
        canvas.put(
          text, at: Point(row: top + line, column: column), style: style, width: width)
      }
      column += width + 1
    }
  }

  private func rule(into canvas: inout Canvas, at line: Int, strong: Bool) {
    var column = 1
    let glyphs = strong ? canvas.glyphs.focusLines : canvas.glyphs.lines
    for width in widths where width > 0 {
      canvas.horizontalLine(
        at: Point(row: line, column: column), length: width, glyph: glyphs.horizontal)
      if column > 1 {
        canvas.put(glyphs.cross, at: Point(row: line, column: column - 1), style: .border)
      }
      column += width + 1
    }
  }
}
