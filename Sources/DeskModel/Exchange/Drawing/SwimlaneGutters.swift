/// Which gutter each long way of a ``SwimlaneLayout`` runs in, on a drawing to be printed.
///
/// Counted from 0 next to the lanes at each side. Short ways run next to the lanes, ways with one goal share a gutter,
/// and others that would touch never do.
struct SwimlaneGutters: Hashable, Sendable {
  /// How many gutters the left side needs.
  let left: Int
  /// How many gutters the right side needs.
  let right: Int
  private let places: [SwimlaneLayout.Edge: Int]

  init(_ layout: SwimlaneLayout) {
    let left = Self.place(layout.edges.filter { $0.side == .left })
    let right = Self.place(layout.edges.filter { $0.side == .right })
    self.left = left.count
    self.right = right.count
    places = left.places.merging(right.places) { $1 }
  }

  /// The gutter of a way of the layout.
  subscript(edge: SwimlaneLayout.Edge) -> Int { places[edge] ?? 0 }

  private static func place(
    _ edges: [SwimlaneLayout.Edge]
  ) -> (places: [SwimlaneLayout.Edge: Int], count: Int) {
    let bundles = Dictionary(grouping: edges, by: \.to).values.map { bundle in
      let ends = bundle.flatMap { [$0.from, $0.to] }
      return (edges: bundle, span: (ends.min() ?? 0)...(ends.max() ?? 0))
    }
    let ordered = bundles.sorted {
      ($0.span.count, $0.span.lowerBound) < ($1.span.count, $1.span.lowerBound)
    }
    var taken: [[ClosedRange<Int>]] = []
    var places: [SwimlaneLayout.Edge: Int] = [:]
    for bundle in ordered {
      let free = taken.firstIndex { !$0.contains { $0.overlaps(bundle.span) } } ?? taken.count
      if free == taken.count { taken.append([]) }
      taken[free].append(bundle.span)
      for edge in bundle.edges { places[edge] = free }
    }
    return (places, taken.count)
  }
}
