import DeskModel

/// The selected letter: what it is, where it stands, what is asked of who sits here and how it is done, its papers
/// and its history. What is done with a letter is done here, wherever the keyboard is.
struct LetterView: Layer {
  /// What was selected: not `subject`, which as a layer's own would be read as `nil` where an optional is asked for.
  private let meant: Subject
  private var dossier: LetterDossier?
  /// Whether only the text is shown.
  private var isReading = false
  private var scroll = Viewer()
  /// Whether the user went into the letter, and did not only pass it by.
  private var isOpened = false

  init(_ subject: Subject) { meant = subject }

  var title: Message {
    switch dossier {
    case .running(let file): LetterView.title(file.state.letter.kind, file.state.number)
    case .paper(let row): LetterView.title(row.kind, row.number)
    case .gone, nil: Message("letter.title")
    }
  }

  var context: CommandContext { .letter }
  var placement: Placement { .letter }

  private static func title(_ kind: LetterKind, _ number: AgendaNumber?) -> Message {
    guard let number else { return Message("kind.\(kind.rawValue)") }
    return Message("letter.title.\(kind.rawValue)", ["number": number.text])
  }

  func questions(in app: AppContext) -> [any Question] { [LetterQuestion(subject: meant)] }

  // MARK: Commands

  func availability(of command: CommandID, in app: AppContext) -> Availability {
    if command == .open {
      guard dossier?.file?.draft == nil else { return .available }
      return .unavailable(Message("letter.no-draft"))
    }
    if command == .flow, case .paper(let row) = dossier, row.isHidden {
      return .unavailable(app.whyFlowHidden)
    }
    guard LetterActs.commands.contains(command) else { return .available }
    switch dossier {
    case .running(let file):
      return LetterActs(file, subject: meant, app: app).availability(of: command)
    case .paper(let row) where row.isHidden: return .unavailable(app.whyHidden)
    case .paper(let row) where command == .reply && row.kind.isIncoming: return .available
    case .paper: return .unavailable(Message("letter.no-case"))
    case .gone: return .unavailable(Message("letter.gone"))
    case nil: return .unavailable(Message("letter.loading"))
    }
  }

  func opensForm(for command: CommandID, in app: AppContext) -> Bool {
    guard command == .paraf || command == .sign, let file = dossier?.file else { return false }
    return LetterActs(file, subject: meant, app: app).isOpenWhoIsNext(after: command)
  }

  func stake(of command: CommandID, in app: AppContext) -> Stake? {
    dossier?.file.map { Stake(name: $0.name, number: $0.state.number?.text ?? "") }
  }

  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    if let motion = Motion(command) {
      scroll.move(motion, count: page(app).lines.count, height: app.area.rows)
      return []
    }
    switch command {
    case .open:
      isReading.toggle()
      scroll = Viewer()
      return []
    case .back:
      guard isReading else { return [.close] }
      isReading = false
      scroll = Viewer()
      return []
    default: return act(command, in: app)
    }
  }

  private func act(_ command: CommandID, in app: AppContext) -> [Effect] {
    guard let file = dossier?.file else {
      guard case .paper(let row) = dossier, command == .reply else { return [] }
      return [.push(LetterForms.reply(to: row, app: app))]
    }
    let acts = LetterActs(file, subject: meant, app: app)
    if command == .recall { return acts.recallable.map { [.perform(.recall(TaskRef($0)))] } ?? [] }
    if let form = LetterForms.form(command, file: file, task: acts.task, app: app) {
      return [.push(form)]
    }
    guard let ref = acts.task.map({ TaskRef($0) }) else { return [] }
    switch command {
    case .paraf, .sign:
      return [.perform(AgreementRecipe.action(command, ref, draft: file.draftVersion))]
    case .acknowledge: return [.perform(.acknowledge(ref))]
    case .claim: return [.perform(.claim(ref))]
    case .release: return [.perform(.release(ref))]
    case .resume: return [.perform(.resume(ref))]
    default: return []
    }
  }

  // MARK: What comes

  mutating func gainFocus(in app: AppContext) -> [Effect] {
    isOpened = true
    return open(app)
  }

  mutating func receive(_ news: News, in app: AppContext) -> [Effect] {
    switch news {
    case .answer(let answer):
      guard let (asked, new) = answer.to(LetterQuestion.self), asked.subject == meant else {
        return []
      }
      dossier = new
      return isOpened && app.isFocused ? open(app) : []
    case .performed(let action, let receipt):
      return DoneText.effects(of: action, receipt, app: app)
    default: return []
    }
  }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    guard case .mouse(let event) = input else { return .ignored }
    _ = scroll.mouse(event, count: page(app).lines.count, height: app.area.rows)
    return .handled
  }

  /// Notes that the task was opened, if it is for who sits here and nobody has opened it.
  private func open(_ app: AppContext) -> [Effect] {
    guard let file = dossier?.file else { return [] }
    let acts = LetterActs(file, subject: meant, app: app)
    guard let task = acts.task, task.state == .open, task.opened == nil,
      case .success(let entries) = acts.attempt(.open(TaskRef(task))), !entries.isEmpty
    else { return [] }
    return [.perform(.open(TaskRef(task)))]
  }

  // MARK: Drawing

  func draw(into canvas: inout Canvas, app: AppContext) {
    switch dossier {
    case nil: break
    case .gone: canvas.put(app.text("letter.gone"), at: Point(row: 0, column: 1), style: .muted)
    case .running, .paper: page(app).draw(into: &canvas, top: scroll.top)
    }
  }

  private func page(_ app: AppContext) -> Page {
    let width = app.area.columns - 1
    switch dossier {
    case .running(let file) where isReading:
      return LetterPage.text(of: file, width: width, app: app)
    case .running(let file):
      return LetterPage.lines(of: file, subject: meant, width: width, app: app)
    case .paper(let row): return LetterPage.lines(of: row, width: width, app: app)
    case .gone, nil: return Page(width: width)
    }
  }
}
