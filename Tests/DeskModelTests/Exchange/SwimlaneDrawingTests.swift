import DeskTestSupport
import Testing

@testable import DeskModel

@Suite struct SwimlaneDrawingTests {
  private typealias Box = SwimlaneDrawing.Box

  private func drawing(_ procedure: Procedure, lane: Double, hasText: Bool) -> SwimlaneDrawing {
    SwimlaneDrawing(
      procedure,
      measures: .init(
        lane: lane, text: hasText ? PrintText(size: 7.5) : nil, label: PrintText(size: 6.5),
        rows: []), phrases: ProcedureFixture.indonesian)
  }

  /// Whether a line along an axis runs through the inside of a symbol.
  private func crosses(
    _ a: SwimlaneDrawing.Point, _ b: SwimlaneDrawing.Point, _ symbol: SwimlaneDrawing.Symbol
  ) -> Bool {
    // What ends on a diamond's slanting side lies inside its box.
    let slack = symbol.shape == .diamond ? symbol.box.width * 0.35 : 0.1
    let box = symbol.box
    return max(a.x, b.x) > box.x + slack && min(a.x, b.x) < box.right - slack
      && max(a.y, b.y) > box.y + 0.1 && min(a.y, b.y) < box.bottom - 0.1
  }

  private func check(_ drawing: SwimlaneDrawing, _ name: String) {
    for wire in drawing.wires {
      for (a, b) in zip(wire.points, wire.points.dropFirst()) {
        #expect(a.x == b.x || a.y == b.y, "\(name): lines run along the axes")
        for symbol in drawing.symbols where crosses(a, b, symbol) {
          Issue.record("\(name): a line runs through \(symbol.lines)")
        }
      }
      for point in wire.points {
        #expect((0...drawing.width).contains(point.x) && (0...drawing.height).contains(point.y))
      }
    }
    for (index, symbol) in drawing.symbols.enumerated() {
      let box = symbol.box
      #expect(box.x >= drawing.edge(of: symbol.column), "\(name)")
      #expect(box.right <= drawing.edge(of: symbol.column + 1) + 0.01, "\(name)")
      for other in drawing.symbols[(index + 1)...] {
        let apart =
          other.box.x >= box.right || other.box.right <= box.x || other.box.y >= box.bottom
          || other.box.bottom <= box.y
        #expect(apart, "\(name): symbols overlap")
      }
    }
  }

  private func checkTexts(_ drawing: SwimlaneDrawing, _ name: String) throws {
    let face = try #require(drawing.measures.text)
    for symbol in drawing.symbols {
      let count = Double(symbol.lines.count)
      #expect(count * face.lineHeight <= symbol.box.height, "\(name): \(symbol.lines)")
      for (number, line) in symbol.lines.enumerated() {
        let y = abs(Double(number) - (count - 1) / 2) * face.lineHeight + face.size / 2
        let room =
          symbol.shape == .diamond
          ? symbol.box.width * (1 - y / (symbol.box.height / 2)) : symbol.box.width
        #expect(face.width(line) <= room, "\(name): \(line)")
      }
    }
  }

  @Test("no line runs through a symbol, symbols keep apart, and texts stay inside them")
  func procedures() throws {
    for procedure in try ExchangeFixture.withSteps() {
      for lane in [84.0, 150] {
        let drawing = drawing(procedure, lane: lane, hasText: true)
        check(drawing, procedure.id.rawValue)
        try checkTexts(drawing, procedure.id.rawValue)
      }
      check(drawing(procedure, lane: 46, hasText: false), procedure.id.rawValue)
    }
  }

  @Test("the same for procedures of every shape")
  func random() throws {
    for seed in 0..<150 {
      var dice = RandomProcedure(seed: UInt64(seed))
      let procedure = dice.procedure()
      check(drawing(procedure, lane: 84, hasText: true), "seed \(seed)")
      check(drawing(procedure, lane: 46, hasText: false), "seed \(seed)")
    }
  }

  @Test("ways to one goal share their gutter, and are drawn once")
  func bundle() throws {
    let procedure = try ProcedureFixture.procedure("ntt-003")
    let returns = drawing(procedure, lane: 100, hasText: true).wires.filter(\.isReturn)
    #expect(returns.map(\.points.count).sorted() == [2, 2, 4])
    #expect(returns.count(where: \.hasArrow) == 1)
  }

  @Test(
    "texts break where they do not fit",
    arguments: [
      ("", 50, []), ("Surat masuk", 200, ["Surat masuk"]), ("Surat masuk", 30, ["Surat", "masuk"]),
      ("Sekretaris/Kepala Bidang", 70, ["Sekretaris/", "Kepala Bidang"]),
      ("WWWW", 15, ["W", "W", "W", "W"]), ("iiii", 15, ["iiii"]), ("a", 0, ["a"]),
    ] as [(String, Double, [String])])
  func wraps(_ text: String, _ width: Double, _ lines: [String]) {
    #expect(PrintText(size: 10).lines(text, width: width) == lines)
  }

  @Test("a decision with a text that nobody would write is drawn all the same, and soon")
  func longDecision() throws {
    var procedure = try ProcedureFixture.procedure("ntt-001")
    procedure.steps[1].returnTo = 1
    procedure.steps[1].activity = String(repeating: "日", count: 5_000)
    let time = WorkedTime.measure {
      let drawing = drawing(procedure, lane: 84, hasText: true)
      #expect(drawing.symbols.contains { $0.lines.joined().count == 5_000 })
    }
    #expect(time < .seconds(20))
  }

  @Test(
    "lengths are written to a tenth",
    arguments: [
      (1.0, "1"), (0.25, "0.3"), (-0.04, "0"), (-1.26, "-1.3"), (1.714, "1.7"),
    ] as [(Double, String)])
  func numbers(_ value: Double, _ text: String) {
    #expect(Print.number(value) == text)
  }
}
