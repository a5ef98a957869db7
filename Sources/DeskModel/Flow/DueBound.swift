/// What can make a task late; the earliest counts.
public enum DueBound: String, Hashable, Sendable, CaseIterable {
  /// The step's own standard time (waktu baku).
  case standard
  /// The urgency of the letter.
  case urgency
  /// The deadline that a disposition gave.
  case deadline
}

extension CaseState {
  /// When a step that was entered at an instant is late, by each of what bounds it; nothing for what has no bound.
  ///
  /// - Parameter urgency: the letter's, as it is or as it would be.
  public func dueTimes(
    of step: Step, on branch: Int, from entered: Timestamp, urgency: Urgency,
    in calendar: WorkingCalendar
  ) -> [DueBound: Timestamp] {
    var times: [DueBound: Timestamp] = [:]
    times[.standard] = step.time.flatMap { calendar.due(from: entered, standard: $0) }
    if urgency != .biasa { times[.urgency] = urgency.due(from: started, calendar: calendar) }
    times[.deadline] = deadline(of: branch)
    return times
  }

  /// What bounds a task, each moved by the time it has waited for others outside.
  ///
  /// - Parameter urgency: what the letter's would be; `nil` for what it is.
  public func dueTimes(
    of task: Task, urgency: Urgency? = nil, in calendar: WorkingCalendar
  ) -> [DueBound: Timestamp] {
    guard let step = procedure.step(task.step), task.kind == .step, !task.isExternal else {
      return [:]
    }
    return dueTimes(
      of: step, on: task.branch, from: task.created, urgency: urgency ?? letter.urgency,
      in: calendar
    ).mapValues { calendar.add(workingMinutes: task.waited, to: $0) }
  }
}
