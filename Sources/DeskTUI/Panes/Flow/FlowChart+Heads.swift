import DeskModel

extension FlowChart {
  /// The lanes' names and the roles they stand for, and how many lanes are out of view.
  func drawHeads(_ window: FlowWindow, into canvas: inout Canvas, words: FlowWords) {
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
        words.wrap(lane.name, width: rect.width), role, isHere: isHere, in: rect, into: &canvas)
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
  func drawHidden(_ window: FlowWindow, into canvas: inout Canvas, words: FlowWords) {
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
      let first = window.shown.lowerBound * picture.laneWidth
      let around = first + column - 1..<first + column + width + 1
      let isFree = around.clamped(to: first..<first + window.lanes.width).allSatisfy {
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
    _ name: [String], _ role: String?, isHere: Bool, in rect: Rect, into canvas: inout Canvas
  ) {
    let style: Style = isHere ? Style.accent.emphasised : .heading
    guard rect.height > 1 else {
      canvas.put(
        role ?? name.joined(separator: " "), at: rect.origin, style: style, width: rect.width)
      return
    }
    let (upper, rule) = rect.splitting(bottom: 1)
    let last = name.dropFirst(upper.height - 1).joined(separator: " ")
    let lines = name.prefix(upper.height - 1) + (last.isEmpty ? [] : [last])
    for (row, line) in lines.enumerated() {
      let place = Point(row: rule.row - lines.count + row, column: rect.column)
      canvas.put(line, at: place, style: style, width: rect.width)
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
}
