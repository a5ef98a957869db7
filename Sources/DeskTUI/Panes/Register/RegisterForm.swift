import DeskModel

/// Catat surat masuk: one letter after the other, by keyboard alone.
///
/// Saving takes an agenda number and opens the next empty form at once; what repeats from letter to letter (the day,
/// sifat, urgensi, the procedure) stays.
struct RegisterForm: Layer {
  /// What is typed, for the fields that take typing.
  var texts: [RegisterField: TextField]
  var secrecy = Secrecy.biasa
  var urgency = Urgency.biasa
  /// The files to attach, as paths.
  var files: [String] = []
  /// The procedures that the letter can start, and the one picked.
  var procedures: [ProcedureRow] = []
  var procedure: ProcedureID?
  var classifications: ClassificationList?

  /// The field that is being filled; the day is filled already.
  var focus = RegisterField.sender
  var recall = Recall()
  /// The sender as it was written before, when only capitals differ from what is typed.
  var knownSender: String?
  var faults: [RegisterField: Message] = [:]
  /// What the rules said against the whole letter.
  var refusal: Message?
  /// Letters in the books that are probably this one.
  var same: [LetterRow] = []
  /// The letter that waits for its files to be taken in.
  var waiting: Letter?

  /// How many letters were entered since the form was opened, and the last number.
  private(set) var logged = 0
  private(set) var lastNumber: String?

  /// An empty form for whoever sits here.
  init(_ app: AppContext) {
    texts = [:]
    for field in RegisterField.allCases where field.kind != .choice {
      texts[field] = TextField(limit: field.limit)
    }
    texts[.received]?.set(app.today.dayFirst)
  }

  var title: Message { Message("register.title") }
  var context: CommandContext { .form }
  var takesText: Bool { true }
  var purpose: CommandID? { .register }
  var draftKey: FormDraft.Key? { FormDraft.Key(.register) }

  /// The fields that are shown: a choice of one is none.
  var fields: [RegisterField] {
    RegisterField.allCases.filter { $0 != .procedure || procedures.count > 1 }
  }

  func text(_ field: RegisterField) -> String { texts[field]?.text ?? "" }

  /// Whether whoever sits here keeps the agenda books.
  static func availability(in app: AppContext) -> Availability {
    if app.office.hasDuty(.registers, app.session.role.id) { return .available }
    let clerks = app.office.roles.filter { app.office.hasDuty(.registers, $0.id) }
    return .unavailable(
      Message("register.not-here", ["roles": clerks.map(\.name).joined(separator: ", ")]))
  }

  // MARK: What survives

  var draft: FormDraft? {
    let values = typedValues
    guard !values.isEmpty else { return nil }
    let name = ["subject", "sender", "number"].lazy.compactMap { values[$0] }.first ?? ""
    return FormDraft(
      key: FormDraft.Key(.register), name: name, values: values.merging(kept) { typed, _ in typed })
  }

  /// What would be lost: fields that are empty in an empty form.
  private var typedValues: [String: String] {
    var values: [String: String] = [:]
    for field in RegisterField.allCases where field != .received && field.kind != .choice {
      if !text(field).isEmpty { values[field.rawValue] = text(field) }
    }
    if !files.isEmpty { values["attached"] = files.joined(separator: "\n") }
    return values
  }

  private var kept: [String: String] {
    var values = [
      "received": text(.received), "secrecy": secrecy.rawValue, "urgency": urgency.rawValue,
    ]
    values["procedure"] = procedure?.rawValue
    return values
  }

  mutating func restore(_ draft: FormDraft) {
    for field in RegisterField.allCases { texts[field]?.set(draft.values[field.rawValue] ?? "") }
    secrecy = draft.values["secrecy"].flatMap(Secrecy.init) ?? .biasa
    urgency = draft.values["urgency"].flatMap(Urgency.init) ?? .biasa
    procedure = draft.values["procedure"].map { ProcedureID($0) }
    files = (draft.values["attached"] ?? "").split(separator: "\n").map(String.init)
  }

  // MARK: What it asks

  func questions(in app: AppContext) -> [any Question] {
    var wanted: [any Question] = []
    if procedures.isEmpty { wanted.append(RegistrableProcedures()) }
    if classifications == nil { wanted.append(ClassificationInForce()) }
    if let question = sameQuestion(today: app.today) { wanted.append(question) }
    return wanted
  }

  mutating func receive(_ news: News, in app: AppContext) -> [Effect] {
    switch news {
    case .answer(let answer): return take(answer, in: app)
    case .performed(_, let receipt): return saved(receipt, in: app)
    case .refused(_, let message, _):
      refusal = message
      return []
    case .edited(let text):
      texts[focus]?.set("")
      return insert(text, in: app)
    case .returned: return []
    }
  }

  /// Opens the next form.
  private mutating func saved(_ receipt: Receipt, in app: AppContext) -> [Effect] {
    let number = receipt.number?.text ?? ""
    let next = receipt.waiting.first.flatMap { app.office.role($0.role)?.name }
    logged += 1
    lastNumber = number
    for field in RegisterField.allCases where field != .received { texts[field]?.set("") }
    files = []
    same = []
    faults = [:]
    refusal = nil
    recall = Recall()
    knownSender = nil
    focus = .sender
    let key = next == nil ? "register.saved" : "register.saved-to"
    return [.toast(Message(key, ["number": number, "role": next ?? ""]), .done)]
  }

  // MARK: Commands

  func availability(of command: CommandID, in app: AppContext) -> Availability {
    guard command == .externalEditor, ![.subject, .summary, .remark].contains(focus) else {
      return .available
    }
    return .unavailable(Message("register.no-editor"))
  }

  /// The same letter entered twice is asked about, never refused.
  func danger(of command: CommandID, in app: AppContext) -> Command.Danger {
    guard command == .save, !same.isEmpty, (try? letter(in: app)) != nil else { return .none }
    return .confirm
  }

  func stake(of command: CommandID, in app: AppContext) -> Stake? {
    same.first.map { row in
      let number = row.number?.text ?? row.senderNumber ?? ""
      return Stake(name: number, number: number)
    }
  }

  mutating func perform(_ command: CommandID, in app: AppContext) -> [Effect] {
    switch command {
    case .save: return save(in: app)
    case .externalEditor: return [.edit(text(focus), title: Message(focus.label))]
    case .back: return [.close]
    default: return []
    }
  }
}
