import DeskModel

/// The procedures that a role can begin by a letter of the office's own.
struct StartableProcedures: Question {
  /// Whether only those by which the office answers letters.
  let isReply: Bool

  func answer(from desk: Desk, for session: Session) throws -> [ProcedureRow] {
    let startable = try desk.procedures(
      begunBy: session.role.id, byEntry: false, for: session.actor)
    guard isReply else { return startable }
    let answering = Set(try desk.proceduresOfAnswers().map(\.id))
    return startable.filter { answering.contains($0.id) }
  }
}

/// Begins a case with a letter of the office's own: an outgoing letter, a note, an answer.
struct StartRecipe: FormRecipe {
  /// `startCase` or `reply`.
  let command: CommandID
  /// The letter that is answered.
  private let answered: LetterRow?
  /// The procedure that was picked before the form was opened.
  private let wanted: ProcedureID?
  private var procedures: [ProcedureRow]?
  private var codes: ClassificationList?

  init(_ command: CommandID, answering letter: LetterRow? = nil, procedure: ProcedureID? = nil) {
    self.command = command
    answered = letter
    wanted = procedure
  }

  var takesFiles: Bool { true }

  func questions(in app: AppContext) -> [any Question] {
    [StartableProcedures(isReply: command == .reply)]
      + (command == .reply ? [ClassificationInForce()] : [])
  }

  mutating func learn(_ answer: Answer) {
    if let (_, list) = answer.to(StartableProcedures.self) { procedures = list }
    if let (_, list) = answer.to(ClassificationInForce.self) { codes = list }
  }

  func fields(_ scene: FormScene) -> [FormField] {
    guard let procedures else { return [] }
    let app = scene.app
    guard !procedures.isEmpty else { return notes(app) }
    let preferred = preferred(procedures, in: app.office)
    let letter = other(scene)
    let subject = letter.map { app.text("form.reply.subject", ["subject": $0.subject]) }
    var fields = [
      FormField(
        "procedure", Message("form.start.procedure"),
        .ticks(
          TickList(
            procedures.map {
              TickList.Item(id: $0.id.rawValue, label: $0.title, detail: $0.id.rawValue)
            }, ticks: preferred.map { [TickList.Tick(id: $0.id.rawValue)] } ?? [], isSingle: true,
            rows: max(3, min(6, app.area.rows - 9)))),
        help: Message("form.start.procedure.help"), isRequired: true),
      choice(
        "kind", StartRecipe.kinds.map { ($0.rawValue, "kind.\($0.rawValue)") },
        chosen: preferred?.beginning.kind.rawValue ?? LetterKind.outgoing.rawValue, app),
      .line("subject", "form.start.subject", subject ?? "", isRequired: true),
      .line("addressee", "form.start.addressee", letter?.sender ?? ""),
      choice(
        "secrecy", Secrecy.allCases.map { ($0.rawValue, "secrecy.\($0.rawValue)") },
        chosen: letter?.secrecy.rawValue, app),
      choice(
        "urgency", Urgency.allCases.map { ($0.rawValue, "urgency.\($0.rawValue)") },
        chosen: letter?.urgency.rawValue, app),
    ]
    if command == .reply { fields.append(.classification(scene.ownClassification)) }
    fields += scene.files.fields(
      Message("form.start.files"), help: Message("form.start.files.help"), app)
    fields.append(.note("note", "form.note", help: Message("form.start.note.help")))
    if !scene.candidates.isEmpty {
      fields.append(
        .roles(
          FormField.recipients, "form.recipients", help: "form.recipients.help", scene.candidates,
          app))
    }
    return fields
  }

  /// What whoever can begin nothing here is told.
  private func notes(_ app: AppContext) -> [FormField] {
    let none = FormField(
      "none", Message("form.start.procedure"),
      .note(app.text("form.start.none", ["role": app.session.role.name])))
    guard RegisterForm.availability(in: app).isAvailable else { return [none] }
    let enter = app.text("form.start.enter", ["key": app.key(.register)])
    return [none, FormField("enter", Message(""), .note(enter))]
  }

  /// The letter that is answered: the answer begins with its subject, sifat, urgency and classification.
  private func other(_ scene: FormScene) -> LetterRow? {
    command == .reply ? answered ?? scene.file?.view.letter : nil
  }

  func suggestions(for field: String, _ scene: FormScene) -> [String] {
    field == FormScene.classification ? scene.offers(of: codes) : []
  }

  private func choice(
    _ id: String, _ options: [(id: String, key: String)], chosen: String? = nil, _ app: AppContext
  ) -> FormField {
    FormField(
      id, Message("form.start.\(id)"),
      .choice(
        ChoiceField(
          options.map { ChoiceField.Option(id: $0.id, label: app.text($0.key)) }, chosen: chosen)))
  }

  /// What the office writes itself.
  private static let kinds = LetterKind.allCases.filter { !$0.isIncoming }

  /// The one that is ticked first: the one that was picked; else the office's own procedure of letters that leave the
  /// house. Another office's is never begun without being picked.
  private func preferred(_ procedures: [ProcedureRow], in office: Office) -> ProcedureRow? {
    if let wanted, let picked = procedures.first(where: { $0.id == wanted }) { return picked }
    let own = procedures.filter { $0.office == office.name }
    if let letters = own.first(where: { LetterKind(namedIn: $0.title) == .outgoing }) {
      return letters
    }
    // Of several for some purpose each, none is likelier than another.
    return own.count == 1 ? own.first : nil
  }

  /// Another procedure writes another kind of paper.
  func consequences(of field: String, _ scene: FormScene) -> [String: String] {
    guard field == "procedure", let id = scene.form.ticks("procedure").first?.id,
      let row = procedures?.first(where: { $0.id.rawValue == id })
    else { return [:] }
    return ["kind": row.beginning.kind.rawValue]
  }

  func action(_ scene: FormScene) -> Result<Action, FormFaults> {
    guard let id = scene.form.ticks("procedure").first?.id else {
      return .failure(FormFaults("procedure", Message("form.start.no-procedure")))
    }
    if let fault = scene.classificationFault(in: codes) { return .failure(fault) }
    let app = scene.app
    let kind = LetterKind(rawValue: scene.form["kind"]) ?? .outgoing
    var input = LetterDraftInput(kind: kind)
    input.subject = scene.form["subject"]
    input.addressee = scene.form["addressee"]
    input.secrecy = scene.form["secrecy"]
    input.urgency = scene.form["urgency"]
    input.sender = app.office.unit(app.session.role.unit)?.name ?? app.office.name
    do throws(LetterFaults) {
      var letter = try input.letter(id: 0, today: app.today, classifications: nil)
      letter.replyTo = other(scene)?.id
      letter.classification = scene.classification(in: codes)
      return .success(
        .register(
          Registration(
            letter: letter, procedure: ProcedureID(id), note: scene.text("note"),
            recipients: scene.roles(FormField.recipients))))
    } catch {
      return .failure(
        FormFaults(
          Dictionary(
            error.list.map { ($0.field.rawValue, $0.message) },
            uniquingKeysWith: { first, _ in first })))
    }
  }
}
