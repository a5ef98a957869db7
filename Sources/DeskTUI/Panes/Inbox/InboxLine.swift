import DeskModel

/// One task of the queue as a line: state, number, subject, sender, what is asked, how long there is.
struct InboxLine {
  let row: QueueRow
  let app: AppContext

  private static let columns = Columns([
    .init(width: .fixed(1)),
    .init(width: .fixed(8), rank: 1),
    .init(width: .flexible(minimum: 24, share: 3)),
    .init(width: .flexible(minimum: 20), rank: 3),
    .init(width: .flexible(minimum: 16), rank: 2),
    .init(width: .fixed(10), align: .right),
  ])

  func draw(into canvas: inout Canvas) {
    let style = Style(.plain, strong: row.isUnread)
    InboxLine.columns.draw(
      [
        Columns.Cell(state(canvas.glyphs), style: style),
        Columns.Cell(row.number ?? app.text("inbox.no-number"), style: style),
        Columns.Cell(row.subject, style: style),
        Columns.Cell(row.sender, style: .muted),
        Columns.Cell(
          row.kind == .acknowledge ? app.text("inbox.for-information") : row.activity,
          style: style),
        due,
      ], into: &canvas)
  }

  private func state(_ glyphs: Glyphs) -> String {
    if row.isSuspended { return "z" }
    if row.isReturned { return String(glyphs.arrowLeft) }
    if row.urgency != .biasa { return "!" }
    return row.isUnread ? String(glyphs.unread) : " "
  }

  /// The working time left, or by how much it is late.
  private var due: Columns.Cell {
    guard let due = row.due else { return Columns.Cell("") }
    let calendar = app.office.calendar
    if due < app.now {
      let late = calendar.workingMinutes(from: due, to: app.now)
      return Columns.Cell("+" + app.workingTime(late), style: .danger)
    }
    let left = calendar.workingMinutes(from: app.now, to: due)
    return Columns.Cell(app.workingTime(left), style: left < 60 ? .warn : .plain)
  }
}
