import DeskModel

/// A form about a case, or one that begins a case: keeps what is typed whatever happens around it.
struct CaseForm: FormLayer {
  private(set) var recipe: any FormRecipe
  private let caseID: CaseID?
  private let taskID: TaskID?
  private var file: CaseFile?
  var form = Form([])
  /// The text of the letter as it was when the fields were made.
  private var base: CaseState.Draft?
  /// What was typed before the program ended, until the fields are there.
  private var kept: [String: String]?
  /// Why the last saving was refused, or that it would be now.
  private var trouble: Message?
  /// The roles that the rules have asked to choose among.
  private var candidates: [RoleID] = []
  /// The files that will be attached.
  var files = AttachedFiles()
  /// What is done once the files were taken in.
  var waiting: Action?
  var isSaving = false

  /// Opens a form; without its case it asks for it.
  init(_ recipe: any FormRecipe, caseID: CaseID?, taskID: TaskID?, file: CaseFile?, app: AppContext)
  {
    self.recipe = recipe
    self.caseID = caseID
    self.taskID = taskID
    self.file = file
    if file != nil || caseID == nil { build(app) }
  }

  var title: Message { recipe.title }
  var purpose: CommandID? { recipe.command }
  var draftName: String { file?.name ?? "" }
  var draftKey: FormDraft.Key? {
    FormDraft.Key(recipe.command, caseID: caseID, taskID: taskID)
  }

  /// What was typed, and the text it was typed over: it is written from that one whenever the form is opened again.
  var draft: FormDraft? {
    guard let draftKey, form.hasChanged || !files.paths.isEmpty else { return nil }
    var values = form.values
    if !files.paths.isEmpty { values[CaseForm.attached] = files.text }
    if let base {
      values[CaseForm.baseVersion] = "\(base.version)"
    }
    return FormDraft(key: draftKey, name: draftName, values: values)
  }

  /// Where the version of the text is kept among the values.
  private static let baseVersion = "draft-version"
  /// Where the attached files are kept among the values.
  private static let attached = "attached"

  private var task: Task? { taskID.flatMap { file?.state.task($0) } }
  private func scene(_ app: AppContext) -> FormScene {
    FormScene(
      app: app, file: file, task: task, draft: base, form: form, kept: kept ?? [:],
      candidates: candidates, files: files)
  }

  /// Makes the fields that are asked for now; what is typed stays.
  mutating func build(_ app: AppContext) {
    if form.fields.isEmpty { base = file?.draft }
    let new = recipe.fields(scene(app))
    guard new.map(\.id) != form.fields.map(\.id) else { return }
    if form.fields.isEmpty { form = Form(new) } else { form.replaceFields(new) }
    if let kept {
      form.restore(kept)
      // An answer that was kept can make a further field appear, which then gets its own.
      let more = recipe.fields(scene(app))
      if more.map(\.id) != form.fields.map(\.id) {
        form.replaceFields(more)
        form.restore(kept)
      }
    }
    if let kept { rebase(kept) }
    keepWhatHasNoField(kept)
  }

  /// What was answered in fields that are not there yet waits for them: what there is to choose may be asked for still.
  private mutating func keepWhatHasNoField(_ values: [String: String]?) {
    kept = values?.filter { value in
      ![CaseForm.baseVersion, CaseForm.attached].contains(value.key)
        && !form.fields.contains { $0.id == value.key }
    }
  }

  /// Goes back to the text that what was kept was typed over.
  private mutating func rebase(_ kept: [String: String]) {
    guard let version = kept[CaseForm.baseVersion].flatMap({ Int($0) }),
      let older = file?.state.drafts.first(where: { $0.version == version })
    else { return }
    base = older
  }

  mutating func restore(_ draft: FormDraft) {
    files.text = draft.values[CaseForm.attached] ?? ""
    guard !form.fields.isEmpty else { return kept = draft.values }
    form.restore(draft.values)
    rebase(draft.values)
    keepWhatHasNoField(draft.values)
  }

  // MARK: What it is told

  func questions(in app: AppContext) -> [any Question] {
    let own = caseID.map { id in
      LetterQuestion(subject: taskID.map { .task($0, of: id) } ?? .case(id))
    }
    return (own.map { [$0] } ?? []) + recipe.questions(in: app)
  }

  mutating func learn(_ news: News, in app: AppContext) -> [Effect] {
    switch news {
    case .answer(let answer): return take(answer, app)
    case .performed(let action, let receipt):
      return [.close] + DoneText.effects(of: action, receipt, app: app)
    case .refused(_, let message, let refusal):
      isSaving = false
      trouble = refusal?.code == .draftChanged ? Message("draft.newer") : message
      if let refusal, refusal.code == .recipientMissing, !refusal.candidates.isEmpty {
        candidates = refusal.candidates
        build(app)
        form.show([FormField.recipients: refusal.message])
      }
    case .proved, .unproved, .edited, .returned, .enacted, .notEnacted: break
    }
    return []
  }

  private mutating func take(_ answer: Answer, _ app: AppContext) -> [Effect] {
    if let effects = takeFiles(answer, app) { return effects }
    guard let (_, dossier) = answer.to(LetterQuestion.self) else {
      recipe.learn(answer)
      build(app)
      return []
    }
    guard let new = dossier.file else {
      trouble = Message("letter.gone")
      return []
    }
    file = new
    build(app)
    // Somebody else was faster: say so, and leave what is typed where it can be copied.
    if let task, task.state != .open, !isSaving {
      trouble = Message(
        "act.no.done",
        ["person": app.personName(task.finishedBy), "role": app.roleName(task.role)])
    }
    return []
  }

