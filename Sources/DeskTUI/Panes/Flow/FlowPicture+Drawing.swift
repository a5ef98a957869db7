import DeskModel

extension FlowPicture {
  /// Draws all that lies between the lanes' edges, with the plane's corner at the canvas' own.
  ///
  /// - Parameters:
  ///   - cursor: the row of the selected step.
  ///   - visible: the lines in view; the others are passed over.
  func drawLanes(
    into canvas: inout Canvas, visible: Range<Int>, cursor: Int?, focused: Bool
  ) {
    draw(lanes, labels, into: &canvas, visible: visible)
    let boxes = boxes.filter { visible.overlaps($0.rect.row..<$0.rect.endRow) }
    for box in boxes where !isCompact { drawInside(of: box, into: &canvas) }
    for label in labels where label.sign == .down { draw(label, into: &canvas, visible: visible) }
    for box in boxes {
      if isCompact {
        drawLine(of: box, into: &canvas)
      } else {
        drawEdge(of: box, into: &canvas)
      }
      guard box.row == cursor else { continue }
      canvas.restyle(
        Rect(row: box.rect.row, column: box.rect.column, height: 1, width: box.rect.width),
        role: focused ? .focus : .selected)
    }
  }

  /// Draws a side's gutters.
  func drawGutters(_ side: SwimlaneLayout.Side, into canvas: inout Canvas, visible: Range<Int>) {
    switch side {
    case .left: draw(left, leftLabels, into: &canvas, visible: visible)
    case .right: draw(right, rightLabels, into: &canvas, visible: visible)
    }
  }

  private func draw(
    _ plane: LinePlane, _ labels: [Label], into canvas: inout Canvas, visible: Range<Int>
  ) {
    let isASCII = canvas.glyphs.isASCII
    for row in visible.clamped(to: 0..<plane.size.rows) {
      for column in 0..<plane.size.columns {
        guard let sign = plane.sign(row: row, column: column, ascii: isASCII) else { continue }
        canvas.put(sign.glyph, at: Point(row: row, column: column), style: sign.style)
      }
    }
    for label in labels where label.sign != .down { draw(label, into: &canvas, visible: visible) }
  }

  private func draw(_ label: Label, into canvas: inout Canvas, visible: Range<Int>) {
    guard visible.contains(label.at.row) else { return }
    switch label.sign {
    case .text(let text): canvas.put(text, at: label.at, style: label.style)
    case .right: canvas.put(canvas.glyphs.marker, at: label.at, style: label.style)
    case .left: canvas.put(canvas.glyphs.here, at: label.at, style: label.style)
    case .down: canvas.put(canvas.glyphs.headDown, at: label.at, style: label.style)
    }
  }

  // MARK: - Boxes with a frame

  private func drawInside(of box: FlowBox, into canvas: inout Canvas) {
    let style: Style = box.state == .done ? .plain : box.style
    let inner = box.rect.inset()
    canvas.fill(inner, style: style)
    for (index, line) in box.lines.prefix(inner.height).enumerated() {
      let row = inner.row + index
      put(line, at: Point(row: row, column: inner.column), width: inner.width, style, into: &canvas)
    }
  }

  /// The upper edge: number, mark and time. Where the case stands, ways do not break the frame's looks.
  private func drawEdge(of box: FlowBox, into canvas: inout Canvas) {
    let rect = box.rect
    let row = rect.row
    if box.pen.weight == .double {
      for edge in [
        rect.splitting(top: 1).top, rect.splitting(bottom: 1).bottom, rect.splitting(left: 1).left,
        rect.splitting(right: 1).right,
      ] { canvas.restyle(edge, role: box.frame.role) }
    }
    var column = rect.column + 1
    let isLit = box.frame == .current
    column += canvas.put(
      box.name(ascii: canvas.glyphs.isASCII), at: Point(row: row, column: column),
      style: isLit ? box.frame : box.frame.emphasised, width: rect.width - 2)
    let end = box.rect.endColumn - 1
    let start = max(column + 1, box.rect.column + entry + 2)
    if let time = box.times.first(where: { TextWidth.columns($0) <= end - start }) {
      canvas.put(
        time, at: Point(row: row, column: start), style: box.timeStyle ?? box.frame,
        width: end - start, align: .right)
    }
  }

  /// Writes a line of a box; what stands at its right gives way to its text.
  private func put(
    _ line: FlowBox.Line, at point: Point, width: Int, _ style: Style, into canvas: inout Canvas
  ) {
    let trailing = TextWidth.columns(line.trailing)
    let isRoomy = width >= trailing + FlowPicture.roomForText && trailing > 0
    let used = canvas.put(
      line.text, at: point, style: line.style ?? style,
      width: isRoomy ? width - trailing - 1 : width)
    guard trailing > 0, isRoomy || used == 0 || used + 1 + trailing <= width else { return }
    canvas.put(
      line.trailing, at: point, style: line.trailingStyle ?? line.style ?? style, width: width,
      align: .right)
  }

  // MARK: - Boxes of one line

  private func drawLine(of box: FlowBox, into canvas: inout Canvas) {
    let style: Style = box.state == .done ? .plain : box.style
    let rect = box.rect
    let inner = rect.inset(rows: 0)
    canvas.fill(rect, style: style)
    for row in rect.row..<rect.endRow {
      canvas.put("[", at: Point(row: row, column: rect.column), style: box.frame)
      canvas.put("]", at: Point(row: row, column: rect.endColumn - 1), style: box.frame)
    }
    for (index, line) in box.lines.prefix(rect.height).enumerated() {
      var column = inner.column
      if index == 0 {
        column += canvas.put(
          box.name(ascii: canvas.glyphs.isASCII) + " ", at: Point(row: rect.row, column: column),
          style: box.style.emphasised, width: inner.width)
      }
      put(
        line, at: Point(row: rect.row + index, column: column), width: inner.endColumn - column,
        style, into: &canvas)
    }
  }
}

extension FlowBox {
  /// The number with the signs around it: a decision's, and whether it is done or current.
  func name(ascii: Bool) -> String {
    let number = isDecision ? (ascii ? "<\(number)>" : "◊\(number)") : "\(number)"
    return number + mark
  }
}
