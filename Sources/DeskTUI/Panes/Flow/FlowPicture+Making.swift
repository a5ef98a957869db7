import DeskModel

extension FlowPicture {
  /// Draws a procedure.
  ///
  /// - Parameters:
  ///   - plan: made from the same procedure and case.
  ///   - progress: the case; `nil` for the procedure by itself.
  ///   - laneWidth: the columns of a lane, at least 4.
  ///   - isCompact: whether every step takes one line only.
  init(
    _ plan: FlowPlan, of procedure: Procedure, progress: FlowProgress?, words: FlowWords,
    laneWidth: Int, isCompact: Bool
  ) {
    let laneWidth = max(4, laneWidth)
    var top = isCompact ? 0 : 1
    var spans: [Span] = []
    var boxes: [FlowBox] = []
    for (index, row) in plan.layout.rows.enumerated() {
      var own = FlowBox.boxes(
        of: row, at: index, in: procedure, progress: progress, words: words,
        width: laneWidth - 3, lines: isCompact ? 1 : FlowPicture.longestActivity)
      let pitch =
        isCompact
        ? FlowPicture.fold(&own, signs: FlowPicture.signs(of: index, in: plan))
        : FlowPicture.frame(&own, of: index, in: plan, words: words)
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
    self.plan = plan
    self.laneWidth = laneWidth
    self.isCompact = isCompact
    self.spans = spans
    self.boxes = boxes.sorted { $0.rank < $1.rank }
    lanes = LinePlane(size: Size(rows: rows, columns: plan.layout.columns.count * laneWidth))
    left = LinePlane(size: Size(rows: rows, columns: isCompact ? 0 : plan.up.width))
    right = LinePlane(size: Size(rows: rows, columns: isCompact ? 0 : plan.down.width))
    draw(words: words)
  }

  /// Fills the boxes of a step to one height, with a line at the foot for every outcome that has a name.
  ///
  /// - Returns: the lines from the step's top to that of the next.
  private static func frame(
    _ boxes: inout [FlowBox], of row: Int, in plan: FlowPlan, words: FlowWords
  ) -> Int {
    let ports = plan.ports[row]
    let side = plan.layout.side(of: row)
    let least = ports.least(next: ports.named.isEmpty ? side : nil)
    let high = max(boxes.map(\.lines.count).max() ?? 1, least)
    let names = ports.named.map { FlowBox.Line(way: plan.ways[$0], side: side, words: words) }
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
  private static func signs(of row: Int, in plan: FlowPlan) -> String {
    let layout = plan.layout
    return plan.ways.filter { $0.from == row && $0.course != .link && $0.to < layout.rows.count }
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
  /// The line that an outcome leaves at; `side` is where the way to the next step leaves.
  fileprivate init(way: FlowWay, side: SwimlaneLayout.Side?, words: FlowWords) {
    let name = way.outcome ?? words.phrases("flow.way.direct")
    let leaves: SwimlaneLayout.Side? =
      switch way.course {
      case .link: side
      case .up: .left
      case .down: .right
      }
    switch leaves {
    case .left: self.init(text: "◄ \(name)")
    case .right: self.init(text: "", trailing: "\(name) ►")
    case nil: self.init(text: "", trailing: "\(name) ↓")
    }
  }
}
