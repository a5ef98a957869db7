public import DeskModel

/// What a pane has selected, as far as the letter view, the flow view and the commands need to know it.
public enum Subject: Hashable, Sendable {
  /// A task in a queue.
  case task(TaskID, of: CaseID)
  /// A case, without one of its tasks in mind.
  case `case`(CaseID)
  /// A letter that travels in no case.
  case letter(LetterID)
  /// A procedure.
  case procedure(ProcedureID)

  /// What a line of a queue stands for: where it is hidden, the letter alone, of which its cover is shown.
  init(_ row: QueueRow) {
    self = row.isHidden ? .letter(row.letter) : .task(row.id, of: row.caseID)
  }

  /// The case that is selected.
  public var caseID: CaseID? {
    switch self {
    case .task(_, let id), .case(let id): id
    case .letter, .procedure: nil
    }
  }

  /// The task that is selected.
  public var taskID: TaskID? { if case .task(let id, _) = self { id } else { nil } }
}
