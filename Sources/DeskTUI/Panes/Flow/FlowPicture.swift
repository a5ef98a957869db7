import DeskModel

/// A procedure drawn as a flow through its lanes, with what has become of a case in it: boxes and lines on a plane,
/// as yet without a screen.
///
/// Lanes are columns, steps are rows. The way on leaves a box at the side of its last line and enters the next one
/// from above, so that no line crosses a box: the lines inside a box's height belong to it alone.
///
///       ┌1√──────4/5 mnt┐
///       │Agendakan surat╞═════════╗
///       └───────────────┘┌2►══════▼══lewat 2 j┐
///
/// Ways back leave at the left of the first line and come in at the left of the line below it; between, they run in
/// a gutter left of all lanes. Ways that skip steps do the same at the right. In the compact form every step is one
/// line, and ways back and skips are signs in it.
struct FlowPicture: Sendable {
  /// A text or an arrow beside the boxes.
  struct Label: Hashable, Sendable {
    /// What it is.
    enum Sign: Hashable, Sendable {
      case text(String)
      case right, left, down
    }
    var sign: Sign
    var at: Point
    var style: Style
  }

  /// Where a step lies.
  struct Span: Hashable, Sendable {
    /// The first line: the upper edge of its box, or its only line in the compact form.
    var top: Int
    /// The lines from the top to that of the next step.
    var pitch: Int
  }

  /// What is drawn.
  let plan: FlowPlan
  /// How wide a lane is, with the column that keeps it from the next.
  let laneWidth: Int
  /// Whether every step is one line.
  let isCompact: Bool
  /// Where the steps lie.
  let spans: [Span]
  /// The boxes, in the order in which they are drawn.
  let boxes: [FlowBox]
  /// The lines between the lanes' edges.
  var lanes: LinePlane
  /// The gutters of ways back; the last column is room for arrows.
  var left: LinePlane
  /// The gutters of ways that skip; the first column is room for arrows.
  var right: LinePlane
  /// Arrows and texts among the lanes.
  var labels: [Label] = []
  /// Arrows in the left gutters.
  var leftLabels: [Label] = []
  /// Arrows in the right gutters.
  var rightLabels: [Label] = []

  /// The procedure's columns and rows.
  var layout: SwimlaneLayout { plan.layout }
  /// All its lines.
  var height: Int { lanes.size.rows }
  /// Where ways come in from above, counted from a lane's left edge: behind the number, before the time.
  var entry: Int { min(5, (laneWidth - 1) / 2) }

  /// The narrowest lane that text can be read in.
  static let narrowestLane = 16
  /// The columns a text needs before what stands at its right may shorten it.
  static let roomForText = 12
  /// The most lines of a box that its activity takes.
  static let longestActivity = 4
}
