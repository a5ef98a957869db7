/// Works out the rows and long ways of a ``SwimlaneLayout``.
struct SwimlanePlan {
  /// The rows, with their links to the row below.
  private(set) var rows: [SwimlaneLayout.Row] = []
  /// The ways that do not simply lead to the row below.
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
        kind: way.kind, from: row, to: target, side: target > row ? .right : .left))
  }
}
