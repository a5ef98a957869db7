/// A way out of a step.
public struct StepWay: Hashable, Sendable {
  /// What opens the way.
  public enum Kind: Hashable, Sendable {
    /// The step is done; nothing was to be chosen.
    case done
    /// The outcome with this name was chosen.
    case outcome(String)
    /// The step was refused and goes back.
    case refusal
  }

  /// What opens the way.
  public var kind: Kind
  /// Where it leads.
  public var target: StepTarget
}

extension Procedure {
  /// Where the approving path leads after a step: its own `next`, else its first outcome, else the
  /// step printed below it.
  public func successor(of step: Step) -> StepTarget {
    if let next = step.next { return next }
    if let approving = step.outcomes.first { return approving.next }
    guard let index = steps.firstIndex(where: { $0.no == step.no }), index + 1 < steps.count
    else { return .end }
    return .step(steps[index + 1].no)
  }

  /// Every way out of a step: on, or its outcomes in written order, and last its refusal.
  public func ways(of step: Step) -> [StepWay] {
    var ways =
      step.outcomes.isEmpty
      ? [StepWay(kind: .done, target: successor(of: step))]
      : step.outcomes.map { StepWay(kind: .outcome($0.name), target: $0.next) }
    if let no = step.returnTo { ways.append(StepWay(kind: .refusal, target: .step(no))) }
    return ways
  }
}
