import DeskModel

/// What the inbox lists: a part of the queue, or what has just left it.
enum InboxFilter: Hashable {
  /// What waits.
  case queue(QueueFilter)
  /// What the role finished last, where a recall begins.
  case done

  /// The phrase key of its name.
  var label: String {
    switch self {
    case .queue(let filter): "filter.\(filter.rawValue)"
    case .done: "filter.done"
    }
  }

  /// The phrase key of its name on a narrow line.
  var shortLabel: String { "\(label).short" }

  /// The phrase key of the sentence that stands where it holds nothing.
  var emptiness: String {
    switch self {
    case .queue(.all): "inbox.empty"
    case .queue: "inbox.empty-filter"
    case .done: "inbox.empty-done"
    }
  }
}
