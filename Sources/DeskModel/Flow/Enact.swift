extension Flow {
  /// Decides whether a procedure is put in force: a supervisor's act, for one without errors that says
  /// something new.
  ///
  /// - Parameter inForce: the version that holds until now, if there is one.
  static func enact(
    _ procedure: Procedure, contentHash: String, over inForce: EnactedProcedure?, by actor: Actor,
    in context: DecisionContext
  ) throws(Refusal) -> Entry {
    let decision = Decision(context: context, actor: try context.seated(actor), state: nil)
    try decision.require(.enact)
    let errors = ProcedureCheck.findings(procedure).count { $0.severity == .error }
    guard errors == 0 else {
      throw Refusal(
        .procedureFaulty, ["procedure": procedure.id.rawValue, "count": "\(errors)"])
    }
    guard inForce?.procedure != procedure else {
      throw Refusal(.nothingChanged, ["procedure": procedure.id.rawValue])
    }
    return Entry(
      sequence: context.nextSequence, at: context.now, actor: decision.actor,
      event: .procedureEnacted(
        ProcedureEnacted(
          version: (inForce?.version ?? 0) + 1, procedure: procedure, contentHash: contentHash)))
  }
}
