/// The columns of the printed table: number, the lanes' flow, requirements, time, outputs, and remarks if any.
struct PrintColumns {
  /// What stands beside the lanes, by step.
  private struct Facts {
    var width: Double
    var title: String
    var cells: [[String]]
    var isCentred = false
  }

  /// The measures of the flow.
  let measures: SwimlaneDrawing.Measures
  /// Where the flow begins.
  let flow: Double
  /// The height of the lanes' names.
  let lanesHeight: Double
  /// The height of all headings.
  var headHeight: Double { lanesHeight + Self.band }

  private let numbers: [String]
  private let lanes: [(name: [String], isExternal: Bool)]
  private let facts: [Facts]
  private let titles: (number: String, lanes: String, standard: String, external: String)

  private static let band = 15.0
  private static let number = 24.0
  private static let time = 52.0
  private static let narrowestLane = 84.0
  private static let widestLane = 150.0
  private static let text = PrintText(size: 7.5)
  private static let heading = PrintText(size: 8, isBold: true)
  private static let small = PrintText(size: 6.5)

  /// - Parameter width: between the margins of the page.
  /// - Returns: `nil` if the lanes would be too narrow.
  init?(_ procedure: Procedure, phrases: Phrasebook, width: Double) {
    let layout = SwimlaneLayout(procedure)
    var measures = SwimlaneDrawing.Measures(
      lane: 0, text: PrintText(size: 7.5), label: Self.small, rows: [])
    let gutters = SwimlaneDrawing.width(of: SwimlaneGutters(layout), measures)
    let hasNotes = procedure.steps.contains { $0.note != nil }
    let count = Double(layout.columns.count)
    // Requirements and outputs take their share of the sheet, lanes the rest; what lanes need not goes back.
    let free = width - Self.number - Self.time - gutters
    var lane = free * (hasNotes ? 0.52 : 0.6) / count
    lane = min(Self.widestLane, max(Self.narrowestLane, lane))
    let rest = free - lane * count
    guard rest >= (hasNotes ? 210 : 150) else { return nil }
    measures.lane = lane
    let shares = hasNotes ? [0.38, 0.34, 0.28] : [0.53, 0.47]
    let texts: [(String, (Step) -> [String])] =
      [
        ("sop.form.requirements", { Self.list($0.requirements) }),
        ("sop.form.outputs", { Self.list($0.outputs) }),
      ] + (hasNotes ? [("sop.form.note", { [$0.note].compactMap { $0 } })] : [])
    var facts = zip(shares, texts).map { share, column in
      Facts(
        width: rest * share, title: phrases(column.0),
        cells: procedure.steps.map { step in
          column.1(step).flatMap { Self.text.lines($0, width: rest * share - 8) }
        })
    }
    facts.insert(
      Facts(
        width: Self.time, title: phrases("sop.form.time"),
        cells: procedure.steps.map { step in
          (step.time?.text).map { Self.text.lines($0, width: Self.time - 6) } ?? ["–"]
        }, isCentred: true), at: 1)
    measures.rows = procedure.steps.indices.map { index in
      let most = facts.map { $0.cells[index].count }.max() ?? 0
      return Double(most) * Self.text.lineHeight + 9
    }
    self.measures = measures
    self.facts = facts
    flow = Self.number
    numbers = procedure.steps.map { String($0.no) }
    lanes = procedure.lanes.map {
      (Self.heading.lines($0.name, width: lane - 8), $0.isExternal)
    }
    let names = lanes.map {
      Double($0.name.count) * Self.heading.lineHeight + ($0.isExternal ? Self.small.lineHeight : 0)
    }
    lanesHeight = (names.max() ?? 0) + 8
    titles = (
      phrases("sop.form.no"), phrases("sop.form.lanes"), phrases("sop.form.standard"),
      phrases("flow.external")
    )
  }

  private static func list(_ texts: [String]) -> [String] {
    texts.count > 1 ? texts.map { "• \($0)" } : texts
  }

  /// Where rules stand between columns, and how far below the table's top they begin.
  func rules(after flowWidth: Double) -> [(x: Double, from: Double)] {
    var x = flow + flowWidth
    var rules = [(flow, 0.0), (x, 0.0)]
    for (index, column) in facts.dropLast().enumerated() {
      x += column.width
      rules.append((x, index < 2 ? Self.band : 0))
    }
    return rules
  }

  /// The headings, from the table's corner.
  func headings(over drawing: SwimlaneDrawing) -> [XMLText] {
    let face = Self.heading
    var out = Print.text(
      [titles.number], face,
      at: .init(x: flow / 2, y: (headHeight - face.lineHeight) / 2), anchor: "middle")
    out += Print.text(
      [titles.lanes], face, at: .init(x: flow + drawing.width / 2, y: 3), anchor: "middle")
    out.append(
      Print.line(
        .init(x: flow, y: Self.band), .init(x: flow + drawing.width, y: Self.band)))
    for (index, lane) in lanes.enumerated() {
      let x = flow + drawing.edge(of: index) + measures.lane / 2
      let extra = lane.isExternal ? Self.small.lineHeight : 0
      let height = Double(lane.name.count) * face.lineHeight
      let y = Self.band + (lanesHeight - height - extra) / 2
      out += Print.text(lane.name, face, at: .init(x: x, y: y), anchor: "middle")
      if lane.isExternal {
        out += Print.text(
          ["(\(titles.external))"], Self.small, at: .init(x: x, y: y + height), anchor: "middle")
      }
    }
    var x = flow + drawing.width
    let standard = facts.prefix(3).reduce(0) { $0 + $1.width }
    out += Print.text(
      [titles.standard], face, at: .init(x: x + standard / 2, y: 3), anchor: "middle")
    out.append(Print.line(.init(x: x, y: Self.band), .init(x: x + standard, y: Self.band)))
    for (index, column) in facts.enumerated() {
      let y =
        index < 3
        ? Self.band + (lanesHeight - face.lineHeight) / 2 : (headHeight - face.lineHeight) / 2
      out += Print.text(
        [column.title], face, at: .init(x: x + column.width / 2, y: y), anchor: "middle")
      x += column.width
    }
    return out
  }

  /// A step's number and facts, from the corner of the table's body.
  func cells(
    of index: Int, from top: Double, to bottom: Double, _ drawing: SwimlaneDrawing
  ) -> [XMLText] {
    func middle(_ lines: Int, _ face: PrintText) -> Double {
      top + (bottom - top - Double(lines) * face.lineHeight) / 2
    }
    var out = Print.text(
      [numbers[index]], Self.heading,
      at: .init(x: flow / 2, y: middle(1, Self.heading)), anchor: "middle")
    var x = flow + drawing.width
    for column in facts {
      let lines = column.cells[index]
      out += Print.text(
        lines, Self.text,
        at: .init(
          x: column.isCentred ? x + column.width / 2 : x + 4, y: middle(lines.count, Self.text)),
        anchor: column.isCentred ? "middle" : nil)
      x += column.width
    }
    return out
  }
}
