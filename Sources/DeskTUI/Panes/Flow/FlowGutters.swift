import DeskModel

/// Which gutters the long ways of one side run in.
///
/// Ways to one goal share a gutter; two that would overlap never do. Short ones run next to the lanes.
struct FlowGutters: Hashable, Sendable {
  /// The column of each way's gutter in its plane, by the way's index.
  private(set) var columns: [Int: Int] = [:]
  /// The columns that the plane needs; 0 when no way needs one.
  private(set) var width = 0

  init(_ ways: [FlowWay], _ ports: [FlowPorts], _ course: FlowWay.Course) {
    // Only the order of the lines matters here, so every step may be of one height.
    let pitch = 4 + (ports.map(\.named.count).max() ?? 0)
    let own = ways.indices.filter { ways[$0].course == course }
    let gutters = FlowGutters.place(own, to: { ways[$0].to }) { index in
      let way = ways[index]
      let out = way.from * pitch + ports[way.from].out(index, of: course, pitch: pitch)
      let home =
        way.to * pitch + (way.to < ports.count ? ports[way.to].home(of: course) : 1)
      return min(out, home)...max(out, home)
    }
    guard let most = gutters.values.max() else { return }
    // Room between the lines while there are few of them.
    let distance = most < 3 ? 2 : 1
    width = most * distance + 2
    let (width, isLeft) = (width, course == .up)
    columns = gutters.mapValues { isLeft ? width - 2 - $0 * distance : $0 * distance + 1 }
  }

  private static func place(
    _ ways: [Int], to goal: (Int) -> Int, span: (Int) -> ClosedRange<Int>
  ) -> [Int: Int] {
    let bundles = Dictionary(grouping: ways, by: goal).map { goal, bundle in
      let spans = bundle.map(span)
      let low = spans.map(\.lowerBound).min() ?? 0
      return (
        ways: bundle, goal: goal, span: low...max(low, spans.map(\.upperBound).max() ?? 0)
      )
    }
    let ordered = bundles.sorted {
      ($0.span.count, $0.span.lowerBound, $0.goal) < ($1.span.count, $1.span.lowerBound, $1.goal)
    }
    var taken: [[ClosedRange<Int>]] = []
    var gutters: [Int: Int] = [:]
    for bundle in ordered {
      let free = taken.firstIndex { !$0.contains { $0.overlaps(bundle.span) } } ?? taken.count
      if free == taken.count { taken.append([]) }
      taken[free].append(bundle.span)
      for way in bundle.ways { gutters[way] = free }
    }
    return gutters
  }
}
