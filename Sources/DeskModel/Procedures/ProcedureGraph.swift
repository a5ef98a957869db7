/// The steps of a procedure as a graph: who can be reached from where, refusals and outcomes included.
///
/// Steps are named by their index, so that a procedure with doubled numbers can be looked at too; a
/// number then means the first step that has it. A way to a step that does not exist counts as one to
/// the end: that it leads nowhere is a finding of its own, and should not bring others along.
struct ProcedureGraph {
  /// Where a way leads: a step's index, or the end.
  enum Node: Hashable {
    case step(Int)
    case end
  }

  /// For each step, in order, where its ways lead.
  let successors: [[Node]]

  /// Builds the graph of a procedure.
  init(_ procedure: Procedure) {
    var index: [Int: Int] = [:]
    for (position, step) in procedure.steps.enumerated() where index[step.no] == nil {
      index[step.no] = position
    }
    let last = procedure.steps.count - 1
    successors = procedure.steps.enumerated().map { position, step in
      procedure.ways(of: step).map { way in
        if way.kind == .done, step.next == nil {
          return position < last ? .step(position + 1) : .end
        }
        switch way.target {
        case .end: return .end
        case .step(let no): return index[no].map(Node.step) ?? .end
        }
      }
    }
  }

  /// The steps that some way from the first step leads to, the first included.
  var reachable: Set<Int> {
    guard !successors.isEmpty else { return [] }
    return closure(of: [0]) { index in
      successors[index].compactMap { if case .step(let next) = $0 { next } else { nil } }
    }
  }

  /// The steps from which some way leads to the end.
  var reachingEnd: Set<Int> {
    var before: [[Int]] = Array(repeating: [], count: successors.count)
    var last: [Int] = []
    for (index, nodes) in successors.enumerated() {
      for node in nodes {
        switch node {
        case .step(let next): before[next].append(index)
        case .end: last.append(index)
        }
      }
    }
    return closure(of: last) { before[$0] }
  }

  /// Everything reached from some steps, themselves included.
  private func closure(of start: [Int], by ways: (Int) -> [Int]) -> Set<Int> {
    var found = Set(start)
    var open = start
    while let index = open.popLast() {
      for next in ways(index) where found.insert(next).inserted { open.append(next) }
    }
    return found
  }
}
