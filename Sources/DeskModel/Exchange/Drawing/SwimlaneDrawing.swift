/// A procedure's flow as it is printed: the symbols of the SOP-AP form in the columns of its lanes, and the ways
/// between them, in points.
///
/// The ways follow ``SwimlaneLayout``: to the step below through the foot of a row, back through gutters left of the
/// lanes, past other steps through gutters at the right. Whatever runs sideways at the height of symbols leaves at
/// the outermost symbol of its row, so that no line crosses one.
struct SwimlaneDrawing {
  /// A place on the sheet.
  struct Point: Hashable {
    var x: Double
    var y: Double
  }

  /// A rectangle on the sheet.
  struct Box: Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
    var right: Double { x + width }
    var bottom: Double { y + height }
    var middle: Point { Point(x: x + width / 2, y: y + height / 2) }
  }

  /// A symbol of the form.
  struct Symbol: Hashable {
    /// Its shape.
    enum Shape: Hashable {
      /// Beginning and end (kapsul).
      case capsule
      /// An activity (kotak).
      case box
      /// A decision (belah ketupat).
      case diamond
    }
    var shape: Shape
    var box: Box
    /// The text inside.
    var lines: [String]
    /// The column of its lane.
    var column: Int
  }

  /// A way between symbols.
  struct Wire: Hashable {
    /// The corners; the last is the arrow's point.
    var points: [Point]
    /// Whether it takes the letter back.
    var isReturn = false
    /// Whether it ends in an arrow.
    var hasArrow = true
  }

  /// What opens a way, beside it.
  struct Label: Hashable {
    var lines: [String]
    /// The foot of the last line, at its near end.
    var at: Point
    /// Whether the text ends there, rather than begins.
    var endsThere: Bool
    var isReturn: Bool
  }

  /// How large things are.
  struct Measures {
    /// The width of a lane.
    var lane: Double
    /// The text inside symbols; `nil` for empty symbols, as on the decreed forms.
    var text: PrintText?
    /// The text beside ways.
    var label: PrintText
    /// The height that each step's row needs for what stands beside the lanes.
    var rows: [Double]
    /// Room above and below a symbol.
    var margin = 10.0
    /// From one gutter to the next.
    var gutter = 7.0
    /// Room for labels between the gutters and the lanes.
    var labels = 40.0
    /// How much narrower than its lane a symbol is at each side.
    var padding = 7.0
  }

  let layout: SwimlaneLayout
  private let gutters: SwimlaneGutters
  let measures: Measures
  /// Where the lanes begin, right of the gutters for ways back.
  let left: Double
  /// All its width, gutters included.
  let width: Double
  /// The top of each row: the beginning, the steps, the end; and last the foot of all.
  private(set) var tops: [Double] = [0]
  private(set) var symbols: [Symbol] = []
  private(set) var wires: [Wire] = []
  private(set) var labels: [Label] = []
  /// The symbols of each step, from left to right.
  private var placed: [[Symbol]] = []

  /// All its height.
  var height: Double { tops.last ?? 0 }

  /// The width that everything but the lanes takes.
  static func width(of gutters: SwimlaneGutters, _ measures: Measures) -> Double {
    room(gutters.left, measures) + room(gutters.right, measures)
  }

  private static func room(_ gutters: Int, _ measures: Measures) -> Double {
    gutters == 0 ? 0 : measures.labels + Double(gutters) * measures.gutter
  }

  init(_ procedure: Procedure, measures: Measures, phrases: Phrasebook) {
    let layout = SwimlaneLayout(procedure)
    let gutters = SwimlaneGutters(layout)
    self.layout = layout
    self.gutters = gutters
    self.measures = measures
    left = Self.room(gutters.left, measures)
    width =
      Self.width(of: gutters, measures) + Double(layout.columns.count) * measures.lane
    placeRows(procedure, phrases)
    for row in layout.rows.indices { link(row) }
    for edge in layout.edges { drawLong(edge, phrases) }
  }

  /// The left edge of a lane.
  func edge(of column: Int) -> Double { left + Double(column) * measures.lane }

  private func middle(of column: Int) -> Double { edge(of: column) + measures.lane / 2 }

  // MARK: - Symbols

  private mutating func placeRows(_ procedure: Procedure, _ phrases: Phrasebook) {
    let first = layout.rows.first?.column ?? 0
    let last = layout.rows.last?.column ?? 0
    let begin = capsule(phrases("flow.begin"), column: first, top: 4)
    symbols.append(begin)
    tops.append(begin.box.bottom + 8)
    for (index, row) in layout.rows.enumerated() {
      let top = tops[index + 1]
      let step = procedure.steps[index]
      let symbol = symbol(step, isDecision: row.isDecision, lines: lines(at: index))
      let needed = symbol.height + 2 * measures.margin + foot(of: row)
      let height = max(needed, index < measures.rows.count ? measures.rows[index] : 0)
      let y = top + (height - foot(of: row) - symbol.height) / 2
      let own = (row.columns.isEmpty ? [row.column] : row.columns).map { column in
        Symbol(
          shape: row.isDecision ? .diamond : .box,
          box: Box(
            x: middle(of: column) - symbol.width / 2, y: y, width: symbol.width,
            height: symbol.height), lines: symbol.lines, column: column)
      }
      placed.append(own)
      symbols += own
      tops.append(top + height)
    }
    let end = capsule(phrases("flow.end"), column: last, top: (tops.last ?? 0) + 10)
    placed.append([end])
    symbols.append(end)
    tops.append(end.box.bottom + 5)
    wires.append(
      Wire(points: [
        Point(x: begin.box.middle.x, y: begin.box.bottom), top(ofRow: 0, column: first),
      ]))
    for (step, own) in zip(procedure.steps, placed) { tie(own, of: step, phrases) }
  }

  /// Joins the symbols of a step that several lanes do, and says whether all of them must.
  private mutating func tie(_ own: [Symbol], of step: Step, _ phrases: Phrasebook) {
    for (symbol, next) in zip(own, own.dropFirst()) {
      wires.append(
        Wire(
          points: [
            Point(x: symbol.box.right, y: symbol.box.middle.y),
            Point(x: next.box.x, y: next.box.middle.y),
          ], hasArrow: false))
    }
    guard own.count > 1, let first = own.first else { return }
    let text = phrases(step.requiresAll ? "flow.together.all" : "flow.together.any")
    let half = measures.label.width(text) / 2
    let x = edge(of: first.column + 1) - half
    labels.append(
      Label(
        lines: [text], at: Point(x: x, y: first.box.y - 1), endsThere: false, isReturn: false))
  }

  private func capsule(_ text: String, column: Int, top: Double) -> Symbol {
    let face = measures.text ?? measures.label
    let width = min(measures.lane - 6, face.width(text) + 20)
    let box = Box(
      x: middle(of: column) - width / 2, y: top, width: width, height: face.lineHeight + 7)
    return Symbol(shape: .capsule, box: box, lines: [text], column: column)
  }

  /// Room at the foot of a row for the way on and its label.
  private func foot(of row: SwimlaneLayout.Row) -> Double {
    guard let outcome = row.outcome else { return 3 }
    return 3 + Double(label(outcome, width: measures.lane / 2 - 4).count)
      * measures.label.lineHeight
  }

  /// The most ways that come and go at one side of a step.
  private func lines(at row: Int) -> Int {
    let sides = [SwimlaneLayout.Side.left, .right].map { side in
      let own = layout.edges.filter { $0.side == side }
      return own.count { $0.from == row } + (own.contains { $0.to == row } ? 1 : 0)
    }
    return sides.max() ?? 0
  }

  private func symbol(
    _ step: Step, isDecision: Bool, lines: Int
  ) -> (width: Double, height: Double, lines: [String]) {
    guard let face = measures.text else {
      let width = min(measures.lane - 10, 40)
      let room = lines > 1 ? Double(lines) * 17 : 0
      return (width, max(room, isDecision ? width * 0.62 : width * 0.44), [])
    }
    let width = measures.lane - 2 * measures.padding
    if !isDecision {
      let lines = face.lines(step.activity, width: width - 8)
      return (width, Double(max(2, lines.count)) * face.lineHeight + 9, lines)
    }
    let wide = width + 2 * measures.padding - 6
    let (height, lines) = Self.diamond(step.activity, face, width: wide)
    return (wide, height, lines)
  }

  /// A diamond that grows until its text fits between its slanting sides, with no word broken if that can be.
  private static func diamond(
    _ text: String, _ face: PrintText, width: Double
  ) -> (height: Double, lines: [String]) {
    // A text wider than all its lines together need not be tried.
    let fewest = max(1, Int(min(9, face.width(text) / max(1, width))))
    for mayBreak in [false, true] where fewest <= 8 {
      for height in stride(from: 36.0, through: 110, by: 2) {
        for count in fewest...8 where Double(count) * face.lineHeight < height {
          let lines = face.lines(text) { number in
            let y = abs(Double(number) - Double(count - 1) / 2) * face.lineHeight + face.size / 2
            return max(0, width * (1 - y / (height / 2)) - 6)
          }
          let isWhole = mayBreak || lines.joined(separator: " ") == text
          if lines.count == count, isWhole { return (height, lines) }
        }
      }
    }
    let lines = face.lines(text, width: width / 2)
    return (Double(lines.count) * face.lineHeight * 2, lines)
  }

  private func top(ofRow row: Int, column: Int) -> Point {
    let symbol = placed[row].min { abs($0.column - column) < abs($1.column - column) }
    return Point(x: symbol?.box.middle.x ?? 0, y: symbol?.box.y ?? 0)
  }

  // MARK: - The way to the next row

  private mutating func link(_ row: Int) {
    let place = layout.rows[row]
    guard place.link != .none else { return }
    let goal = row + 1 < layout.rows.count ? layout.rows[row + 1].column : place.column
    guard let source = placed[row].min(by: { abs($0.column - goal) < abs($1.column - goal) })
    else { return }
    let start = Point(x: source.box.middle.x, y: source.box.bottom)
    let end = top(ofRow: row + 1, column: goal)
    let channel = tops[row + 2] - 5
    wires.append(
      Wire(
        points: start.x == end.x
          ? [start, end]
          : [start, Point(x: start.x, y: channel), Point(x: end.x, y: channel), end]))
    guard let outcome = place.outcome else { return }
    let lines = label(outcome, width: measures.lane / 2 - 4)
    let isLeft = end.x > start.x
    let foot = source.box.bottom + 3 + Double(lines.count) * measures.label.lineHeight
    labels.append(
      Label(
        lines: lines, at: Point(x: start.x + (isLeft ? -3 : 3), y: foot - 3), endsThere: isLeft,
        isReturn: false))
  }

  private func label(_ text: String, width: Double) -> [String] {
    measures.label.lines(text, width: width)
  }

  // MARK: - Ways through the gutters

  private mutating func drawLong(_ edge: SwimlaneLayout.Edge, _ phrases: Phrasebook) {
    let isLeft = edge.side == .left
    guard let source = isLeft ? placed[edge.from].first : placed[edge.from].last,
      let goal = isLeft ? placed[edge.to].first : placed[edge.to].last
    else { return }
    let same = layout.edges.filter { $0.from == edge.from && $0.side == edge.side }
    let number = Double(same.firstIndex(of: edge) ?? 0)
    let spread = same.count > 1 ? source.box.height * 0.3 : 0
    let out = side(source, isLeft, at: number * spread - (same.count > 2 ? spread : 0))
    let home = side(goal, isLeft, at: goal.shape == .capsule ? 0 : -goal.box.height * 0.25)
    let distance = measures.labels + (Double(gutters[edge]) + 0.5) * measures.gutter
    let x = isLeft ? left - distance : self.edge(of: layout.columns.count) + distance
    let isReturn = edge.kind == .refusal || isLeft
    // Ways to one goal share their gutter: the longest draws it, the others join it.
    let bundle = layout.edges.filter { $0.to == edge.to && $0.side == edge.side }
    let isTrunk = isLeft ? edge == bundle.last : edge == bundle.first
    let corner = Point(x: x, y: out.y)
    wires.append(
      Wire(
        points: isTrunk ? [out, corner, Point(x: x, y: home.y), home] : [out, corner],
        isReturn: isReturn, hasArrow: isTrunk))
    let text: String
    switch edge.kind {
    case .done: return
    case .outcome(let name): text = name
    case .refusal: text = phrases("flow.way.back")
    }
    let free = isLeft ? out.x - left : self.edge(of: layout.columns.count) - out.x
    let lines = label(text, width: max(30, free + measures.labels - 6))
    // Above its line, unless another one runs there.
    let isEntered = layout.edges.contains { $0.to == edge.from && $0.side == edge.side }
    let isBelow = isEntered || number > 0
    let y = isBelow ? out.y + Double(lines.count) * measures.label.lineHeight + 1.5 : out.y - 2.5
    labels.append(
      Label(
        lines: lines, at: Point(x: out.x + (isLeft ? -3 : 3), y: y), endsThere: isLeft,
        isReturn: isReturn))
  }

  /// The point of a symbol's side at a height from its middle.
  private func side(_ symbol: Symbol, _ isLeft: Bool, at offset: Double) -> Point {
    let box = symbol.box
    let inset =
      symbol.shape == .diamond ? box.width / 2 * min(1, abs(offset) / (box.height / 2)) : 0
    return Point(x: isLeft ? box.x + inset : box.right - inset, y: box.middle.y + offset)
  }
}
