import DeskModel

/// Catat surat masuk: one letter after the other, by keyboard alone.
///
/// Saving takes an agenda number and opens the next empty form at once, with today as its day; the procedure stays.
struct RegisterForm: FormLayer {
  var form: Form
  /// The files that will be attached.
  var files = AttachedFiles()
  /// The procedures that the letter can start.
  var procedures: [ProcedureRow] = []
  var classifications: ClassificationList?
  /// The numbers that were set aside and wait for their letters.
  var reserved: [ReservedNumber] = []
  /// Letters in the books that are probably this one.
  var same: [LetterRow] = []
  /// The sender as written before, when only capitals differ from what is typed.
  var knownSender: String?
  /// The letter that waits for its files to be taken in.
  var waiting: Letter?
  /// What repeats from letter to letter, by field.
  private var kept: [RegisterField: String]

  /// How many letters were entered since the form was opened, and the last number.
  private(set) var logged = 0
  private(set) var lastNumber = ""

  /// An empty form for whoever sits here.
  ///
  /// - Parameter procedure: the one that the letter is to start; `nil` for the one most in use, or, for who does not
  ///   keep the book, for none.
  init(_ app: AppContext, procedure: ProcedureID? = nil) {
    kept = procedure.map { [.procedure: $0.rawValue] } ?? [:]
    form = Form([])
    begin(app)
  }

  var title: Message { Message("register.title") }
  var purpose: CommandID? { .register }
  var draftKey: FormDraft.Key? { FormDraft.Key(.register) }
  var draftName: String {
    [RegisterField.subject, .sender, .number].map { form[$0] }.first { !$0.isEmpty } ?? ""
  }

  /// Whether whoever sits here keeps the agenda books, or may begin a procedure by entering a letter.
  static func availability(in app: AppContext) -> Availability {
    if keepsBook(app) || app.mayRegister { return .available }
    let clerks = app.office.roles.filter { app.office.hasDuty(.registers, $0.id) }
    return .unavailable(
      Message("register.not-here", ["roles": clerks.map(\.name).joined(separator: ", ")]))
  }

  private static func keepsBook(_ app: AppContext) -> Bool {
    app.office.hasDuty(.registers, app.session.role.id)
  }

  // MARK: Fields

  /// An empty form but for what repeats; the day is filled in, so the keyboard is at the sender.
  private mutating func begin(_ app: AppContext) {
    files = AttachedFiles()
    same = []
    knownSender = nil
    // The number that was chosen for the letter before is not for this one.
    form = Form([])
    form = Form(fields(app))
    form.focus(on: RegisterField.sender.rawValue)
  }

  /// Makes the fields anew and keeps what is typed: there are other files, warnings or choices.
  mutating func rebuild(_ app: AppContext) {
    kept[.reserved] = chosenNumber
    form.replaceFields(fields(app))
  }

  private func fields(_ app: AppContext) -> [FormField] {
    var fields = [FormField("status", Message(""), .note(status(app)))]
    for field in RegisterField.allCases {
      guard field != .procedure || isProcedureAsked(app),
        field != .reserved || !reserved.isEmpty || chosenNumber != nil
      else { continue }
      guard field != .files else {
        fields += files.fields(field.label, app)
        continue
      }
      fields.append(
        FormField(
          field.rawValue, field.label, control(field, app), help: field.help,
          isRequired: isRequired(field, app)))
      if field == .reserved,
        let warning = app.warning(of: reserved, before: chosenNumber, .incoming)
      {
        fields.append(FormField("passed-over", Message(""), .note("! \(warning)", style: .warn)))
      }
      if field == .written, let warning = warning(app) {
        fields.append(FormField("same", Message(""), .note("! \(warning)", style: .warn)))
      }
    }
    return fields
  }

  /// Whether a field may not stay empty; a usual procedure is ticked already.
  private func isRequired(_ field: RegisterField, _ app: AppContext) -> Bool {
    switch field {
    case .sender, .subject: true
    case .procedure: !RegisterForm.keepsBook(app)
    default: false
    }
  }

  /// The name of the number that was chosen, also before its field is there; `nil` for the next.
  var chosenNumber: String? {
    let field = form.fields.first { $0.id == RegisterField.reserved.rawValue }
    let name = field?.value ?? kept[.reserved] ?? ""
    return name.isEmpty ? nil : name
  }

