/// Which gutter each long way beside the lanes of a swimlane drawing runs in, counted from 0 next to the lanes.
///
/// Short ways run next to the lanes, ways with one goal share a gutter, and others that would touch never do.
public enum Gutters {
  /// Gives every way of one side its gutter.
  ///
  /// - Parameters:
  ///   - goal: where a way leads.
  ///   - span: the rows along which it runs.
  public static func places<Way: Hashable>(
    of ways: [Way], to goal: (Way) -> Int, span: (Way) -> ClosedRange<Int>
  ) -> [Way: Int] {
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
    var places: [Way: Int] = [:]
    for bundle in ordered {
      let free = taken.firstIndex { !$0.contains { $0.overlaps(bundle.span) } } ?? taken.count
      if free == taken.count { taken.append([]) }
      taken[free].append(bundle.span)
      for way in bundle.ways { places[way] = free }
    }
    return places
  }
}
