public import DeskModel

/// A part of the screen that acts by itself: a pane, the letter, the flow, a form, a dialog.
///
/// # Writing one
/// A layer is a value (a struct). It keeps what it shows and where the user is in it, and nothing else.
///
/// - **It asks.** `questions(in:)` names what it shows now; the desk asks them when the layer appears and whenever the
///   office has changed, and the answers come to `receive(_:in:)`. A further page, or what the user has just
///   chosen, is asked for by the effect `.ask`. Compare `answer.to(MyQuestion.self)` with what is wanted now, keep
///   the selection by row id (`ListView.replace`), and never touch what is being typed.
/// - **It acts by commands.** `context` says which rows of the command table apply. A key of such a row, a click on
///   its hint and the palette all end in `perform(_:in:)`, after `availability(of:in:)` said yes and after the
///   desk has asked the question that the row's danger calls for. What must be asked is in the table, never
///   in the layer. Other keys, pasted text and the mouse come to `handle(_:in:)`; a layer that takes text sees every
///   key there first, and returns `.ignored` for those it has no use for.
/// - **Moving** comes as the commands `up`, `down`, `pageUp` …: `list.move(Motion(command), height:)`.
/// - **Panes** name what is selected by `subject`. The desk keeps a letter view and a flow view for it, beside the
///   pane on wide screens and behind Enter and `f` on narrow ones. What is done with a letter (dispose, paraf …)
///   goes to the letter view wherever the keyboard is: a pane need not know it. `open` in a pane returns
///   `[.focus(.letter)]`.
/// - **Forms** are pushed by the effect `.push`, name the command they were opened for in `purpose`, and perform the
///   command `save` by returning `.perform(action)`. On `.performed` they return `[.close, .toast(…)]`; on `.refused`
///   they show the fault and stay. What is typed is given by `draft`, so that it survives; `restore` puts it back.
/// - **Lines that are only read** are scrolled by what `ViewerLayer` does.
/// - **It draws** into a canvas of `app.area`; row 0, column 0 is its own corner, and the desk has drawn the frame
///   and the title. Do not draw outside, do not depend on a size: at 60×16 a layer has 60×12 cells or less.
///   Compute the rectangles of drawing and of mouse clicks by the same function of `area`.
/// - Sentences are keys of the phrasebook. Nothing waits, nothing reads a clock: the time is `app.now`.
///
/// A layer is registered in `Panes.swift`.
public protocol Layer: Sendable {
  /// What stands in its frame.
  var title: Message { get }
  /// Which rows of the command table apply to it.
  var context: CommandContext { get }
  /// How it lies on the screen.
  var placement: Placement { get }
  /// Whether keys are text for it now, so that it sees them before the command table does.
  var takesText: Bool { get }
  /// A short count beside the tab's name.
  var badge: String? { get }
  /// What asks for that count alone, while the pane is not on screen.
  var badgeQuestion: (any Question)? { get }
  /// Whether it was gone into, so that leaving leads out of that first.
  var isEntered: Bool { get }
  /// What a pane has selected.
  var subject: Subject? { get }
  /// The command that a form was opened for, whose danger is asked about when it is saved.
  var purpose: CommandID? { get }
  /// Which form it is, if what is typed into it is to survive.
  var draftKey: FormDraft.Key? { get }
  /// What has been typed and not saved; `nil` when nothing would be lost.
  var draft: FormDraft? { get }

  /// What it shows now, as questions.
  func questions(in app: AppContext) -> [any Question]
  /// Whether a command can act now, or why not and who can.
  func availability(of command: CommandID, in app: AppContext) -> Availability
  /// What a key does here, for the line of hints, where the table's word would not tell.
  func hintLabel(of command: CommandID) -> Message?
  /// A greater danger than the table's, where this layer knows of one.
  func danger(of command: CommandID, in app: AppContext) -> Command.Danger
  /// Whether a command opens a form here that it mostly does without: then saving the form is asked about.
  func opensForm(for command: CommandID, in app: AppContext) -> Bool
  /// What a dangerous command is about, for the question before it.
  func stake(of command: CommandID, in app: AppContext) -> Stake?

  /// Does a command that is available and, if dangerous, was confirmed.
  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect]
  /// Takes a key that is no command, a paste or the mouse.
  mutating func handle(_ input: Input, in app: AppContext) -> Reaction
  /// Takes what comes back from the effects it returned and the questions it named.
  mutating func receive(_ news: News, in app: AppContext) -> [Effect]
  /// Gets the keyboard: the tab was changed to, the letter was opened.
  mutating func gainFocus(in app: AppContext) -> [Effect]
  /// Puts back what was typed before the program ended.
  mutating func restore(_ draft: FormDraft)

  /// Draws it.
  func draw(into canvas: inout Canvas, app: AppContext)
}

/// What a question before a dangerous command names.
public struct Stake: Hashable, Sendable {
  /// The letter in few words, for the sentence.
  public var name: String
  /// What is to be typed where typing is asked for: the letter's number.
  public var number: String

  /// Makes a stake.
  public init(name: String, number: String) {
    self.name = name
    self.number = number
  }
}

extension Layer {
  /// Fills the place of a form.
  public var placement: Placement { .form }
  /// Keys are commands.
  public var takesText: Bool { false }
  /// No count.
  public var badge: String? { nil }
  /// No count to ask for.
  public var badgeQuestion: (any Question)? { nil }
  /// There is nothing to go into.
  public var isEntered: Bool { false }
  /// Nothing is selected.
  public var subject: Subject? { nil }
  /// It was opened for no command.
  public var purpose: CommandID? { nil }
  /// It is no form.
  public var draftKey: FormDraft.Key? { nil }
  /// Nothing is typed here.
  public var draft: FormDraft? { nil }
  /// It shows nothing of the office.
  public func questions(in app: AppContext) -> [any Question] { [] }
  /// Everything can be done.
  public func availability(of command: CommandID, in app: AppContext) -> Availability { .available }
  /// The table's word.
  public func hintLabel(of command: CommandID) -> Message? { nil }
  /// No more than the table says.
  public func danger(of command: CommandID, in app: AppContext) -> Command.Danger { .none }
  /// The table knows which do.
  public func opensForm(for command: CommandID, in app: AppContext) -> Bool { false }
  /// Nothing to name.
  public func stake(of command: CommandID, in app: AppContext) -> Stake? { nil }
  /// Closes on `back` and does nothing else.
  public mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    command == .back ? [.close] : []
  }
  /// Has no use for it.
  public mutating func handle(_ input: Input, in app: AppContext) -> Reaction { .ignored }
  /// Has asked for nothing.
  public mutating func receive(_ news: News, in app: AppContext) -> [Effect] { [] }
  /// Goes on where it was.
  public mutating func gainFocus(in app: AppContext) -> [Effect] { [] }
  /// Has nothing to put back.
  public mutating func restore(_ draft: FormDraft) {}
}

/// Names a layer for as long as it lives: effects and their news find their way by it.
public enum LayerID: Hashable, Sendable {
  /// The pane of a tab.
  case pane(PaneID)
  /// The selected letter.
  case letter
  /// Its flow.
  case flow
  /// A layer on top, numbered.
  case overlay(Int)
  /// The application itself.
  case app
}
