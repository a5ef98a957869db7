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
    refuses = own.contains { ways[$0].course == .up && !ways[$0].isNamed }
    skips = own.contains { ways[$0].course == .down && !ways[$0].isNamed }
    receivesBack = ways.contains { $0.to == row && $0.course == .up }
    receivesSkip = ways.contains { $0.to == row && $0.course == .down }
    let outcomes = own.filter { ways[$0].isNamed }
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

  /// The line at which a way leaves for a gutter, counted from the upper edge of a step that takes `pitch` lines.
  func out(_ way: Int, of course: FlowWay.Course, pitch: Int) -> Int {
    if let place = named.firstIndex(of: way) { return pitch - named.count + place }
    return course == .down && receivesSkip ? 2 : 1
  }

  /// The line at which ways come in from the gutters, counted from the upper edge.
  func home(of course: FlowWay.Course) -> Int { course == .up && refuses ? 2 : 1 }
}
