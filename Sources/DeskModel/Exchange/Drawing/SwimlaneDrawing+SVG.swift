extension SwimlaneDrawing {
  /// The colours that are printed; every meaning is also in shapes and dashes.
  enum Ink {
    static let text = "#16242c"
    static let line = "#33505f"
    static let back = "#a3341f"
    static let rule = "#9fb0b8"
    static let box = "#f2f7fb"
    static let diamond = "#fff5da"
    static let capsule = "#e6f2e8"
    static let outside = "#f6f3ec"
    static let head = "#e3ebf0"
  }

  /// Symbols, ways and labels as SVG elements; what must not be crossed lies above.
  var elements: [XMLText] {
    wires.flatMap(Self.element) + symbols.flatMap(element) + labels.flatMap(element)
  }

  private static func element(_ wire: Wire) -> [XMLText] {
    let ink = wire.isReturn ? Ink.back : Ink.line
    let path = wire.points.enumerated().map { index, point in
      "\(index == 0 ? "M" : "L")\(Print.number(point.x)) \(Print.number(point.y))"
    }.joined(separator: " ")
    let line = XMLText(
      "path",
      [
        "d": path, "fill": "none", "stroke": ink, "stroke-width": "1",
        "stroke-dasharray": wire.isReturn ? "4 2.5" : nil,
      ])
    guard wire.hasArrow, let tip = wire.points.last,
      let before = wire.points.dropLast().last(where: { $0 != tip })
    else { return [line] }
    return [line, arrow(from: before, to: tip, ink)]
  }

  private static func arrow(from: Point, to tip: Point, _ ink: String) -> XMLText {
    let (long, wide) = (5.5, 2.3)
    let corners: [Point]
    if from.x == tip.x {
      let y = tip.y + (from.y < tip.y ? -long : long)
      corners = [tip, Point(x: tip.x - wide, y: y), Point(x: tip.x + wide, y: y)]
    } else {
      let x = tip.x + (from.x < tip.x ? -long : long)
      corners = [tip, Point(x: x, y: tip.y - wide), Point(x: x, y: tip.y + wide)]
    }
    return XMLText("polygon", ["points": Print.points(corners), "fill": ink])
  }

  private func element(_ symbol: Symbol) -> [XMLText] {
    let box = symbol.box
    let face = measures.text ?? measures.label
    let shape: XMLText
    switch symbol.shape {
    case .capsule: shape = Self.rectangle(box, radius: box.height / 2, fill: Ink.capsule)
    case .box: shape = Self.rectangle(box, radius: 1.5, fill: Ink.box)
    case .diamond:
      let corners = [
        Point(x: box.middle.x, y: box.y), Point(x: box.right, y: box.middle.y),
        Point(x: box.middle.x, y: box.bottom), Point(x: box.x, y: box.middle.y),
      ]
      shape = XMLText(
        "polygon",
        [
          "points": Print.points(corners), "fill": Ink.diamond, "stroke": Ink.line,
          "stroke-width": "1",
        ])
    }
    let top = box.middle.y - Double(symbol.lines.count) * face.lineHeight / 2
    return [shape]
      + Print.text(
        symbol.lines, face, at: Point(x: box.middle.x, y: top), anchor: "middle")
  }

  private static func rectangle(_ box: Box, radius: Double, fill: String) -> XMLText {
    XMLText(
      "rect",
      [
        "x": Print.number(box.x), "y": Print.number(box.y), "width": Print.number(box.width),
        "height": Print.number(box.height), "rx": Print.number(radius), "fill": fill,
        "stroke": Ink.line, "stroke-width": "1",
      ])
  }

  private func element(_ label: Label) -> [XMLText] {
    let face = measures.label
    let top = label.at.y - Double(label.lines.count) * face.lineHeight
    let texts = Print.text(
      label.lines, face, at: Point(x: label.at.x, y: top),
      anchor: label.endsThere ? "end" : nil, fill: label.isReturn ? Ink.back : Ink.text)
    // Light around the letters, where they stand on a line.
    let halo: [XMLText.Attribute] = [
      .init(name: "paint-order", value: "stroke"), .init(name: "stroke", value: "#ffffff"),
      .init(name: "stroke-width", value: "2"),
    ]
    return texts.map { text in
      var text = text
      text.attributes += halo
      return text
    }
  }
}
