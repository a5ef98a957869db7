/// A procedure as the nodes and flows of a BPMN process.
///
/// A step is a task, and where all of its lanes must do it one task a lane between two parallel gateways. Where its
/// actor decides, an exclusive gateway follows: the approving way is its default, the others hang on variables.
struct BPMNGraph {
  /// A node of the process.
  struct Node: Hashable {
    /// What it is.
    enum Kind: Hashable {
      /// Where a case begins.
      case start
      /// Where it is finished.
      case end
      /// The activity of a lane.
      case task
      /// Brings ways together before a parallel gateway, which would wait for all of them.
      case merge
      /// Begins what all lanes of a step do.
      case split
      /// Waits for all lanes of a step.
      case join
      /// Chooses between the ways out of a step.
      case decision
    }
    var id: String
    var kind: Kind
    /// The index of its lane.
    var lane: Int
    /// The index of its step; the number of steps for the end.
    var row: Int
  }

  /// A sequence flow.
  struct Flow: Hashable {
    var id: String
    /// The index of the node it leaves.
    var from: Int
    /// The index of the node it enters.
    var to: Int
    /// What opens it, for people.
    var name: String?
    /// The variable that opens it; on ways that are not the approving one.
    var condition: String?
    /// Whether it is what its gateway chooses when no variable says otherwise.
    var isDefault = false
    /// What opens the way out of a step; `nil` inside a step and at the beginning.
    var way: StepWay.Kind?
  }

  private(set) var nodes: [Node] = []
  private(set) var flows: [Flow] = []
  private var entries: [Int] = []
  private let phrases: Phrasebook

  /// - Parameter procedure: without errors among its findings, and with steps.
  init(_ procedure: Procedure, phrases: Phrasebook) {
    self.phrases = phrases
    let layout = SwimlaneLayout(procedure)
    var rows: [Int: Int] = [:]
    for (row, step) in procedure.steps.enumerated() { rows[step.no] = row }
    let ways = procedure.steps.map { procedure.ways(of: $0) }
    let goals = ways.flatMap { $0.map { Self.row(of: $0.target, rows) } } + [0]
    let start = add("mulai", .start, lane: layout.rows.first?.column ?? 0, row: 0)
    var exits: [Int] = []
    for (row, step) in procedure.steps.enumerated() {
      let arriving = goals.count { $0 == row }
      exits.append(addStep(step, layout.rows[row], row: row, of: procedure, arriving: arriving))
      if ways[row].count > 1 { exits[row] = addDecision(step, after: exits[row]) }
    }
    entries.append(
      add("selesai", .end, lane: layout.rows.last?.column ?? 0, row: procedure.steps.count))
    connect(start, entries[0])
    for (row, step) in procedure.steps.enumerated() {
      for (place, way) in ways[row].enumerated() {
        connect(way, at: place, of: step, from: exits[row], to: Self.row(of: way.target, rows))
      }
    }
  }

  /// The flows that enter a node.
  func incoming(_ node: Int) -> [Flow] { flows.filter { $0.to == node } }

  /// The flows that leave a node.
  func outgoing(_ node: Int) -> [Flow] { flows.filter { $0.from == node } }

  private static func row(of target: StepTarget, _ rows: [Int: Int]) -> Int {
    switch target {
    case .step(let no): rows[no] ?? rows.count
    case .end: rows.count
    }
  }

  // MARK: - Nodes

  private mutating func add(_ id: String, _ kind: Node.Kind, lane: Int, row: Int) -> Int {
    nodes.append(Node(id: id, kind: kind, lane: lane, row: row))
    return nodes.count - 1
  }

  /// Adds what a step consists of.
  ///
  /// - Returns: the node that is left when it is done.
  private mutating func addStep(
    _ step: Step, _ place: SwimlaneLayout.Row, row: Int, of procedure: Procedure, arriving: Int
  ) -> Int {
    guard step.requiresAll, place.columns.count > 1 else {
      let task = add("langkah-\(step.no)", .task, lane: place.column, row: row)
      entries.append(task)
      return task
    }
    let split = add("bagi-\(step.no)", .split, lane: place.column, row: row)
    if arriving > 1 {
      let merge = add("temu-\(step.no)", .merge, lane: place.column, row: row)
      connect(merge, split, isDefault: true)
      entries.append(merge)
    } else {
      entries.append(split)
    }
    let join = add("kumpul-\(step.no)", .join, lane: place.column, row: row)
    var lanes: [Int] = []
    for lane in step.lanes {
      let column = procedure.lanes.firstIndex { $0.id == lane } ?? place.column
      if !lanes.contains(column) { lanes.append(column) }
    }
    for (number, lane) in lanes.enumerated() {
      let task = add("langkah-\(step.no)-\(number + 1)", .task, lane: lane, row: row)
      connect(split, task)
      connect(task, join)
    }
    return join
  }

  private mutating func addDecision(_ step: Step, after node: Int) -> Int {
    let decision = add(
      "putusan-\(step.no)", .decision, lane: nodes[node].lane, row: nodes[node].row)
    connect(node, decision)
    return decision
  }

  // MARK: - Flows

  private mutating func connect(_ from: Int, _ to: Int, isDefault: Bool = false) {
    flows.append(Flow(id: "alur-\(flows.count + 1)", from: from, to: to, isDefault: isDefault))
  }

  private mutating func connect(
    _ way: StepWay, at place: Int, of step: Step, from: Int, to row: Int
  ) {
    connect(from, entries[row])
    let last = flows.count - 1
    flows[last].way = way.kind
    let isChoice = nodes[from].kind == .decision
    flows[last].isDefault = isChoice && place == 0
    switch way.kind {
    case .done: break
    case .outcome(let name):
      flows[last].name = name
      if place > 0 { flows[last].condition = "\(BPMN.outcome)\(step.no)_\(place + 1)" }
    case .refusal:
      flows[last].name = phrases("flow.way.back")
      flows[last].condition = "\(BPMN.refusal)\(step.no)"
    }
  }
}
