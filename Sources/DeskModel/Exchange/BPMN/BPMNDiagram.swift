/// The picture of a BPMN process: where its lanes, nodes and flows lie, in pixels.
///
/// Lanes run from left to right, every step has columns of its own, so that a line up or down beside a node meets
/// no other node. Ways back run above the lanes' contents, ways that skip steps below, in the gutters of
/// ``SwimlaneGutters`` turned on its side.
struct BPMNDiagram {
  private struct Rect {
    var x: Int
    var y: Int
    var width: Int
    var height: Int
    var right: Int { x + width }
    var bottom: Int { y + height }
    var centre: (x: Int, y: Int) { (x + width / 2, y + height / 2) }
  }

  private typealias Point = (x: Int, y: Int)

  private enum Size {
    static let lane = 140
    static let heading = 30
    static let task = (width: 130, height: 80)
    static let gateway = 50
    static let event = 36
    static let gap = 40
    static let betweenSteps = 70
    static let gutter = 24
    static let left = 160
    static let top = 80
    static let letter = 7
    static let line = 14
    /// How far ways in and out at one edge of a task lie apart from its middle.
    static let port = 24
  }

  private let procedure: Procedure
  private let graph: BPMNGraph
  private let layout: SwimlaneLayout
  private let gutters: SwimlaneGutters
  private var bounds: [Rect] = []
  private var lanes: [Rect] = []
  private var pool = Rect(x: Size.left, y: Size.top, width: 0, height: 0)

  init(_ procedure: Procedure, graph: BPMNGraph) {
    self.procedure = procedure
    self.graph = graph
    layout = SwimlaneLayout(procedure)
    gutters = SwimlaneGutters(layout)
    bounds = graph.nodes.map { _ in Rect(x: 0, y: 0, width: 0, height: 0) }
    placeLanes()
    placeNodes()
  }

  /// The `BPMNDiagram` element.
  var element: XMLText {
    let shapes =
      [shape("peserta", pool, isHorizontal: true)]
      + zip(procedure.lanes, lanes).map {
        shape(BPMN.lane + $0.id.rawValue, $1, isHorizontal: true)
      } + graph.nodes.indices.map(shape)
    return XMLText(
      "bpmndi:BPMNDiagram", ["id": "gambar"],
      [
        XMLText(
          "bpmndi:BPMNPlane", ["id": "bidang", "bpmnElement": "kolaborasi"],
          shapes + graph.flows.map(edge))
      ])
  }

  // MARK: - Places

  private mutating func placeLanes() {
    var y = Size.top
    for index in procedure.lanes.indices {
      let above = index == 0 ? gutters.left : 0
      let below = index == procedure.lanes.count - 1 ? gutters.right : 0
      let height = Size.lane + (above + below) * Size.gutter
      lanes.append(Rect(x: Size.left + Size.heading, y: y, width: 0, height: height))
      y += height
    }
    pool.height = y - Size.top
  }

  /// The middle of the part of a lane where nodes stand.
  private func middle(of lane: Int) -> Int {
    lanes[lane].y + (lane == 0 ? gutters.left * Size.gutter : 0) + Size.lane / 2
  }

  private mutating func placeNodes() {
    var x = Size.left + Size.heading + Size.gap
    for row in -1...procedure.steps.count {
      for kinds in Self.columns(of: row, steps: procedure.steps.count) {
        let own = graph.nodes.indices.filter {
          graph.nodes[$0].row == max(0, row) && kinds.contains(graph.nodes[$0].kind)
        }
        guard let first = own.first else { continue }
        let (width, height) = Self.size(graph.nodes[first].kind)
        for node in own {
          let y = middle(of: graph.nodes[node].lane) - height / 2
          bounds[node] = Rect(x: x, y: y, width: width, height: height)
        }
        x += width + Size.gap
      }
      x += Size.betweenSteps - Size.gap
    }
    pool.width = x - Size.left
    for index in lanes.indices { lanes[index].width = pool.width - Size.heading }
  }

  /// The kinds of nodes that stand above each other, from left to right; the start has a row of its own here.
  private static func columns(of row: Int, steps: Int) -> [Set<BPMNGraph.Node.Kind>] {
    switch row {
    case -1: [[.start]]
    case steps: [[.end]]
    default: [[.merge], [.split], [.task], [.join], [.decision]]
    }
  }

  private static func size(_ kind: BPMNGraph.Node.Kind) -> (width: Int, height: Int) {
    switch kind {
    case .start, .end: (Size.event, Size.event)
    case .task: Size.task
    case .merge, .split, .join, .decision: (Size.gateway, Size.gateway)
    }
  }

  // MARK: - Ways

