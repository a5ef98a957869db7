/// The head and foot of a printed sheet: who decreed what, its number and dates; and what the symbols mean.
struct PrintHead {
  /// From the margin to the table.
  let height: Double
  /// The head's elements, from the corner of the margins.
  let elements: [XMLText]
  /// The foot's elements, from its own corner.
  let foot: [XMLText]

  /// From the table's end to the lower margin.
  static let footHeight = 24.0

  private static let title = PrintText(size: 17, isBold: true)
  private static let office = PrintText(size: 9.5, isBold: true)
  private static let text = PrintText(size: 8)
  private static let label = PrintText(size: 7.5)

  init(_ procedure: Procedure, phrases: Phrasebook, width: Double) {
    let dates = DateText(phrases)
    let facts = [
      ("sop.form.number", procedure.number),
      ("sop.form.created", procedure.dates.created.map(dates.long)),
      ("sop.form.revised", procedure.dates.revised.map(dates.long)),
      ("sop.form.effective", procedure.dates.effective.map(dates.long)),
    ].compactMap { key, text in text.map { (phrases(key), $0) } }
    let right = facts.isEmpty ? 0 : min(230, width * 0.34)
    let inner = width - right - 16
    var out: [XMLText] = []
    var y = 0.0
    func add(_ text: String, _ face: PrintText, fill: String = SwimlaneDrawing.Ink.text) {
      let lines = face.lines(text, width: inner)
      out += Print.text(lines, face, at: .init(x: 0, y: y), fill: fill)
      y += Double(lines.count) * face.lineHeight
    }
    add(procedure.office, Self.office, fill: SwimlaneDrawing.Ink.line)
    add(procedure.unit, Self.text, fill: SwimlaneDrawing.Ink.line)
    y += 4
    let sizes = [Self.title, PrintText(size: 14, isBold: true)]
    let short = sizes.first { $0.lines(procedure.title, width: inner).count < 3 }
    add(procedure.title, short ?? PrintText(size: 12, isBold: true))
    if let service = procedure.service {
      y += 3
      let promises = [
        service.timeLimit.map { "\(phrases("sop.form.service.time-limit")): \($0)" },
        service.fee.map { "\(phrases("sop.form.service.fee")): \($0)" },
      ].compactMap { $0 }
      if !promises.isEmpty { add(promises.joined(separator: "   ·   "), Self.office) }
      if !service.requirements.isEmpty {
        let list = service.requirements.joined(separator: "; ")
        add("\(phrases("sop.form.service.requirements")): \(list)", Self.text)
      }
    }
    var below = 0.0
    let split = width - right + 84
    for (name, value) in facts {
      let lines = Self.text.lines(value, width: width - split)
      out += Print.text([name], Self.label, at: .init(x: width - right, y: below + 0.5))
      out += Print.text(lines, Self.text, at: .init(x: split, y: below))
      below += Double(lines.count) * Self.text.lineHeight + 3
    }
    height = max(y, below) + 10
    elements = out
    foot = Self.legend(phrases, id: procedure.id, width: width)
  }

  /// What the symbols mean, and at the right whose sheet it is.
  private static func legend(
    _ phrases: Phrasebook, id: ProcedureID, width: Double
  ) -> [XMLText] {
    typealias Ink = SwimlaneDrawing.Ink
    let y = 15.0
    var x = 0.0
    var out: [XMLText] = []
    func add(_ shapes: (Double) -> [XMLText], _ key: String) {
      out += shapes(x)
      let text = phrases(key)
      out += Print.text([text], label, at: .init(x: x + 27, y: y - label.size / 2))
      x += 27 + label.width(text) + 16
    }
    func rectangle(_ x: Double, radius: Double, fill: String) -> [XMLText] {
      [
        XMLText(
          "rect",
          [
            "x": Print.number(x), "y": Print.number(y - 5), "width": "22", "height": "10",
            "rx": Print.number(radius), "fill": fill, "stroke": Ink.line, "stroke-width": "0.8",
          ])
      ]
    }
    add({ rectangle($0, radius: 5, fill: Ink.capsule) }, "sop.form.legend.capsule")
    add({ rectangle($0, radius: 1, fill: Ink.box) }, "sop.form.legend.box")
    add(
      { x in
        let corners: [SwimlaneDrawing.Point] = [
          .init(x: x + 11, y: y - 6), .init(x: x + 22, y: y), .init(x: x + 11, y: y + 6),
          .init(x: x, y: y),
        ]
        return [
          XMLText(
            "polygon",
            [
              "points": Print.points(corners), "fill": Ink.diamond, "stroke": Ink.line,
              "stroke-width": "0.8",
            ])
        ]
      }, "sop.form.legend.diamond")
    add(
      { x in
        [
          XMLText(
            "path",
            [
              "d": "M\(Print.number(x)) \(Print.number(y)) h22", "stroke": Ink.back,
              "stroke-width": "1", "stroke-dasharray": "4 2.5",
            ])
        ]
      }, "sop.form.legend.return")
    out += Print.text(
      [id.rawValue], label, at: .init(x: width, y: y - label.size / 2), anchor: "end",
      fill: Ink.line)
    return out
  }
}
