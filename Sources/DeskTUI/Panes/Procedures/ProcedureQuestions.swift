import DeskModel

/// The procedures in force.
struct ProceduresInForce: Question {
  func answer(from desk: Desk, for session: Session) throws -> [ProcedureRow] {
    try desk.procedures()
  }
}

/// A procedure as new cases begin with it.
struct ProcedureInForce: Question {
  /// The procedure with what its reader shows beside it.
  struct Page: Sendable {
    /// The procedure and its version.
    var enacted: EnactedProcedure
    /// The titles of the procedures it is related to, those that are in force.
    var related: [ProcedureID: String]
  }

  let id: ProcedureID

  func answer(from desk: Desk, for session: Session) throws -> Page? {
    guard let enacted = try desk.procedure(id) else { return nil }
    var related: [ProcedureID: String] = [:]
    for other in Set(enacted.procedure.related) {
      related[other] = try desk.procedure(other)?.procedure.title
    }
    return Page(enacted: enacted, related: related)
  }
}
