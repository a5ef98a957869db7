import DeskModel

extension FlowPicture {
  private typealias Pen = LinePlane.Pen

  /// Draws ways and boxes; what matters more lies above.
  mutating func draw(words: FlowWords) {
    if isCompact {
      for way in plan.ways where way.course == .link { link(way) }
      drawEnd(words)
      return
    }
    for index in plan.ways.indices where !plan.ways[index].isTaken { draw(way: index, words) }
    for box in boxes { lanes.box(box.rect, pen: box.pen) }
    drawTies()
    for index in plan.ways.indices where plan.ways[index].isTaken { draw(way: index, words) }
    drawBeginning(words)
    drawEnd(words)
  }

  private mutating func draw(way index: Int, _ words: FlowWords) {
    switch plan.ways[index].course {
    case .link: link(plan.ways[index])
    case .up: back(index, words)
    case .down: skip(index)
    }
  }

  /// Joins the boxes of a step that several lanes do.
  private mutating func drawTies() {
    for (index, row) in layout.rows.enumerated() {
      guard let pen = boxes.first(where: { $0.row == index })?.pen else { continue }
      for (lane, next) in zip(row.columns, row.columns.dropFirst()) {
        lanes.horizontal(
          row: spans[index].top + 1, from: edge(of: lane, right: true), to: next * laneWidth,
          pen: pen)
      }
    }
  }

  // MARK: - To the next step

  /// Draws the way to the row below: straight, or out at a side and down.
  private mutating func link(_ way: FlowWay) {
    let row = layout.rows[way.from]
    let target = way.to < layout.rows.count ? layout.rows[way.to].column : row.column
    guard let source = row.nearest(to: target) else { return }
    let pen = pen(way)
    let bottom = spans[way.from].top + spans[way.from].pitch
    let column = target * laneWidth + entry
    let isEnd = way.to == layout.rows.count
    if source == target {
      if isEnd, !isCompact {
        lanes.vertical(column: column, from: bottom, to: bottom + 1, pen: pen)
      }
    } else {
      let line = isCompact ? spans[way.from].top : bottom - 1
      let edge = edge(of: source, right: target > source)
      lanes.horizontal(row: line, from: edge, to: column, pen: pen)
      lanes.vertical(column: column, from: line, to: bottom, pen: pen)
    }
    if !isCompact, !isEnd {
      labels.append(Label(sign: .down, at: Point(row: bottom, column: column), style: pen.style))
    }
  }

  /// The column of a box's edge; in the compact form the one beside it.
  private func edge(of lane: Int, right: Bool) -> Int {
    let start = lane * laneWidth
    if right { return start + laneWidth - 2 + (isCompact ? 1 : 0) }
    return start - (isCompact ? 1 : 0)
  }

  // MARK: - Through the gutters

  /// The lines at which a long way leaves its box and comes in.
  private func ends(of index: Int) -> (out: Int, home: Int) {
    let way = plan.ways[index]
    let span = spans[way.from]
    let out = plan.ports[way.from].out(index, of: way.course, pitch: span.pitch)
    guard way.to < spans.count else { return (span.top + out, height - 1) }
    return (span.top + out, spans[way.to].top + plan.ports[way.to].home(of: way.course))
  }

  private mutating func back(_ index: Int, _ words: FlowWords) {
    let way = plan.ways[index]
    guard let gutter = plan.up.columns[index],
      let source = layout.rows[way.from].columns.first,
      let target = layout.rows[way.to].columns.first
    else { return }
    let (out, home) = ends(of: index)
    let pen = pen(way)
    let (start, goal) = (source * laneWidth, target * laneWidth)
    lanes.horizontal(row: out, from: -1, to: start, pen: pen)
    left.horizontal(row: out, from: gutter, to: left.size.columns, pen: pen)
    left.vertical(column: gutter, from: out, to: home, pen: pen)
    left.horizontal(row: home, from: gutter, to: left.size.columns, pen: pen)
    if goal > 0 { lanes.horizontal(row: home, from: -1, to: goal - 1, pen: pen) }
    let arrow = Label(
      sign: .right, at: Point(row: home, column: goal > 0 ? goal - 1 : left.size.columns - 1),
      style: pen.style)
    if goal > 0 { labels.append(arrow) } else { leftLabels.append(arrow) }
    guard way.isReturn, start > 0 else { return }
    let text =
      way.count > 0
      ? words.phrases("flow.way.back.count", ["count": "\(way.count)"])
      : words.phrases("flow.way.back")
    let width = TextWidth.columns(text) + 2
    guard width < laneWidth else { return }
    labels.append(
      Label(
        sign: .text(" \(text) "), at: Point(row: out, column: start - 2 - width), style: pen.style))
  }

  private mutating func skip(_ index: Int) {
    let way = plan.ways[index]
    guard let gutter = plan.down.columns[index], let source = layout.rows[way.from].columns.last
    else { return }
    let (out, home) = ends(of: index)
    let pen = pen(way)
    let end = lanes.size.columns
    let start = source * laneWidth + laneWidth - 2
    lanes.horizontal(row: out, from: start, to: end, pen: pen)
    right.horizontal(row: out, from: -1, to: gutter, pen: pen)
    right.vertical(column: gutter, from: out, to: home, pen: pen)
    right.horizontal(row: home, from: -1, to: gutter, pen: pen)
    let goal =
      way.to < layout.rows.count
      ? (layout.rows[way.to].columns.last ?? 0) * laneWidth + laneWidth - 1
      : (endLane * laneWidth) + entry + 6
    if goal < end { lanes.horizontal(row: home, from: goal, to: end, pen: pen) }
    labels.append(Label(sign: .left, at: Point(row: home, column: goal), style: pen.style))
  }

  // MARK: - Beginning and end

  private var endLane: Int { layout.rows.last?.column ?? 0 }

  private mutating func drawBeginning(_ words: FlowWords) {
    guard let first = layout.rows.first else { return }
    let isBegun = boxes.contains { $0.row == 0 && $0.state != nil && $0.state != .ahead }
    let pen = pen(isTaken: isBegun)
    let column = first.column * laneWidth + entry
    pill(words.phrases("flow.begin"), row: 0, lane: first.column, pen: pen)
    labels.append(Label(sign: .down, at: Point(row: 1, column: column), style: pen.style))
  }

  private mutating func drawEnd(_ words: FlowWords) {
    guard !layout.rows.isEmpty else { return }
    let isReached = plan.ways.contains { $0.to == layout.rows.count && $0.isOnPath }
    pill(
      words.phrases("flow.end"), row: height - 1, lane: endLane, pen: pen(isTaken: isReached))
  }

  private mutating func pill(_ text: String, row: Int, lane: Int, pen: LinePlane.Pen) {
    let shown = "( \(text) )"
    let half = TextWidth.columns(shown) / 2
    let column = lane * laneWidth + max(0, entry - half)
    labels.append(
      Label(sign: .text(shown), at: Point(row: row, column: column), style: pen.style))
  }

  // MARK: - Looks

  private func pen(_ way: FlowWay) -> LinePlane.Pen {
    if way.isReturn, way.count > 0 {
      return LinePlane.Pen(weight: .double, style: .warn)
    }
    return pen(isTaken: way.isOnPath)
  }

  private func pen(isTaken: Bool) -> LinePlane.Pen {
    if isTaken { return LinePlane.Pen(weight: .double, style: Style.ok.emphasised) }
    let isPlain = boxes.allSatisfy { $0.state == nil }
    return LinePlane.Pen(weight: .thin, style: isPlain ? .border : .muted)
  }
}
