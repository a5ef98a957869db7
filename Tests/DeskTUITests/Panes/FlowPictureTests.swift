import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

@Suite struct FlowPictureTests {
  static let shapes: [String] = ["outcomes", "returns", "ntt-001", "ntt-002", "ntt-003", "ntt-004"]

  private static func procedure(_ name: String) throws -> Procedure {
    switch name {
    case "outcomes": try FlowShapes.outcomes()
    case "returns": try FlowShapes.crossingReturns()
    default: try FlowShapes.ntt(name)
    }
  }

  private static func picture(
    _ name: String, laneWidth: Int, isCompact: Bool = false
  ) throws -> FlowPicture {
    let procedure = try procedure(name)
    return FlowPicture(
      FlowPlan(procedure, progress: nil), of: procedure, progress: nil, words: FlowShapes.words,
      laneWidth: laneWidth, isCompact: isCompact)
  }

  @Test(arguments: shapes, [4, 9, 16, 18, 31])
  func noLineRunsThroughABox(_ name: String, laneWidth: Int) throws {
    let picture = try Self.picture(name, laneWidth: laneWidth)
    for box in picture.boxes {
      let inner = box.rect.inset()
      for row in inner.row..<inner.endRow {
        for column in inner.column..<inner.endColumn {
          #expect(
            picture.lanes.sign(row: row, column: column, ascii: false) == nil,
            "\(name) step \(box.number) at \(row), \(column)")
        }
      }
    }
  }

  @Test func returnsThatMeetAtOneStepShareAGutterAndOverlappingOnesDoNot() throws {
    func columns(_ name: String) throws -> [Int] {
      let plan = FlowPlan(try Self.procedure(name), progress: nil)
      return plan.up.columns.sorted { $0.key < $1.key }.map(\.value)
    }
    // 3 to 2, 4 to 3, 5 to 4: each ends above where the next begins.
    #expect(try columns("ntt-002") == [0, 0, 0])
    // 4, 5 and 6 to 3: one goal.
    #expect(try columns("ntt-003") == [0, 0, 0])
    // 3 to 1 and 5 to 1 around 4 to 2.
    #expect(try columns("returns") == [0, 2, 0])
    // 2 to 1, 6 to 5.
    #expect(try columns("outcomes") == [0, 0])
    // 4 to 7, 4 to the end.
    let plan = FlowPlan(try Self.procedure("outcomes"), progress: nil)
    #expect(plan.down.columns.sorted { $0.key < $1.key }.map(\.value) == [1, 3])
  }

  @Test(arguments: shapes)
  func stepsLieBelowEachOtherWithoutAGap(_ name: String) throws {
    let procedure = try Self.procedure(name)
    for isCompact in [true, false] {
      let picture = try Self.picture(name, laneWidth: 18, isCompact: isCompact)
      #expect(picture.spans.count == procedure.steps.count)
      for (span, next) in zip(picture.spans, picture.spans.dropFirst()) {
        #expect(span.top + span.pitch == next.top)
      }
    }
  }

  @Test(arguments: [("outcomes", 40), ("returns", 18)])
  func shapesAreDrawnAsAPersonWould(_ name: String, rows: Int) throws {
    for glyphs in [Glyphs.unicode, .ascii] {
      var canvas = Canvas(size: Size(rows: rows, columns: 80), glyphs: glyphs)
      FlowChart(try Self.procedure(name)).draw(
        into: &canvas, words: FlowShapes.words, focused: true)
      expectSnapshot(canvas.grid, "flow-shape-\(name)" + (glyphs.isASCII ? "-ascii" : ""))
    }
  }
}
