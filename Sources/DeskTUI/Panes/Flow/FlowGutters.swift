import DeskModel

/// Which gutters the long ways of one side run in.
///
/// They are bundled by ``Gutters``.
struct FlowGutters: Hashable, Sendable {
  /// The column of each way's gutter in its plane, by the way's index.
  private(set) var columns: [Int: Int] = [:]
  /// The columns that the plane needs; 0 when no way needs one.
  private(set) var width = 0

  init(_ ways: [FlowWay], _ ports: [FlowPorts], _ course: FlowWay.Course) {
    // Only the order of the lines matters here, so every step may be of one height.
    let pitch = 4 + (ports.map(\.named.count).max() ?? 0)
    let own = ways.indices.filter { ways[$0].course == course }
    let gutters = Gutters.places(of: own, to: { ways[$0].to }) { index in
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
}
