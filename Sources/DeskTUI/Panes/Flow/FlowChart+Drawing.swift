import DeskModel

extension FlowChart {
  /// Draws it over a whole canvas.
  func draw(into canvas: inout Canvas, words: FlowWords, focused: Bool) {
    guard !procedure.steps.isEmpty else {
      canvas.paragraph(words.phrases("finding.no-steps"), in: canvas.bounds, style: .muted)
      return
    }
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
        if isHere { canvas.put(box.mark, at: Point(row: row, column: 2), style: box.frame) }
      }
    }
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
