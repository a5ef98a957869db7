/// A case with all that a letter's screen shows of it.
public struct CaseView: Hashable, Sendable {
  /// A disposition, a correction of the letter or a move from queue to queue, as it was done.
  public struct Written<Fact: Codable & Hashable & Sendable>: Hashable, Sendable {
    /// What it is known by: the task of a disposition, else the entry of the journal that says so.
    public var id: Int64
    /// When.
    public var at: Timestamp
    /// By whom, and as what.
    public var by: Actor
    /// What.
    public var fact: Fact
  }

  /// The case.
  public var state: CaseState
  /// What became of the letter.
  public var letter: LetterRow
  /// The dispositions, oldest first.
  public var dispositions: [Written<Disposition>]
  /// The outcomes that were picked at steps with several, by task.
  public var choices: [TaskID: String]
  /// The corrections of the letter, oldest first.
  public var corrections: [Written<LetterCorrected>]
  /// The moves of its tasks from queue to queue, oldest first: by a supervisor, handed down, or handed up again.
  public var moves: [Written<TaskReassigned>]
  /// Why the case was stopped, if it was.
  public var reason: String?
  /// The letter that this one answers, if it answers one; hidden where the reader may not read that one.
  public var answered: LetterRow?
  /// The letters that answer this one, at most 20.
  public var replies: [LetterRow]

  /// The role that a task was given to before anybody moved it.
  public func firstHolder(of task: Task) -> RoleID {
    moves.first { $0.fact.task == task.id }?.fact.from ?? task.role
  }

  /// The last version of a branch's text that a role has dealt with, for showing what changed since.
  public func lastSeenDraft(by role: RoleID, on branch: Int) -> CaseState.Draft? {
    let dealt = state.tasks.filter { $0.role == role && $0.state == .done }.compactMap(\.finished)
    guard let last = dealt.max() else { return nil }
    return state.drafts(on: branch).last { $0.written <= last }
  }
}

/// A letter as a line of a list: agenda book, search, archive.
public struct LetterRow: Identifiable, Hashable, Sendable {
  /// The letter.
  public var id: LetterID
  /// What stands on it.
  public var kind: LetterKind
  /// Its number, once it has one.
  public var number: AgendaNumber?
  /// Who wrote it.
  public var sender: String
  /// The sender's number.
  public var senderNumber: String?
  /// To whom it is written.
  public var addressee: String?
  /// What it is about.
  public var subject: String
  /// Who may read it.
  public var secrecy: Secrecy
  /// How fast.
  public var urgency: Urgency
  /// The date on it.
  public var letterDate: CalendarDate?
  /// The day it came in.
  public var receivedDate: CalendarDate?
  /// When it was entered.
  public var registered: Timestamp
  /// By whom; `nil` where it is hidden: who drafted a letter of our own is on its path.
  public var registeredBy: PersonID?
  /// When it was sent.
  public var sent: Timestamp?
  /// How it was sent.
  public var channel: String?
  /// When it was filed.
  public var archived: Timestamp?
  /// Where it lies.
  public var place: String?
  /// Its latest case, if it has one.
  public var caseID: CaseID?
  /// Where that case is in its life.
  public var status: CaseState.Status?
  /// A role it waits for, if it waits.
  public var waitsFor: RoleID?
  /// The day on whose page it would stand, were that not closed before it was entered.
  public var late: CalendarDate?
  /// When it was corrected last, if it was.
  public var corrected: Timestamp?
  /// Whether it is secret and its reader not on its path: then only its number, its kind, its sifat, when it was
  /// entered and the day in the book are here, everything else is empty.
  public var isHidden = false
}
