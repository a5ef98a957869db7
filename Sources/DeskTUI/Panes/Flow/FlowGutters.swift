import DeskModel

/// Which gutter the long ways of one side run in, and at which lines they leave and come in.
///
/// Ways to one goal share a gutter; two that would overlap never do.
struct FlowGutters: Sendable {
  /// The line at which each way leaves its box, by its index.
  private(set) var out: [Int: Int] = [:]
  /// The line at which each way comes in.
  private(set) var home: [Int: Int] = [:]
  /// The column of each way's gutter in its plane.
  private(set) var column: [Int: Int] = [:]
  /// The columns that the plane needs; 0 when no way needs one.
  private(set) var width = 0

  init(
    _ ways: [FlowWay], _ ports: [FlowPorts], _ spans: [FlowPicture.Span], _ course: FlowWay.Course
  ) {
    let own = ways.indices.filter {
      ways[$0].course == course && ports.indices.contains(ways[$0].from)
    }
    for index in own {
      let way = ways[index]
      let port = ports[way.from]
      let first = spans[way.from].top + 1
      if let place = port.named.firstIndex(of: index) {
        out[index] = spans[way.from].top + spans[way.from].pitch - port.named.count + place
      } else {
        out[index] = first + (course == .up ? 0 : port.skip)
      }
      if way.to < spans.count {
        home[index] = spans[way.to].top + 1 + (course == .up ? ports[way.to].back : 0)
      } else if let last = spans.last {
        home[index] = last.top + last.pitch + 1
      }
    }
    place(own, ways)
    guard let most = gutter.values.max() else { return }
    // Room between the lines while there are few of them.
    let pitch = most < 3 ? 2 : 1
    width = most * pitch + 2
    column = gutter.mapValues { course == .up ? width - 2 - $0 * pitch : $0 * pitch + 1 }
  }

  private var gutter: [Int: Int] = [:]

  private mutating func place(_ own: [Int], _ ways: [FlowWay]) {
    var bundles = Dictionary(grouping: own) { ways[$0].to }.map { goal, bundle in
      let lines = bundle.flatMap { [out[$0] ?? 0, home[$0] ?? 0] }
      return (ways: bundle, span: (lines.min() ?? 0)...(lines.max() ?? 0))
    }
    bundles.sort { ($0.span.count, $0.span.lowerBound) < ($1.span.count, $1.span.lowerBound) }
    var taken: [[ClosedRange<Int>]] = []
    for bundle in bundles {
      let free = taken.firstIndex { !$0.contains { $0.overlaps(bundle.span) } } ?? taken.count
      if free == taken.count { taken.append([]) }
      taken[free].append(bundle.span)
      for way in bundle.ways { gutter[way] = free }
    }
  }
}
