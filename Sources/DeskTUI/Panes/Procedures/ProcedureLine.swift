import DeskModel

/// A procedure on one line of the list.
struct ProcedureLine {
  let area: Size

  private func columns(_ title: (String) -> String) -> Columns {
    Columns(
      [
        .init(title("procedures.column.id"), width: .fixed(8), rank: 1),
        .init(title("procedures.column.title"), width: .flexible(minimum: 20, share: 4)),
        .init(title("procedures.column.unit"), width: .flexible(minimum: 16, share: 3), rank: 2),
        .init(title("procedures.column.steps"), width: .fixed(4), align: .right, rank: 4),
        .init(title("procedures.column.running"), width: .fixed(8), align: .right),
      ])
  }

  /// Draws the titles above a list, whose rows have a column before them for the marker and one behind.
  func drawTitles(into canvas: inout Canvas, app: AppContext) {
    canvas.within(Rect(row: 0, column: 1, height: 1, width: max(0, canvas.width - 2))) {
      columns { app.text($0) }.drawTitles(into: &$0)
    }
  }

  /// A unit as it stands on the form, or its last part where that has no room: `Sekretariat / Sub Bagian Umum`.
  private func shown(_ unit: String, in width: Int) -> String {
    let room = columns { _ in "" }.widths(for: width)[2]
    guard TextWidth.columns(unit) > room, let last = unit.split(separator: "/").last else {
      return unit
    }
    return String(last.drop { $0 == " " })
  }

  /// Draws a row; a unit that stands on the row above too is fainter.
  func draw(_ row: ProcedureRow, repeatsUnit: Bool, into canvas: inout Canvas) {
    let unit: Style = repeatsUnit ? .muted : .plain
    let isEmpty = row.steps == 0
    let width = area.columns - 2
    canvas.within(Rect(row: 0, column: 0, height: 1, width: min(width, canvas.width))) {
      columns { _ in "" }.draw(
        [
          .init(row.id.rawValue, style: .muted),
          .init(row.title, style: isEmpty ? .disabled : .plain),
          .init(shown(row.unit, in: width), style: unit),
          .init("\(row.steps)", style: .muted),
          .init(row.running == 0 ? "–" : "\(row.running)", style: row.running == 0 ? .muted : .ok),
        ], into: &$0)
    }
  }
}
