import DeskModel

/// Makes the layers of the desk: the one place that knows which type stands behind which tab, view and form.
public struct Panes: Sendable {
  /// The pane of a tab.
  public var pane: @Sendable (PaneID) -> any Layer
  /// The letter view of what is selected.
  public var letter: @Sendable (Subject) -> (any Layer)?
  /// The flow view of what is selected.
  public var flow: @Sendable (Subject) -> (any Layer)?
  /// Whether such a form can be opened by who sits here.
  public var availability: @Sendable (CommandID, AppContext) -> Availability
  /// The form of a command that needs no letter: `register`, `startCase`, `lend`, `takeBack`.
  public var form: @Sendable (CommandID, AppContext) -> (any Layer)?
  /// The form of a draft that was left, empty: what was typed is restored into it. `nil` when it cannot be.
  public var resumed: @Sendable (FormDraft, AppContext) -> (any Layer)?

  /// The desk's own.
  public static let standard = Panes(
    pane: { id in
      switch id {
      case .inbox: InboxPane()
      case .agenda: AgendaPane()
      case .search: SearchPane()
      case .backlog: BacklogPane()
      case .procedures: ProceduresPane()
      }
    },
    letter: { subject in
      if case .procedure = subject { nil } else { LetterView(subject) }
    },
    flow: { subject in
      subject.caseID.map { FlowView($0, task: subject.taskID) }
    },
    availability: { command, app in
      switch command {
      case .register: RegisterForm.availability(in: app)
      case .lend: LendRecipe.availability(in: app)
      case .takeBack: TakeBackRecipe.availability(in: app)
      default: .available
      }
    },
    form: { command, app in
      command == .register ? RegisterForm(app) : LetterForms.form(command, app: app)
    },
    resumed: { draft, app in
      switch draft.command {
      case .register: RegisterForm(app)
      case .editProcedure: draft.key.procedure.map { ProcedureEditor($0) }
      default: LetterForms.resumed(draft, app: app)
      }
    })
}