  private func points(_ flow: BPMNGraph.Flow) -> [Point] {
    let (from, to) = (bounds[flow.from], bounds[flow.to])
    if let gutter = gutter(of: flow) { return long(flow, gutter.edge, at: gutter.y) }
    let (start, goal) = (from.centre, to.centre)
    if start.y == goal.y { return [(from.right, start.y), (to.x, goal.y)] }
    switch (graph.nodes[flow.from].kind, graph.nodes[flow.to].kind) {
    case (.split, _):
      return [
        (start.x, goal.y < start.y ? from.y : from.bottom), (start.x, goal.y), (to.x, goal.y),
      ]
    case (_, .join):
      return [
        (from.right, start.y), (goal.x, start.y), (goal.x, start.y < goal.y ? to.y : to.bottom),
      ]
    default:
      let channel = to.x - Size.betweenSteps / 2
      return [(from.right, start.y), (channel, start.y), (channel, goal.y), (to.x, goal.y)]
    }
  }

  private func long(_ flow: BPMNGraph.Flow, _ edge: SwimlaneLayout.Edge, at y: Int) -> [Point] {
    let (from, to) = (bounds[flow.from], bounds[flow.to])
    let isUp = edge.side == .left
    let out = from.centre.x + (graph.nodes[flow.from].kind == .task ? Size.port : 0)
    let home = to.centre.x - (graph.nodes[flow.to].kind == .task ? Size.port : 0)
    return [
      (out, isUp ? from.y : from.bottom), (out, y), (home, y), (home, isUp ? to.y : to.bottom),
    ]
  }

  /// The gutter that a flow runs in, if it does not simply lead to the next step.
  private func gutter(of flow: BPMNGraph.Flow) -> (edge: SwimlaneLayout.Edge, y: Int)? {
    let (from, to) = (graph.nodes[flow.from].row, graph.nodes[flow.to].row)
    guard let way = flow.way,
      let edge = layout.edges.first(where: { $0.from == from && $0.to == to && $0.kind == way }),
      let last = lanes.last
    else { return nil }
    let y =
      edge.side == .left
      ? Size.top + (gutters.left - gutters[edge]) * Size.gutter
      : last.y + last.height - (gutters.right - gutters[edge]) * Size.gutter
    return (edge, y)
  }

  // MARK: - Elements

  private func shape(_ id: String, _ rect: Rect, isHorizontal: Bool) -> XMLText {
    XMLText(
      "bpmndi:BPMNShape",
      ["id": "\(id)-di", "bpmnElement": id, "isHorizontal": isHorizontal ? "true" : nil],
      [
        Self.element(of: rect),
        XMLText(
          "bpmndi:BPMNLabel", [:],
          [Self.element(of: Rect(x: rect.x, y: rect.y, width: Size.heading, height: rect.height))]),
      ])
  }

  private func shape(_ index: Int) -> XMLText {
    let (node, rect) = (graph.nodes[index], bounds[index])
    var label: [XMLText] = []
    switch node.kind {
    case .start, .end:
      label = [
        Rect(x: rect.centre.x - 30, y: rect.bottom + 4, width: 60, height: Size.line)
      ].map { XMLText("bpmndi:BPMNLabel", [:], [Self.element(of: $0)]) }
    case .task:
      let inner = Rect(
        x: rect.x + 5, y: rect.y + 5, width: rect.width - 10, height: rect.height - 10)
      label = [XMLText("bpmndi:BPMNLabel", [:], [Self.element(of: inner)])]
    case .merge, .split, .join, .decision: break
    }
    let isExclusive = node.kind == .merge || node.kind == .decision
    return XMLText(
      "bpmndi:BPMNShape",
      [
        "id": "\(node.id)-di", "bpmnElement": node.id,
        "isMarkerVisible": isExclusive ? "true" : nil,
      ], [Self.element(of: rect)] + label)
  }

  private func edge(_ flow: BPMNGraph.Flow) -> XMLText {
    let points = points(flow)
    let waypoints = points.map { XMLText("di:waypoint", ["x": "\($0.x)", "y": "\($0.y)"]) }
    let label = flow.name.map { name in
      XMLText("bpmndi:BPMNLabel", [:], [Self.element(of: place(of: name, along: points))])
    }
    return XMLText(
      "bpmndi:BPMNEdge", ["id": "\(flow.id)-di", "bpmnElement": flow.id],
      waypoints + [label].compactMap { $0 })
  }

  /// Where the name of a way stands: above the first piece that runs sideways.
  private func place(of name: String, along points: [Point]) -> Rect {
    let width = min(name.count * Size.letter, Size.task.width)
    let height = Size.line * ((name.count * Size.letter + width - 1) / max(1, width))
    var (start, next) = (points[0], points[1])
    if start.x == next.x, points.count > 2 { (start, next) = (points[1], points[2]) }
    let x = next.x < start.x ? start.x - width - 6 : start.x + 6
    return Rect(x: x, y: start.y - height - 3, width: max(1, width), height: max(1, height))
  }

  private static func element(of rect: Rect) -> XMLText {
    XMLText(
      "dc:Bounds",
      [
        "x": "\(rect.x)", "y": "\(rect.y)", "width": "\(rect.width)", "height": "\(rect.height)",
      ])
  }
}