  mutating func changed(_ field: String, in app: AppContext) -> [Effect] {
    let typed = form[field].lowercased()
    let suggestions = recipe.suggestions(for: field, scene(app))
    // As where letters are registered: Tab takes the first offer; a whole code stands as it is.
    let first = suggestions.first?.lowercased() ?? ""
    form.suggest(
      suggestions, for: field,
      pickingFirst: !typed.isEmpty && !first.hasPrefix(typed + " "),
      isOfList: field == FormScene.classification)
    for (other, answer) in recipe.consequences(of: field, scene(app)) { form[other] = answer }
    build(app)
    return []
  }

  // MARK: Commands

  /// What cannot be taken back is asked about in any event: the form is complete before the question.
  func availability(of command: CommandID, in app: AppContext) -> Availability {
    switch command {
    case .save where isSaving: return .unavailable(Message("form.saving"))
    case .save where [.cancelCase, .paraf, .sign].contains(recipe.command):
      if case .failure(let faults) = recipe.action(scene(app)), let first = first(of: faults) {
        return .unavailable(first)
      }
      return .available
    case .externalEditor: return canEdit
    default: return .available
    }
  }

  /// What is sent or filed has left the house: it cannot be recalled.
  private var isFinal: Bool {
    recipe.command == .complete && (task?.act == .kirim || task?.act == .arsipkan)
  }

  private var canEdit: Availability {
    if form.fields.indices.contains(form.focus), case .area = form.fields[form.focus].control {
      return .available
    }
    return .unavailable(Message("form.not-a-long-text"))
  }

  private func first(of faults: FormFaults) -> Message? {
    form.fields.lazy.compactMap { faults.byField[$0.id] }.first ?? faults.byField.values.first
  }

  /// Only what is complete is asked about; what is not, is shown at its field.
  func danger(of command: CommandID, in app: AppContext) -> Command.Danger {
    guard command == .save, isFinal, case .success = recipe.action(scene(app)) else { return .none }
    return .confirm
  }

  func stake(of command: CommandID, in app: AppContext) -> Stake? {
    file.map { Stake(name: $0.name, number: $0.state.number?.text ?? "") }
  }

  mutating func save(in app: AppContext) -> [Effect] {
    attachTyped(app)
    switch recipe.action(scene(app)) {
    case .success(let action):
      trouble = nil
      isSaving = true
      guard files.paths.isEmpty else {
        waiting = action
        return [.ask(TakeFiles(paths: files.paths))]
      }
      return [.perform(action)]
    case .failure(let faults):
      form.show(faults.byField)
      // What is wrong stands under its field; only what has no field must be said elsewhere.
      guard !form.fields.contains(where: { faults.byField[$0.id] != nil }) else { return [] }
      trouble = first(of: faults)
      return []
    }
  }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    if case .key(let key) = input, let effects = filesKey(key, app) { return .done(effects) }
    let middle = parts(app).middle
    var input = input
    if case .mouse(let event) = input {
      let point = Point(row: event.point.row - middle.row, column: event.point.column)
      input = .mouse(MouseEvent(event.kind, at: point))
    }
    switch form.handle(input, area: middle.size, today: app.today, phrases: app.phrases) {
    case .ignored: return .ignored
    case .handled: return .handled
    case .changed(let field): return .done(changed(field, in: app))
    case .ended: return .done([.toast(Message("form.ended"), .info)])
    }
  }

  // MARK: Drawing

  /// The letter's name and any trouble above, what will happen below, the fields between.
  private func parts(_ app: AppContext) -> (top: Rect, middle: Rect, bottom: Rect) {
    let (top, rest) = Rect(app.area).splitting(top: head(app).count)
    let (middle, bottom) = rest.splitting(bottom: foot(app).count)
    return (top, middle, bottom)
  }

  private func head(_ app: AppContext) -> [(text: String, style: Style)] {
    var lines: [(text: String, style: Style)] = []
    if let file { lines.append((file.longName, .muted)) }
    if let trouble {
      let wrapped = TextWidth.wrap("! " + app.text(trouble), width: app.area.columns - 2)
      lines += wrapped.map { ($0, .danger.emphasised) }
    }
    return lines
  }

  private func foot(_ app: AppContext) -> [String] {
    guard !form.fields.isEmpty, let text = recipe.summary(scene(app)) else { return [] }
    return Array(TextWidth.wrap(text, width: app.area.columns - 4).prefix(3))
  }

  func draw(into canvas: inout Canvas, app: AppContext) {
    let (top, middle, bottom) = parts(app)
    for (row, line) in head(app).enumerated() where row < top.height {
      canvas.put(line.text, at: Point(row: row, column: 2), style: line.style)
    }
    canvas.within(middle) { canvas in
      form.draw(into: &canvas, focused: app.isFocused, phrases: app.phrases, dates: app.dates)
    }
    for (row, line) in foot(app).enumerated() {
      let sign = row == 0 ? canvas.glyphs.arrowRight : " "
      canvas.put("\(sign) \(line)", at: Point(row: bottom.row + row, column: 1), style: .accent)
    }
  }
}

extension FormField {
  /// The field of those who are to do the next step, where the rules leave it open.
  static let recipients = "recipients"
}
