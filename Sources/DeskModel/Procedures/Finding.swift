/// Something wrong or doubtful in a procedure.
public struct Finding: Codable, Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, Codable, Hashable, Sendable {
    /// The procedure is refused.
    case error
    /// The procedure can be used; the finding is shown.
    case warning
  }

  /// What kind of thing was found. The codes are stable: people filter by them.
  public enum Code: String, Codable, Hashable, Sendable, CaseIterable {
    /// Two steps have one number.
    case doubledNumber = "doubled-number"
    /// Two lanes have one name inside the procedure.
    case doubledLane = "doubled-lane"
    /// Two outcomes of a step have one name.
    case doubledOutcome = "doubled-outcome"
    /// A step is done by nobody.
    case stepWithoutLane = "step-without-lane"
    /// A step is done by a lane that the procedure does not have.
    case unknownLane = "unknown-lane"
    /// A refusal leads to a step that does not exist.
    case refusalToNowhere = "refusal-to-nowhere"
    /// A refusal leads to the step that refused.
    case refusalToItself = "refusal-to-itself"
    /// The way on leads to a step that does not exist.
    case wayToNowhere = "way-to-nowhere"
    /// A step names both a way on and outcomes.
    case ambiguousWay = "ambiguous-way"
    /// No way from the first step leads to the step.
    case unreachableStep = "unreachable-step"
    /// From the step no way leads to the end.
    case noWayToEnd = "no-way-to-end"
    /// The procedure has no steps and so cannot be started.
    case noSteps = "no-steps"
    /// A lane does nothing.
    case laneWithoutSteps = "lane-without-steps"
    /// A step to decide has nothing to choose from.
    case decisionWithoutChoice = "decision-without-choice"
    /// A step has no standard time.
    case missingTime = "missing-time"
    /// A step's standard time has no limit.
    case unboundedTime = "unbounded-time"
    /// A step has no output.
    case missingOutput = "missing-output"
    /// The activity is too long for a lane.
    case longActivity = "long-activity"
    /// A lane names a post that the office does not have.
    case unknownPosition = "unknown-position"

    /// How much it matters.
    public var severity: Severity {
      switch self {
      case .doubledNumber, .doubledLane, .doubledOutcome, .stepWithoutLane, .unknownLane,
        .refusalToNowhere, .refusalToItself, .wayToNowhere, .ambiguousWay, .unreachableStep,
        .noWayToEnd:
        .error
      case .noSteps, .laneWithoutSteps, .decisionWithoutChoice, .missingTime, .unboundedTime,
        .missingOutput, .longActivity, .unknownPosition:
        .warning
      }
    }
  }

  /// What kind of thing it is.
  public var code: Code
  /// The number of the step it is in, if it is in one.
  public var step: Int?
  /// The line of the file it was read from, from 1, if it was read from one.
  public var line: Int?
  /// What is wrong, with its place inside the procedure.
  public var message: Message

  /// How much it matters.
  public var severity: Severity { code.severity }
}
