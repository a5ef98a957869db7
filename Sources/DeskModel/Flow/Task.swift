/// Names a case: the sequence number of the event that started it.
public typealias CaseID = Int64
/// Names a task: the sequence number of the event that created it.
public typealias TaskID = Int64

/// One step waiting for one role, or done by it (tugas).
public struct Task: Hashable, Sendable {
  /// What a task asks for.
  public enum Kind: String, Codable, Hashable, Sendable {
    /// A step of the procedure: the case waits for it.
    case step
    /// "Untuk diketahui": the recipient only acknowledges; nothing waits for it.
    case acknowledge
  }

  /// Where a task is in its life.
  public enum State: String, Codable, Hashable, Sendable {
    /// Waiting in its role's queue.
    case open
    /// Finished by its role.
    case done
    /// Taken back before it was done: recalled, cancelled, or done by another lane.
    case withdrawn
  }

  /// The task's name.
  public var id: TaskID
  /// What is asked for.
  public var kind: Kind
  /// The step of the procedure it stands at; for an acknowledgement, the step that sent it.
  public var step: Int
  /// The lane it stands in; `nil` for an acknowledgement.
  public var lane: LaneID?
  /// What is asked of the role; of an outside party's step mostly only that it be recorded.
  public var act: Act
  /// Whose queue it is in.
  public var role: RoleID
  /// Whether the step belongs to an outside party and the role only records it.
  public var isExternal: Bool
  /// The branch it moves on.
  public var branch: Int
  /// The task whose completion created this one; `nil` for the first.
  public var cause: TaskID?
  /// When it came into the queue.
  public var created: Timestamp
  /// When it is late; `nil` if nothing bounds it.
  public var due: Timestamp?
  /// Where it is in its life.
  public var state: State = .open
  /// When a holder of the role first opened it.
  public var opened: Timestamp?
  /// Who has said "I am on it".
  public var claimedBy: PersonID?
  /// Since when it waits for an outside party.
  public var suspended: Timestamp?
  /// The working minutes it has waited for outside parties, without the present wait.
  public var waited: Int = 0
  /// Who handed it down, one to the next, to the role whose queue it is in; the highest first.
  public var delegatedBy: [RoleID] = []
  /// How it ended.
  public var outcome: TaskOutcome?
  /// Who finished it.
  public var finishedBy: PersonID?
  /// When it ended.
  public var finished: Timestamp?
  /// What its actor said; while it is open, the word of who moved it here or why it waits.
  public var note: String?
  /// Counts the task's changes; an action names the version its user saw.
  public var version: Int = 1
}

/// How a task ended.
public enum TaskOutcome: String, Codable, Hashable, Sendable, CaseIterable {
  /// The step was done.
  case completed
  /// A disposition was written.
  case disposed
  /// A paraf was put.
  case parafed
  /// The letter was signed.
  case signed
  /// Sent back with a reason.
  case returned
  /// Seen ("untuk diketahui").
  case acknowledged
  /// Taken back by the one who sent it.
  case recalled
  /// The case was cancelled.
  case cancelled
  /// Another lane did the step.
  case superseded
}
