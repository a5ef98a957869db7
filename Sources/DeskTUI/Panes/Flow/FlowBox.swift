import DeskModel

/// A step of the picture in one of its lanes: a frame with its number and time in the upper edge, and what is to
/// be done inside.
struct FlowBox: Sendable {
  /// A line inside the frame.
  struct Line: Hashable, Sendable {
    var text: String
    /// What stands at the right of it.
    var trailing = ""
    /// Its looks, where they are not those of the box.
    var style: Style?
    /// The looks of what stands at the right, where they are its own.
    var trailingStyle: Style?
  }

  /// The row of the step, counted from 0.
  let row: Int
  /// The lane's column.
  let lane: Int
  /// The step's number.
  let number: Int
  /// Where it is among the steps; `nil` where no case is shown.
  let state: FlowProgress.State?
  /// Whether its actor decides where the case goes.
  let isDecision: Bool
  /// Whether somebody is late here now.
  let isLate: Bool
  /// The time in the upper edge, the longest form first.
  let times: [String]
  /// The looks of that time, where they are not those of the frame.
  let timeStyle: Style?
  /// The activity, and the branches that stand here.
  var lines: [Line]
  /// Where it lies in the lanes.
  var rect = Rect(row: 0, column: 0, height: 0, width: 0)
}

extension FlowBox {
  /// The boxes of a step, one in each of its lanes.
  ///
  /// - Parameters:
  ///   - width: the columns inside a box.
  ///   - lines: the most lines that the activity may take.
  static func boxes(
    of row: SwimlaneLayout.Row, at index: Int, in procedure: Procedure, progress: FlowProgress?,
    words: FlowWords, width: Int, lines: Int
  ) -> [FlowBox] {
    let step = procedure.steps[index]
    let own = progress?.steps[step.no] ?? FlowProgress.StepProgress()
    return row.columns.map { column in
      let lane = procedure.lanes[column]
      let visits = own.visits.filter { row.columns.count == 1 || $0.task.lane == lane.id }
      let bound = progress?.roles[lane.id] ?? []
      let isNamed =
        visits.count > 1
        || visits.contains { !lane.isExternal && !bound.contains($0.task.role) }
      let edge = words.edge(visits, standard: step.time)
      let state = progress.map { progress in
        let whole = progress.state(step.no)
        if row.columns.count == 1 { return whole }
        // Of a step that several lanes do, each has its own part.
        if visits.isEmpty { return .ahead }
        return visits.contains(where: \.isOpen) ? whole : .done
      }
      let activity = words.wrap(step.activity, width: width)
      var text = activity.prefix(lines).map { Line(text: $0) }
      if activity.count > lines, lines > 0 {
        text[lines - 1].text = activity.dropFirst(lines - 1).joined(separator: " ")
      }
      if column == 0, own.sentBack > 0, lines > 1 {
        // Elsewhere the line that leaves at the left says it.
        let back = words.phrases("flow.way.back.count", ["count": "\(own.sentBack)"])
        text.insert(
          Line(text: "◄ \(back)", style: state == .current ? nil : .warn), at: 0)
      }
      if row.columns.count > 1, lines > 1 {
        let together = step.requiresAll ? "flow.together.all" : "flow.together.any"
        text.append(Line(text: "", trailing: "(\(words.phrases(together)))"))
      }
      return FlowBox(
        row: index, lane: column, number: step.no, state: state, isDecision: row.isDecision,
        isLate: visits.contains { $0.isOpen && $0.late != nil }, times: edge.texts,
        timeStyle: edge.style, lines: text + (isNamed ? visits.map(words.branch) : []))
    }
  }

  /// The looks of what is inside.
  var style: Style {
    switch state {
    case nil: .plain
    case .ahead: .muted
    case .done: .ok
    case .current: .current
    case .suspended: .warn
    case .stopped: .danger
    }
  }

  /// The looks of the frame: those of what is inside, but lateness is told by the frame.
  var frame: Style { isLate ? .danger : style }

  /// The lines around it: double where the case stands.
  var pen: LinePlane.Pen {
    switch state {
    case nil: LinePlane.Pen(weight: .thin, style: .border)
    case .ahead, .done: LinePlane.Pen(weight: .thin, style: style)
    case .current, .suspended, .stopped: LinePlane.Pen(weight: .double, style: frame)
    }
  }

  /// The sign behind the number.
  var mark: String {
    switch state {
    case nil, .ahead: ""
    case .done: "√"
    case .current: "►"
    case .suspended: "="
    case .stopped: "×"
    }
  }
}

extension FlowWords {
  /// What the upper edge says of the time of a step's tasks, the longest form first.
  func edge(
    _ visits: [FlowProgress.Visit], standard time: StandardTime?
  ) -> (texts: [String], style: Style?) {
    let open = visits.filter(\.isOpen)
    let due = time.flatMap(standard).map { [$0] } ?? []
    if let late = open.compactMap(\.late).max() { return (lateness(late), nil) }
    if !open.isEmpty, open.allSatisfy({ $0.task.suspended != nil }) {
      return ([phrases("flow.suspended"), phrases("flow.suspended.short")], nil)
    }
    guard let longest = (open.isEmpty ? visits : open).max(by: { $0.minutes < $1.minutes }) else {
      return (due, nil)
    }
    let isOver = longest.standard.map { longest.minutes > $0 } ?? false
    return (times(longest, standard: time), isOver || longest.late != nil ? .warn : nil)
  }

  /// A branch of a split, or a task that went to another role than the lane's.
  func branch(_ visit: FlowProgress.Visit) -> FlowBox.Line {
    let task = visit.task
    let late = visit.isOpen ? visit.late.map { "+" + brief($0) } : nil
    return FlowBox.Line(
      text: "\(mark(task)) \(role(task.role))", trailing: late ?? brief(visit.minutes))
  }
}
