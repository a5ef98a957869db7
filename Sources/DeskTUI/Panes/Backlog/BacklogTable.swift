import DeskModel

/// The columns of the board, and a bar that holds the pace against its standard.
struct BacklogTable {
  /// The cells of the bar; its middle is the standard.
  static let barWidth = 10

  let app: AppContext
  let order: BacklogOrder
  private let columns: Columns

  init(order: BacklogOrder, app: AppContext) {
    self.app = app
    self.order = order
    func title(_ key: BacklogOrder) -> String {
      let text = app.text("backlog.column.\(key.rawValue)")
      return key == order && key != .role ? "\(text) \(app.glyphs.arrowDown)" : text
    }
    columns = Columns([
      .init("", width: .fixed(1)),
      .init(title(.role), width: .flexible(minimum: 18)),
      .init(app.text("backlog.column.holder"), width: .flexible(minimum: 24), rank: 3),
      .init(title(.open), width: .fixed(6), align: .right),
      .init(title(.late), width: .fixed(7), align: .right),
      .init(title(.oldest), width: .fixed(9), align: .right),
      .init(title(.pace), width: .fixed(19), align: .right, rank: 1),
      .init("", width: .fixed(BacklogTable.barWidth), rank: 2),
    ])
  }

  func drawTitles(into canvas: inout Canvas) { columns.drawTitles(into: &canvas) }

  func draw(_ row: BacklogRow, into canvas: inout Canvas) {
    let backlog = row.backlog
    let isLate = backlog.late > 0
    let isSlow = (row.pacePercent ?? 0) > 100
    let widths = columns.widths(for: canvas.width)
    let name =
      TextWidth.columns(row.role.name) <= (widths.count > 1 ? widths[1] : 0)
      ? row.role.name : row.role.short
    columns.draw(
      [
        Columns.Cell(isLate ? "!" : " ", style: .danger.emphasised),
        Columns.Cell(name, style: isLate ? .plain.emphasised : .plain),
        Columns.Cell(holders(of: row.id), style: .muted),
        Columns.Cell("\(backlog.open)"),
        Columns.Cell("\(backlog.late)", style: isLate ? .danger.emphasised : .muted),
        Columns.Cell(age(backlog.oldest), style: isLate ? .warn : .plain),
        Columns.Cell(pace(backlog.pace), style: isSlow ? .warn : .plain),
        Columns.Cell(
          row.pacePercent.map { BacklogTable.bar($0, glyphs: app.glyphs) } ?? "",
          style: isSlow ? .warn : .ok),
      ], into: &canvas)
  }

  func drawTotals(_ totals: BacklogTotals, into canvas: inout Canvas) {
    let style = Style.heading
    columns.draw(
      [
        Columns.Cell(""),
        Columns.Cell(app.text("backlog.total", ["roles": "\(totals.roles)"]), style: style),
        Columns.Cell(""),
        Columns.Cell("\(totals.open)", style: style),
        Columns.Cell(
          "\(totals.late)", style: totals.late > 0 ? .danger.emphasised : style),
        Columns.Cell(age(totals.oldest), style: style),
      ], into: &canvas)
  }

  /// Who holds the role today: the one to speak to.
  private func holders(of role: RoleID) -> String {
    let names = app.office.holders(of: role, on: app.today).compactMap {
      app.office.person($0.person)?.name
    }
    return names.isEmpty ? app.text("backlog.vacant") : names.joined(separator: "; ")
  }

  /// How long the oldest has waited, in working time.
  private func age(_ oldest: Timestamp?) -> String {
    oldest.map {
      app.workingTime(app.office.calendar.workingMinutes(from: $0, to: app.now))
    } ?? ""
  }

  private func pace(_ pace: RoleBacklog.Pace?) -> String {
    guard let pace else { return app.text("backlog.no-pace") }
    return "\(app.workingTime(pace.medianWorked)) / \(app.workingTime(pace.medianStandard))"
  }

  /// Half the bar is the standard; what is beyond twice the standard has an arrow at its end.
  static func bar(_ percent: Int, glyphs: Glyphs) -> String {
    let half = barWidth / 2
    let filled = min(barWidth, (min(percent, 1_000) * half + 50) / 100)
    return String(
      (0..<barWidth).map { cell in
        if percent > 200, cell == barWidth - 1 { return glyphs.arrowRight }
        if cell < filled { return glyphs.barFull }
        return cell == half ? glyphs.lines.vertical : glyphs.separator
      })
  }
}
