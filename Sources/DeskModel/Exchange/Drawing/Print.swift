/// Pieces of a printed sheet.
enum Print {
  /// A length in points, to a tenth.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
  }

  static func points(_ points: [SwimlaneDrawing.Point]) -> String {
    points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
  }

  /// Lines of text below each other.
  ///
  /// - Parameters:
  ///   - top: the top of the first line, at the place that `anchor` means.
  static func text(
    _ lines: [String], _ face: PrintText, at top: SwimlaneDrawing.Point, anchor: String? = nil,
    fill: String = SwimlaneDrawing.Ink.text
  ) -> [XMLText] {
    lines.enumerated().filter { !$0.element.isEmpty }.map { index, line in
      let foot = top.y + Double(index) * face.lineHeight + face.size * 0.92
      return XMLText(
        "text",
        [
          "x": number(top.x), "y": number(foot), "font-size": number(face.size),
          "font-weight": face.isBold ? "bold" : nil, "text-anchor": anchor, "fill": fill,
        ], text: line)
    }
  }

  static func line(
    _ from: SwimlaneDrawing.Point, _ to: SwimlaneDrawing.Point,
    ink: String = SwimlaneDrawing.Ink.rule, width: Double = 0.6
  ) -> XMLText {
    XMLText(
      "line",
      [
        "x1": number(from.x), "y1": number(from.y), "x2": number(to.x), "y2": number(to.y),
        "stroke": ink, "stroke-width": number(width),
      ])
  }

  static func rectangle(
    _ box: SwimlaneDrawing.Box, fill: String, stroke: String? = nil
  ) -> XMLText {
    XMLText(
      "rect",
      [
        "x": number(box.x), "y": number(box.y), "width": number(box.width),
        "height": number(box.height), "fill": fill, "stroke": stroke,
        "stroke-width": stroke == nil ? nil : "0.8",
      ])
  }
}
