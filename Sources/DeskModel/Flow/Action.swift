/// What a person does at the desk, before the rules have spoken.
public enum Action: Hashable, Sendable {
  /// Enters a letter and starts it on a procedure: the clerk's registration, or the start of an own letter.
  case register(Registration)
  /// Looks at a task for the first time.
  case open(TaskRef)
  /// Takes a task on, so that others of the role leave it.
  case claim(TaskRef)
  /// Gives a claimed task back to its queue.
  case release(TaskRef)
  /// Does a step.
  case complete(TaskRef, Completion)
  /// Writes a disposition.
  case dispose(TaskRef, Disposition)
  /// Acknowledges a letter that was sent "untuk diketahui".
  case acknowledge(TaskRef)
  /// Writes a new version of the text and keeps the task; `basedOn` is the version it was written from, 0 for none.
  case writeDraft(TaskRef, text: String, basedOn: Int)
  /// Puts a paraf on the version of the text that was seen; `recipients` as with a completion.
  case paraf(TaskRef, draft: Int, recipients: [RoleID] = [])
  /// Signs the version of the text that was seen; `recipients` as with a completion.
  case sign(TaskRef, draft: Int, recipients: [RoleID] = [])
  /// Sends a task back with a reason, and with a corrected text if there is one; `basedOn` is the version that was
  /// corrected.
  case giveBack(TaskRef, reason: String, corrected: String?, basedOn: Int = 0)
  /// Takes back one's own last act, while nobody has opened what came of it.
  case recall(TaskRef)
  /// Moves a task to another role's queue (a supervisor's act).
  case reassign(TaskRef, to: RoleID, reason: String)
  /// Hands one's own task down to a subordinate role.
  case delegate(TaskRef, to: RoleID, note: String)
  /// Waits for an outside party.
  case suspend(TaskRef, reason: String)
  /// Goes on after waiting.
  case resume(TaskRef)
  /// Stops a case for good.
  case cancel(CaseID, reason: String)
  /// Puts right what the letter of a case was registered with.
  case correct(CaseID, Correction)
  /// Sets numbers aside, voids them, or closes a day's page.
  case keepBook(BookAct)
  /// Lends a holder's queue to somebody else for some days: the holder's own, or a supervisor's act for one who is away.
  case lend(QueueLoan)
  /// Ends at once what a person was lent of a role's queue.
  case takeBack(PersonID, RoleID)
}

extension Action {
  /// Whether it binds the office, so that the person confirms it with the PIN.
  public var asksPIN: Bool {
    switch self {
    case .paraf, .sign: true
    default: false
    }
  }
}

/// A task and the version of it that its user saw.
public struct TaskRef: Hashable, Sendable {
  /// The task.
  public var id: TaskID
  /// Its version when it was shown; an action on an older version is refused.
  public var version: Int

  /// Names a task as it was seen.
  public init(_ id: TaskID, version: Int) {
    self.id = id
    self.version = version
  }

  /// Names a task as it is.
  public init(_ task: Task) { self.init(task.id, version: task.version) }
}

/// What a registration form gives.
public struct Registration: Hashable, Sendable {
  /// The letter; its identifier is given by the journal.
  public var letter: Letter
  /// The procedure it starts.
  public var procedure: ProcedureID
  /// The order or note given along with the first step.
  public var note: String?
  /// Who is to do the next step, where the procedure leaves it open.
  public var recipients: [RoleID]
  /// The number that was set aside and written on the letter; `nil` for the next free one.
  public var reserved: NumberPlace?

  /// Makes a registration.
  public init(
    letter: Letter, procedure: ProcedureID, note: String? = nil, recipients: [RoleID] = [],
    reserved: NumberPlace? = nil
  ) {
    self.letter = letter
    self.procedure = procedure
    self.note = note
    self.recipients = recipients
    self.reserved = reserved
  }
}

/// What a step's form gives when the step is done.
public struct Completion: Hashable, Sendable {
  /// A word for the next one.
  public var note: String?
  /// The outcome picked, where the step has several.
  public var choice: String?
  /// A new version of the text, for a step that drafts.
  public var draft: String?
  /// The version that the text was written from; 0 where there was none.
  public var basedOn: Int
  /// Who is to do the next step, where the procedure leaves it open.
  public var recipients: [RoleID]
  /// The classification that the number is built from, for a step that numbers.
  public var classification: Classification?
  /// How the letter went out, for a step that sends.
  public var channel: String?
  /// Where the letter lies, for a step that files.
  public var place: String?
  /// The number that was set aside and written on the letter; `nil` for the next free one.
  public var reserved: NumberPlace?

  /// Makes a completion.
  public init(
    note: String? = nil, choice: String? = nil, draft: String? = nil, basedOn: Int = 0,
    recipients: [RoleID] = [], classification: Classification? = nil, channel: String? = nil,
    place: String? = nil, reserved: NumberPlace? = nil
  ) {
    self.note = note
    self.choice = choice
    self.draft = draft
    self.basedOn = basedOn
    self.recipients = recipients
    self.classification = classification
    self.channel = channel
    self.place = place
    self.reserved = reserved
  }
}

/// Who acts, and in which chair.
public struct Actor: Codable, Hashable, Sendable {
  /// The person.
  public var person: PersonID
  /// The role acted as.
  public var role: RoleID
  /// How the person holds the role.
  public var standing: Appointment.Kind

  /// Names an actor.
  public init(person: PersonID, role: RoleID, standing: Appointment.Kind) {
    self.person = person
    self.role = role
    self.standing = standing
  }
}

extension Office {
  /// Who signs for what has no other hand, such as the founding: the first who keeps the agenda books.
  public func founder(on day: CalendarDate) -> Actor? {
    roles.lazy.filter { hasDuty(.registers, $0.id) }.flatMap { holders(of: $0.id, on: day) }
      .first.map { Actor(person: $0.person, role: $0.role, standing: $0.kind) }
  }
}
