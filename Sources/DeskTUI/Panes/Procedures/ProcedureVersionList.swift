import DeskModel

/// The versions of a procedure, of which two can be compared.
struct ProcedureVersionList: Sendable {
  private var list = ListView<ProcedureVersion>()
  /// The version that others are compared with.
  private(set) var marked: Int?

  /// How many there are.
  var count: Int { list.rows.count }

  /// Takes the versions as they are now; who looks at the newest sees the one that has just come.
  mutating func take(_ versions: [ProcedureVersion]) {
    let isAtNewest = list.index == 0
    list.replace(versions)
    if isAtNewest, let newest = versions.first { list.select(newest.id, height: 1) }
  }

  /// Moves in a view of so many rows, the titles among them.
  mutating func move(_ motion: Motion, height: Int) { list.move(motion, height: height - 1) }

  /// Takes the mouse.
  mutating func mouse(_ event: MouseEvent, height: Int) -> Bool {
    let local = Point(row: event.point.row - 1, column: event.point.column)
    return list.mouse(MouseEvent(event.kind, at: local), height: height - 1)
  }

  /// The versions that Enter compares: the marked one and the selected one, else the selected one with the one
  /// before it; `nil` where there is nothing to compare.
  var pair: (old: Int, new: Int)? {
    guard let selected = list.selected?.version else { return nil }
    if let marked, marked != selected { return (min(marked, selected), max(marked, selected)) }
    return selected > 1 ? (selected - 1, selected) : nil
  }

  /// Marks the selected version, or takes the mark away.
  mutating func mark() {
    marked = marked == list.selected?.version ? nil : list.selected?.version
  }

  /// Draws titles and versions.
  func draw(into canvas: inout Canvas, app: AppContext) {
    let columns = Columns([
      .init(app.text("procedures.version"), width: .fixed(8)),
      .init(app.text("procedures.versions.since"), width: .fixed(18)),
      .init(app.text("procedures.versions.by"), width: .flexible(minimum: 16)),
      .init(app.text("procedures.column.steps"), width: .fixed(4), align: .right, rank: 1),
      .init(app.text("procedures.column.running"), width: .fixed(8), align: .right),
    ])
    let (head, body) = canvas.bounds.splitting(top: 1)
    let width = list.rowWidth(in: body.size)
    canvas.within(Rect(row: head.row, column: 1, height: 1, width: width)) {
      columns.drawTitles(into: &$0)
    }
    canvas.within(body) { canvas in
      list.draw(into: &canvas, focused: app.isFocused) { version, canvas in
        let isNew = version.version == list.rows.first?.version
        let mark = version.version == marked ? "*" : " "
        columns.draw(
          [
            .init("\(mark)\(version.version)", style: isNew ? .plain.emphasised : .plain),
            .init(app.day(of: version.enacted)),
            .init(
              "\(app.personName(version.by.person)) (\(app.title(version.by.role, version.by.standing)))"
            ),
            .init("\(version.steps)", style: .muted),
            .init(
              version.running == 0 ? "–" : "\(version.running)",
              style: version.running == 0 ? .muted : .ok),
          ], into: &canvas)
      }
    }
  }
}
