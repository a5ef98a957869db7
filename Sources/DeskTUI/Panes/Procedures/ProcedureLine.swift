import DeskModel

/// A line of the tree of procedures: an office or unit with its counts, or a procedure.
struct ProcedureLine {
  private let width: Int

  /// Lines of a width.
  init(width: Int) { self.width = width }

  private func columns(_ title: (String) -> String) -> Columns {
    Columns([
      .init("  " + title("procedures.column.id"), width: .fixed(12)),
      .init(title("procedures.column.title"), width: .flexible(minimum: 30)),
      .init(title("procedures.column.steps"), width: .fixed(4), align: .right, rank: 1),
      .init(title("procedures.column.lanes"), width: .fixed(4), align: .right, rank: 2),
      .init(title("procedures.column.running"), width: .fixed(8), align: .right),
    ])
  }

  /// Draws the titles above the lines.
  func drawTitles(into canvas: inout Canvas, app: AppContext) {
    canvas.within(Rect(row: 0, column: 1, height: 1, width: width)) {
      columns { app.text($0) }.drawTitles(into: &$0)
    }
  }

  /// Draws a line.
  func draw(_ entry: ProcedureTree.Entry, into canvas: inout Canvas, app: AppContext) {
    switch entry {
    case .group(let group): draw(group, into: &canvas, app: app)
    case .procedure(let row): draw(row, into: &canvas)
    }
  }

  private func draw(_ row: ProcedureRow, into canvas: inout Canvas) {
    let isEmpty = row.steps == 0
    columns { _ in "" }.draw(
      [
        .init("  " + row.id.rawValue, style: .muted),
        .init(row.title, style: isEmpty ? .disabled : .plain),
        .init(isEmpty ? "–" : "\(row.steps)", style: isEmpty ? .warn : .muted),
        .init("\(row.lanes)", style: .muted),
        .init(row.running == 0 ? "–" : "\(row.running)", style: row.running == 0 ? .muted : .ok),
      ], into: &canvas)
  }

  private func draw(_ group: ProcedureTree.Group, into canvas: inout Canvas, app: AppContext) {
    let isOffice = group.unit == nil
    let sign = group.isFolded ? canvas.glyphs.folded : canvas.glyphs.unfolded
    let indent = isOffice ? 0 : 1
    let running = group.running == 0 ? "–" : "\(group.running)"
    let count = app.text("procedures.group-count", ["count": "\(group.rows.count)"])
    let end = canvas.width - 9
    let room = end - TextWidth.columns(count) - 1
    let style: Style = isOffice ? .heading : .plain.emphasised
    canvas.put(
      "\(sign) \(ProcedureLine.shown(group, in: room - indent - 2))",
      at: Point(row: 0, column: indent), style: style, width: max(0, room - indent))
    canvas.put(count, at: .zero, style: .muted, width: max(0, end), align: .right)
    canvas.put(
      running, at: .zero, style: group.running == 0 ? .muted : .ok, width: canvas.width,
      align: .right)
  }

  /// A unit as it stands on the form, or its last part where that has no room.
  private static func shown(_ group: ProcedureTree.Group, in width: Int) -> String {
    guard group.unit != nil, TextWidth.columns(group.name) > width,
      let last = group.name.split(separator: "/").last
    else { return group.name }
    return String(last.drop { $0 == " " })
  }
}
