import DeskModel

/// Which part of a flow is in view on a canvas of a size, and where: heads above and step numbers at the left stay.
struct FlowWindow: Sendable {
  /// The picture, made for this width.
  let picture: FlowPicture
  /// The names above the lanes in view.
  let heads: Rect
  /// The step numbers.
  let numbers: Rect
  /// The gutters of ways back.
  let left: Rect
  /// The lanes in view.
  let lanes: Rect
  /// The gutters of ways that skip.
  let right: Rect
  /// Room for the scroll bar; empty when everything is in view.
  let bar: Rect
  /// What is said of the selected step.
  let detail: Rect
  /// The first line in view.
  let top: Int
  /// The lanes in view.
  let shown: Range<Int>

  /// From this height on, steps are boxes; below they are lines.
  static let boxedRows = 16
  private static let stripColumns = 98
  /// The widest lane that helps reading.
  private static let widestLane = 40

  /// Lays a flow out.
  ///
  /// - Parameters:
  ///   - cursor: the selected row, which is kept in view.
  ///   - top: the first line in view before; `nil` to put the cursor in the middle.
  ///   - lane: the first lane in view before; `nil` to put the cursor's in the middle.
  init(
    _ plan: FlowPlan, of procedure: Procedure, progress: FlowProgress?, words: FlowWords,
    size: Size, cursor: Int, top: Int?, lane: Int?
  ) {
    let isCompact = size.rows < FlowWindow.boxedRows
    // A strip is wide enough to say everything on one line.
    let isStrip = isCompact && size.columns >= FlowWindow.stripColumns
    let detailRows = size.rows >= 11 && !isStrip ? 2 : size.rows >= 7 ? 1 : 0
    let headRows = isCompact ? (size.rows >= 10 ? 2 : size.rows >= 5 ? 1 : 0) : 3
    let (upper, detail) = Rect(size).splitting(bottom: detailRows)
    let (head, body) = upper.splitting(top: headRows)
    let (numbers, drawing) = body.splitting(left: size.columns >= 24 ? 3 : 0)
    let gutters = isCompact ? 0 : plan.up.width + plan.down.width
    // The last column is the scroll bar's, whether it is needed or not: else lanes would jump.
    let room = drawing.width - gutters - 1
    let all = max(1, procedure.lanes.count)
    let count = max(1, min(all, room / FlowPicture.narrowestLane))
    let width = max(4, min(FlowWindow.widestLane, room / count))
    let picture = FlowPicture(
      plan, of: procedure, progress: progress, words: words, laneWidth: width, isCompact: isCompact)
    let hasBar = picture.height > body.height
    let (withoutBar, bar) = drawing.splitting(right: hasBar ? 1 : 0)
    let (left, rest) = withoutBar.splitting(left: picture.left.size.columns)
    let (lanes, afterLanes) = rest.splitting(
      left: min(count * width, rest.width - picture.right.size.columns))
    self.picture = picture
    self.numbers = numbers
    self.left = left
    self.lanes = lanes
    right = afterLanes.splitting(left: picture.right.size.columns).left
    self.bar = bar
    self.detail = detail
    heads = Rect(row: head.row, column: lanes.column, height: head.height, width: lanes.width)
    self.top = FlowWindow.top(top, cursor: cursor, picture: picture, height: lanes.height)
    let wanted = picture.boxes.first { $0.row == cursor }?.lane ?? 0
    let first = max(0, min(lane ?? wanted - count / 2, all - count))
    shown = first..<(first + count)
  }

  private static func top(
    _ top: Int?, cursor: Int, picture: FlowPicture, height: Int
  ) -> Int {
    let most = max(0, picture.height - height)
    guard picture.spans.indices.contains(cursor) else { return max(0, min(top ?? 0, most)) }
    let span = picture.spans[cursor]
    let edge = picture.isCompact ? 0 : 1
    let length = span.pitch + edge
    guard let top else { return max(0, min(span.top - (height - length) / 2, most)) }
    let lowest = min(top, span.top)
    return max(0, min(max(lowest, span.top + length - height), most, span.top))
  }

  /// The lines in view.
  var visible: Range<Int> { top..<(top + lanes.height) }

  /// The row of the step at a place of the canvas, and whether it is in its box.
  func row(at point: Point) -> Int? {
    let line = point.row - lanes.row + top
    guard visible.contains(line) else { return nil }
    if lanes.contains(point) {
      let column = point.column - lanes.column + shown.lowerBound * picture.laneWidth
      let hit = Point(row: line, column: column)
      if let box = picture.boxes.last(where: { $0.rect.contains(hit) }) { return box.row }
    }
    return picture.spans.firstIndex { $0.top <= line && line < $0.top + $0.pitch }
  }
}
