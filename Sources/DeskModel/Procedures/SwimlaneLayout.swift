/// Where the parts of a flow drawing go, in abstract units: lanes are columns, steps are rows.
///
/// The same layout is drawn on a terminal and printed as SVG; what a unit is in cells or points, and
/// what is visible when it is scrolled, is the drawer's business. Row `rows.count` is the end.
///
///           left       column 0   column 1   right
///            ┌────────▶ [ 1 ]
///            │            └─────────┐                          row 0, link: crossing(0, 1)
///            └───────────────────◀ < 2 > ────────┐             row 1, refusal to row 0, skip to row 3
///                                    │           │             row 1, link: straight(1)
///                                  [ 3 ]         │             row 2
///                                    ▼ ◀─────────┘             row 3 is the end
public struct SwimlaneLayout: Hashable, Sendable {
  /// A lane's column.
  public struct Column: Hashable, Sendable {
    /// The lane.
    public var lane: LaneID
    /// Its printed name.
    public var name: String
    /// Whether it is a party outside the office.
    public var isExternal: Bool
  }

  /// What joins a step to the row right below it.
  public enum Link: Hashable, Sendable {
    /// No way leads to the row below.
    case none
    /// A way straight down in a column.
    case straight(column: Int)
    /// A way that changes columns.
    case crossing(from: Int, to: Int)
  }

  /// A step's row.
  public struct Row: Hashable, Sendable {
    /// The step's number.
    public var step: Int
    /// The columns of its lanes, ascending; empty if it has none that exists.
    public var columns: [Int]
    /// The column that ways enter and leave by: the first lane written.
    public var column: Int
    /// Whether its actor decides where the case goes.
    public var isDecision: Bool
    /// The way to the row below.
    public var link: Link
    /// The outcome that opens the way below, if the step has outcomes.
    public var outcome: String?
  }

  /// A side of the lanes where long ways run.
  public enum Side: Hashable, Sendable {
    /// Ways back up.
    case left
    /// Ways that skip rows downwards.
    case right
  }

  /// A way that does not simply lead to the row below, and so runs beside the lanes.
  public struct Edge: Hashable, Sendable {
    /// What opens the way.
    public var kind: StepWay.Kind
    /// The row it leaves.
    public var from: Int
    /// The row it enters; `rows.count` is the end.
    public var to: Int
    /// The side it runs on.
    public var side: Side
  }

  /// The lanes in printed order.
  public let columns: [Column]
  /// The steps in printed order.
  public let rows: [Row]
  /// The ways beside the lanes, by the row they leave.
  public let edges: [Edge]

  /// Lays a procedure out.
  ///
  /// Ways to steps that do not exist are not drawn; a number that is doubled means its first step.
  public init(_ procedure: Procedure) {
    let columns = procedure.lanes.map {
      Column(lane: $0.id, name: $0.name, isExternal: $0.isExternal)
    }
    let plan = SwimlanePlan(procedure)
    self.columns = columns
    rows = plan.rows
    edges = plan.long.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }
}
