import Foundation
import Testing

@testable import DeskModel

@Suite struct BPMNTests {
  private func text(_ procedure: Procedure) throws -> String {
    try ProcedureBPMN.text(procedure, phrases: ProcedureFixture.indonesian)
  }

  private func readBack(_ procedure: Procedure) throws -> Procedure {
    try BPMNReader.procedure(Data(text(procedure).utf8), file: "f")
  }

  /// A way on that only says what follows anyway means nothing.
  private func meaning(of procedure: Procedure) -> Procedure {
    var procedure = procedure
    for (index, step) in procedure.steps.enumerated() {
      let next =
        index + 1 < procedure.steps.count
        ? StepTarget.step(procedure.steps[index + 1].no) : .end
      if step.next == next { procedure.steps[index].next = nil }
    }
    return procedure
  }

  @Test("every procedure of the checkout comes back with its meaning")
  func fixtures() throws {
    let procedures = try ExchangeFixture.withSteps()
    #expect(procedures.count >= 4)
    for procedure in procedures {
      #expect(try readBack(procedure) == meaning(of: procedure), "\(procedure.id)")
    }
  }

  @Test("procedures of every shape come back with their meaning")
  func random() throws {
    for seed in 0..<300 {
      var dice = RandomProcedure(seed: UInt64(seed))
      let procedure = dice.procedure()
      #expect(try readBack(procedure) == meaning(of: procedure), "seed \(seed)")
    }
  }

  @Test("a procedure without steps, or with errors, is refused in a sentence")
  func refuses() throws {
    let empty = Procedure.small("uji-kosong", lanes: [], steps: [])
    let refusal = try #require(throws: ExportRefusal.self) { try text(empty) }
    #expect(refusal == .noSteps("uji-kosong"))
    let faulty = Procedure.small(
      "uji-salah", lanes: [("umum", [])], steps: [(1, "umum", .periksa, nil, 7)])
    let other = try #require(throws: ExportRefusal.self) { try text(faulty) }
    #expect(other.message.key == "export.faulty")
  }

  // MARK: - Diagram

  private func all(_ node: XMLNode) -> [XMLNode] { [node] + node.children.flatMap(all) }

  private struct Shape {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    init?(_ node: XMLNode) {
      guard let bounds = node.children.first(where: { $0.name == "Bounds" }),
        let x = bounds.attributes["x"].flatMap(Double.init),
        let y = bounds.attributes["y"].flatMap(Double.init),
        let width = bounds.attributes["width"].flatMap(Double.init),
        let height = bounds.attributes["height"].flatMap(Double.init)
      else { return nil }
      (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    /// Whether a line along an axis runs through the inside.
    func isCrossed(by a: (Double, Double), _ b: (Double, Double)) -> Bool {
      max(a.0, b.0) > x && min(a.0, b.0) < x + width && max(a.1, b.1) > y
        && min(a.1, b.1) < y + height
    }
  }

  private func checkDiagram(_ procedure: Procedure, _ name: String) throws {
    let root = try XMLReader.root(Array(text(procedure).utf8), file: "f")
    let nodes = all(root)
    let ids = nodes.compactMap { $0.attributes["id"] }
      .filter { id in !procedure.lanes.contains { $0.id.rawValue == id } }
    let isName = try Regex("[A-Za-z_][A-Za-z0-9_.-]*")
    #expect(ids.allSatisfy { $0.wholeMatch(of: isName) != nil }, "\(name)")
    let model = nodes.filter { $0.namespace == BPMN.model && $0.attributes["id"] != nil }
    #expect(Set(model.map { $0.attributes["id"] }).count == model.count, "\(name)")

    var shapes: [String: Shape] = [:]
    for shape in nodes where shape.name == "BPMNShape" {
      let element = try #require(shape.attributes["bpmnElement"])
      let drawn: Shape = try #require(Shape(shape))
      shapes[element] = drawn
    }
    let kinds = [
      "participant", "lane", "startEvent", "endEvent", "userTask", "manualTask",
      "exclusiveGateway", "parallelGateway",
    ]
    for node in model where kinds.contains(node.name) {
      #expect(shapes[node.attributes["id"] ?? ""] != nil, "\(name)")
    }
    let flowNodes = Set(
      model.filter { kinds.dropFirst(2).contains($0.name) }.compactMap { $0.attributes["id"] })
    var edges: [String: XMLNode] = [:]
    for edge in nodes where edge.name == "BPMNEdge" {
      edges[edge.attributes["bpmnElement"] ?? ""] = edge
    }
    for flow in model where flow.name == "sequenceFlow" {
      let edge = try #require(edges[flow.attributes["id"] ?? ""])
      let points = edge.children.filter { $0.name == "waypoint" }.compactMap { node in
        node.attributes["x"].flatMap(Double.init).flatMap { x in
          node.attributes["y"].flatMap(Double.init).map { (x, $0) }
        }
      }
      #expect(points.count >= 2, "\(name)")
      for (a, b) in zip(points, points.dropFirst()) {
        #expect(a.0 == b.0 || a.1 == b.1, "\(name): lines run along the axes")
        for id in flowNodes where shapes[id]?.isCrossed(by: a, b) == true {
          Issue.record("\(name): \(flow.attributes["id"] ?? "") runs through \(id)")
        }
      }
    }
  }

  @Test("everything is drawn, and no line runs through a node")
  func diagram() throws {
    for procedure in try ExchangeFixture.withSteps() {
      try checkDiagram(procedure, procedure.id.rawValue)
    }
    for seed in 0..<100 {
      var dice = RandomProcedure(seed: UInt64(seed))
      try checkDiagram(dice.procedure(), "seed \(seed)")
    }
  }
}
