public import DeskModel

/// What happens to the application.
public enum AppEvent: Sendable {
  /// The program has begun; with nobody named, the user first says who sits here.
  case started(choosingChair: Bool = false)
  /// A command is to be carried out as if its key were pressed.
  case command(CommandID)
  /// The user did something; mouse places are counted from the screen's corner.
  case input(Input)
  /// The screen has a size.
  case resized(Size)
  /// Time went by: what time it is, and how long the program has run, which no setting of clocks changes.
  case tick(Timestamp, uptime: Duration)
  /// The office was changed by somebody.
  case changed
  /// People or appointments are other than they were.
  case office(Office)
  /// Another file lies where the office's lay; a sentence says so.
  case exchanged(Message)
  /// Something comes back to a layer.
  case news(News, to: LayerID)
  /// Unsaved forms of the one who has just sat down were found.
  case draftsFound([FormDraft])
  /// Unsaved forms were kept, or a sentence says why not.
  case draftsKept(fault: Message?)
  /// Something could not be read.
  case failed(Message)
  /// There is no editor to be started; the desk's own takes over.
  case noEditor(String, title: Message, for: LayerID)
  /// Something was done at the edge; a sentence says what.
  case told(Message)
  /// The terminal has gone.
  case hangup
}

/// What the edge is to do for the application.
public enum Request: Sendable {
  /// Puts a question to the desk.
  case ask(any Question, as: Session, for: LayerID)
  /// Does something in the office, with the proof that the PIN gave where one was asked for.
  case perform(Action, as: Actor, proof: PINProof?, for: LayerID)
  /// Puts a procedure in force over a version.
  case enact(Procedure, contentHash: String, over: Int, as: Actor, for: LayerID)
  /// Holds a PIN against a person's.
  case prove(PIN, as: Actor, for: LayerID)
  /// Takes a person's first PIN, or another one instead of an old one.
  case choosePIN(PIN, insteadOf: PIN?, as: Actor, for: LayerID)
  /// Carries a command out once what was asked before has been answered.
  case again(CommandID)
  /// Starts the user's editor.
  case edit(String, title: Message, for: LayerID)
  /// Looks for the unsaved forms of a person.
  case findDrafts(of: PersonID)
  /// Keeps unsaved forms of a person, and drops those that were saved or thrown away.
  case keepDrafts([FormDraft], dropping: [FormDraft.Key], of: PersonID)
  /// Reports the mouse or not.
  case setMouse(Bool)
  /// Draws with the theme after the present one.
  case nextTheme
  /// Stops the process, as Ctrl-Z does.
  case suspendProcess
  /// Ends the program.
  case quit
}
