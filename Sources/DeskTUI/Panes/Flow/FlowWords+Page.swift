import DeskModel

extension FlowWords {
  /// A step in full, as lines of a width.
  func page(
    _ step: Step, in procedure: Procedure, progress: FlowProgress.StepProgress?, width: Int
  ) -> [Viewer.Line] {
    let lanes = step.lanes.map { procedure.lane($0)?.name ?? $0.rawValue }
    var fields: [(String, [String])] = [
      ("sop.form.lanes", [actors(lanes, all: step.requiresAll)]),
      ("sop.form.time", [step.time?.text ?? phrases("flow.step.no-time")]),
      ("sop.form.requirements", step.requirements),
      ("sop.form.outputs", step.outputs),
      ("flow.step.ways", ways(of: step, in: procedure)),
    ]
    if let note = step.note { fields.append(("flow.step.note", [note])) }
    let label = min(14, width / 3)
    var lines = TextWidth.wrap(step.activity, width: width).map {
      Viewer.Line($0, style: .title)
    }
    lines.append(Viewer.Line(""))
    for (key, texts) in fields where !texts.isEmpty {
      lines += field(phrases(key), texts, label: label, width: width)
    }
    if let progress { lines += history(progress, of: step, width: width) }
    return lines
  }

  /// A name at the left and its texts at the right, each text on a line of its own.
  func field(_ name: String, _ texts: [String], label: Int, width: Int) -> [Viewer.Line] {
    let broken = texts.flatMap { TextWidth.wrap($0, width: max(8, width - label)) }
    return broken.enumerated().map { row, text in
      Viewer.Line(TextWidth.pad(row == 0 ? name : "", to: label) + text)
    }
  }

  /// Who does a step together.
  func actors(_ lanes: [String], all: Bool) -> String {
    guard lanes.count > 1 else { return lanes.first ?? "—" }
    return phrases(
      all ? "sop.form.all-of" : "sop.form.any-of", ["lanes": lanes.joined(separator: ", ")])
  }

  /// Where a step leads, each way in words.
  func ways(of step: Step, in procedure: Procedure) -> [String] {
    procedure.ways(of: step).map { way in
      let target =
        switch way.target {
        case .step(let no): "\(no)"
        case .end: phrases("sop.form.end")
        }
      return switch way.kind {
      case .done: phrases("sop.form.next", ["target": target])
      case .outcome(let name): phrases("sop.form.outcome", ["name": name, "target": target])
      case .refusal: phrases("sop.form.refusal", ["target": target])
      }
    }
  }

  /// Everything that was done at a step, oldest first.
  private func history(
    _ progress: FlowProgress.StepProgress, of step: Step, width: Int
  ) -> [Viewer.Line] {
    var lines = [Viewer.Line(""), Viewer.Line(phrases("flow.step.history"), style: .heading)]
    if progress.history.isEmpty {
      lines.append(Viewer.Line(phrases("flow.detail.ahead"), style: .muted))
    }
    for visit in progress.history { lines += entry(visit, of: step, width: width) }
    if !progress.informed.isEmpty {
      let seen = progress.informed.map { task in
        (task.state == .done ? "√ " : "") + role(task.role)
      }
      let text = phrases("flow.step.informed", ["roles": seen.joined(separator: ", ")])
      lines += TextWidth.wrap(text, width: width).map { Viewer.Line($0) }
    }
    return lines
  }

  private func entry(
    _ visit: FlowProgress.Visit, of step: Step, width: Int
  ) -> [Viewer.Line] {
    let task = visit.task
    let style: Style =
      visit.isOpen
      ? (visit.late == nil ? .plain : .danger)
      : task.outcome == .returned ? .warn : .plain
    var parts = [
      mark(task) + " " + instant(task.created) + (task.finished.map { " – " + instant($0) } ?? ""),
      task.finishedBy.map(person) ?? task.claimedBy.map(person) ?? "",
      role(task.role),
      task.outcome.map { phrases("flow.outcome.\($0.rawValue)") } ?? phrases("flow.outcome.open"),
      times(visit, standard: step.time).first ?? "",
    ]
    if let late = visit.late { parts.append(phrases("flow.late", ["time": duration(late)])) }
    let text = parts.filter { !$0.isEmpty }.joined(separator: " · ")
    let note = task.note.map { TextWidth.wrap("“\($0)”", width: max(8, width - 4)) } ?? []
    return TextWidth.wrap(text, width: width).enumerated().map { row, line in
      Viewer.Line(row == 0 ? line : "  " + line, style: style)
    } + note.map { Viewer.Line("    " + $0, style: .muted) }
  }

  /// Done, waiting, held up, sent back or stopped, as one sign.
  func mark(_ task: Task) -> String {
    switch task.state {
    case .open: task.suspended == nil ? "►" : "="
    case .done: task.outcome == .returned ? "◄" : "√"
    case .withdrawn: "×"
    }
  }
}
