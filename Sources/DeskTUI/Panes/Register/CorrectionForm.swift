import DeskModel

/// Betulkan catatan: the registration form with what stands in the book, and why it is changed.
///
/// What somebody else corrects meanwhile is taken over in the fields that are not touched here; what is typed stays.
struct CorrectionForm: FormLayer {
  private let caseID: CaseID
  private var file: CaseFile?
  var form = Form([])
  /// The last correction that the fields know of.
  private var over: Int64?
  private var classifications: ClassificationList?
  /// What was typed before the program ended, until the letter is there.
  private var kept: [String: String]?
  /// That somebody else was here.
  private var trouble: Message?
  private var isSaving = false

  /// Opens a form; without its case it asks for it.
  init(_ caseID: CaseID, file: CaseFile?, app: AppContext) {
    self.caseID = caseID
    if let file { take(file, app) }
  }

  var title: Message {
    Message("correct.title", ["number": file?.state.number?.text ?? ""])
  }
  var purpose: CommandID? { .correct }
  var draftName: String { file?.name ?? "" }
  var draftKey: FormDraft.Key? { FormDraft.Key(.correct, caseID: caseID) }

  // MARK: Fields

  /// What can be corrected, in the order of the paper agenda book.
  private static let fields: [RegisterField] = [
    .received, .sender, .number, .written, .subject, .summary, .secrecy, .urgency, .classification,
  ]
  private static let reason = "reason"

  private func fields(_ letter: Letter, _ app: AppContext) -> [FormField] {
    let input = LetterDraftInput(letter)
    let note = trouble.map { FormField.Control.note("! \(app.text($0))", style: .warn) }
    return [FormField("status", Message(""), note ?? .note(app.text("correct.status")))]
      + CorrectionForm.fields.map { field in
        FormField(
          field.rawValue, field.label, field.control(field.text(of: input), app),
          help: field.help, isRequired: field == .sender || field == .subject)
      }
      + [
        .note(
          CorrectionForm.reason, "form.reason", help: Message("form.reason.correct"), rows: 2,
          isRequired: true)
      ]
  }

  /// Takes the letter as it stands now.
  private mutating func take(_ new: CaseFile, _ app: AppContext) {
    let isFirst = form.fields.isEmpty
    file = new
    if isFirst {
      over = kept == nil ? new.state.corrected : kept?[CorrectionForm.seen].flatMap { Int64($0) }
    }
    var typed = kept ?? form.values
    kept = nil
    let missed = new.view.corrections.filter { $0.id > over ?? 0 }
    guard isFirst || !missed.isEmpty else { return }
    for change in missed.flatMap(\.fact.changes.list) {
      let field = RegisterField(change.field)
      guard typed[field.rawValue] == change.typed(change.from) else { continue }
      typed[field.rawValue] = change.typed(change.to)
    }
    if let last = missed.last {
      over = last.id
      trouble = Message(
        "correct.meanwhile",
        ["person": app.personName(last.by.person), "time": app.stamp(last.at)])
    }
    let focus = form.focusedID
    form = Form(fields(new.state.letter, app))
    form.restore(typed)
    form.focus(on: focus ?? RegisterField.sender.rawValue)
  }

  // MARK: What survives

  /// Where the correction that the fields know of is kept among the values.
  private static let seen = "seen"

  var draft: FormDraft? {
    guard let draftKey else { return nil }
    if let kept { return FormDraft(key: draftKey, name: draftName, values: kept) }
    guard form.hasChanged else { return nil }
    var values = form.values
    values[CorrectionForm.seen] = over.map { "\($0)" }
    return FormDraft(key: draftKey, name: draftName, values: values)
  }

  mutating func restore(_ draft: FormDraft) {
    // The letter is taken again under what was typed: somebody may have corrected it since.
    form = Form([])
    kept = draft.values
  }

  mutating func gainFocus(in app: AppContext) -> [Effect] {
    if let file, kept != nil { take(file, app) }
    return []
  }

  // MARK: What comes back

  func questions(in app: AppContext) -> [any Question] {
    [LetterQuestion(subject: .case(caseID))]
      + (classifications == nil ? [ClassificationInForce()] : [])
  }

  mutating func learn(_ news: News, in app: AppContext) -> [Effect] {
    switch news {
    case .answer(let answer): return take(answer, app)
    case .performed(let action, let receipt):
      return [.close] + DoneText.effects(of: action, receipt, app: app)
    case .refused: isSaving = false
    case .proved, .unproved, .returned, .edited, .enacted, .notEnacted: break
    }
    return []
  }

  private mutating func take(_ answer: Answer, _ app: AppContext) -> [Effect] {
    if let (_, dossier) = answer.to(LetterQuestion.self) {
      // What was typed stays where it can be copied.
      guard let new = dossier.file else { return [.toast(Message("letter.gone"), .warn)] }
      take(new, app)
    } else if let (_, list) = answer.to(ClassificationInForce.self) {
      classifications = list
    } else if let (asked, names) = answer.to(SenderRecall.self) {
      let isKnown = names.contains { $0.lowercased() == asked.typed.lowercased() }
      guard asked.typed == form[.sender], form.focusedID == RegisterField.sender.rawValue,
        !isKnown
      else { return [] }
      form.suggest(names, for: RegisterField.sender.rawValue, pickingFirst: true)
    }
    return []
  }

  mutating func changed(_ field: String, in app: AppContext) -> [Effect] {
    switch RegisterField(rawValue: field) {
    case .sender where !form[.sender].isEmpty: return [.ask(SenderRecall(typed: form[.sender]))]
    case .classification: form.suggestClassifications(classifications)
    default: break
    }
    return []
  }

  // MARK: Saving

  func availability(of command: CommandID, in app: AppContext) -> Availability {
    command == .save && isSaving ? .unavailable(Message("form.saving")) : .available
  }

  mutating func save(in app: AppContext) -> [Effect] {
    guard let file else { return [] }
    let reason = form[CorrectionForm.reason]
    do {
      var input = form.letterInput(classifications, today: app.today)
      // A summary of several lines stands on one in its field: who does not touch it does not change it.
      let untouched = Form(fields(file.state.letter, app))
      if form[.summary] == untouched[.summary] { input.note = file.state.letter.note ?? "" }
      let letter =
        try input
        .correcting(file.state.letter, today: app.today, classifications: classifications)
      guard !reason.allSatisfy(\.isWhitespace) else {
        form.show([CorrectionForm.reason: Message("refusal.reasonMissing")])
        return []
      }
      form.show([:])
      isSaving = true
      return [.perform(.correct(caseID, Correction(letter, over: over, reason: reason)))]
    } catch {
      form.show(error)
      return []
    }
  }
}

extension RegisterField {
  /// What stands in the field in a form's raw texts.
  fileprivate func text(of input: LetterDraftInput) -> String {
    switch self {
    case .received: input.receivedDate
    case .sender: input.sender
    case .number: input.senderNumber
    case .written: input.letterDate
    case .subject: input.subject
    case .summary: input.note
    case .secrecy: input.secrecy
    case .urgency: input.urgency
    case .classification: input.classification
    case .reserved, .files, .remark, .procedure: ""
    }
  }
}

extension FieldChange {
  /// A side of the change as it stands in a field.
  fileprivate func typed(_ text: String?) -> String {
    guard let text else { return "" }
    guard field == .letterDate || field == .receivedDate else { return text }
    return CalendarDate(text)?.dayFirst ?? text
  }
}
