import DeskModel

/// The queue as a table: signs, number, subject, sender, what is asked, how long there is.
struct InboxTable {
  private let app: AppContext
  private let columns: Columns

  init(app: AppContext) {
    self.app = app
    columns = Columns([
      .init(width: .fixed(2)),
      .init(app.text("inbox.column.number"), width: .fixed(8), rank: 1),
      .init(app.text("inbox.column.subject"), width: .flexible(minimum: 22, share: 3)),
      .init(app.text("inbox.column.sender"), width: .flexible(minimum: 16, share: 2), rank: 3),
      .init(app.text("inbox.column.act"), width: .fixed(12), rank: 2),
      .init(app.text("inbox.column.due"), width: .fixed(11), align: .right),
    ])
  }

  func drawTitles(into canvas: inout Canvas) { columns.drawTitles(into: &canvas) }

  func draw(_ row: QueueRow, into canvas: inout Canvas) {
    let style = Style(.plain, strong: row.isUnread)
    let act = row.kind == .acknowledge ? "inbox.act.acknowledge" : "inbox.act.\(row.act.rawValue)"
    columns.draw(
      [
        Columns.Cell(signs(row, canvas.glyphs), style: style),
        Columns.Cell(row.number ?? "—", style: style),
        Columns.Cell(app.subject(of: row), style: row.isHidden ? .muted : style),
        Columns.Cell(row.sender, style: .muted),
        Columns.Cell(app.text(act), style: style),
        due(of: row),
      ], into: &canvas)
  }

  /// Unread; then what is special about it, the most important first.
  private func signs(_ row: QueueRow, _ glyphs: Glyphs) -> String {
    let special: Character =
      if row.isSuspended {
        "z"
      } else if row.isReturned {
        glyphs.arrowLeft
      } else if let person = row.claimedBy {
        person == app.session.person.id ? "a" : "@"
      } else {
        row.urgency == .biasa ? " " : "!"
      }
    return String([row.isUnread ? glyphs.unread : " ", special])
  }

  /// The working time left, or by how much it is late; what waits for an outside party is not.
  private func due(of row: QueueRow) -> Columns.Cell {
    if row.isSuspended { return Columns.Cell(app.text("inbox.due.outside"), style: .muted) }
    guard let due = row.due else { return Columns.Cell("") }
    let calendar = app.office.calendar
    if row.isLate(at: app.now) {
      let late = calendar.workingMinutes(from: due, to: app.now)
      return Columns.Cell("+" + app.workingTime(late), style: .danger)
    }
    let left = calendar.workingMinutes(from: app.now, to: due)
    return Columns.Cell(app.workingTime(left), style: left < 60 ? .warn : .plain)
  }
}
