import DeskModel

/// What can be done with a letter from a chair, and why not what cannot.
///
/// The plain reasons are looked at first, because they can say more than the rules do: which step it is, and who
/// can. The rules have the last word: an action that has no form is tried on them.
struct LetterActs {
  let file: CaseFile
  let task: Task?
  let session: Session
  let office: Office
  let now: Timestamp

  init(_ file: CaseFile, subject: Subject?, app: AppContext) {
    self.init(
      file: file, task: file.task(subject, for: app.session.role.id), session: app.session,
      office: app.office, now: app.now)
  }

  init(file: CaseFile, task: Task?, session: Session, office: Office, now: Timestamp) {
    self.file = file
    self.task = task
    self.session = session
    self.office = office
    self.now = now
  }

  /// The commands that this answers for.
  static let commands: [CommandID] = [
    .dispose, .draft, .paraf, .giveBack, .sign, .complete, .acknowledge, .claim, .release, .recall,
    .delegate, .reassign, .suspend, .resume, .cancelCase, .reply, .correct,
  ]

  /// Whether a command can act now, or why not and who can.
  func availability(of command: CommandID) -> Availability {
    reason(against: command).map(Availability.unavailable) ?? .available
  }

  private func reason(against command: CommandID) -> Message? {
    switch command {
    case .reply:
      guard file.state.letter.kind.isIncoming else { return Message("act.no.reply") }
      return file.answerers.map { Message("act.no.reply-here", ["who": office.posts($0)]) }
    case .recall:
      guard let last = recallable else { return Message("act.no.recall") }
      return refusal(.recall(TaskRef(last)))
    case .correct: return againstCorrecting
    case .cancelCase: return ended ?? refusal(.cancel(file.state.id, reason: "-"))
    case .reassign: return againstReassigning
    case .release: return againstReleasing
    default: break
    }
    guard let task else { return ended ?? Message("act.no.task") }
    if let reason = ended ?? notOpen(task) ?? notMine(task) { return reason }
    switch command {
    case .resume where task.suspended == nil: return Message("act.no.resume")
    case .resume: return refusal(.resume(TaskRef(task)))
    case .claim where task.claimedBy == session.person.id: return Message("act.no.claim")
    case .acknowledge where task.kind == .step, .dispose, .draft, .paraf, .sign, .complete,
      .giveBack:
      if let reason = wrongAct(command, task) { return reason }
    default: break
    }
    return taken(task) ?? waits(task) ?? refusal(of: command, on: task) ?? unread(command, task)
  }

  /// What the rules say of a command whose other reasons are out of the way.
  private func refusal(of command: CommandID, on task: Task) -> Message? {
    let ref = TaskRef(task)
    switch command {
    case .claim: return refusal(.claim(ref))
    case .acknowledge: return refusal(.acknowledge(ref))
    case .paraf, .sign:
      // Who is next is asked for in a form.
      if isOpenWhoIsNext(after: command) { return nil }
      return refusal(AgreementRecipe.action(command, ref, draft: file.draftVersion))
    case .giveBack: return refusal(.giveBack(ref, reason: "-", corrected: nil))
    case .suspend: return refusal(.suspend(ref, reason: "-"))
    case .complete where task.act == .susun && file.draft == nil:
      return Message("act.no.draft-yet")
    case .delegate:
      guard let first = subordinates.first else { return Message("act.no.delegate") }
      return subordinates.contains { refusal(.delegate(ref, to: $0, note: "-")) == nil }
        ? nil : refusal(.delegate(ref, to: first, note: "-"))
    default: return nil
    }
  }

  /// Whether the rules want to know who is next once paraf or signature is given.
  func isOpenWhoIsNext(after command: CommandID) -> Bool {
    guard let task else { return false }
    let action = AgreementRecipe.action(command, TaskRef(task), draft: file.draftVersion)
    guard case .failure(let refusal) = attempt(action) else { return false }
    return refusal.code == .recipientMissing
  }

  /// The roles a task can be handed down to.
  var subordinates: [RoleID] { office.subordinateRoles(of: session.role.id).map(\.id) }

  /// The roles a task can be moved to: first those its lane stands for, then all others.
  var reassignable: [RoleID] {
    guard let task else { return [] }
    let fit =
      task.lane.flatMap { file.state.procedure.lane($0) }.map { office.candidates(for: $0) } ?? []
    let others = office.roles.map(\.id).filter { !fit.contains($0) }
    return (fit + others).filter { $0 != task.role }
  }

  /// Those of some roles that the rules let a task be moved to.
  func allowed(_ roles: [RoleID], by command: CommandID) -> [RoleID] {
    guard let ref = task.map({ TaskRef($0) }) else { return [] }
    return roles.filter { role in
      refusal(
        command == .delegate
          ? .delegate(ref, to: role, note: "-") : .reassign(ref, to: role, reason: "-")) == nil
    }
  }

  /// What a recall would take back: the task that is meant if one has finished it oneself, else one's own last that can
  /// be; of none that can the last, for the reason.
  var recallable: Task? {
    let own = file.state.tasks.filter {
      $0.state == .done && $0.role == session.role.id && $0.finishedBy == session.person.id
    }
    return own.first { $0.id == task?.id } ?? own.last { $0.isRecallable } ?? own.last
  }

