/// Which gutter each long way of a ``SwimlaneLayout`` runs in, on a drawing to be printed.
///
/// Counted from 0 next to the lanes at each side; ways are bundled by ``Gutters``.
struct SwimlaneGutters: Hashable, Sendable {
  /// How many gutters the left side needs.
  let left: Int
  /// How many gutters the right side needs.
  let right: Int
  private let places: [SwimlaneLayout.Edge: Int]

  init(_ layout: SwimlaneLayout) {
    func gutters(on side: SwimlaneLayout.Side) -> [SwimlaneLayout.Edge: Int] {
      Gutters.places(of: layout.edges.filter { $0.side == side }, to: \.to) {
        min($0.from, $0.to)...max($0.from, $0.to)
      }
    }
    let (left, right) = (gutters(on: .left), gutters(on: .right))
    self.left = left.values.max().map { $0 + 1 } ?? 0
    self.right = right.values.max().map { $0 + 1 } ?? 0
    places = left.merging(right) { $1 }
  }

  /// The gutter of a way of the layout.
  subscript(edge: SwimlaneLayout.Edge) -> Int { places[edge] ?? 0 }
}
