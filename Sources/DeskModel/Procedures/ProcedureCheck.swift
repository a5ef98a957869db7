/// Finds what is wrong or doubtful in a procedure.
///
/// Works on the value alone, so that it serves a file just read, a procedure made at the desk and one
/// that came from another program alike.
public struct ProcedureCheck {
  /// The longest activity that fits a lane, in characters.
  public static let longestActivity = 48

  /// The lines of the file in which lanes and steps stand, to be told with the findings.
  struct Lines {
    var lanes: [Int] = []
    var steps: [Int] = []
  }

  private let procedure: Procedure
  private let lines: Lines
  private var found: [Finding] = []

  private init(_ procedure: Procedure, lines: Lines) {
    self.procedure = procedure
    self.lines = lines
  }

  /// All that is found in a procedure by itself: of the whole, then of its lanes, then of its steps,
  /// in their order.
  public static func findings(_ procedure: Procedure) -> [Finding] {
    findings(procedure, lines: Lines())
  }

  static func findings(_ procedure: Procedure, lines: Lines) -> [Finding] {
    var check = ProcedureCheck(procedure, lines: lines)
    if procedure.steps.isEmpty { check.add(.noSteps) }
    check.checkLanes()
    check.checkSteps()
    return check.found
  }

  /// Lanes with posts that an office does not have as they are named: nobody fills them, or their unit is
  /// another office's.
  ///
  /// Apart from the rest because it depends on the office, and changes with it.
  public static func findings(_ procedure: Procedure, in office: Office) -> [Finding] {
    var check = ProcedureCheck(procedure, lines: Lines())
    for lane in procedure.lanes {
      for post in lane.posts where office.isStrange(post) {
        check.add(.unknownPosition, ["lane": lane.name, "position": post.description])
      }
    }
    return check.found
  }

  // MARK: - Lanes

  private mutating func checkLanes() {
    var seen: Set<LaneID> = []
    let busy = Set(procedure.steps.flatMap(\.lanes))
    for (index, lane) in procedure.lanes.enumerated() {
      let line = index < lines.lanes.count ? lines.lanes[index] : nil
      if !seen.insert(lane.id).inserted {
        add(.doubledLane, line: line, ["lane": lane.id.rawValue])
      } else if !busy.contains(lane.id), !procedure.steps.isEmpty {
        add(.laneWithoutSteps, line: line, ["lane": lane.name])
      }
    }
  }

  // MARK: - Steps

  private mutating func checkSteps() {
    let graph = ProcedureGraph(procedure)
    let reachable = graph.reachable
    let reachingEnd = graph.reachingEnd
    var numbers: Set<Int> = []
    for (index, step) in procedure.steps.enumerated() {
      if !numbers.insert(step.no).inserted { add(.doubledNumber, at: index) }
      checkActors(step, at: index)
      checkWays(step, at: index)
      if !reachable.contains(index) {
        add(.unreachableStep, at: index)
      } else if !reachingEnd.contains(index) {
        add(.noWayToEnd, at: index)
      }
      checkStandard(step, at: index)
    }
  }

  private mutating func checkActors(_ step: Step, at index: Int) {
    if step.lanes.isEmpty { add(.stepWithoutLane, at: index) }
    for lane in step.lanes where procedure.lane(lane) == nil {
      let known = procedure.lanes.map(\.id.rawValue)
      add(
        .unknownLane, at: index,
        [
          "lane": TextRules.quoted(lane.rawValue),
          "known": known.isEmpty ? "–" : known.joined(separator: ", "),
        ])
    }
  }

  private mutating func checkWays(_ step: Step, at index: Int) {
    if let no = step.returnTo {
      if no == step.no {
        add(.refusalToItself, at: index)
      } else if procedure.step(no) == nil {
        add(.refusalToNowhere, at: index, ["target": String(no)])
      }
    }
    let named = [step.next].compactMap { $0 } + step.outcomes.map(\.next)
    for case .step(let no) in named where procedure.step(no) == nil {
      add(.wayToNowhere, at: index, ["target": String(no)])
    }
    if step.next != nil, !step.outcomes.isEmpty { add(.ambiguousWay, at: index) }
    var names: Set<String> = []
    for outcome in step.outcomes where !names.insert(outcome.name).inserted {
      add(.doubledOutcome, at: index, ["outcome": outcome.name])
    }
    if step.act == .putuskan, !step.isDecision { add(.decisionWithoutChoice, at: index) }
  }

  private mutating func checkStandard(_ step: Step, at index: Int) {
    switch step.time?.unit {
    case nil: add(.missingTime, at: index)
    case .tidakTerbatas: add(.unboundedTime, at: index)
    default: break
    }
    if step.outputs.isEmpty { add(.missingOutput, at: index) }
    if step.activity.count > Self.longestActivity {
      add(
        .longActivity, at: index,
        ["count": String(step.activity.count), "most": String(Self.longestActivity)])
    }
  }

  // MARK: - Notes

  private mutating func add(
    _ code: Finding.Code, line: Int? = nil, _ arguments: [String: String] = [:]
  ) {
    let message = Message("finding.\(code.rawValue)", arguments)
    found.append(Finding(code: code, step: nil, line: line, message: message))
  }

  private mutating func add(
    _ code: Finding.Code, at index: Int, _ arguments: [String: String] = [:]
  ) {
    let no = procedure.steps[index].no
    var arguments = arguments
    arguments["no"] = String(no)
    found.append(
      Finding(
        code: code, step: no, line: index < lines.steps.count ? lines.steps[index] : nil,
        message: Message("finding.\(code.rawValue)", arguments)))
  }
}

extension Office {
  /// Whether a post names a position or a unit that the office does not have, or not together.
  fileprivate func isStrange(_ post: Post) -> Bool {
    roles(filling: post).isEmpty || post.unit.map { unit($0) == nil } ?? false
  }
}
