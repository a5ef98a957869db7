/// The table of steps on the HTML form: each row shows its slice of the flow's drawing, so that the table may break
/// over pages between any two rows.
struct StepsTable {
  private let procedure: Procedure
  private let phrases: Phrasebook
  private let drawing: SwimlaneDrawing
  private let widths: Widths

  /// The widths of the columns in points.
  private struct Widths {
    var number = 20.0
    var activity = 0.0
    var requirements = 0.0
    var time = 46.0
    var outputs = 0.0
    var note = 0.0
    /// Between the margins of A4 across.
    static let all = 783.0
  }

  private static let text = PrintText(size: 7.5)
  private static let small = PrintText(size: 6.5)
  private static let heading = PrintText(size: 6.5, isBold: true)

  init(_ procedure: Procedure, phrases: Phrasebook) {
    self.procedure = procedure
    self.phrases = phrases
    let gutters = SwimlaneGutters(SwimlaneLayout(procedure))
    var measures = SwimlaneDrawing.Measures(lane: 0, text: nil, label: Self.small, rows: [])
    measures.margin = 8
    measures.labels = 34
    let words = procedure.lanes.flatMap { $0.name.split { " /".contains($0) } }
    let longest = words.map { Self.heading.width($0) + 7 }.max() ?? 0
    let room = Widths.all * 0.55 - SwimlaneDrawing.width(of: gutters, measures)
    let count = Double(max(1, procedure.lanes.count))
    let hasOutcomes = procedure.steps.contains { !$0.outcomes.isEmpty }
    measures.lane = min(
      max(hasOutcomes ? 68 : 46, min(72, longest)), max(40, room / count))
    let flow =
      SwimlaneDrawing.width(of: gutters, measures) + measures.lane * count
    var widths = Widths()
    let rest = Widths.all - widths.number - widths.time - flow
    let hasNotes = procedure.steps.contains { $0.note != nil }
    widths.activity = rest * (hasNotes ? 0.32 : 0.36)
    widths.requirements = rest * (hasNotes ? 0.26 : 0.32)
    widths.outputs = rest * (hasNotes ? 0.24 : 0.32)
    widths.note = rest - widths.activity - widths.requirements - widths.outputs
    self.widths = widths
    measures.rows = procedure.steps.map { step in
      let columns = [
        ([step.activity], widths.activity), (step.requirements, widths.requirements - 10),
        (step.outputs, widths.outputs - 10), ([step.note].compactMap { $0 }, widths.note),
      ]
      let lines = columns.map { texts, width in
        // A little narrower than it is, for browsers break lines a little otherwise.
        texts.reduce(0) { $0 + Self.text.lines($1, width: (width - 9) * 0.95).count }
      }
      return Double(lines.max() ?? 1) * Self.text.lineHeight + 6
    }
    drawing = SwimlaneDrawing(procedure, measures: measures, phrases: phrases)
  }

  /// The drawing that rows show slices of, and the table.
  var elements: [XMLText] {
    let flow = XMLText(
      "g", ["id": "alur", "font-family": PrintText.family], drawing.elements)
    return [
      XMLText(
        "svg", ["class": "lukisan", "aria-hidden": "true"], [XMLText("defs", [:], [flow])]),
      XMLText(
        "section", ["class": "langkah"],
        [
          XMLText(
            "table", ["style": "width: \(Print.number(Widths.all))pt"],
            [columns, heading, XMLText("tbody", [:], rows)])
        ]),
    ]
  }

  // MARK: - Columns

  private var hasNotes: Bool { widths.note > 1 }
  private var rightRoom: Double { drawing.width - drawing.edge(of: procedure.lanes.count) }

  /// How many columns the flow takes: the lanes, and the gutters at either side if there are any.
  private var flowColumns: Int {
    procedure.lanes.count + (drawing.left > 0 ? 1 : 0) + (rightRoom > 0.1 ? 1 : 0)
  }

  private var columns: XMLText {
    var list = [widths.number, widths.activity]
    if drawing.left > 0 { list.append(drawing.left) }
    list += procedure.lanes.map { _ in drawing.measures.lane }
    if rightRoom > 0.1 { list.append(rightRoom) }
    list += [widths.requirements, widths.time, widths.outputs]
    if hasNotes { list.append(widths.note) }
    return XMLText(
      "colgroup", [:], list.map { XMLText("col", ["style": "width: \(Print.number($0))pt"]) })
  }

  private var heading: XMLText {
    func head(_ key: String, rows: Int? = nil, columns: Int? = nil) -> XMLText {
      XMLText(
        "th",
        ["rowspan": rows.map(String.init), "colspan": columns.map(String.init)],
        text: phrases("sop.form.\(key)"))
    }
    let first =
      [
        head("no", rows: 2), head("activity", rows: 2), head("lanes", columns: flowColumns),
        head("standard", columns: 3),
      ] + (hasNotes ? [head("note", rows: 2)] : [])
    let gutter = XMLText("th", text: "")
    let lanes = procedure.lanes.map { lane in
      XMLText(
        "th", ["class": "pelaksana"],
        [XMLText("span", text: lane.name)]
          + (lane.isExternal ? [XMLText("small", text: "(\(phrases("flow.external")))")] : []))
    }
    let second =
      (drawing.left > 0 ? [gutter] : []) + lanes + (rightRoom > 0.1 ? [gutter] : [])
      + [head("requirements"), head("time"), head("outputs")]
    return XMLText(
      "thead", [:], [XMLText("tr", [:], first), XMLText("tr", [:], second)])
  }

  // MARK: - Rows

  private var rows: [XMLText] {
    let empty = XMLText("td", text: "")
    let after = Array(repeating: empty, count: hasNotes ? 4 : 3)
    let begin = row(0, before: [empty, empty], after: after)
    let end = row(procedure.steps.count + 1, before: [empty, empty], after: after)
    let steps = procedure.steps.enumerated().map { index, step in
      row(
        index + 1,
        before: [
          XMLText("td", ["class": "tengah"], text: String(step.no)),
          XMLText("td", text: step.activity),
        ],
        after: [
          list(step.requirements),
          XMLText("td", ["class": "tengah"], text: step.time?.text ?? "–"), list(step.outputs),
        ] + (hasNotes ? [XMLText("td", text: step.note ?? "")] : []))
    }
    return [begin] + steps + [end]
  }

  private func row(_ index: Int, before: [XMLText], after: [XMLText]) -> XMLText {
    let (top, bottom) = (drawing.tops[index], drawing.tops[index + 1])
    let box = [0, top, drawing.width, bottom - top].map(Print.number).joined(separator: " ")
    let slice = XMLText(
      "td", ["class": "alur", "colspan": String(flowColumns)],
      [
        XMLText(
          "svg", ["viewBox": box, "preserveAspectRatio": "none", "aria-hidden": "true"],
          [lines(from: top, to: bottom), XMLText("use", ["href": "#alur"])])
      ])
    return XMLText(
      "tr", ["style": "height: \(Print.number(bottom - top))pt"], before + [slice] + after)
  }

  /// The rules between lanes.
  private func lines(from top: Double, to bottom: Double) -> XMLText {
    XMLText(
      "g", [:],
      (0...procedure.lanes.count).map { index in
        let x = drawing.edge(of: index)
        return Print.line(.init(x: x, y: top), .init(x: x, y: bottom), width: 0.4)
      })
  }

  private func list(_ texts: [String]) -> XMLText {
    if texts.count < 2 { return XMLText("td", text: texts.first ?? "") }
    return XMLText("td", [:], [XMLText("ul", [:], texts.map { XMLText("li", text: $0) })])
  }
}
