import DeskModel

/// Asks for everything about what is selected.
struct LetterQuestion: Question {
  let subject: Subject

  func answer(from desk: Desk, for session: Session) throws -> LetterDossier {
    switch subject {
    case .task(_, let id), .case(let id):
      guard let view = try desk.caseView(id, for: session.actor) else { return .gone }
      return .running(try file(view, about: subject, from: desk, for: session))
    case .letter(let id):
      if let last = try desk.cases(of: id, for: session.actor).last,
        let view = try desk.caseView(last, for: session.actor)
      {
        return .running(try file(view, about: nil, from: desk, for: session))
      }
      return try desk.letter(id, for: session.actor).map(LetterDossier.paper) ?? .gone
    case .procedure: return .gone
    }
  }

  private func file(
    _ view: CaseView, about subject: Subject?, from desk: Desk, for session: Session
  ) throws -> CaseFile {
    var file = CaseFile(view, for: session.role.id, about: subject)
    guard view.state.letter.kind.isIncoming else { return file }
    let ways = try desk.proceduresOfAnswers().map(\.beginning)
    guard !ways.contains(where: { $0.isOpen(to: session.role.id, in: desk.office) }) else {
      return file
    }
    let answering = Set(ways.filter { $0.kind == .outgoing }.flatMap { $0.roles(in: desk.office) })
    file.answerers = desk.office.roles.map(\.id).filter(answering.contains)
    return file
  }
}

/// What there is to see of what is selected.
enum LetterDossier: Hashable, Sendable {
  /// A letter that travels, or has travelled, in a case.
  case running(CaseFile)
  /// A letter without a case.
  case paper(LetterRow)
  /// Nothing.
  case gone

  var file: CaseFile? { if case .running(let file) = self { file } else { nil } }
}

/// A case as one role sees it.
struct CaseFile: Hashable, Sendable {
  let view: CaseView
  /// The branch of the task that is meant: texts and parafs are those of it.
  let branch: Int
  /// The text with what changed since the role last dealt with it; `nil` when it never has, or nothing did.
  let changes: DraftDiff?
  /// The version the changes are counted from.
  let lastSeen: Int?
  /// The roles that begin the answers to letters, where the one it was asked for may not; `nil` where it may.
  var answerers: [RoleID]?

  init(_ view: CaseView, for role: RoleID, about subject: Subject? = nil) {
    self.view = view
    branch = view.state.task(meant: subject, for: role)?.branch ?? 0
    let seen = view.lastSeenDraft(by: role, on: branch)
    if let seen, let draft = view.state.draft(on: branch), seen.version < draft.version {
      changes = DraftDiff(from: seen.text, to: draft.text)
      lastSeen = seen.version
    } else {
      changes = nil
      lastSeen = nil
    }
  }

  var state: CaseState { view.state }
  /// The newest version of the text.
  var draft: CaseState.Draft? { state.draft(on: branch) }
  var draftVersion: Int { state.draftVersion(on: branch) }

  /// The task that is meant.
  func task(_ subject: Subject?, for role: RoleID) -> Task? {
    state.task(meant: subject, for: role)
  }

  /// The step a task stands at.
  func step(_ task: Task) -> Step? { state.procedure.step(task.step) }

  /// The return that a task came from, if it was sent back.
  func returned(_ task: Task) -> Task? {
    task.cause.flatMap { state.task($0) }.flatMap { $0.outcome == .returned ? $0 : nil }
  }

  /// The letter in few words: its number and the beginning of its subject.
  var name: String { named(TextRules.quoted(state.letter.subject)) }

  /// The letter with its whole subject.
  var longName: String { named(state.letter.subject) }

  private func named(_ subject: String) -> String {
    state.number.map { "\($0.text) — \(subject)" } ?? subject
  }
}

extension CaseState {
  /// The task that is meant: the one selected, else what waits for the role, else what waits.
  fileprivate func task(meant subject: Subject?, for role: RoleID) -> Task? {
    if let id = subject?.taskID, let task = task(id) { return task }
    let open = openTasks
    return open.first { $0.role == role && $0.kind == .step } ?? open.first { $0.role == role }
      ?? open.first { $0.kind == .step } ?? open.first
  }
}
