/// How much a task presses: what is late heads the queue, then what nobody has opened, then the rest.
public enum QueuePressure: String, Hashable, Sendable, CaseIterable {
  /// Past its due time, and not waiting for an outside party.
  case late
  /// Not opened yet.
  case unread
  /// Opened, and not late.
  case rest
}

/// A place in a queue: the order is by pressure, then by due time, then by age.
public struct QueueCursor: Hashable, Sendable {
  /// The moment for which the queue was put in order: what is opened or falls due after it keeps its place, so that
  /// the lines do not move under the hands of who reads one letter after the other. What begins or ends to wait for an
  /// outside party takes its new place at once.
  public var asOf: Timestamp
  /// The pressure of the row before.
  public var pressure: QueuePressure
  /// The due time of the row before; `nil` if nothing bounds it.
  public var due: Timestamp?
  /// The task of the row before.
  public var task: TaskID
}
