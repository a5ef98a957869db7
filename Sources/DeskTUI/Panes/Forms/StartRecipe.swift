import DeskModel

/// The procedures that a role can begin by a letter of the office's own.
struct StartableProcedures: Question {
  func answer(from desk: Desk, for session: Session) throws -> [Procedure] {
    try desk.procedures(startableBy: session.role.id)
  }
}

/// Begins a case with a letter of the office's own: an outgoing letter, a note, an answer.
struct StartRecipe: FormRecipe {
  /// `startCase` or `reply`.
  let command: CommandID
  /// The letter that is answered.
  private let answered: LetterRow?
  private var procedures: [Procedure]?

  init(_ command: CommandID, answering letter: LetterRow? = nil) {
    self.command = command
    answered = letter
  }

  func questions(in app: AppContext) -> [any Question] { [StartableProcedures()] }

  mutating func learn(_ answer: Answer) {
    if let (_, list) = answer.to(StartableProcedures.self) { procedures = list }
  }

  func fields(_ scene: FormScene) -> [FormField] {
    guard let procedures else { return [] }
    guard !procedures.isEmpty else {
      return [
        FormField(
          "none", Message("form.start.procedure"),
          .note(scene.app.text("form.start.none", ["role": scene.app.session.role.name])))
      ]
    }
    let app = scene.app
    let letter = answered ?? scene.file?.view.letter
    let isReply = command == .reply
    let subject =
      isReply ? letter.map { app.text("form.reply.subject", ["subject": $0.subject]) } : nil
    var fields = [
      FormField(
        "procedure", Message("form.start.procedure"),
        .ticks(
          TickList(
            procedures.map {
              TickList.Item(id: $0.id.rawValue, label: $0.title, detail: $0.id.rawValue)
            }, ticks: [TickList.Tick(id: preferred(procedures, app.subject).id.rawValue)],
            isSingle: true,
            rows: max(3, min(6, app.area.rows - 7)))),
        help: Message("form.start.procedure.help"), isRequired: true),
      FormField(
        "kind", Message("form.start.kind"),
        .choice(
          ChoiceField(
            StartRecipe.kinds.map {
              ChoiceField.Option(id: $0.rawValue, label: app.text("kind.\($0.rawValue)"))
            }))),
      .line("subject", "form.start.subject", subject ?? "", isRequired: true),
      .line("addressee", "form.start.addressee", isReply ? letter?.sender ?? "" : ""),
      FormField(
        "urgency", Message("form.start.urgency"),
        .choice(
          ChoiceField(
            Urgency.allCases.map {
              ChoiceField.Option(id: $0.rawValue, label: app.text("urgency.\($0.rawValue)"))
            }))),
      .note("note", "form.note", help: "form.start.note.help"),
    ]
    if !scene.candidates.isEmpty {
      fields.append(
        .roles(
          FormField.recipients, "form.recipients", help: "form.recipients.help", scene.candidates,
          app))
    }
    return fields
  }

  /// What the office writes itself.
  private static let kinds = LetterKind.allCases.filter { !$0.isIncoming }

  /// The one that is ticked first: the one that is selected; for an answer one that ends with a signature and leaves
  /// the house.
  private func preferred(_ procedures: [Procedure], _ subject: Subject?) -> Procedure {
    if case .procedure(let id) = subject, let selected = procedures.first(where: { $0.id == id }) {
      return selected
    }
    let signed = procedures.first { procedure in
      procedure.steps.contains { $0.act == .tandatangani }
        && procedure.steps.contains { $0.act == .kirim || $0.act == .arsipkan }
    }
    return signed ?? procedures[0]
  }

  func action(_ scene: FormScene) -> Result<Action, FormFaults> {
    guard let id = scene.roles("procedure").isEmpty ? nil : scene.form.ticks("procedure").first?.id
    else {
      return .failure(FormFaults("procedure", Message("form.start.no-procedure")))
    }
    let app = scene.app
    let kind = LetterKind(rawValue: scene.form["kind"]) ?? .outgoing
    var input = LetterDraftInput(kind: kind)
    input.subject = scene.form["subject"]
    input.addressee = scene.form["addressee"]
    input.urgency = scene.form["urgency"]
    input.sender = app.office.unit(app.session.role.unit)?.name ?? app.office.name
    do throws(LetterFaults) {
      var letter = try input.letter(id: 0, today: app.today, classifications: nil)
      if command == .reply { letter.replyTo = answered?.id ?? scene.file?.state.letter.id }
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
