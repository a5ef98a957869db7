/// Names a command: what a key, a click, the palette or a test asks the desk to do.
///
/// The raw value is part of the phrase keys `command.<id>` and `command.<id>.tip`.
public enum CommandID: String, CaseIterable, Hashable, Sendable {
  // Moving about.
  case up, down
  case pageUp = "page-up"
  case pageDown = "page-down"
  case first, last, open, back
  case fold, unfold, find
  case previousFilter = "previous-filter"
  case nextFilter = "next-filter"
  case filterMenu = "filter-menu"
  case goTo = "go-to"

  // The views.
  case inbox, agenda, search, backlog, procedures
  case nextTab = "next-tab"
  case previousTab = "previous-tab"
  case flow, enlarge
  case laneLeft = "lane-left"
  case laneRight = "lane-right"
  case otherView = "other-view"
  case previousView = "previous-view"
  case compare

  // What is done with a letter.
  case register
  case correct
  case closePage = "close-page"
  case startCase = "start-case"
  case dispose, draft, paraf
  case giveBack = "give-back"
  case sign, complete, acknowledge, claim, release, recall, delegate, reassign
  case suspend, resume
  case cancelCase = "cancel-case"
  case reply

  // Procedures.
  case startFrom = "start-from"
  case editProcedure = "edit-procedure"
  case enact

  // Forms.
  case choose
  case confirmPIN = "confirm-pin"
  case save
  case externalEditor = "external-editor"

  // The program.
  case help, palette
  case switchChair = "switch-chair"
  case changePIN = "change-pin"
  case lend
  case takeBack = "take-back"
  case refresh
  case toggleMouse = "toggle-mouse"
  case nextTheme = "next-theme"
  case stop, leave, quit
}