  /// What an action brings about if it is done now.
  func attempt(
    _ action: Action, _ books: BookStanding = BookStanding()
  ) -> Result<[Entry], Refusal> {
    let context = DecisionContext(
      now: now, office: office, nextSequence: Int64.max / 2, lastNumbers: [:], books: books)
    do throws(Refusal) {
      return .success(
        try Flow.decide(action, on: file.state, by: session.actor, in: context))
    } catch {
      return .failure(error)
    }
  }

  private func refusal(_ action: Action) -> Message? {
    if case .failure(let refusal) = attempt(action) { refusal.message } else { nil }
  }
}

// MARK: - The plain reasons

extension LetterActs {
  private var ended: Message? {
    switch file.state.status {
    case .running: nil
    // Who was told only for information may still say that he knows.
    case .finished where task?.kind == .acknowledge && task?.state == .open: nil
    case .finished: Message("act.no.finished")
    case .cancelled: Message("act.no.cancelled")
    }
  }

  private func notOpen(_ task: Task) -> Message? {
    guard task.state != .open else { return nil }
    return Message(
      "act.no.done", ["person": name(task.finishedBy), "role": role(task.role)])
  }

  private func notMine(_ task: Task) -> Message? {
    guard task.role != session.role.id else { return nil }
    let today = office.calendar.date(of: now)
    let holders = office.holders(of: task.role, on: today)
    if holders.contains(where: { $0.person == session.person.id }) {
      return Message("act.no.other-chair", ["role": role(task.role)])
    }
    guard let holder = holders.first else {
      return Message("act.no.vacant", ["role": role(task.role)])
    }
    return Message(
      "act.no.waits-for", ["role": role(task.role), "person": name(holder.person)])
  }

  private func wrongAct(_ command: CommandID, _ task: Task) -> Message? {
    if task.kind == .acknowledge { return Message("act.no.only-acknowledge") }
    let fits: Bool =
      switch command {
      case .dispose: task.act == .disposisi
      case .draft: task.act == .susun
      case .paraf: task.act == .periksa
      case .sign: task.act == .tandatangani
      case .acknowledge: false
      case .complete: !LetterActs.ownCommands.keys.contains(task.act)
      default: true
      }
    guard !fits else { return nil }
    let asked = task.act == .susun ? .draft : LetterActs.command(for: task)
    return Message(
      "act.no.asks.\(task.act.rawValue)",
      ["key": CommandTable.standard[asked]?.keys.first?.label ?? ""])
  }

  /// Steps that are done by another command than `complete`.
  private static let ownCommands: [Act: CommandID] = [
    .disposisi: .dispose, .periksa: .paraf, .tandatangani: .sign,
  ]

  /// The command that a task is done by.
  static func command(for task: Task) -> CommandID {
    task.kind == .acknowledge ? .acknowledge : ownCommands[task.act] ?? .complete
  }

  private func taken(_ task: Task) -> Message? {
    let lender = office.lender(to: session.actor, on: office.calendar.date(of: now))
    guard let other = task.claimedBy, other != session.person.id, other != lender else {
      return nil
    }
    return Message("refusal.claimed", ["person": name(other)])
  }

  private func waits(_ task: Task) -> Message? {
    task.suspended == nil ? nil : Message("refusal.suspended")
  }

  /// What is agreed to has been read by somebody of the post: from the queue, a stray key would bind it unseen.
  private func unread(_ command: CommandID, _ task: Task) -> Message? {
    guard command == .paraf || command == .sign, task.opened == nil else { return nil }
    return Message("act.no.unread")
  }

  private var againstReassigning: Message? {
    guard let task else { return ended ?? Message("act.no.task") }
    if let reason = ended ?? notOpen(task) { return reason }
    var first: Refusal?
    for other in reassignable {
      guard case .failure(let refusal) = attempt(.reassign(TaskRef(task), to: other, reason: "-"))
      else { return nil }
      if refusal.code == .notAllowed {
        return Message("act.no.reassign", ["role": role(task.role)])
      }
      first = first ?? refusal
    }
    return first?.message
  }

  /// What the rules say before they look at what is corrected.
  private var againstCorrecting: Message? {
    let state = file.state
    let nothing = Correction(state.letter, over: state.corrected, reason: "-")
    guard case .failure(let refusal) = attempt(.correct(state.id, nothing)),
      refusal.code != .nothingChanged
    else { return nil }
    return refusal.message
  }

  private var againstReleasing: Message? {
    guard let task else { return ended ?? Message("act.no.task") }
    if let reason = ended ?? notOpen(task) { return reason }
    guard task.claimedBy != nil else { return Message("act.no.release") }
    return refusal(.release(TaskRef(task)))
  }

  private func name(_ person: PersonID?) -> String {
    person.flatMap { office.person($0)?.name } ?? "—"
  }

  private func role(_ id: RoleID) -> String { office.role(id)?.name ?? id.rawValue }
}
