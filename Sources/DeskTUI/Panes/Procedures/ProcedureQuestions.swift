import DeskModel

/// The procedures in force.
struct ProceduresInForce: Question {
  func answer(from desk: Desk, for session: Session) throws -> [ProcedureRow] {
    try desk.procedures(for: session.actor)
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
    /// Its versions, the newest first.
    var versions: [ProcedureVersion]
  }

  let id: ProcedureID

  func answer(from desk: Desk, for session: Session) throws -> Page? {
    guard let enacted = try desk.procedure(id) else { return nil }
    var related: [ProcedureID: String] = [:]
    for other in Set(enacted.procedure.related) {
      related[other] = try desk.procedureTitle(other)
    }
    return Page(
      enacted: enacted, related: related,
      versions: try desk.versions(of: id, for: session.actor))
  }
}

/// Two versions of a procedure, to be compared.
struct ProcedureVersions: Question {
  let id: ProcedureID
  let old: Int
  let new: Int

  func answer(from desk: Desk, for session: Session) throws -> ProcedureChanges? {
    guard let before = try desk.procedure(id, version: old),
      let after = try desk.procedure(id, version: new)
    else { return nil }
    return ProcedureChanges(from: before, to: after)
  }
}
