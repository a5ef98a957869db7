/// A procedure as a sheet to be printed and hung up: its head, its flow through the lanes, and the standards at the
/// right as on the SOP-AP form.
///
/// The sheet is A4, or A3 where the text would be too small on A4; the flow is laid out for the sheet's width.
public struct ProcedureSVG {
  private typealias Point = SwimlaneDrawing.Point
  private typealias Box = SwimlaneDrawing.Box
  private typealias Ink = SwimlaneDrawing.Ink

  private let procedure: Procedure
  private let phrases: Phrasebook
  private let columns: PrintColumns
  private let drawing: SwimlaneDrawing
  private let head: PrintHead
  private let page: PrintPage

  /// The sheet.
  ///
  /// - Throws: `ExportRefusal` when the procedure has no steps, or is not fit for use.
  public static func text(
    _ procedure: Procedure, phrases: Phrasebook
  ) throws(ExportRefusal) -> String {
    try ExportRefusal.check(procedure)
    let sheets = PrintPage.all.lazy.compactMap {
      ProcedureSVG(procedure, phrases: phrases, page: $0)
    }
    guard let sheet = sheets.first(where: \.fits) ?? sheets.reversed().first else {
      throw .noSteps(procedure.id)
    }
    return sheet.element.document
  }

  /// Lays the procedure out on a page; `nil` if its lanes would be too narrow to be read.
  private init?(_ procedure: Procedure, phrases: Phrasebook, page: PrintPage) {
    let columns = PrintColumns(procedure, phrases: phrases, width: page.inner)
    guard let columns else { return nil }
    self.procedure = procedure
    self.phrases = phrases
    self.page = page
    self.columns = columns
    head = PrintHead(procedure, phrases: phrases, width: page.inner)
    var drawing = SwimlaneDrawing(procedure, measures: columns.measures, phrases: phrases)
    let used = head.height + columns.headHeight + drawing.height + PrintHead.footHeight
    // What is left of the page makes the rows airier, within reason.
    let spare = page.height - 2 * PrintPage.margin - used
    if spare > 0 {
      var measures = columns.measures
      let most = 0.4 * drawing.height / Double(procedure.steps.count)
      let more = min(spare / Double(procedure.steps.count), most)
      measures.rows = procedure.steps.indices.map {
        drawing.tops[$0 + 2] - drawing.tops[$0 + 1] + more
      }
      drawing = SwimlaneDrawing(procedure, measures: measures, phrases: phrases)
    }
    self.drawing = drawing
  }

  private var fits: Bool { bottom + PrintHead.footHeight <= page.height - PrintPage.margin + 0.5 }

  private var tableTop: Double { PrintPage.margin + head.height }
  private var bodyTop: Double { tableTop + columns.headHeight }
  private var bottom: Double { bodyTop + drawing.height }

  // MARK: - The sheet

  private var element: XMLText {
    let size = page.paper
    let parts =
      [
        XMLText("title", text: procedure.title),
        Print.rectangle(
          Box(x: 0, y: 0, width: page.width, height: page.height), fill: "#ffffff"),
        group(x: PrintPage.margin, y: PrintPage.margin, head.elements),
      ] + table
      + [
        group(
          x: PrintPage.margin + columns.flow, y: bodyTop, drawing.elements),
        group(
          x: PrintPage.margin,
          y: max(bottom, page.height - PrintPage.margin - PrintHead.footHeight),
          head.foot),
      ]
    return XMLText(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "width": "\(size.width)mm",
        "height": "\(size.height)mm",
        "viewBox": "0 0 \(Print.number(page.width)) \(Print.number(page.height))",
        "font-family": PrintText.family, "lang": "id",
      ], parts)
  }

  private func group(x: Double, y: Double, _ elements: [XMLText]) -> XMLText {
    XMLText(
      "g", ["transform": "translate(\(Print.number(x)) \(Print.number(y)))"], elements)
  }

  /// The table: shades, rules, headings, and the texts beside the lanes.
  private var table: [XMLText] {
    let left = PrintPage.margin
    let right = left + page.inner
    let flow = left + columns.flow
    var out: [XMLText] = [
      Print.rectangle(
        Box(x: left, y: tableTop, width: page.inner, height: columns.headHeight), fill: Ink.head)
    ]
    for (index, lane) in procedure.lanes.enumerated() where lane.isExternal {
      out.append(
        Print.rectangle(
          Box(
            x: flow + drawing.edge(of: index), y: bodyTop, width: drawing.measures.lane,
            height: drawing.height), fill: Ink.outside))
    }
    for index in procedure.steps.indices {
      let y = bodyTop + drawing.tops[index + 1]
      out.append(Print.line(Point(x: left, y: y), Point(x: right, y: y)))
    }
    let last = bodyTop + drawing.tops[procedure.steps.count + 1]
    out.append(Print.line(Point(x: left, y: last), Point(x: right, y: last)))
    let lanes = (0...procedure.lanes.count).map { flow + drawing.edge(of: $0) }
    for x in lanes {
      out.append(
        Print.line(
          Point(x: x, y: bodyTop - columns.lanesHeight), Point(x: x, y: bottom), width: 0.4))
    }
    for (x, from) in columns.rules(after: drawing.width) {
      out.append(
        Print.line(Point(x: left + x, y: tableTop + from), Point(x: left + x, y: bottom)))
    }
    out.append(
      Print.rectangle(
        Box(x: left, y: tableTop, width: page.inner, height: bottom - tableTop), fill: "none",
        stroke: Ink.line))
    out.append(Print.line(Point(x: left, y: bodyTop), Point(x: right, y: bodyTop), ink: Ink.line))
    return out
      + [
        group(
          x: left, y: tableTop, columns.headings(over: drawing))
      ]
      + procedure.steps.indices.map { index in
        let (top, end) = (drawing.tops[index + 1], drawing.tops[index + 2])
        return group(x: left, y: bodyTop, columns.cells(of: index, from: top, to: end, drawing))
      }
  }
}
