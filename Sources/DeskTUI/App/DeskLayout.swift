/// How a layer lies on the screen.
public enum Placement: Hashable, Sendable {
  /// A pane of a tab, with the letter and the flow beside it.
  case pane
  /// A pane that has the whole body for itself.
  case wholePane
  /// The selected letter.
  case letter
  /// The flow of the selected letter.
  case flow
  /// A form: in the letter's place on wide screens, else the whole body.
  case form
  /// The whole body.
  case full
  /// In the middle, above what is there; the size is that of the content.
  case dialog(Size)
}

/// Where everything lies on a screen of a size: the same for drawing and for the mouse.
public struct DeskLayout: Hashable, Sendable {
  /// The smallest screen the desk works on.
  public static let minimum = Size(rows: 16, columns: 60)
  /// From this width on, queue, letter and flow are shown together.
  public static let wideColumns = 100

  /// A layer's rectangle and what is drawn around its content.
  public struct Frame: Hashable, Sendable {
    /// What edges it has.
    public enum Edge: Hashable, Sendable {
      /// None.
      case none
      /// A line with the title above.
      case rule
      /// A box around.
      case box
      /// A box around with a column of room inside.
      case dialog
    }
    /// All of it.
    public let outer: Rect
    /// Its edges.
    public let edge: Edge

    /// The canvas of the layer.
    public var inner: Rect {
      switch edge {
      case .none: outer
      case .rule: outer.splitting(top: 1).rest
      case .box: outer.inset()
      case .dialog: outer.inset(rows: 1, columns: 2)
      }
    }
  }

  /// The size of the screen.
  public let size: Size

  /// Lays a screen out.
  public init(_ size: Size) { self.size = size }

  /// Whether the screen is too small to work on.
  public var isTooSmall: Bool {
    size.rows < DeskLayout.minimum.rows || size.columns < DeskLayout.minimum.columns
  }
  /// Whether queue, letter and flow are shown together.
  public var isWide: Bool { size.columns >= DeskLayout.wideColumns }

  /// Who sits here, and the time.
  public var header: Rect { Rect(row: 0, column: 0, height: 1, width: size.columns) }
  /// The tabs.
  public var tabs: Rect { Rect(row: 1, column: 0, height: 1, width: size.columns) }
  /// The hints.
  public var hints: Rect { Rect(row: size.rows - 1, column: 0, height: 1, width: size.columns) }
  /// Where the views are.
  public var body: Rect { Rect(row: 2, column: 0, height: size.rows - 3, width: size.columns) }
  /// Where a toast of so many lines stands: over the tabs, so that a short one hides nothing that is worked on.
  public func toast(lines: Int) -> Rect {
    Rect(row: tabs.row, column: 0, height: lines, width: size.columns)
  }

  /// The place of a layer.
  public func frame(_ placement: Placement) -> Frame {
    let (upper, lower) = body.splitting(bottom: flowHeight)
    let (left, right) = upper.splitting(left: max(46, size.columns * 42 / 100))
    switch placement {
    case .dialog(let content):
      let size = Size(rows: content.rows + 2, columns: content.columns + 4)
      return Frame(outer: body.centered(size), edge: .dialog)
    case .pane: return isWide ? Frame(outer: left, edge: .box) : Frame(outer: body, edge: .none)
    case .wholePane: return Frame(outer: body, edge: .none)
    case .letter: return isWide ? Frame(outer: right, edge: .box) : Frame(outer: body, edge: .rule)
    case .flow: return isWide ? Frame(outer: lower, edge: .box) : Frame(outer: body, edge: .rule)
    case .full: return Frame(outer: body, edge: isWide ? .box : .rule)
    case .form:
      guard isWide else { return Frame(outer: body, edge: .rule) }
      let letter = right.height >= 30 ? right.height * 2 / 5 : 0
      return Frame(outer: right.splitting(top: letter).rest, edge: .box)
    }
  }

  private var flowHeight: Int { isWide ? max(8, body.height / 3) : 0 }
}
