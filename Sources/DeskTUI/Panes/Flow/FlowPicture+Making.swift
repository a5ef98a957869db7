import DeskModel

extension FlowPicture {
  /// Draws a procedure.
  ///
  /// - Parameters:
  ///   - progress: the case; `nil` for the procedure by itself.
  ///   - laneWidth: the columns of a lane, at least 4.
  ///   - isCompact: whether every step takes one line only.
  init(
    _ procedure: Procedure, progress: FlowProgress?, words: FlowWords, laneWidth: Int,
    isCompact: Bool
  ) {
    let laneWidth = max(4, laneWidth)
    let layout = SwimlaneLayout(procedure)
    let ways = FlowWay.all(
      layout, progress: progress, skipping: words.phrases("flow.way.direct"))
    let ports = layout.rows.indices.map { FlowPorts(row: $0, ways: ways) }
    var top = isCompact ? 0 : 1
    var spans: [Span] = []
    var boxes: [FlowBox] = []
    for (index, row) in layout.rows.enumerated() {
      var own = FlowBox.boxes(
        of: row, at: index, in: procedure, progress: progress, words: words,
        width: laneWidth - 3, lines: isCompact ? 1 : FlowPicture.longestActivity)
      let pitch =
        isCompact
        ? FlowPicture.fold(&own, signs: FlowPicture.signs(of: index, ways, layout))
        : FlowPicture.frame(&own, ports: ports[index], ways, next: layout.side(of: index))
      let height = pitch + (isCompact ? 0 : 1)
      for place in own.indices {
        own[place].rect = Rect(
          row: top, column: own[place].lane * laneWidth, height: height, width: laneWidth - 1)
      }
      spans.append(Span(top: top, pitch: pitch))
      boxes += own
      top += pitch
    }
    let rows = top + (isCompact ? 1 : 2)
    self.layout = layout
    self.laneWidth = laneWidth
    self.isCompact = isCompact
    self.ways = ways
    self.spans = spans
    self.boxes = boxes.sorted { $0.rank < $1.rank }
    lanes = LinePlane(size: Size(rows: rows, columns: layout.columns.count * laneWidth))
    left = LinePlane(size: Size(rows: rows, columns: 0))
    right = LinePlane(size: Size(rows: rows, columns: 0))
    draw(ports, words: words)
  }

  /// Fills the boxes of a step to one height, with a line at the foot for every outcome that has a name.
  ///
  /// - Returns: the lines from the step's top to that of the next.
  private static func frame(
    _ boxes: inout [FlowBox], ports: FlowPorts, _ ways: [FlowWay], next side: SwimlaneLayout.Side?
  ) -> Int {
    let least = ports.least(next: ports.named.isEmpty ? side : nil)
    let high = max(boxes.map(\.lines.count).max() ?? 1, least)
    let names = ports.named.map { FlowBox.Line(way: ways[$0]) }
    for place in boxes.indices {
      let blank = FlowBox.Line(text: "")
      boxes[place].lines += Array(repeating: blank, count: high - boxes[place].lines.count) + names
    }
    return 1 + high + ports.named.count
  }

  /// Puts time and signs behind the first line of each box.
  ///
  /// - Returns: the lines that the step takes.
  private static func fold(_ boxes: inout [FlowBox], signs: String) -> Int {
    for place in boxes.indices where !boxes[place].lines.isEmpty {
      let time = boxes[place].times.last ?? ""
      boxes[place].lines[0].trailing = [signs, time].filter { !$0.isEmpty }.joined(separator: " ")
      boxes[place].lines[0].trailingStyle = boxes[place].timeStyle
    }
    return max(1, boxes.map(\.lines.count).max() ?? 1)
  }

  /// Where the ways of a step lead that are not drawn in the compact form, e.g. `↑2`, or `1×↑2` after a return.
  private static func signs(of row: Int, _ ways: [FlowWay], _ layout: SwimlaneLayout) -> String {
    ways.filter { $0.from == row && $0.course != .link && $0.to < layout.rows.count }
      .map { way in
        let times = way.isReturn && way.count > 0 ? "\(way.count)×" : ""
        return "\(times)\(way.course == .up ? "↑" : "↓")\(layout.rows[way.to].step)"
      }
      .joined(separator: " ")
  }
}

extension SwimlaneLayout {
  /// The side at which the way to the next step leaves; `nil` when it goes straight down or there is none.
  func side(of row: Int) -> Side? {
    guard case .crossing(_, let to) = rows[row].link, let from = rows[row].nearest(to: to),
      from != to
    else { return nil }
    return to < from ? .left : .right
  }
}

extension SwimlaneLayout.Row {
  /// The lane of the step that is the nearest to another lane: its ways leave from there.
  func nearest(to lane: Int) -> Int? {
    columns.min { abs($0 - lane) < abs($1 - lane) }
  }
}

extension FlowBox {
  /// What is drawn later lies above.
  fileprivate var rank: Int {
    switch state {
    case nil, .ahead: 0
    case .done: 1
    case .current, .suspended, .stopped: 2
    }
  }
}

extension FlowBox.Line {
  /// The line that an outcome leaves at.
  fileprivate init(way: FlowWay) {
    let name = way.outcome ?? ""
    self = way.course == .up ? Self(text: "◄ \(name)") : Self(text: "", trailing: "\(name) ►")
  }
}
