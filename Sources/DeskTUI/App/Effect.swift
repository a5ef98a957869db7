public import DeskModel

/// What a layer wants to happen, besides its own change.
///
/// Effects are applied in order. Those that change the stack of layers happen at once; the others are done at
/// the edge, and what comes of them is told to the layer by `Layer.receive`.
public enum Effect: Sendable {
  /// Opens a layer on top. What it answers by `finish` comes back as `News.returned`.
  case push(any Layer)
  /// Closes the layer that says so; the letter and the flow give the keyboard back to the pane.
  case close
  /// Closes the layer that says so and hands a value to the one that opened it.
  case finish(any Sendable)
  /// Gives the keyboard to one of the three views.
  case focus(Focus)
  /// Says a sentence at the foot of the screen.
  case toast(Message, Toast.Kind)
  /// Puts a question to the desk; the answer comes as `News.answer`.
  case ask(any Question)
  /// Does something in the office as the one who sits here; `News.performed` or `News.refused` follows.
  case perform(Action)
  /// Puts a procedure in force as the one who sits here; `News.enacted` or `News.notEnacted` follows.
  case enact(Procedure, contentHash: String, over: Int)
  /// Holds a PIN against that of who sits here; `News.proved` or `News.unproved` follows.
  case prove(PIN)
  /// Takes a PIN as that of who sits here and has none, or says the old one; `News.proved` or `News.unproved` follows.
  case choosePIN(PIN, insteadOf: PIN?)
  /// Lets the user write a text, in `$VISUAL` or `$EDITOR` or else in the desk's own; `News.edited` follows
  /// unless it is given up.
  case edit(String, title: Message)
}

/// Which of the three views has the keyboard.
public enum Focus: Hashable, Sendable {
  /// The pane of the tab.
  case pane
  /// The selected letter.
  case letter
  /// Its flow.
  case flow
}

/// What comes back to a layer.
public enum News: Sendable {
  /// The desk answers a question.
  case answer(Answer)
  /// An action was done. What is on screen is asked for anew without the layer's doing.
  case performed(Action, Receipt)
  /// An action was not done. The user has been told by a toast; nothing typed may be lost.
  case refused(Action, Message, Refusal?)
  /// A procedure is in force, in a version.
  case enacted(ProcedureID, version: Int)
  /// A procedure was not put in force. The user has been told by a toast.
  case notEnacted(Message)
  /// The PIN was the right one.
  case proved(PINProof)
  /// The PIN was not taken, and why.
  case unproved(Message)
  /// A text as it was written in the editor.
  case edited(String)
  /// What a layer that this one opened handed back.
  case returned(any Sendable)
}
