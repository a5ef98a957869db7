/// An office in memory that decides by the rules and keeps its journal: what the desk does, without a file.
struct PracticeBooks: Sendable {
  let office: Office
  private(set) var entries: [Entry]
  private(set) var cases: [CaseID: CaseState] = [:]
  private var procedures: [ProcedureID: EnactedProcedure] = [:]
  private var lastNumbers: [Period: Int] = [:]

  private struct Period: Hashable, Sendable {
    var book: AgendaBookID
    var period: Int
  }

  /// Begins after an office was founded.
  init(office: Office, founding: [Entry]) {
    self.office = office
    entries = founding
    for entry in founding {
      guard case .procedureEnacted(let event) = entry.event else { continue }
      procedures[event.procedure.id] = EnactedProcedure(
        procedure: event.procedure, version: event.version)
    }
  }

  /// Does an action and keeps what comes of it.
  ///
  /// - Parameter id: the case the action is about; `nil` for a registration.
  /// - Returns: the case.
  /// - Throws: what the rules say against it; then nothing changes.
  @discardableResult
  mutating func perform(
    _ action: Action, on id: CaseID?, as actor: Actor, at time: Timestamp
  ) throws(Refusal) -> CaseID? {
    let now = max(time, entries.last?.at ?? time)
    let today = office.calendar.date(of: now)
    var numbers: [AgendaBookID: Int] = [:]
    for book in office.books {
      numbers[book.id] = lastNumbers[Period(book: book.id, period: book.period(of: today))]
    }
    let context = DecisionContext(
      now: now, office: office, nextSequence: Int64(entries.count) + 1, lastNumbers: numbers)
    var procedure: EnactedProcedure?
    if case .register(let registration) = action {
      procedure = procedures[registration.procedure]
    }
    let decided = try Flow.decide(
      action, on: id.flatMap { cases[$0] }, procedure: procedure, by: actor, in: context)
    entries += decided
    return keep(decided, on: id, procedure: procedure)
  }

  /// Changes the cases by entries of one of them.
  private mutating func keep(
    _ decided: [Entry], on id: CaseID?, procedure: EnactedProcedure?
  ) -> CaseID? {
    for case .numberTaken(let event) in decided.map(\.event) {
      lastNumbers[Period(book: event.number.book, period: event.number.period)] =
        event.number.sequence
    }
    if let id {
      for entry in decided { cases[id]?.apply(entry) }
      return id
    }
    guard let procedure, let state = CaseState(beginning: decided, on: procedure) else {
      return nil
    }
    cases[state.id] = state
    return state.id
  }
}
