import DeskModel

/// The text of a letter over the whole screen: written here or in the user's own editor, kept as a new version.
///
/// Why it was sent back stands above it while it is written. Keeping a version does not finish the step.
struct DraftForm: Layer {
  private let caseID: CaseID
  private let taskID: TaskID
  private var file: CaseFile?
  private var area = TextArea(limit: Flow.longestDraft)
  /// What the text begins with where there is none.
  private var skeleton: DraftSkeleton?
  /// The text as it was when typing began, if that is known, and its version: what is typed is written from that one.
  private var original: String?
  private var version = 0
  /// The same of what lies in the user's own editor.
  private var sent: (original: String?, version: Int)?
  private var trouble: Message?
  private var isFilled = false
  private var isSaving = false

  /// Opens the text of a case that is known.
  init(file: CaseFile, task: Task, app: AppContext) {
    self.init(caseID: file.state.id, taskID: task.id)
    take(file, in: app)
  }

  /// Opens the text of a case that is asked for.
  init(caseID: CaseID, taskID: TaskID) {
    self.caseID = caseID
    self.taskID = taskID
  }

  var title: Message {
    guard version > 0 else { return Message("draft.title.new") }
    return Message("draft.title", ["version": "\(version)"])
  }
  var context: CommandContext { .editor }
  var placement: Placement { .full }
  var takesText: Bool { true }
  var purpose: CommandID? { .draft }
  var draftKey: FormDraft.Key? { FormDraft.Key(.draft, caseID: caseID, taskID: taskID) }
  var draft: FormDraft? {
    guard let draftKey, isFilled, area.text != original else { return nil }
    return FormDraft(
      key: draftKey, name: file?.name ?? "", values: ["text": area.text, "version": "\(version)"])
  }

  mutating func restore(_ draft: FormDraft) {
    area.set(draft.values["text"] ?? "")
    version = draft.values["version"].flatMap { Int($0) } ?? 0
    isFilled = true
    if let file { take(file) }
  }

  func questions(in app: AppContext) -> [any Question] {
    [LetterQuestion(subject: .task(taskID, of: caseID))]
  }

  private mutating func take(_ new: CaseFile, in app: AppContext) {
    skeleton = new.state.task(taskID).flatMap { DraftSkeleton(new, task: $0, app: app) }
    take(new)
  }

  /// Takes the case; the text only as long as nothing is typed. What is typed stays what it is: written from the
  /// version that stood here when typing began.
  private mutating func take(_ new: CaseFile) {
    file = new
    let text = TextArea.clean(new.draft?.text ?? skeleton?.text ?? "")
    if !isFilled || area.text == original {
      if !isFilled || text != original {
        area.set(text)
        if new.draft == nil, let skeleton { area.move(to: skeleton.head.count) }
      }
      version = new.draftVersion
      original = text
    } else if version == new.draftVersion {
      original = text
    } else if !isSaving {
      trouble = Message("draft.newer")
    }
    isFilled = true
  }

  /// Gives the text to the user's own editor, where it stays while others may write.
  private mutating func edit() -> [Effect] {
    sent = (original, version)
    return [.edit(area.text, title: title)]
  }

  /// Takes the text back from the editor, as written from the version that was given there.
  private mutating func take(edited text: String) {
    if let sent { (original, version) = sent }
    sent = nil
    area.set(text)
    if let file { take(file) }
  }

  mutating func receive(_ news: News, in app: AppContext) -> [Effect] {
    switch news {
    case .answer(let answer):
      guard let (_, dossier) = answer.to(LetterQuestion.self), let new = dossier.file else {
        return []
      }
      // What comes back from one's own saving must not set the cursor to the beginning.
      if new != file { take(new, in: app) }
      if let task = new.state.task(taskID), task.state != .open {
        trouble = Message(
          "act.no.done",
          ["person": app.personName(task.finishedBy), "role": app.roleName(task.role)])
      }
    case .edited(let text):
      if let refusal = area.refusal(replacingBy: text) {
        return EditorLayer.again(
          text, instead: area.text, limit: area.limit, title: title, refusal)
      }
      take(edited: text)
    case .performed(let action, let receipt):
      return [.close] + DoneText.effects(of: action, receipt, app: app)
    case .refused(_, let message, let refusal):
      isSaving = false
      trouble = refusal?.code == .draftChanged ? Message("draft.newer") : message
    case .proved, .unproved, .returned, .enacted, .notEnacted: break
    }
    return []
  }

  /// Goes on in the user's own editor, for those who have named one.
  mutating func gainFocus(in app: AppContext) -> [Effect] {
    app.hasEditor && file != nil ? edit() : []
  }

  func availability(of command: CommandID, in app: AppContext) -> Availability {
    switch command {
    case .save where isSaving: .unavailable(Message("form.saving"))
    case .save where area.text.allSatisfy(\.isWhitespace):
      .unavailable(Message("refusal.draftMissing"))
    case .save where area.text == original:
      .unavailable(Message(version > 0 ? "draft.same" : "draft.untouched"))
    case .externalEditor where !app.hasEditor: .unavailable(Message("draft.no-editor"))
    default: .available
    }
  }

  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    switch command {
    case .save:
      guard let task = file?.state.task(taskID) else { return [] }
      isSaving = true
      return [.perform(.writeDraft(TaskRef(task), text: area.text, basedOn: version))]
    case .externalEditor: return edit()
    case .back: return [.close]
    default: return []
    }
  }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    if let text = input.text, let refusal = area.refusal(of: text) {
      return .done([.toast(refusal, .warn)])
    }
    switch input {
    case .key(let key):
      return area.handle(key, size: parts(app).text.size) ? .handled : .ignored
    case .paste(let text): area.paste(text)
    case .mouse: break
    }
    return .handled
  }

  // MARK: Drawing

  private func parts(_ app: AppContext) -> (head: Rect, text: Rect) {
    let (head, rest) = Rect(app.area).splitting(top: head(app).count)
    return (head, rest)
  }

  /// Why it was sent back, and any trouble.
  private func head(_ app: AppContext) -> [(text: String, style: Style)] {
    let width = app.area.columns - 2
    var lines: [(text: String, style: Style)] = []
    if let file, let task = file.state.task(taskID), let back = file.returned(task) {
      let text = app.text(
        "draft.returned", ["who": app.shortName(back.role), "reason": back.note ?? "—"])
      lines += TextWidth.wrap(text, width: width).prefix(3).map { ($0, .warn) }
    }
    if let trouble {
      lines += TextWidth.wrap("! " + app.text(trouble), width: width)
        .map { ($0, .danger.emphasised) }
    }
    return lines
  }

  func draw(into canvas: inout Canvas, app: AppContext) {
    for (row, line) in head(app).enumerated() {
      canvas.put(line.text, at: Point(row: row, column: 1), style: line.style)
    }
    canvas.within(parts(app).text) { area.draw(into: &$0, focused: app.isFocused) }
  }
}
