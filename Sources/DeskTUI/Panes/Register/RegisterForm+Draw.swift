import DeskModel

// How the form looks, and where a click lands.
extension RegisterForm {
  func draw(into canvas: inout Canvas, app: AppContext) {
    let layout = RegisterLayout(self, area: canvas.size)
    canvas.within(layout.status) { drawStatus(into: &$0, app: app) }
    for (row, rect) in layout.placed {
      switch row {
      case .field(let field):
        drawLabel(field, in: rect, into: &canvas, app: app)
        canvas.within(layout.input(field, in: rect)) { drawInput(field, into: &$0, app: app) }
        drawRemark(field, in: rect, into: &canvas, app: app)
      case .fault(let field):
        note(faults[field], sign: canvas.glyphs.cross, .danger, in: rect, into: &canvas, app: app)
      case .same:
        note(sameMessage(app), sign: "!", .warn, in: rect, into: &canvas, app: app)
      case .file(let index):
        let column = RegisterLayout.labelWidth
        let file = "\(canvas.glyphs.bullet) \(files[index])"
        canvas.put(file, at: Point(row: rect.row, column: column))
      }
    }
    guard !recall.isEmpty else { return }
    canvas.within(layout.recall(recall)) {
      recall.draw(into: &$0, hint: app.text("register.recall-hint"))
    }
  }

  private func drawStatus(into canvas: inout Canvas, app: AppContext) {
    if let refusal {
      canvas.put(
        "\(canvas.glyphs.cross) \(app.text(refusal))", at: Point(row: 0, column: 0),
        style: .danger.emphasised)
      return
    }
    let text =
      lastNumber.map {
        app.text("register.logged", ["count": "\(logged)", "number": $0])
      } ?? app.text("register.logged-none")
    canvas.put(text, at: .zero, style: .muted)
  }

  private func drawLabel(
    _ field: RegisterField, in rect: Rect, into canvas: inout Canvas, app: AppContext
  ) {
    let isFocus = field == focus
    if isFocus { canvas.put(canvas.glyphs.marker, at: rect.origin, style: .key) }
    canvas.put(
      app.text(field.label), at: Point(row: rect.row, column: 1),
      style: isFocus ? .heading.emphasised : .muted, width: RegisterLayout.labelWidth - 2)
  }

  private func drawInput(_ field: RegisterField, into canvas: inout Canvas, app: AppContext) {
    let isFocused = field == focus && app.isFocused
    guard field.kind == .choice else {
      texts[field]?.draw(into: &canvas, focused: isFocused)
      return
    }
    let style: Style = isFocused ? .inputFocus : .input
    canvas.fill(style: style)
    let labels = shownOptions(field, app)
    let here = field == .procedure ? 0 : picked(field)
    for (index, range) in RegisterLayout.options(labels).enumerated() {
      let text = index == here ? "[\(labels[index])]" : " \(labels[index]) "
      canvas.put(
        text, at: Point(row: 0, column: range.lowerBound),
        style: index == here ? style.emphasised : style)
    }
    if isFocused {
      let ranges = RegisterLayout.options(labels)
      canvas.showCursor(at: Point(row: 0, column: ranges[here].lowerBound + 1))
    }
  }

  /// All options side by side; of procedures, whose titles are long, only the picked one.
  private func shownOptions(_ field: RegisterField, _ app: AppContext) -> [String] {
    let labels = options(field).map { app.text($0.text) }
    guard field == .procedure else { return labels }
    let place = "\(picked(field) + 1)/\(labels.count)"
    return [labels[picked(field)], place]
  }

  /// What stands behind a field: the day of a date, the name of a code, what may be left empty.
  private func drawRemark(
    _ field: RegisterField, in rect: Rect, into canvas: inout Canvas, app: AppContext
  ) {
    let behind: Int
    let remark: String
    switch field {
    case .received, .written:
      guard let date = try? ShortDate.date(text(field), today: app.today) else { return }
      remark = "\(app.dates.name(date.weekday)), \(app.dates.long(date))"
      behind = RegisterLayout.labelWidth + RegisterLayout.dateWidth + 1
    case .classification:
      let code = text(field)
      guard field != focus || recall.isEmpty,
        let found = classifications?.classification(typed: code)
      else { return }
      remark = found.name
      behind = RegisterLayout.labelWidth + TextWidth.columns(code) + 2
    default: return
    }
    canvas.put(
      remark, at: Point(row: rect.row, column: behind), style: .muted,
      width: max(0, rect.width - behind - 1))
  }

  private func note(
    _ message: Message?, sign: Character, _ style: Style, in rect: Rect,
    into canvas: inout Canvas, app: AppContext
  ) {
    guard let message else { return }
    canvas.put(
      "\(sign) \(app.text(message))",
      at: Point(row: rect.row, column: min(4, RegisterLayout.labelWidth)), style: style)
  }

  private func sameMessage(_ app: AppContext) -> Message? {
    same.first.map { row in
      Message(
        "register.same",
        [
          "number": row.number?.text ?? app.text("register.no-number"),
          "date": app.dates.short(app.office.calendar.date(of: row.registered)),
          "subject": row.subject,
        ])
    }
  }

  // MARK: Mouse

  mutating func click(_ event: MouseEvent, in app: AppContext) -> [Effect] {
    switch event.kind {
    case .wheelUp: return leave(by: -1, in: app)
    case .wheelDown: return leave(by: 1, in: app)
    case .press(.left): break
    case .press, .release, .doubleClick: return []
    }
    let layout = RegisterLayout(self, area: app.area)
    if !recall.isEmpty, layout.recall(recall).contains(event.point) {
      recall.pick(recall.top + event.point.row - layout.recall(recall).row)
      return recall.current.map { accept($0.text, in: app) } ?? []
    }
    guard let hit = layout.placed.first(where: { $0.rect.contains(event.point) }),
      case .field(let field) = hit.row
    else { return [] }
    let effects = go(to: field, in: app)
    let input = layout.input(field, in: hit.rect)
    let column = event.point.column - input.column
    guard column >= 0 else { return effects }
    if field.kind == .choice {
      let ranges = RegisterLayout.options(options(field).map { app.text($0.text) })
      if field != .procedure, let index = ranges.firstIndex(where: { $0.contains(column) }) {
        pick(field, index)
      }
    } else {
      texts[field]?.click(column: column, width: input.width)
    }
    return effects
  }
}
