import DeskModel

/// A role with what waits for it: a line of the board.
struct BacklogRow: Identifiable, Hashable, Sendable {
  let role: Role
  let backlog: RoleBacklog

  var id: RoleID { role.id }

  /// The median time taken as a part of the median standard, in percent; `nil` before anything was finished.
  var pacePercent: Int? {
    guard let pace = backlog.pace, pace.medianStandard > 0 else { return nil }
    let (product, overflow) = pace.medianWorked.multipliedReportingOverflow(by: 100)
    return overflow ? Int.max : product / pace.medianStandard
  }
}

/// What the board is sorted by; the worst is always at the top.
enum BacklogOrder: String, CaseIterable, Hashable, Sendable {
  /// Most late, then most open.
  case late
  /// Most open.
  case open
  /// Waiting longest.
  case oldest
  /// Slowest against the standard.
  case pace
  /// As the office lists its roles.
  case role

  func sorted(_ rows: [BacklogRow], in office: Office) -> [BacklogRow] {
    let places = Dictionary(
      office.roles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    func place(_ row: BacklogRow) -> Int { places[row.id] ?? Int.max }
    func weight(_ row: BacklogRow) -> (Int, Int) {
      let backlog = row.backlog
      return switch self {
      case .late: (backlog.late, backlog.open)
      case .open: (backlog.open, backlog.late)
      case .oldest: (-Int(clamping: backlog.oldest?.milliseconds ?? Int64.max), backlog.late)
      case .pace: (row.pacePercent ?? -1, backlog.late)
      case .role: (0, 0)
      }
    }
    return rows.sorted { a, b in
      weight(a) == weight(b) ? place(a) < place(b) : weight(a) > weight(b)
    }
  }
}

/// The sums under the board.
struct BacklogTotals: Hashable, Sendable {
  let roles: Int
  let open: Int
  let late: Int
  let oldest: Timestamp?

  init(_ rows: [BacklogRow]) {
    roles = rows.count
    open = rows.reduce(0) { $0 + $1.backlog.open }
    late = rows.reduce(0) { $0 + $1.backlog.late }
    oldest = rows.compactMap(\.backlog.oldest).min()
  }
}
