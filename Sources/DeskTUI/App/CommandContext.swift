/// Where a command applies: each layer names the one it is, and the rows of the table that name it apply there.
public enum CommandContext: String, CaseIterable, Hashable, Sendable {
  /// The queue.
  case inbox
  /// The agenda books.
  case agenda
  /// Searching for letters.
  case search
  /// The backlog board.
  case backlog
  /// The procedures.
  case procedures
  /// A letter with its history.
  case letter
  /// The flow of a case through its lanes.
  case flow
  /// A procedure with its flow and its form.
  case procedure
  /// A procedure that is being written.
  case procedureEditor
  /// Fields to fill in.
  case form
  /// A text that is written over the whole screen.
  case editor
  /// A list to pick one of.
  case picker
  /// A question with a few answers.
  case dialog
  /// The PIN, typed unseen.
  case pin
  /// A text that is only read: help, a version of a draft, the journal.
  case viewer
}

extension Set<CommandContext> {
  /// The views on tabs.
  static let panes: Self = [.inbox, .agenda, .search, .backlog, .procedures]
  /// The tabs on which a letter is selected.
  static let letterPanes: Self = [.inbox, .agenda, .search, .backlog]
  /// Everywhere a letter can be acted on.
  static let letters: Self = letterPanes.union([.letter, .flow])
  /// Everything that fills the screen by itself.
  static let desk: Self = panes.union([.letter, .flow])
  /// Everything that lies under the tabs and holds nothing typed: what leads elsewhere applies here.
  static let tabbed: Self = desk.union([.procedure])
  /// Everything that is moved about in by rows or lines.
  static let scrolled: Self = desk.union([.viewer, .procedure, .procedureEditor])
  /// Everything.
  static let all: Self = Set(CommandContext.allCases)
}
