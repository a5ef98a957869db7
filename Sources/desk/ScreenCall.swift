import DeskModel
import DeskTUI

/// A request for the full screen: where, by whom, and how it looks.
struct ScreenCall {
  var office: String?
  var person: String?
  var theme: String?
  var ascii = false
  var noColour = false
  var noMouse = false

  /// Asks for the screen as it is.
  init() {}

  /// Reads the arguments of the everyday start, `desk [open] [--office PATH] [--person ID]`.
  ///
  /// - Returns: `nil` for anything else: that is the parser's.
  init?(quick arguments: [String]) {
    var rest = arguments[...]
    if rest.first == "open" { rest.removeFirst() }
    while let option = rest.popFirst() {
      guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
      switch option {
      case "--office": office = value
      case "--person": person = value
      default: return nil
      }
    }
  }

  /// Opens the office and gives the terminal to the screen until the user leaves.
  ///
  /// - Throws: `StoreError`, `NameFault`, `CommandFault` or `TerminalError`.
  func run() throws {
    let place = try Workplace()
    let desk = try place.desk(office)
    let session = try session(at: desk)
    let settings = try TerminalSettings(
      environment: place.environment, theme: theme, ascii: ascii, noColour: noColour)
    let notice = try settings.notice ?? desk.clockNotice()
    let terminal = try NcursesTerminal(settings)
    defer { terminal.end() }
    EventLoop(
      desk: desk, session: session, phrases: place.phrases, terminal: terminal,
      environment: place.environment, hasMouse: !noMouse
    ).run(notice: notice, choosingChair: person == nil)
    try desk.close()
  }

  /// Who sits down: the person named; in the practice office else the one at the front desk, until the
  /// user has chosen from the list of chairs.
  private func session(at desk: Desk) throws -> Session {
    let office = desk.office
    let today = office.calendar.date(of: desk.clock())
    let isPractice = desk.folder.isPractice
    let named = try person.map { try office.actor(called: $0, on: today) }
    guard let actor = named ?? (isPractice ? office.founder(on: today) : nil),
      let sitting = office.person(actor.person), let role = office.role(actor.role)
    else { throw CommandFault.personUnnamed }
    return Session(
      person: sitting, role: role, standing: actor.standing, isPractice: isPractice)
  }
}
