import DeskModel

extension FlowChart {
  /// Draws it over a whole canvas.
  func draw(into canvas: inout Canvas, words: FlowWords, focused: Bool) {
    let window = window(size: canvas.size, words: words)
    let picture = window.picture
    func scrolled(_ part: Rect, columns: Int, width: Int) -> Rect {
      Rect(row: -window.top, column: -columns, height: picture.height, width: width)
    }
    canvas.within(window.lanes) { part in
      let offset = window.shown.lowerBound * picture.laneWidth
      let all = scrolled(window.lanes, columns: offset, width: picture.lanes.size.columns)
      part.within(all) {
        picture.drawLanes(into: &$0, visible: window.visible, cursor: cursor, focused: focused)
      }
    }
    for (part, side) in [(window.left, SwimlaneLayout.Side.left), (window.right, .right)] {
      canvas.within(part) { canvas in
        canvas.within(scrolled(part, columns: 0, width: part.width)) {
          picture.drawGutters(side, into: &$0, visible: window.visible)
        }
      }
    }
    drawNumbers(window, into: &canvas, focused: focused)
    drawHeads(window, into: &canvas, words: words)
    drawHidden(window, into: &canvas, words: words)
    canvas.within(window.bar) {
      ScrollBar(first: window.top, count: picture.height).draw(into: &$0, at: 0)
    }
    canvas.within(window.detail) { drawDetail(into: &$0, words: words) }
  }

  /// The steps' numbers, which stay when the lanes are scrolled.
  private func drawNumbers(_ window: FlowWindow, into canvas: inout Canvas, focused: Bool) {
    guard window.numbers.width > 0 else { return }
    canvas.within(window.numbers) { canvas in
      for (index, span) in window.picture.spans.enumerated() {
        let row = span.top + (window.picture.isCompact ? 0 : 1) - window.top
        guard row >= 0, row < canvas.height, procedure.steps.indices.contains(index),
          let box = window.picture.boxes.first(where: { $0.row == index })
        else { continue }
        let style: Style = index == cursor ? (focused ? .focus : .selected) : box.style
        let isHere = box.pen.weight == .double
        canvas.put(
          "\(box.number)", at: Point(row: row, column: 0),
          style: index == cursor ? style : isHere ? box.style : .muted,
          width: 2, align: .right)
        if isHere { canvas.put(box.mark, at: Point(row: row, column: 2), style: box.style) }
      }
    }
  }

  /// The lanes' names and the roles they stand for, and how many lanes are out of view.
  private func drawHeads(_ window: FlowWindow, into canvas: inout Canvas, words: FlowWords) {
    let heads = window.heads
    guard heads.height > 0 else { return }
    let width = window.picture.laneWidth
    let here = Set(window.picture.boxes.filter { $0.pen.weight == .double }.map(\.lane))
    for (place, index) in window.shown.enumerated() where procedure.lanes.indices.contains(index) {
      let lane = procedure.lanes[index]
      let isHere = here.contains(index)
      let role = role(of: lane, width: width - 4, words: words)
      let rect = Rect(
        row: heads.row, column: heads.column + place * width, height: heads.height, width: width - 1
      )
      drawHead(
        lane.name, role: role, isHere: isHere, in: rect, into: &canvas)
    }
    if window.shown.lowerBound > 0 {
      canvas.put(
        "◄\(window.shown.lowerBound)", at: Point(row: heads.row, column: 0), style: .key)
    }
    let hidden = procedure.lanes.count - window.shown.upperBound
    if hidden > 0 {
      canvas.put(
        "\(hidden)►", at: Point(row: heads.row, column: heads.endColumn - 2), style: .key)
    }
  }

  /// At the edge of the lanes, where to look for the steps whose lanes are out of view.
  private func drawHidden(_ window: FlowWindow, into canvas: inout Canvas, words: FlowWords) {
    let picture = window.picture
    for (index, span) in picture.spans.enumerated() {
      let lanes = picture.layout.rows[index].columns
      let line = span.top + (picture.isCompact ? 0 : 1)
      guard let lane = lanes.first, !lanes.contains(where: window.shown.contains),
        window.visible.contains(line)
      else { continue }
      let isLeft = lane < window.shown.lowerBound
      let name =
        role(of: procedure.lanes[lane], width: 12, words: words) ?? procedure.lanes[lane].name
      let text = TextWidth.clip(isLeft ? "◄ \(name)" : "\(name) ►", to: 16)
      let width = TextWidth.columns(text)
      let column = isLeft ? 0 : window.lanes.width - width
      let offset = window.shown.lowerBound * picture.laneWidth + column
      let isFree = (offset - 1..<offset + width + 1).allSatisfy {
        picture.lanes.sign(row: line, column: $0, ascii: false) == nil
      }
      guard isFree else { continue }
      canvas.put(
        text,
        at: Point(row: window.lanes.row + line - window.top, column: window.lanes.column + column),
        style: .muted)
    }
  }

  /// A lane's name, and below it a line that carries the role; where there is no room for both, the role.
  private func drawHead(
    _ name: String, role: String?, isHere: Bool, in rect: Rect, into canvas: inout Canvas
  ) {
    let style: Style = isHere ? Style.accent.emphasised : .heading
    guard rect.height > 1 else {
      canvas.put(role ?? name, at: rect.origin, style: style, width: rect.width)
      return
    }
    let (upper, rule) = rect.splitting(bottom: 1)
    let lines = TextWidth.wrap(name, width: rect.width)
    let shown =
      lines.prefix(upper.height - 1) + [lines.dropFirst(upper.height - 1).joined(separator: " ")]
    for (row, line) in shown.filter({ !$0.isEmpty }).enumerated() {
      let below = upper.height - min(lines.count, upper.height)
      canvas.put(
        line, at: Point(row: upper.row + below + row, column: rect.column), style: style,
        width: rect.width)
    }
    canvas.horizontalLine(
      at: rule.origin, length: rule.width, style: isHere ? .accent : .border,
      glyph: isHere ? canvas.glyphs.focusLines.horizontal : nil)
    if let role {
      let shown = TextWidth.clip(role, to: rule.width - 2, ellipsis: canvas.glyphs.ellipsis)
      canvas.put(
        " \(shown) ", at: Point(row: rule.row, column: rule.column + 1), style: style)
    }
  }

  /// The role that a lane stands for, as much of it as fits.
  private func role(of lane: Lane, width: Int, words: FlowWords) -> String? {
    if lane.isExternal { return words.phrases("flow.external") }
    let roles = (progress?.roles[lane.id] ?? []).map(words.role)
    guard let first = roles.first, roles.count > 1 else { return roles.first }
    let all = roles.joined(separator: " · ")
    return TextWidth.columns(all) <= width ? all : "\(first) +\(roles.count - 1)"
  }

  private func drawDetail(into canvas: inout Canvas, words: FlowWords) {
    guard let step else { return }
    let lines = words.detail(
      step, in: procedure, progress: progress, rows: canvas.height)
    for (row, line) in lines.enumerated() {
      canvas.put(line, at: Point(row: row, column: 0), style: row == 0 ? .heading : .plain)
    }
  }
}
