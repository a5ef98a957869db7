/// A fact about the office, as the journal keeps it.
///
/// Events carry what was decided, never what could be computed from other events again; applying them
/// needs no rule and no clock.
public enum Event: Hashable, Sendable {
  /// The office was set up: its structure, people and calendar.
  case officeFounded(Office)
  /// Somebody was taken on.
  case personAdded(Person)
  /// A name or a civil-service number was written anew.
  case personChanged(Person)
  /// Somebody no longer works at the office.
  case personRetired(PersonRetired)
  /// Somebody works at the office again.
  case personReinstated(PersonReinstated)
  /// The office has other working hours and holidays.
  case calendarChanged(WorkingCalendar)
  /// A person got a role for a time.
  case appointmentMade(Appointment)
  /// A role is held no longer than to a day.
  case appointmentEnded(AppointmentEnded)
  /// A user of the host is a person's.
  case userMapped(UserMapped)
  /// A user of the host is nobody's.
  case userUnmapped(UserMapped)
  /// A key lets a person in.
  case keyAdded(KeyHeld)
  /// A key lets nobody in.
  case keyRemoved(KeyHeld)
  /// A procedure, or a new version of one, was put in force.
  case procedureEnacted(ProcedureEnacted)
  /// A letter was entered (an incoming one) or begun (an outgoing one).
  case letterRegistered(LetterRegistered)
  /// A letter was registered with a slip, which was put right.
  case letterCorrected(LetterCorrected)
  /// A letter got a number in an agenda book.
  case numberTaken(NumberTaken)
  /// The office has a key to sign with from now on.
  case officeKeyed(OfficeKeyed)
  /// Numbers of an agenda book were set aside to be written on paper.
  case numbersReserved(NumbersReserved)
  /// A number that was set aside will not be used.
  case numberVoided(NumberVoided)
  /// A day's page of an agenda book was closed.
  case pageClosed(PageClosed)
  /// A case began.
  case caseStarted(CaseStarted)
  /// A lane was tied to roles on a branch.
  case laneBound(LaneBound)
  /// A branch split off.
  case branchStarted(BranchStarted)
  /// A branch came to its end.
  case branchEnded(BranchEnded)
  /// A task came into a role's queue.
  case taskCreated(TaskCreated)
  /// A task was opened for the first time.
  case taskOpened(TaskTouched)
  /// A person took a task on.
  case taskClaimed(TaskTouched)
  /// A person gave a task back to its queue.
  case taskReleased(TaskTouched)
  /// A task ended.
  case taskFinished(TaskFinished)
  /// A finished task is open again because its result was recalled.
  case taskReopened(TaskTouched)
  /// A task went to another role's queue.
  case taskReassigned(TaskReassigned)
  /// A task began to wait for an outside party.
  case taskSuspended(TaskTouched)
  /// A task goes on.
  case taskResumed(TaskResumed)
  /// A disposition was written.
  case disposed(Disposed)
  /// A new version of the text was written.
  case draftWritten(DraftWritten)
  /// A paraf or signature was put on a version of the text.
  case parafGiven(ParafGiven)
  /// A letter was sent.
  case letterSent(LetterSent)
  /// A letter was filed.
  case letterArchived(LetterArchived)
  /// A case is through.
  case caseFinished(CaseEnded)
  /// A case was stopped.
  case caseCancelled(CaseEnded)
  /// A person chose a PIN.
  case pinChosen(PINChosen)
  /// A person typed a PIN that was wrong, or the right one after wrong ones.
  case pinTried(PINTried)
  /// A person's PIN is not taken for a time, after too many wrong ones.
  case pinLocked(PINLocked)
  /// The administrator took a person's PIN away: another one must be chosen.
  case pinReset(PINReset)
}

/// See ``Event/procedureEnacted(_:)``.
public struct ProcedureEnacted: Codable, Hashable, Sendable {
  /// From 1, growing by one for each version of the same procedure.
  public var version: Int
  /// The procedure as a whole.
  public var procedure: Procedure
  /// SHA-256 of the file it was read from, in lower-case hex.
  public var contentHash: String
}

