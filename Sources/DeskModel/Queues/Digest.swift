/// What presses on one person, chair by chair: the text of a reminder.
public struct Digest: Hashable, Sendable {
  /// One chair with what presses there.
  public struct Chair: Hashable, Sendable {
    /// The appointment by which the person sits there.
    public var appointment: Appointment
    /// The loan by which somebody else does this work today, if there is one.
    public var loan: Appointment?
    /// How much waits, by filter.
    public var counts: QueueCounts
    /// How much is due later today.
    public var dueToday: Int
    /// The most pressing tasks: the late ones first, then the unread, then by due time.
    public var tasks: [QueueRow]

    /// How many tasks press.
    public var isPressing: Bool { !tasks.isEmpty }
  }

  /// Who is reminded.
  public var person: Person
  /// The chairs of today.
  public var chairs: [Chair]

  /// Whether anything presses.
  public var isPressing: Bool { chairs.contains(where: \.isPressing) }

  /// The most tasks that are named for a chair; the rest is counted.
  public static let longest = 15

  /// The pressing tasks of a queue's beginning: late, unread, due before a moment, or waiting for paraf or signature.
  static func pressing(
    _ rows: [QueueRow], at now: Timestamp, dueBefore end: Timestamp
  ) -> [QueueRow] {
    let pressing = rows.lazy.filter { row in
      row.isLate(at: now) || row.isUnread
        || (!row.isSuspended && row.due.map { $0 < end } ?? false)
        || (row.kind == .step && [.periksa, .tandatangani].contains(row.act))
    }
    return Array(pressing.prefix(longest))
  }
}
