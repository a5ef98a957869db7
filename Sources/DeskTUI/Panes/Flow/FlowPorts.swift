import DeskModel

/// At which lines of a step's box its ways leave and come in.
///
/// Left side from the top: ways back, what comes back. Right side: what skipped to here, what skips from here.
/// Below both, one line for every outcome that has a name, and the way to the next step at the last line.
struct FlowPorts: Hashable, Sendable {
  /// Whether a way back leaves that has no line of its own.
  let refuses: Bool
  /// Whether something comes back to here.
  let receivesBack: Bool
  /// Whether something skips to here.
  let receivesSkip: Bool
  /// Whether a way without a name skips from here.
  let skips: Bool
  /// The ways that have a line with their name, by their index; the way to the next step is the last.
  let named: [Int]

  init(row: Int, ways: [FlowWay]) {
    let own = ways.indices.filter { ways[$0].from == row }
    refuses = own.contains { ways[$0].course == .up && ways[$0].outcome == nil }
    skips = own.contains { ways[$0].course == .down && ways[$0].outcome == nil }
    receivesBack = ways.contains { $0.to == row && $0.course == .up }
    receivesSkip = ways.contains { $0.to == row && $0.course == .down }
    let outcomes = own.filter { ways[$0].outcome != nil }
    named =
      outcomes.filter { ways[$0].course != .link } + outcomes.filter { ways[$0].course == .link }
  }

  /// The fewest lines above the named ones.
  ///
  /// - Parameter side: the side at which the way to the next step leaves, if it leaves at one and has no name.
  func least(next side: SwimlaneLayout.Side?) -> Int {
    let left = [refuses, receivesBack, side == .left].filter { $0 }.count
    let right = [receivesSkip, skips, side == .right].filter { $0 }.count
    return max(1, left, right)
  }

  /// The line that ways back come in at.
  var back: Int { refuses ? 1 : 0 }
  /// The line that ways without a name skip from.
  var skip: Int { receivesSkip ? 1 : 0 }
}
