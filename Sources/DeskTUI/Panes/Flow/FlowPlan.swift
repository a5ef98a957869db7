import DeskModel

/// What a picture of a flow shows, whatever its width: the rows and columns of the procedure, the ways between them,
/// and where these leave and run.
struct FlowPlan: Hashable, Sendable {
  /// Lanes as columns, steps as rows.
  let layout: SwimlaneLayout
  /// The ways that are drawn.
  let ways: [FlowWay]
  /// Where ways leave and enter each step.
  let ports: [FlowPorts]
  /// The gutters of ways back.
  let up: FlowGutters
  /// The gutters of ways that skip.
  let down: FlowGutters

  init(_ procedure: Procedure, progress: FlowProgress?) {
    let layout = SwimlaneLayout(procedure)
    let ways = FlowWay.all(layout, progress: progress)
    let ports = layout.rows.indices.map { FlowPorts(row: $0, ways: ways) }
    self.layout = layout
    self.ways = ways
    self.ports = ports
    up = FlowGutters(ways, ports, .up)
    down = FlowGutters(ways, ports, .down)
  }
}
