/// The tabs, in their order.
public enum PaneID: String, CaseIterable, Hashable, Sendable {
  /// Antrean: what waits for the role.
  case inbox
  /// The agenda books.
  case agenda
  /// Searching for letters.
  case search
  /// Tunggakan: the backlog by role.
  case backlog
  /// The procedures.
  case procedures

  /// The phrase key of the tab's name.
  public var label: String { "pane.\(rawValue)" }

  /// The command that changes to it.
  var command: CommandID {
    switch self {
    case .inbox: .inbox
    case .agenda: .agenda
    case .search: .search
    case .backlog: .backlog
    case .procedures: .procedures
    }
  }

  /// The tab some places to the right, around the end.
  func moved(by step: Int) -> PaneID {
    let all = PaneID.allCases
    guard let here = all.firstIndex(of: self) else { return self }
    return all[((here + step) % all.count + all.count) % all.count]
  }
}
