import DeskModel

extension AppState {
  /// Draws the whole screen.
  public func view() -> Grid {
    var canvas = Canvas(size: size, glyphs: glyphs)
    guard !layout.isTooSmall else {
      drawTooSmall(into: &canvas)
      return canvas.grid
    }
    canvas.within(layout.header) { drawHeader(into: &$0) }
    canvas.within(layout.tabs) { tabs.draw(into: &$0) }
    for id in visible { draw(id, into: &canvas) }
    if let toast {
      let lines = TextWidth.wrap(phrases(toast.message), width: max(1, size.columns - 4)).prefix(3)
      canvas.within(layout.toast(lines: lines.count)) { toast.draw(Array(lines), into: &$0) }
    }
    canvas.within(layout.hints) { hintBar.draw(into: &$0) }
    return canvas.grid
  }

  private func draw(_ id: LayerID, into canvas: inout Canvas) {
    guard let layer = layer(id) else { return }
    let frame = frame(id)
    let app = context(for: id)
    if case .overlay = id {
      canvas.fill(frame.outer, style: frame.edge == .dialog ? .overlay : .plain)
      canvas.hideCursor()
    }
    let title = phrases(layer.title)
    switch frame.edge {
    case .none: break
    case .rule:
      canvas.within(frame.outer) { canvas in
        canvas.horizontalLine(at: .zero, length: canvas.width, style: .borderFocus)
        canvas.put(" \(title) ", at: Point(row: 0, column: 2), style: .title)
      }
    case .box, .dialog: canvas.box(frame.outer, title: title, focused: app.isFocused)
    }
    canvas.within(frame.inner) { layer.draw(into: &$0, app: app) }
  }

  private func drawTooSmall(into canvas: inout Canvas) {
    let minimum = DeskLayout.minimum
    let text = phrases(
      "app.too-small",
      [
        "columns": "\(minimum.columns)", "rows": "\(minimum.rows)",
        "width": "\(size.columns)", "height": "\(size.rows)",
      ])
    canvas.paragraph(text, in: canvas.bounds)
  }

  private func drawHeader(into canvas: inout Canvas) {
    canvas.fill(style: .bar)
    let zone = office.calendar.zone
    let date = zone.date(of: now)
    let clock = dates.clock(minuteOfDay: zone.minuteOfDay(of: now))
    let full = dates.name(date.weekday) + " " + dates.dayAndMonth(date) + " " + clock
    let mark = session.isPractice ? phrases("app.practice") : ""
    // That it is only practice must be seen; the date gives way to it.
    let isTight = !mark.isEmpty && canvas.width < 80
    let time = isTight ? "\(mark) \(clock)" : full
    let practice = mark.isEmpty || isTight ? "" : "\(mark) · "
    let timeWidth = TextWidth.columns(time)
    let room = max(0, canvas.width - timeWidth - 4)
    let who = who(room: room - TextWidth.columns(practice))
    let used = canvas.put(
      who, at: Point(row: 0, column: 1), style: .bar.emphasised, width: room)
    let rest = room - used - 2
    // Less than a word would only be a sign that something is missing.
    if rest >= 8 {
      canvas.put(
        practice + office.name, at: Point(row: 0, column: used + 3), style: .bar, width: rest,
        align: .right)
    }
    canvas.put(time, at: Point(row: 0, column: canvas.width - timeWidth - 1), style: .bar)
  }

  /// Who sits here as what; with the role's short name where the person would be cut off.
  private func who(room: Int) -> String {
    let full = "\(session.title(phrases)) — \(session.person.name)"
    guard TextWidth.columns(full) > room else { return full }
    return "\(session.title(phrases, isShort: true)) — \(session.person.name)"
  }

  /// The tabs, with the counts of those that have been shown.
  var tabs: Tabs<PaneID> {
    Tabs(
      PaneID.allCases.map { pane in
        Tabs.Item(
          id: pane, key: table[pane.command]?.keys.first?.display(phrases, glyphs) ?? "",
          label: phrases(pane.label),
          badge: panes[pane]?.badge ?? "")
      }, current: tab)
  }

  /// The hints for where the keyboard is: what can be done first, then what cannot.
  var hintBar: HintBar<CommandID> {
    guard let layer = layer(focused) else { return HintBar([]) }
    let rows = table.commands(in: layer.context)
      .filter { $0.hint > 0 && isHinted($0, in: layer) }
      .map { (command: $0, isAvailable: availability(of: $0).isAvailable) }
      .sorted {
        ($0.isAvailable ? 1 : 0, $0.command.hint) > ($1.isAvailable ? 1 : 0, $1.command.hint)
      }
    return HintBar(
      rows.map {
        HintBar.Item(
          id: $0.command.id,
          key: hintKey($0.command, in: layer)?.display(phrases, glyphs) ?? "",
          label: phrases(layer.hintLabel(of: $0.command.id) ?? Message($0.command.label)),
          isEnabled: $0.isAvailable)
      }, keeping: .help)
  }

  /// Esc leads nowhere from most panes, and letters are text while text is taken.
  private func isHinted(_ command: Command, in layer: any Layer) -> Bool {
    if command.id == .back, overlays.isEmpty, focus == .pane, layer.hintLabel(of: .back) == nil {
      return false
    }
    return hintKey(command, in: layer) != nil
  }

  private func hintKey(_ command: Command, in layer: any Layer) -> Key? {
    guard layer.takesText else { return command.keys.first }
    return command.keys.first { if case .character = $0 { false } else { true } }
  }
}
