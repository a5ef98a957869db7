import DeskModel
import DeskTUI

/// A request for the full screen: where, by whom, and how it looks.
struct ScreenCall {
  var office: String?
  var person: String?
  /// The fingerprint of the key by which somebody comes.
  var key: String?
  var theme: String?
  var ascii = false
  var noColour = false
  var noMouse = false

  /// Asks for the screen as it is.
  init() {}

  /// Reads the arguments of the everyday start: `desk [open] [--office PATH] [--person ID]`, and a key's forced command
  /// `desk serve --office PATH --key FINGERPRINT`.
  ///
  /// - Returns: `nil` for anything else: that is the parser's.
  init?(quick arguments: [String]) {
    var rest = arguments[...]
    let isServing = rest.first == "serve"
    if isServing || rest.first == "open" { rest.removeFirst() }
    while let option = rest.popFirst() {
      guard let value = rest.popFirst(), !value.hasPrefix("-") else { return nil }
      switch option {
      case "--office": office = value
      case "--person" where !isServing: person = value
      case "--key" where isServing: key = value
      default: return nil
      }
    }
    if isServing, key == nil { return nil }
  }

  /// Opens the office and gives the terminal to the screen until the user leaves; answers instead what a key's owner
  /// asks for by `ssh HOST request`.
  ///
  /// - Throws: `StoreError`, `NameFault`, `IdentityFault`, `CommandFault` or `TerminalError`.
  func run() throws {
    let place = try Workplace()
    let folder = try place.folder(office)
    let arrival = place.arrival(at: folder, key: key, named: person)
    let desk = try Desk(folder, files: arrival.files(at: folder))
    if key != nil, let request = place.environment["SSH_ORIGINAL_COMMAND"], !request.isEmpty {
      return try RemoteAnswer(desk, try place.seating(desk, of: arrival))
        .write(RemoteRequest(request))
    }
    let (session, isChoosing) = try session(at: desk, place, arrival)
    let settings = try TerminalSettings(
      environment: place.environment, theme: theme, ascii: ascii, noColour: noColour)
    let notice = try settings.notice ?? desk.clockNotice()
    let terminal = try NcursesTerminal(settings)
    defer { terminal.end() }
    EventLoop(
      desk: desk, session: session, phrases: place.phrases, terminal: terminal,
      environment: arrival.hasShell(isPractice: folder.isPractice) ? place.environment : [:],
      hasMouse: !noMouse
    ).run(notice: notice, choosingChair: isChoosing)
    try desk.close()
  }

  /// Who sits down; in the practice office with nobody named the one at the front desk, until the user has chosen from
  /// the list of chairs.
  private func session(
    at desk: Desk, _ place: Workplace, _ arrival: Arrival
  ) throws -> (session: Session, isChoosing: Bool) {
    let office = desk.office
    let isPractice = desk.folder.isPractice
    let isAnybody = isPractice && arrival.key == nil && arrival.named == nil
    let founder = isAnybody ? office.founder(on: desk.today) : nil
    let seating =
      try founder.map { Seating(actor: $0, isOpen: true) }
      ?? place.seating(desk, of: arrival)
    guard let person = office.person(seating.person), let role = office.role(seating.actor.role)
    else { throw IdentityFault.unnamed }
    return (
      Session(
        person: person, role: role, standing: seating.actor.standing, isPractice: isPractice),
      seating.isOpen
    )
  }
}