  private func control(_ field: RegisterField, _ app: AppContext) -> FormField.Control {
    switch field {
    case .received: field.control(app.today.dayFirst, app)
    case .reserved: app.numberChoice(reserved, chosen: chosenNumber)
    case .procedure: procedureControl(app)
    default: field.control("", app)
    }
  }

  /// Whether it is asked what for the letter is entered. Who does not keep the book has no usual procedure, and says it
  /// even of an only one.
  func isProcedureAsked(_ app: AppContext) -> Bool {
    procedures.count > (RegisterForm.keepsBook(app) ? 1 : 0)
  }

  /// A few procedures are seen at once; among many one is found by typing.
  private func procedureControl(_ app: AppContext) -> FormField.Control {
    let hasUsual = RegisterForm.keepsBook(app)
    guard procedures.count > RegisterForm.mostSeen || !hasUsual else {
      let options = procedures.map { ChoiceField.Option(id: $0.id.rawValue, label: $0.title) }
      return .choice(ChoiceField(options, chosen: kept[.procedure]))
    }
    let chosen =
      procedures.first { $0.id.rawValue == kept[.procedure] } ?? (hasUsual ? procedures.first : nil)
    return .ticks(
      TickList(
        procedures.map {
          TickList.Item(id: $0.id.rawValue, label: $0.title, detail: $0.id.rawValue)
        }, ticks: chosen.map { [TickList.Tick(id: $0.id.rawValue)] } ?? [], isSingle: true,
        rows: max(3, min(6, app.area.rows - 12))))
  }

  /// So many procedures are shown side by side at most.
  private static let mostSeen = 6

  /// How far the clerk is.
  private func status(_ app: AppContext) -> String {
    logged == 0
      ? app.text("register.logged-none")
      : app.text("register.logged", ["count": "\(logged)", "number": lastNumber])
  }

  private func warning(_ app: AppContext) -> String? {
    same.first.map { row in
      app.text(
        "register.same",
        [
          "number": row.number?.text ?? app.text("register.no-number"),
          "date": app.dates.short(app.office.calendar.date(of: row.registered)),
          "subject": row.subject,
        ])
    }
  }

  // MARK: What survives

  var draft: FormDraft? {
    guard let draftKey, form.hasChanged || !files.paths.isEmpty else { return nil }
    var values = form.values
    values["attached"] = files.text
    return FormDraft(key: draftKey, name: draftName, values: values)
  }

  mutating func restore(_ draft: FormDraft) {
    form.restore(draft.values)
    files.text = draft.values["attached"] ?? ""
    // What there is to choose from is not known yet.
    kept[.reserved] = draft.values[RegisterField.reserved.rawValue]
    kept[.procedure] = draft.values[RegisterField.procedure.rawValue]
  }

  mutating func gainFocus(in app: AppContext) -> [Effect] {
    rebuild(app)
    return []
  }

  // MARK: What comes back

  func questions(in app: AppContext) -> [any Question] {
    var wanted: [any Question] = []
    if procedures.isEmpty { wanted.append(RegistrableProcedures()) }
    if classifications == nil { wanted.append(ClassificationInForce()) }
    wanted.append(OpenNumbers())
    if let question = sameQuestion(app) { wanted.append(question) }
    return wanted
  }

  mutating func learn(_ news: News, in app: AppContext) -> [Effect] {
    switch news {
    case .answer(let answer): return take(answer, in: app)
    case .performed(_, let receipt): return saved(receipt, in: app)
    case .refused(_, _, let refusal?) where [.notReserved, .otherYear].contains(refusal.code):
      form.show([RegisterField.reserved.rawValue: refusal.message])
      return []
    case .refused, .proved, .unproved, .returned, .edited, .enacted, .notEnacted: return []
    }
  }

  /// Opens the next form.
  private mutating func saved(_ receipt: Receipt, in app: AppContext) -> [Effect] {
    lastNumber = receipt.number?.text ?? ""
    logged += 1
    // Not urgency, secrecy or an earlier day: what was so of one letter must not be of the next one unseen.
    kept[.procedure] = form[.procedure]
    // Who enters what was written on paper goes on with the next number of the sheet.
    let used = form[.reserved]
    reserved.removeAll { $0.place.name == used }
    kept[.reserved] = used.isEmpty ? nil : reserved.first?.place.name
    begin(app)
    let role = receipt.waiting.first.flatMap { app.office.role($0.role)?.name }
    let key = role == nil ? "register.saved" : "register.saved-to"
    return [.toast(Message(key, ["number": lastNumber, "role": role ?? ""]), .done)]
  }

  // MARK: The same letter twice

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
}
