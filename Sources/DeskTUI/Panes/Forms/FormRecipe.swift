import DeskModel

/// What makes one form about a case different from another: its fields, and the action that comes of them.
protocol FormRecipe: Sendable {
  /// The command that opens it.
  var command: CommandID { get }
  /// What stands above it.
  var title: Message { get }
  /// What it must know besides the case.
  func questions(in app: AppContext) -> [any Question]
  /// Takes the answer to a question of its own.
  mutating func learn(_ answer: Answer)
  /// Its fields as they begin; an answer that is there already stays.
  func fields(_ scene: FormScene) -> [FormField]
  /// Whether files can be attached to the letter that it begins.
  var takesFiles: Bool { get }
  /// The answers of other fields that follow from a new answer.
  func consequences(of field: String, _ scene: FormScene) -> [String: String]
  /// What could be meant in a text field.
  func suggestions(for field: String, _ scene: FormScene) -> [String]
  /// What will happen when it is saved, in a sentence or two.
  func summary(_ scene: FormScene) -> String?
  /// What is to be done, or what is in the way, by field.
  func action(_ scene: FormScene) -> Result<Action, FormFaults>
}

extension FormRecipe {
  var title: Message { Message("form.title.\(command.rawValue)") }
  func questions(in app: AppContext) -> [any Question] { [] }
  var takesFiles: Bool { false }
  func consequences(of field: String, _ scene: FormScene) -> [String: String] { [:] }
  mutating func learn(_ answer: Answer) {}
  func suggestions(for field: String, _ scene: FormScene) -> [String] { [] }
  func summary(_ scene: FormScene) -> String? { nil }
}

/// What is wrong, by field.
struct FormFaults: Error, Hashable {
  let byField: [String: Message]

  init(_ field: String, _ message: Message) { byField = [field: message] }
  init(_ byField: [String: Message]) { self.byField = byField }
}

/// What a form is about and what is typed in it, as it stands now.
struct FormScene {
  let app: AppContext
  /// The case; `nil` for a form that begins one.
  let file: CaseFile?
  /// The task.
  let task: Task?
  /// The text of the letter as it was when the form was opened: what is corrected is written from that one.
  let draft: CaseState.Draft?
  /// What is typed; without fields while there are none.
  var form: Form
  /// What was typed before in fields that are not there yet.
  let kept: [String: String]
  /// The roles that the rules have asked to choose among.
  let candidates: [RoleID]
  /// The files that are attached.
  let files: AttachedFiles

  var ref: TaskRef? { task.map { TaskRef($0) } }
  var step: Step? { task.flatMap { file?.step($0) } }

  /// What is typed in a field; `nil` when it is empty.
  func text(_ field: String) -> String? { form[field].isEmpty ? nil : form[field] }

  /// The roles ticked in a field.
  func roles(_ field: String) -> [RoleID] {
    form.ticks(field).filter { !$0.isSecond }.map { RoleID($0.id) }
  }

  /// What the rules would say.
  func attempt(
    _ action: Action, _ books: BookStanding = BookStanding()
  ) -> Result<[Entry], Refusal>? {
    file.map {
      LetterActs(
        file: $0, task: task, session: app.session, office: app.office, now: app.now
      ).attempt(action, books)
    }
  }

  /// The roles to choose among for what comes after an action, where the rules leave it open.
  func candidates(
    after action: Action, _ books: BookStanding = BookStanding()
  ) -> [RoleID]? {
    if !candidates.isEmpty { return candidates }
    guard case .failure(let refusal) = attempt(action, books), refusal.code == .recipientMissing,
      !refusal.candidates.isEmpty
    else { return nil }
    return refusal.candidates
  }

  /// What an action would lead to, in words; `nil` where the rules refuse it.
  func outlook(_ action: Action) -> String? {
    guard case .success(let entries) = attempt(action) else { return nil }
    return DoneText.next(entries, app, isReturn: DoneText.isReturn(action))
  }
}

extension FormField {
  /// A reason or a note.
  static func note(
    _ id: String, _ label: String, help: Message? = nil, rows: Int = 3, isRequired: Bool = false
  ) -> FormField {
    FormField(
      id, Message(label), .area(TextArea(limit: Flow.longestNote), rows: rows), help: help,
      isRequired: isRequired)
  }

  /// One line.
  static func line(
    _ id: String, _ label: String, _ text: String = "", help: String? = nil,
    isRequired: Bool = false
  ) -> FormField {
    FormField(
      id, Message(label), .text(TextField(text)), help: help.map { Message($0) },
      isRequired: isRequired)
  }

  /// Roles to tick.
  static func roles(
    _ id: String, _ label: String, help: String, _ roles: [RoleID], isSingle: Bool = false,
    _ app: AppContext
  ) -> FormField {
    FormField(
      id, Message(label),
      .ticks(
        TickList(
          roles.map { .role($0, app) }, isSingle: isSingle, rows: max(4, min(8, app.area.rows - 6)))
      ),
      help: Message(help), isRequired: true)
  }
}

extension TickList.Item {
  /// A role, with who holds it.
  static func role(_ id: RoleID, isSecondOnly: Bool = false, _ app: AppContext) -> TickList.Item {
    TickList.Item(
      id: id.rawValue, label: app.shortName(id),
      detail: app.holder(of: id) ?? app.text("form.vacant"),
      isSecondOnly: isSecondOnly)
  }
}
