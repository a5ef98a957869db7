/// What deciding may look at besides the case itself: the moment, the office, the next free places.
public struct DecisionContext: Sendable {
  /// Now.
  public var now: Timestamp
  /// The office as it stands.
  public var office: Office
  /// The sequence number that the next event will get.
  public var nextSequence: Int64
  /// The last number taken in each agenda book, this year for books that begin anew each year.
  public var lastNumbers: [AgendaBookID: Int]
  /// What is written in the books, as far as the action needs it.
  public var books: BookStanding
  /// The posts on the path of the letter that the action closes to all others.
  public var path: [RoleID]

  /// Makes a context.
  public init(
    now: Timestamp, office: Office, nextSequence: Int64, lastNumbers: [AgendaBookID: Int],
    books: BookStanding = BookStanding(), path: [RoleID] = []
  ) {
    self.now = now
    self.office = office
    self.nextSequence = nextSequence
    self.lastNumbers = lastNumbers
    self.books = books
    self.path = path
  }
}

/// A decision being taken: the events so far, and the case as they make it.
///
/// Every rule adds its events through ``emit(_:)``, so that the rules after it see what they changed.
struct Decision {
  let context: DecisionContext
  let actor: Actor
  private(set) var entries: [Entry] = []
  private(set) var state: CaseState?

  init(context: DecisionContext, actor: Actor, state: CaseState?) {
    self.context = context
    self.actor = actor
    self.state = state
  }

  var office: Office { context.office }
  var now: Timestamp { context.now }
  /// The office's date.
  var today: CalendarDate { office.calendar.date(of: now) }

  /// Adds an event and returns its sequence number, which names what it created.
  @discardableResult
  mutating func emit(_ event: Event) -> Int64 {
    let entry = Entry(
      sequence: context.nextSequence + Int64(entries.count), at: now, actor: actor, event: event)
    entries.append(entry)
    state?.apply(entry)
    return entry.sequence
  }

  /// Begins to decide about a case that this decision has just started.
  mutating func begin(_ case: CaseState?) { state = `case` }

  /// The case that is decided about.
  ///
  /// - Throws: `unknown` when the action names none.
  func current() throws(Refusal) -> CaseState {
    guard let state else { throw Refusal(.unknown) }
    return state
  }

  /// The step a task stands at.
  func step(of task: Task) throws(Refusal) -> Step {
    guard let step = try current().procedure.step(task.step) else { throw Refusal(.unknown) }
    return step
  }

  /// The name to call a person by in a sentence.
  func name(of person: PersonID?) -> String {
    guard let person else { return "—" }
    return office.person(person)?.name ?? person.rawValue
  }

  /// The name to call a role by in a sentence.
  func name(of role: RoleID) -> String { office.role(role)?.name ?? role.rawValue }
}
