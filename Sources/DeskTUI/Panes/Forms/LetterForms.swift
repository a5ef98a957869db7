import DeskModel

/// Which form a command opens.
enum LetterForms {
  /// The form of a command about a case; `nil` where the command has none.
  static func form(
    _ command: CommandID, file: CaseFile, task: Task?, app: AppContext
  ) -> (any Layer)? {
    if command == .draft { return task.map { DraftForm(file: file, task: $0, app: app) } }
    if command == .correct { return CorrectionForm(file.state.id, file: file, app: app) }
    if command == .paraf || command == .sign {
      let acts = LetterActs(
        file: file, task: task, session: app.session, office: app.office, now: app.now)
      guard acts.isOpenWhoIsNext(after: command) else { return nil }
    }
    return recipe(command).map {
      CaseForm(
        $0, caseID: file.state.id, taskID: needsTask(command) ? task?.id : nil, file: file, app: app
      )
    }
  }

  /// The form of an answer to a letter that is in no case.
  static func reply(to letter: LetterRow, app: AppContext) -> any Layer {
    CaseForm(
      StartRecipe(.reply, answering: letter), caseID: nil, taskID: nil, file: nil, app: app)
  }

  /// The form that begins a case.
  ///
  /// - Parameter procedure: the one that is ticked first; `nil` for the usual one.
  static func start(_ app: AppContext, procedure: ProcedureID? = nil) -> any Layer {
    CaseForm(
      StartRecipe(.startCase, procedure: procedure), caseID: nil, taskID: nil, file: nil, app: app)
  }

  /// The form of a command that is about no letter: one that begins a case, or one about the queue itself.
  static func form(_ command: CommandID, app: AppContext) -> (any Layer)? {
    switch command {
    case .startCase: start(app)
    case .lend: CaseForm(LendRecipe(), caseID: nil, taskID: nil, file: nil, app: app)
    case .takeBack: CaseForm(TakeBackRecipe(), caseID: nil, taskID: nil, file: nil, app: app)
    default: nil
    }
  }

  /// The form of a draft that was left, to be filled with it; `nil` when it cannot be opened without more.
  static func resumed(_ draft: FormDraft, app: AppContext) -> (any Layer)? {
    guard let command = draft.command else { return nil }
    if let form = form(command, app: app) { return form }
    guard let caseID = draft.key.caseID else {
      return command == .reply
        ? CaseForm(StartRecipe(.reply), caseID: nil, taskID: nil, file: nil, app: app) : nil
    }
    if command == .correct { return CorrectionForm(caseID, file: nil, app: app) }
    if command == .draft {
      return draft.key.taskID.map { DraftForm(caseID: caseID, taskID: $0) }
    }
    return recipe(command).map {
      CaseForm($0, caseID: caseID, taskID: draft.key.taskID, file: nil, app: app)
    }
  }

  private static func recipe(_ command: CommandID) -> (any FormRecipe)? {
    switch command {
    case .dispose: DispositionRecipe()
    case .giveBack: ReturnRecipe()
    case .complete: CompletionRecipe()
    case .delegate, .reassign: MoveRecipe(command: command)
    case .paraf, .sign: AgreementRecipe(command: command)
    case .suspend, .cancelCase: ReasonRecipe(command: command)
    case .reply: StartRecipe(.reply)
    default: nil
    }
  }

  private static func needsTask(_ command: CommandID) -> Bool {
    command != .cancelCase && command != .reply
  }
}
