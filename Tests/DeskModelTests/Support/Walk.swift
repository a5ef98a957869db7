import Testing

@testable import DeskModel

/// A case walked through the rules without any database: what `decide` says is applied and nothing else.
struct Walk {
  var now: Timestamp
  var office: Office
  private(set) var state: CaseState?
  private(set) var entries: [Entry] = []
  private var lastNumbers: [AgendaBookID: Int] = [:]

  /// Registers a letter on a procedure, by the role that begins it.
  init(
    _ procedure: Procedure, by role: RoleID, kind: LetterKind = .incoming,
    urgency: Urgency = .biasa, secrecy: Secrecy = .biasa, recipients: [RoleID] = [],
    in office: Office = SmallOffice.office, at now: Timestamp = SmallOffice.monday
  ) throws {
    try self.init(
      procedure, by: SmallOffice.actor(role), kind: kind, urgency: urgency, secrecy: secrecy,
      recipients: recipients, in: office, at: now)
  }

  init(
    _ procedure: Procedure, by actor: Actor, kind: LetterKind, urgency: Urgency = .biasa,
    secrecy: Secrecy = .biasa, recipients: [RoleID] = [], in office: Office,
    at now: Timestamp = SmallOffice.monday
  ) throws {
    self.office = office
    self.now = now
    let letter = Letter(
      kind: kind, secrecy: secrecy, urgency: urgency, sender: "Panti Contoh", subject: "Uji")
    let registration = Registration(
      letter: letter, procedure: procedure.id, recipients: recipients)
    try act(
      .register(registration), by: actor,
      on: EnactedProcedure(procedure: procedure, version: 1))
  }

  /// Does an action as a role's own holder, or says why not.
  mutating func act(
    _ action: Action, as role: RoleID, on enacted: EnactedProcedure? = nil
  ) throws {
    try act(action, by: SmallOffice.actor(role), on: enacted)
  }

  mutating func act(_ action: Action, by actor: Actor, on enacted: EnactedProcedure? = nil) throws {
    let context = DecisionContext(
      now: now, office: office, nextSequence: Int64(entries.count) + 1, lastNumbers: lastNumbers,
      path: entries.flatMap(\.rolesBrought))
    let decided = try Flow.decide(action, on: state, procedure: enacted, by: actor, in: context)
    for case .numberTaken(let event) in decided.map(\.event) {
      lastNumbers[event.number.book] = event.number.sequence
    }
    if let enacted {
      state = CaseState(beginning: decided, on: enacted)
    } else {
      for entry in decided { state?.apply(entry) }
    }
    entries += decided
  }

  /// The one open task of a role.
  func task(_ role: RoleID) throws -> TaskRef {
    TaskRef(try #require(state?.openTasks.first { $0.role == role }, "no task for \(role)"))
  }

  /// Who the case waits for: steps as roles, acknowledgements with a question mark.
  var waiting: [String] {
    (state?.openTasks ?? []).map { ($0.kind == .acknowledge ? "?" : "") + $0.role.rawValue }
  }

  /// Disposes to roles.
  mutating func dispose(
    _ role: RoleID, to acting: [RoleID], informing: [RoleID] = [], deadline: CalendarDate? = nil
  ) throws {
    let recipients =
      acting.map { Disposition.Recipient(role: $0) }
      + informing.map { Disposition.Recipient(role: $0, forInformation: true) }
    try act(
      .dispose(try task(role), Disposition(recipients: recipients, deadline: deadline)), as: role)
  }

  /// Does the step that waits for a role.
  mutating func complete(_ role: RoleID, _ completion: Completion = Completion()) throws {
    try act(.complete(try task(role), completion), as: role)
  }
}
