public import DeskModel

/// Why the full screen cannot be used.
public enum TerminalError: Tellable, Equatable {
  /// Input or output is a file or a pipe.
  case notATerminal
  /// `TERM` is empty or names a terminal that the system does not know.
  case unknownType(String)
  /// The terminal cannot place its cursor, as `dumb` cannot.
  case noCursorMovement(String)
  /// `--theme` or `DESK_THEME` names no theme.
  case unknownTheme(String)

  /// The sentence for a person.
  public var message: Message {
    switch self {
    case .notATerminal: Message("terminal.not-a-terminal")
    case .unknownType(let type): Message("terminal.unknown-type", ["type": type])
    case .noCursorMovement(let type): Message("terminal.no-cursor-movement", ["type": type])
    case .unknownTheme(let name):
      Message(
        "terminal.unknown-theme",
        [
          "name": name,
          "known": Theme.Name.allCases.map(\.rawValue).joined(separator: ", "),
        ])
    }
  }
}
