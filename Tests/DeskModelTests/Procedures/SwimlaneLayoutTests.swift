import DeskModel
import Testing

@Suite struct SwimlaneLayoutTests {
  private func layout(_ steps: [String]) throws -> SwimlaneLayout {
    SwimlaneLayout(try ProcedureFixture.reading(steps: steps).procedure)
  }

  private func drawn(_ layout: SwimlaneLayout) -> [String] {
    layout.edges.map { "\($0.from)>\($0.to) \($0.side)" }
  }

  @Test("lanes are columns, steps rows, and neighbours are joined straight or across")
  func rows() throws {
    let layout = SwimlaneLayout(try ProcedureFixture.procedure("ntt-002"))
    #expect(layout.columns.map(\.lane) == ["kasubag", "umum", "kabid", "kadis"])
    #expect(layout.rows.map(\.step) == [1, 2, 3, 4, 5, 6])
    #expect(layout.rows.map(\.columns) == [[0], [1], [0], [2], [3], [1]])
    #expect(
      layout.rows.map(\.link) == [
        .crossing(from: 0, to: 1), .crossing(from: 1, to: 0), .crossing(from: 0, to: 2),
        .crossing(from: 2, to: 3), .crossing(from: 3, to: 1), .straight(column: 1),
      ])
    #expect(layout.rows.map(\.isDecision) == [false, false, true, true, true, false])
  }

  @Test("refusals run on the left")
  func chain() throws {
    let layout = SwimlaneLayout(try ProcedureFixture.procedure("ntt-002"))
    #expect(drawn(layout) == ["2>1 left", "3>2 left", "4>3 left"])
  }

  @Test("ways with one goal are ways of their own")
  func bundle() throws {
    let layout = SwimlaneLayout(try ProcedureFixture.procedure("ntt-003"))
    #expect(drawn(layout) == ["3>2 left", "4>2 left", "5>2 left"])
  }

  @Test("skips run on the right, to the end too; an outcome may be the way below")
  func skips() throws {
    let layout = try layout([
      ProcedureFixture.step(
        1, "putusan: [{nama: a, lanjut: 2}, {nama: b, lanjut: selesai}, {nama: c, lanjut: 3}]"),
      ProcedureFixture.step(2, by: "kadis", "lanjut: 4"),
      ProcedureFixture.step(3, by: "[kadis, umum]"),
      ProcedureFixture.step(4, "tolak: 4"),
    ])
    #expect(layout.rows[0].link == .crossing(from: 0, to: 1))
    #expect(layout.rows[0].outcome == "a")
    #expect(layout.rows[1].link == .none)
    #expect(layout.rows[2].columns == [0, 1])
    #expect(layout.rows[2].column == 1)
    #expect(
      drawn(layout) == ["0>2 right", "0>4 right", "1>3 right", "3>3 left"])
    #expect(layout.edges.map(\.kind) == [.outcome("c"), .outcome("b"), .done, .refusal])
  }

  @Test("ways to nowhere are not drawn, and nothing is no drawing")
  func nothing() throws {
    let lost = try layout([ProcedureFixture.step(1, "lanjut: 7, tolak: 8")])
    #expect(lost.edges.isEmpty)
    #expect(lost.rows.map(\.link) == [.none])
    let empty = try layout([])
    #expect(empty.rows.isEmpty)
    #expect(empty.columns.count == 2)
  }
}
