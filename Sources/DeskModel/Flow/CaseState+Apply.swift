/// An event with its place in the journal: what applying needs.
public struct Entry: Hashable, Sendable {
  /// The place in the journal, from 1, without gaps.
  public var sequence: Int64
  /// When it happened.
  public var at: Timestamp
  /// By whom, and as what.
  public var actor: Actor
  /// What happened.
  public var event: Event

  /// Makes an entry.
  public init(sequence: Int64, at: Timestamp, actor: Actor, event: Event) {
    self.sequence = sequence
    self.at = at
    self.actor = actor
    self.event = event
  }
}

extension CaseState {
  /// Changes the state by one entry of this case.
  ///
  /// The database's projections say the same in rows (`Projection`); a test holds the two together.
  mutating func apply(_ entry: Entry) {
    if letter.secrecy.isSecret { readers.formUnion(entry.rolesBrought) }
    switch entry.event {
    case .numberTaken(let e) where e.letter == letter.id:
      number = e.number
      if !letter.kind.isIncoming { letter.letterDate = e.date }
      letter.classification = e.classification ?? letter.classification
    case .letterCorrected(let e):
      letter.apply(e.changes)
      corrected = entry.sequence
      readers = letter.secrecy.isSecret ? readers.union(e.readers) : []
      // Not another task: whoever is at it is not stopped.
      for late in e.due { edit(late.task, bump: false) { $0.due = late.due } }
    case .laneBound(let e):
      editBranch(e.branch) {
        $0.bindings[e.lane] = e.roles
        $0.deadlines[e.lane] = e.deadline
        $0.unit = e.unit ?? $0.unit
      }
    case .branchStarted(let e):
      var branch = Branch(parent: e.parent, unit: e.unit, bindings: [e.lane: [e.role]])
      branch.deadlines[e.lane] = e.deadline
      branches.append(branch)
    case .branchEnded(let e):
      editBranch(e.branch) {
        $0.isEnded = true
        $0.joinsAt = e.joinsAt
      }
    case .taskCreated(let e): tasks.append(Task(e, entry: entry))
    case .draftWritten(let e):
      drafts.append(
        Draft(
          version: e.version, task: e.task, text: e.text, author: entry.actor.person,
          written: entry.at))
    case .parafGiven(let e):
      parafs.append(
        Paraf(
          task: e.task, step: e.step, version: e.version, role: entry.actor.role,
          person: entry.actor.person, standing: entry.actor.standing, given: entry.at,
          isSignature: e.signature))
    case .letterSent: sent = entry.at
    case .letterArchived: archived = entry.at
    case .caseFinished: status = .finished
    case .caseCancelled: status = .cancelled
    default: change(entry)
    }
  }

  /// The events that change one task.
  private mutating func change(_ entry: Entry) {
    switch entry.event {
    case .taskOpened(let e): edit(e.task, bump: false) { $0.opened = $0.opened ?? entry.at }
    case .taskClaimed(let e): edit(e.task) { $0.claimedBy = entry.actor.person }
    case .taskReleased(let e): edit(e.task) { $0.claimedBy = nil }
    case .taskFinished(let e):
      edit(e.task) {
        $0.state = e.outcome.isWithdrawal ? .withdrawn : .done
        $0.outcome = e.outcome
        $0.finished = entry.at
        $0.finishedBy = entry.actor.person
        $0.note = e.note
        $0.claimedBy = nil
        $0.suspended = nil
      }
    case .taskReopened(let e):
      if let branch = task(e.task)?.branch {
        editBranch(branch) {
          $0.isEnded = false
          $0.joinsAt = nil
        }
      }
      edit(e.task) {
        $0.state = .open
        $0.outcome = nil
        $0.finished = nil
        $0.finishedBy = nil
        $0.note = nil
      }
    case .taskReassigned(let e):
      edit(e.task) {
        $0.role = e.to
        $0.opened = nil
        $0.claimedBy = nil
        $0.delegatedBy = e.delegatedBy
        $0.note = e.note
      }
    case .taskSuspended(let e):
      edit(e.task) {
        $0.suspended = entry.at
        $0.note = e.note
      }
    case .taskResumed(let e):
      edit(e.task) {
        $0.suspended = nil
        $0.due = e.due
        $0.waited += e.waited
        $0.note = nil
      }
    default: break
    }
  }

  private mutating func edit(_ id: TaskID, bump: Bool = true, _ change: (inout Task) -> Void) {
    guard let index = tasks.firstIndex(where: { $0.id == id }) else { return }
    change(&tasks[index])
    if bump { tasks[index].version += 1 }
  }

  private mutating func editBranch(_ number: Int, _ change: (inout Branch) -> Void) {
    guard branches.indices.contains(number) else { return }
    change(&branches[number])
  }
}

extension CaseState {
  /// The case that a registration's entries begin; `nil` while there is none among them.
  init?(beginning entries: [Entry], on enacted: EnactedProcedure) {
    var letter: Letter?
    for (index, entry) in entries.enumerated() {
      switch entry.event {
      case .letterRegistered(let event): letter = event.letter
      case .caseStarted(let event):
        guard var letter else { return nil }
        letter.id = event.letter
        self.init(
          id: entry.sequence, procedure: enacted.procedure, procedureVersion: enacted.version,
          letter: letter, started: entry.at, startedBy: entry.actor.person, unit: event.unit)
        // The number of a letter that came in is taken before its case begins.
        for earlier in entries[..<index] { apply(earlier) }
        for later in entries[(index + 1)...] { apply(later) }
        return
      default: break
      }
    }
    return nil
  }
}

extension Task {
  /// The task that an entry creates.
  init(_ event: TaskCreated, entry: Entry) {
    self.init(
      id: entry.sequence, kind: event.kind, step: event.step, lane: event.lane, act: event.act,
      role: event.role, isExternal: event.external, branch: event.branch, cause: event.cause,
      created: entry.at, due: event.due)
  }
}

extension TaskOutcome {
  /// Whether the task ended without being done by its role.
  public var isWithdrawal: Bool {
    switch self {
    case .recalled, .cancelled, .superseded: true
    case .completed, .disposed, .parafed, .signed, .returned, .acknowledged: false
    }
  }
}
