/// The counters officials look for first; each is a queue of its own.
public enum QueueFilter: String, Codable, Hashable, Sendable, CaseIterable {
  /// Everything that waits (belum ditindaklanjuti).
  case all
  /// Not opened yet (belum dibaca).
  case unread
  /// Waits for a paraf.
  case paraf
  /// Waits for the signature.
  case signature
  /// Signed, not sent (ditandatangani belum dikirim).
  case unsent
  /// For information (tembusan/untuk diketahui).
  case copies
  /// Past its due time (lewat waktu); what waits for an outside party is not: its due time moves on.
  case late
  /// Waits for an outside party.
  case suspended
}

/// How many tasks of a role each filter holds.
public struct QueueCounts: Hashable, Sendable {
  private var counts: [QueueFilter: Int]

  /// Makes counts; a filter that is missing holds nothing.
  public init(_ counts: [QueueFilter: Int] = [:]) { self.counts = counts }

  /// The number of tasks a filter holds.
  public subscript(_ filter: QueueFilter) -> Int { counts[filter] ?? 0 }
}

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
  /// Whether the letter is secret and its reader not on its path: then subject, sender and activity are empty.
  public var isHidden = false

  /// Where the next page of its queue begins.
  public var cursor: QueueCursor { QueueCursor(due: due, task: id) }

  /// The task as it was shown.
  public var ref: TaskRef { TaskRef(id, version: version) }

  /// Whether it is past its due time at a moment and waits for nobody outside.
  public func isLate(at now: Timestamp) -> Bool {
    !isSuspended && due.map { $0 < now } ?? false
  }
}

/// A place in a queue: the order is by due time, then by age.
public struct QueueCursor: Hashable, Sendable {
  /// The due time of the row before.
  public var due: Timestamp?
  /// The task of the row before.
  public var task: TaskID

  /// Names a place in a queue.
  public init(due: Timestamp?, task: TaskID) {
    self.due = due
    self.task = task
  }
}
