import DeskModel

/// The case whose flow is shown.
struct FlowCase: Question {
  let id: CaseID

  func answer(from desk: Desk, for session: Session) throws -> CaseView? {
    try desk.caseView(id, for: session.actor)
  }
}
