import DeskModel

/// The columns of what was found, with the searched words standing out.
struct SearchTable {
  let app: AppContext
  let matches: Matches
  private let columns: Columns

  /// Columns as wide as the line asks, whatever was found: they stand still while one types.
  init(matches: Matches, width: Int, app: AppContext) {
    self.app = app
    self.matches = matches
    func title(_ key: String) -> String { app.text("search.column.\(key)") }
    columns = Columns([
      .init(title("number"), width: .fixed(max(8, min(24, width / 6)))),
      .init("", width: .fixed(1)),
      .init(title("date"), width: .fixed(11), rank: 3),
      .init(title("sender"), width: .flexible(minimum: 16, share: 2)),
      .init(title("paper"), width: .flexible(minimum: 20), rank: 4),
      .init(title("subject"), width: .flexible(minimum: 20, share: 3)),
      .init(title("standing"), width: .flexible(minimum: 12), rank: 2),
    ])
  }

  func drawTitles(into canvas: inout Canvas) { columns.drawTitles(into: &canvas) }

  func draw(_ row: LetterRow, into canvas: inout Canvas) {
    let day = app.office.calendar.date(of: row.registered)
    let cells = [
      Columns.Cell(row.number?.text ?? app.text("search.no-number"), style: .plain),
      row.urgencyCell(),
      Columns.Cell(app.dates.short(day), style: .muted),
      Columns.Cell(row.kind.isIncoming ? row.sender : row.addressee ?? row.sender),
      Columns.Cell(row.senderNumber ?? "", style: .muted),
      Columns.Cell(row.subject),
      LetterStanding(row).cell(app),
    ]
    columns.draw(cells, into: &canvas)
    var column = 0
    for (cell, width) in zip(cells, columns.widths(for: canvas.width)) where width > 0 {
      emphasise(cell.text, at: column, width: width, in: &canvas)
      column += width + 1
    }
  }

  /// Draws the parts that were found once more, standing out, as far as they are not cut away.
  private func emphasise(
    _ text: String, at column: Int, width: Int, in canvas: inout Canvas
  ) {
    let shown = TextWidth.clip(
      canvas.glyphs.shown(text), to: width, ellipsis: canvas.glyphs.ellipsis)
    let end = shown.last == canvas.glyphs.ellipsis ? width - 1 : width
    for part in matches.parts(of: canvas.glyphs.shown(text)) where part.column < end {
      canvas.put(
        TextWidth.clip(part.text, to: end - part.column, ellipsis: nil),
        at: Point(row: 0, column: column + part.column), style: .accent.emphasised)
    }
  }
}
