/// One line of a role's queue.
public struct QueueRow: Identifiable, Hashable, Sendable {
  /// The task.
  public var id: TaskID
  /// The task's version, for acting on what was seen.
  public var version: Int
  /// The case.
  public var caseID: CaseID
  /// The letter.
  public var letter: LetterID
  /// The letter's number, once it has one.
  public var number: String?
  /// What the letter is.
  public var letterKind: LetterKind
  /// What it is about.
  public var subject: String
  /// Who wrote it.
  public var sender: String
  /// How fast.
  public var urgency: Urgency
  /// Who may read it.
  public var secrecy: Secrecy
  /// What the task asks for.
  public var kind: Task.Kind
  /// The step's number.
  public var step: Int
  /// What the step asks.
  public var act: Act
  /// The step's activity in few words.
  public var activity: String
  /// When it came into the queue.
  public var created: Timestamp
  /// When it is late; `nil` if nothing bounds it.
  public var due: Timestamp?
  /// Whether no holder of the role has opened it.
  public var isUnread: Bool
  /// Whether it came back from a later step.
  public var isReturned: Bool
  /// Who is on it.
  public var claimedBy: PersonID?
  /// Whether it waits for an outside party.
  public var isSuspended: Bool
  /// The moment for which its queue was put in order.
  public var asOf: Timestamp
  /// How much it pressed then.
  public var pressure: QueuePressure
  /// Whether the letter is secret and its reader not on its path: then subject, sender and activity are empty.
  public var isHidden = false

  /// The task as it was shown.
  public var ref: TaskRef { TaskRef(id, version: version) }

  /// Where the next page of its queue begins.
  public var cursor: QueueCursor {
    QueueCursor(asOf: asOf, pressure: pressure, due: due, task: id)
  }

  /// Whether it is past its due time at a moment and waits for nobody outside.
  public func isLate(at now: Timestamp) -> Bool {
    !isSuspended && due.map { $0 < now } ?? false
  }
}
