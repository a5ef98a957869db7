public import DeskModel

/// One row of the command table.
public struct Command: Sendable {
  /// How much a command can spoil, and so what the desk asks before it is carried out.
  public enum Danger: Int, Comparable, Sendable {
    /// It can be undone, or spoils nothing: no question.
    case none
    /// Ya or tidak, with tidak as the answer of a bare Enter.
    case confirm
    /// The letter's number is to be typed.
    case typed
    /// The PIN is to be typed, for what binds the office.
    case pin

    /// Orders by how much care is asked for.
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// The headings that help lists commands under.
  public enum Group: String, CaseIterable, Sendable {
    /// Moving about.
    case moving
    /// What is done with a letter.
    case letter
    /// The views.
    case views
    /// Procedures.
    case procedures
    /// Forms.
    case forms
    /// The program.
    case program
  }

  /// Who carries the command out.
  public enum Target: Sendable {
    /// The application itself.
    case app
    /// The layer that has the keyboard.
    case view
    /// The letter that is selected, wherever the keyboard is.
    case letter
  }

  /// The command.
  public let id: CommandID
  /// Its keys; the first is shown in hints.
  public let keys: [Key]
  /// Where it applies.
  public let contexts: Set<CommandContext>
  /// Its heading in help.
  public let group: Group
  /// Who carries it out.
  public let target: Target
  /// What is asked before.
  public let danger: Danger
  /// Whether it opens a form, so that the question comes when the form is saved.
  public let hasForm: Bool
  /// Its weight in the hint bar: larger comes first, 0 is not shown there.
  public let hint: Int

  init(
    _ id: CommandID, _ keys: [Key], in contexts: Set<CommandContext>, _ group: Group,
    by target: Target = .view, danger: Danger = .none, hasForm: Bool = false, hint: Int = 0
  ) {
    self.id = id
    self.keys = keys
    self.contexts = contexts
    self.group = group
    self.target = target
    self.danger = danger
    self.hasForm = hasForm
    self.hint = hint
  }

  /// The phrase key of its short name.
  public var label: String { "command.\(id.rawValue)" }
  /// The phrase key of the sentence that explains it.
  public var tip: String { "command.\(id.rawValue).tip" }
}

/// Whether a command can act now.
public enum Availability: Hashable, Sendable {
  /// It can.
  case available
  /// It cannot, for the reason given: who could, or what must come before.
  case unavailable(Message)

  /// Whether it can.
  public var isAvailable: Bool { self == .available }
}