/// See ``Event/letterRegistered(_:)``. The letter's identifier is the event's sequence number.
public struct LetterRegistered: Codable, Hashable, Sendable {
  /// The letter.
  public var letter: Letter
}

/// See ``Event/numberTaken(_:)``.
public struct NumberTaken: Codable, Hashable, Sendable {
  /// The letter.
  public var letter: LetterID
  /// The number.
  public var number: AgendaNumber
  /// The day it is of: when it was taken, or for one that was set aside the day of its letter; a letter of our own
  /// is dated by it.
  public var date: CalendarDate
  /// The day on whose page it stands: never one that was closed before.
  public var page: CalendarDate
  /// The day on whose page it would stand, were that not closed.
  public var late: CalendarDate?
  /// The classification that the number was built from, if one was given with it.
  public var classification: Classification?
}

/// See ``Event/caseStarted(_:)``. The case's identifier is the event's sequence number.
public struct CaseStarted: Codable, Hashable, Sendable {
  /// The letter that travels.
  public var letter: LetterID
  /// The procedure.
  public var procedure: ProcedureID
  /// The version of the procedure.
  public var version: Int
  /// The unit that ambiguous lanes are looked for in, if known from the start.
  public var unit: UnitID?
}

/// See ``Event/laneBound(_:)``.
public struct LaneBound: Codable, Hashable, Sendable {
  /// The case.
  public var `case`: CaseID
  /// The branch.
  public var branch: Int
  /// The lane.
  public var lane: LaneID
  /// The roles; several make a split when the lane is entered, none leaves the step to its other lanes.
  public var roles: [RoleID]
  /// The deadline that goes with it, in place of the lane's earlier one on this branch.
  public var deadline: Timestamp?
  /// The unit that the branch belongs to from now on, if that changes.
  public var unit: UnitID?
}

/// See ``Event/branchStarted(_:)``.
public struct BranchStarted: Codable, Hashable, Sendable {
  /// The case.
  public var `case`: CaseID
  /// The branch's number: one more than the last.
  public var branch: Int
  /// The branch it splits from.
  public var parent: Int
  /// The lane that splits.
  public var lane: LaneID
  /// The role that the lane stands for on this branch.
  public var role: RoleID
  /// The role's unit.
  public var unit: UnitID
  /// The deadline that goes with the lane.
  public var deadline: Timestamp?
}

/// See ``Event/branchEnded(_:)``.
public struct BranchEnded: Codable, Hashable, Sendable {
  /// The case.
  public var `case`: CaseID
  /// The branch.
  public var branch: Int
  /// The filing step at which it waits for the others, if it came to one.
  public var joinsAt: Int?
}

/// See ``Event/taskCreated(_:)``. The task's identifier is the event's sequence number.
public struct TaskCreated: Codable, Hashable, Sendable {
  /// The case.
  public var `case`: CaseID
  /// What is asked for.
  public var kind: Task.Kind
  /// The step.
  public var step: Int
  /// The lane; `nil` for an acknowledgement.
  public var lane: LaneID?
  /// What the step asks.
  public var act: Act
  /// Whose queue.
  public var role: RoleID
  /// Whether the role only records an outside party's step.
  public var external: Bool
  /// The branch.
  public var branch: Int
  /// The task that caused this one.
  public var cause: TaskID?
  /// When it is late.
  public var due: Timestamp?
  /// The standard in working minutes, for comparing with the time taken; `nil` without one.
  public var standardMinutes: Int?
}

/// A change of a task that needs no more than its name and a word.
public struct TaskTouched: Codable, Hashable, Sendable {
  /// The case.
  public var `case`: CaseID
  /// The task.
  public var task: TaskID
  /// Why, where a reason is asked for.
  public var note: String?
}

