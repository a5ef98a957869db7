/// What waits for one role, held against its standard (tunggakan).
public struct RoleBacklog: Hashable, Sendable {
  /// The role.
  public var role: RoleID
  /// Tasks that wait; outside parties' steps are not the office's backlog.
  public var open: Int
  /// Those past their due time.
  public var late: Int
  /// When the oldest came in.
  public var oldest: Timestamp?
  /// The pace of the role's last finished tasks; `nil` before any.
  public var pace: Pace?

  /// How long a role's last finished tasks took against their standard.
  public struct Pace: Hashable, Sendable {
    /// How many tasks it is taken from, at most ``sample``.
    public var tasks: Int
    /// The median time taken, in working minutes.
    public var medianWorked: Int
    /// The median standard of the same tasks, in working minutes.
    public var medianStandard: Int

    /// How many of the last finished tasks are looked at.
    public static let sample = 100

    /// Takes the medians of times and standards; `nil` for no tasks.
    init?(_ tasks: [(worked: Int, standard: Int)]) {
      guard !tasks.isEmpty else { return nil }
      self.tasks = tasks.count
      medianWorked = tasks.map(\.worked).sorted()[tasks.count / 2]
      medianStandard = tasks.map(\.standard).sorted()[tasks.count / 2]
    }
  }
}
