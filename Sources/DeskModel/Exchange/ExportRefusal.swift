/// Why a procedure cannot be written in a form.
public enum ExportRefusal: Tellable, Hashable {
  /// The form shows steps, and the procedure has none.
  case noSteps(ProcedureID)
  /// The procedure has errors among its findings.
  case faulty(ProcedureID, Message)

  /// What is wrong, with the procedure.
  public var message: Message {
    switch self {
    case .noSteps(let id): Message("export.no-steps", ["id": id.rawValue])
    case .faulty(let id, _): Message("export.faulty", ["id": id.rawValue])
    }
  }

  /// Refuses what cannot be drawn or run.
  static func check(_ procedure: Procedure) throws(ExportRefusal) {
    if procedure.steps.isEmpty { throw .noSteps(procedure.id) }
    let error = ProcedureCheck.findings(procedure).first { $0.severity == .error }
    if let error { throw .faulty(procedure.id, error.message) }
  }
}
