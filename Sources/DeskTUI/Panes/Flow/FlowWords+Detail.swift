import DeskModel

extension FlowWords {
  /// What is said of the selected step below the picture, in one line or two.
  func detail(
    _ step: Step, in procedure: Procedure, progress: FlowProgress?, rows: Int
  ) -> [String] {
    guard rows > 0 else { return [] }
    let lanes = step.lanes.compactMap { procedure.lane($0)?.name }.joined(separator: " / ")
    var facts = ["\(step.no) \(step.activity)", lanes]
    if let time = step.time { facts.append(phrases("flow.detail.standard", ["time": time.text])) }
    let told = told(step, progress: progress)
    guard rows > 1 else { return [join([facts[0]] + (told.isEmpty ? [lanes] : told))] }
    return [join(facts), join(told)]
  }

  /// Who has done the step or is to do it, and when.
  private func told(_ step: Step, progress: FlowProgress?) -> [String] {
    guard let progress else {
      let flow = [step.requirements, step.outputs].map { $0.joined(separator: ", ") }
      return [flow.filter { !$0.isEmpty }.joined(separator: " → "), step.note ?? ""]
    }
    let own = progress.steps[step.no] ?? FlowProgress.StepProgress()
    guard let visit = own.visits.first(where: \.isOpen) ?? own.visits.last else {
      return own.history.isEmpty
        ? [phrases("flow.detail.ahead")]
        : [phrases("flow.detail.again", ["count": "\(own.history.count)"])]
    }
    let back =
      own.sentBack > 0 ? [phrases("flow.detail.back", ["count": "\(own.sentBack)"])] : []
    return sentence(visit, of: step) + back
  }

  /// One task: who, when, how long.
  func sentence(_ visit: FlowProgress.Visit, of step: Step) -> [String] {
    let task = visit.task
    var parts: [String] = []
    if visit.isOpen {
      let who = task.claimedBy.map(person) ?? role(task.role)
      parts.append(phrases("flow.detail.waiting", ["who": who, "since": instant(task.created)]))
      if let since = task.suspended {
        parts.append(phrases("flow.detail.suspended", ["since": instant(since)]))
      } else if let late = visit.late {
        parts.append(phrases("flow.late", ["time": duration(late)]))
      } else if let due = task.due {
        parts.append(phrases("flow.detail.due", ["time": instant(due)]))
      }
    } else {
      parts.append("\(mark(task)) \(task.finishedBy.map(person) ?? role(task.role))")
      if let outcome = task.outcome { parts.append(phrases("flow.outcome.\(outcome.rawValue)")) }
      if let finished = task.finished { parts.append(instant(finished)) }
    }
    if let time = times(visit, standard: step.time).first { parts.append(time) }
    if let note = task.note { parts.append("“\(note)”") }
    return parts
  }

  private func join(_ parts: [String]) -> String {
    parts.filter { !$0.isEmpty }.joined(separator: " · ")
  }
}
