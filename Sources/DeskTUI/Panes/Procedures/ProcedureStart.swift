import DeskModel

/// Whether the one who sits here can begin a case of a procedure, and the form to do it with.
struct ProcedureStart {
  let id: ProcedureID
  let hasSteps: Bool
  let beginsWithEntry: Bool
  let beginning: Beginning

  init(_ row: ProcedureRow) {
    id = row.id
    hasSteps = row.steps > 0
    beginsWithEntry = row.beginsWithEntry
    beginning = row.beginning
  }

  init(_ procedure: Procedure) {
    id = procedure.id
    hasSteps = !procedure.steps.isEmpty
    beginsWithEntry = procedure.beginsWithEntry
    beginning = procedure.beginning
  }

  /// Whether it can be begun here, or why not and who can.
  func availability(in app: AppContext) -> Availability {
    guard hasSteps else { return .unavailable(Message("procedures.start.no-steps")) }
    guard beginning.isOpen(to: app.session.role.id, in: app.office) else {
      return .unavailable(Message("procedures.start.others", ["who": who(in: app)]))
    }
    return .available
  }

  /// Those who can begin it: a few by their roles, many by their positions.
  func who(in app: AppContext) -> String {
    let roles = beginning.roles(in: app.office)
    return roles.isEmpty ? app.text("procedures.start.nobody") : app.office.posts(roles)
  }

  /// The form that begins a case with it: the registration form for a letter that comes in.
  func form(in app: AppContext) -> any Layer {
    beginsWithEntry
      ? RegisterForm(app, procedure: id) : LetterForms.start(app, procedure: id)
  }
}
