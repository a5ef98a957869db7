/// Works out the rows and long ways of a ``SwimlaneLayout``.
struct SwimlanePlan {
  /// The rows, with their links to the row below.
  private(set) var rows: [SwimlaneLayout.Row] = []
  /// The ways that need a gutter, not yet in one.
  private(set) var long: [SwimlaneLayout.Edge] = []

  init(_ procedure: Procedure) {
    let graph = ProcedureGraph(procedure)
    var column: [LaneID: Int] = [:]
    for (index, lane) in procedure.lanes.enumerated() where column[lane.id] == nil {
      column[lane.id] = index
    }
    for step in procedure.steps {
      let columns = step.lanes.compactMap { column[$0] }
      rows.append(
        SwimlaneLayout.Row(
          step: step.no, columns: Set(columns).sorted(), column: columns.first ?? 0,
          isDecision: step.isDecision, link: .none, outcome: nil))
    }
    for (row, step) in procedure.steps.enumerated() {
      for (way, node) in zip(procedure.ways(of: step), graph.successors[row]) {
        add(way, from: row, to: node)
      }
    }
  }

  private mutating func add(_ way: StepWay, from row: Int, to node: ProcedureGraph.Node) {
    let target: Int
    switch node {
    case .step(let index): target = index
    case .end where way.target == .end: target = rows.count
    case .end: return  // a step that does not exist
    }
    if target == row + 1, way.kind != .refusal, rows[row].link == .none {
      let from = rows[row].column
      let to = target < rows.count ? rows[target].column : from
      rows[row].link = from == to ? .straight(column: from) : .crossing(from: from, to: to)
      if case .outcome(let name) = way.kind { rows[row].outcome = name }
      return
    }
    long.append(
      SwimlaneLayout.Edge(
        kind: way.kind, from: row, to: target, side: target > row ? .right : .left, gutter: 0))
  }

  /// Puts the ways of one side into gutters: short ones next to the lanes, ways with one goal together,
  /// and never two that touch in one gutter.
  static func gutters(
    _ edges: [SwimlaneLayout.Edge]
  ) -> (edges: [SwimlaneLayout.Edge], count: Int) {
    var taken: [[ClosedRange<Int>]] = []
    var placed: [SwimlaneLayout.Edge] = []
    let bundles = Dictionary(grouping: edges, by: \.to).values.map { bundle in
      let ends = bundle.flatMap { [$0.from, $0.to] }
      return (edges: bundle, span: (ends.min() ?? 0)...(ends.max() ?? 0))
    }
    let ordered = bundles.sorted {
      ($0.span.count, $0.span.lowerBound) < ($1.span.count, $1.span.lowerBound)
    }
    for bundle in ordered {
      let free = taken.firstIndex { !$0.contains { $0.overlaps(bundle.span) } }
      let gutter = free ?? taken.count
      if free == nil { taken.append([]) }
      taken[gutter].append(bundle.span)
      placed += bundle.edges.map { edge in
        var edge = edge
        edge.gutter = gutter
        return edge
      }
    }
    return (placed, taken.count)
  }
}