/// See ``Event/taskFinished(_:)``.
public struct TaskFinished: Codable, Hashable, Sendable {
  /// The case.
  public var `case`: CaseID
  /// The task.
  public var task: TaskID
  /// How it ended.
  public var outcome: TaskOutcome
  /// The outcome picked, for a step with several (`putusan`).
  public var choice: String?
  /// A word from its actor; the reason of a return.
  public var note: String?
  /// Working minutes from queue to end, without suspended time.
  public var workedMinutes: Int
}

/// See ``Event/taskReassigned(_:)``.
public struct TaskReassigned: Codable, Hashable, Sendable {
  /// The case.
  public var `case`: CaseID
  /// The task.
  public var task: TaskID
  /// The role whose queue it was in.
  public var from: RoleID
  /// The role whose queue it is in now.
  public var to: RoleID
  /// Who handed it down to the role that has it now, the highest first; empty if a supervisor moved it.
  public var delegatedBy: [RoleID]
  /// Why.
  public var note: String

  /// Whether it was handed down, and not moved by somebody else or handed up again.
  public var isDelegation: Bool { delegatedBy.last == from }
}

/// See ``Event/taskResumed(_:)``.
public struct TaskResumed: Codable, Hashable, Sendable {
  /// The case.
  public var `case`: CaseID
  /// The task.
  public var task: TaskID
  /// The due time, later by the working time it waited.
  public var due: Timestamp?
  /// The working minutes it waited.
  public var waited: Int
}

/// See ``Event/disposed(_:)``.
public struct Disposed: Codable, Hashable, Sendable {
  /// The case.
  public var `case`: CaseID
  /// The task that was disposed.
  public var task: TaskID
  /// What was written on the sheet.
  public var disposition: Disposition
}

/// See ``Event/draftWritten(_:)``.
public struct DraftWritten: Codable, Hashable, Sendable {
  /// The case.
  public var `case`: CaseID
  /// The task it was written in.
  public var task: TaskID
  /// From 1, growing by one.
  public var version: Int
  /// The text.
  public var text: String
}

/// See ``Event/parafGiven(_:)``.
public struct ParafGiven: Codable, Hashable, Sendable {
  /// The case.
  public var `case`: CaseID
  /// The task that asked for it.
  public var task: TaskID
  /// The step that asked for it.
  public var step: Int
  /// The draft version.
  public var version: Int
  /// Whether it is the final signature.
  public var signature: Bool
}

/// See ``Event/letterSent(_:)``.
public struct LetterSent: Codable, Hashable, Sendable {
  /// The case.
  public var `case`: CaseID
  /// The letter.
  public var letter: LetterID
  /// How it went: courier, post, e-mail.
  public var channel: String
}

/// See ``Event/letterArchived(_:)``.
public struct LetterArchived: Codable, Hashable, Sendable {
  /// The case.
  public var `case`: CaseID
  /// The letter.
  public var letter: LetterID
  /// Where it lies: folder, box, shelf.
  public var place: String
}

/// See ``Event/caseFinished(_:)`` and ``Event/caseCancelled(_:)``.
public struct CaseEnded: Codable, Hashable, Sendable {
  /// The case.
  public var `case`: CaseID
  /// The reason of a cancellation.
  public var reason: String?
}

/// See ``Event/pinChosen(_:)``; the person is the entry's actor.
public struct PINChosen: Codable, Hashable, Sendable {
  /// Tells the secret that is kept outside the journal from any other; see `PINSecret.seal(of:)`.
  public var seal: String
}

/// See ``Event/pinTried(_:)``; the person is the entry's actor.
public struct PINTried: Codable, Hashable, Sendable {
  /// Whether it was the person's PIN: the wrong ones before it are forgotten then.
  public var right: Bool
}

/// See ``Event/pinLocked(_:)``; the person is the entry's actor.
public struct PINLocked: Codable, Hashable, Sendable {
  /// When one is taken again.
  public var until: Timestamp
}

/// See ``Event/pinReset(_:)``.
public struct PINReset: Codable, Hashable, Sendable {
  /// Whose it was.
  public var person: PersonID
}
