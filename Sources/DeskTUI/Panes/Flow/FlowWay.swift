import DeskModel

/// A way from one step of the picture to another, as it is to be drawn.
struct FlowWay: Hashable, Sendable {
  /// How it runs.
  enum Course: Hashable, Sendable {
    /// To the row right below.
    case link
    /// Back up, through a gutter at the left.
    case up
    /// Down past other rows, through a gutter at the right.
    case down
  }

  /// The row it leaves.
  let from: Int
  /// The row it enters; the number of rows is the end.
  let to: Int
  /// How it runs.
  let course: Course
  /// The name of the outcome that opens it.
  var outcome: String?
  /// Whether it takes the letter back to be done again.
  var isReturn = false
  /// Whether the procedure has no such way, e.g. from a disposition that says to file the letter.
  var isDirect = false
  /// How often it was taken.
  var count = 0
  /// Whether it led to where the case stands now.
  var isOnPath = false

  /// Whether it leaves at a line of its box that says what opens it.
  var isNamed: Bool { outcome != nil || isDirect }
  /// Whether it is drawn strong.
  var isTaken: Bool { isOnPath || (isReturn && count > 0) }
}

extension FlowWay {
  /// All ways of a procedure, and those that a case took beside them.
  static func all(_ layout: SwimlaneLayout, progress: FlowProgress?) -> [FlowWay] {
    let end = layout.rows.count
    var ways: [FlowWay] = layout.rows.enumerated().compactMap { index, row in
      row.link == .none
        ? nil : FlowWay(from: index, to: index + 1, course: .link, outcome: row.outcome)
    }
    ways += layout.edges.map { edge in
      var way = FlowWay(
        from: edge.from, to: edge.to, course: edge.to > edge.from ? .down : .up)
      if case .outcome(let name) = edge.kind { way.outcome = name }
      way.isReturn = edge.kind == .refusal
      return way
    }
    guard let progress else { return ways }
    var rows: [Int: Int] = [:]
    for (index, row) in layout.rows.enumerated() where rows[row.step] == nil {
      rows[row.step] = index
    }
    for move in progress.sortedMoves {
      guard let from = rows[move.from], let to = move.to.map({ rows[$0] }) ?? end else { continue }
      let index = ways.firstIndex { $0.from == from && $0.to == to }
      let place = index ?? ways.count
      if index == nil {
        // A return or a disposition to the file went where the form has no line.
        ways.append(
          FlowWay(
            from: from, to: to, course: to > from ? .down : .up, isReturn: to <= from,
            isDirect: to > from))
      }
      ways[place].count += progress.moves[move] ?? 0
      ways[place].isOnPath = ways[place].isOnPath || progress.path.contains(move)
    }
    return ways
  }
}
