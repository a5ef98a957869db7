import DeskModel

/// Does a step that is neither disposition nor paraf nor signature: asks what the step needs, and no more.
struct CompletionRecipe: FormRecipe {
  private var codes: ClassificationList?
  /// The numbers that were set aside and wait for their letters; `nil` until they are known.
  private var open: [ReservedNumber]?

  var command: CommandID { .complete }

  func questions(in app: AppContext) -> [any Question] {
    [ClassificationInForce(), OpenNumbers()]
  }

  mutating func learn(_ answer: Answer) {
    if let (_, list) = answer.to(ClassificationInForce.self) { codes = list }
    if let (_, numbers) = answer.to(OpenNumbers.self) { open = numbers }
  }

  func fields(_ scene: FormScene) -> [FormField] {
    guard let file = scene.file, let task = scene.task, let step = scene.step else { return [] }
    var fields: [FormField] = []
    if !step.outcomes.isEmpty {
      fields.append(
        FormField(
          "choice", Message("form.choice"),
          .choice(
            ChoiceField(step.outcomes.map { ChoiceField.Option(id: $0.name, label: $0.name) })),
          isRequired: true))
    }
    if task.act == .kirim || task.act == .arsipkan { fields += dispatch(file, task, scene) }
    if let roles = candidates(scene) {
      fields.append(
        .roles(
          FormField.recipients, "form.recipients", help: "form.recipients.help", roles, scene.app))
    }
    fields.append(.note("note", "form.note", help: Message("form.note.help")))
    return fields
  }

  /// What an outgoing letter needs to get its number and leave, and where the paper is put.
  private func dispatch(_ file: CaseFile, _ task: Task, _ scene: FormScene) -> [FormField] {
    let (state, app) = (file.state, scene.app)
    var fields: [FormField] = []
    // Where a procedure sends in one step and files in another, filing does not send.
    let sends = task.act == .kirim || !state.procedure.steps.contains { $0.act == .kirim }
    let numbers = open.map { app.numbers($0, for: state.letter.kind) }
    let chosen = number(scene)
    if sends, isUnnumbered(state), let numbers, !numbers.isEmpty || chosen != nil {
      fields.append(
        FormField(
          "reserved", Message("form.reserved"), app.numberChoice(numbers, chosen: chosen),
          help: Message("form.reserved.help")))
    }
    if sends, needsCode(state, app) {
      fields.append(.classification(scene.ownClassification, isRequired: true))
    }
    if sends, !state.letter.kind.isIncoming, state.sent == nil {
      fields.append(
        .line("channel", "form.channel", help: "form.channel.help", isRequired: true))
    }
    if task.act == .arsipkan {
      fields.append(.line("place", "form.place", help: "form.place.help"))
    }
    return fields
  }

  /// The name of the number that was chosen, also before its field is there.
  private func number(_ scene: FormScene) -> String? {
    scene.text("reserved") ?? scene.kept["reserved"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether sending gives the letter its number.
  private func isUnnumbered(_ state: CaseState) -> Bool {
    !state.letter.kind.isIncoming && state.number == nil
  }

  private func needsCode(_ state: CaseState, _ app: AppContext) -> Bool {
    isUnnumbered(state)
      && app.office.book(for: state.letter.kind)?.pattern.needsCode == true
  }

  /// The roles to choose among for the next step, where the rules leave it open.
  private func candidates(_ scene: FormScene) -> [RoleID]? {
    guard let ref = scene.ref else { return nil }
    var completion = completion(scene)
    completion.recipients = []
    // What is not filled in yet, or has to be chosen anew, must not hide that somebody has to be named.
    completion.reserved = nil
    completion.choice = completion.choice ?? scene.step?.outcomes.first?.name
    completion.channel = completion.channel ?? "-"
    completion.classification =
      completion.classification ?? Classification(code: "000", name: "-")
    return scene.candidates(after: .complete(ref, completion), books)
  }

  private func completion(_ scene: FormScene) -> Completion {
    Completion(
      note: scene.text("note"), choice: scene.text("choice"),
      recipients: scene.roles(FormField.recipients),
      classification: scene.classification(in: codes),
      channel: scene.text("channel"), place: scene.text("place"),
      reserved: scene.file.flatMap {
        scene.app.number(named: number(scene), for: $0.state.letter.kind)
      })
  }

  /// The books as far as they are known here.
  private var books: BookStanding {
    var books = BookStanding()
    for number in open ?? [] { books.reserved[number.place] = number }
    return books
  }

  func suggestions(for field: String, _ scene: FormScene) -> [String] {
    switch field {
    case FormScene.classification: return scene.offers(of: codes)
    case "channel":
      let typed = scene.form[field].lowercased()
      return CompletionRecipe.channels.map { scene.app.text("channel.\($0)") }
        .filter { $0.lowercased().hasPrefix(typed) }
    default: return []
    }
  }

  /// The usual ways a letter leaves the house.
  private static let channels = ["courier", "post", "email", "srikandi", "pickup"]

  func summary(_ scene: FormScene) -> String? {
    guard let ref = scene.ref, let file = scene.file else { return nil }
    var parts: [String] = []
    if scene.task?.act == .susun, let draft = file.draft {
      parts.append(scene.app.text("form.complete.draft", ["version": "\(draft.version)"]))
    }
    let completion = completion(scene)
    switch scene.attempt(.complete(ref, completion), books) {
    case .success(let entries):
      if let number = Receipt(entries: entries).number {
        // Which one is the next is only known when it is taken.
        parts.append(
          completion.reserved == nil
            ? scene.app.text("form.complete.numbered")
            : scene.app.text("form.complete.numbered-as", ["number": number.text]))
        let kind = file.state.letter.kind
        scene.app.warning(of: open ?? [], before: self.number(scene), kind).map { parts.append($0) }
      }
      DoneText.next(entries, scene.app).map { parts.append($0) }
    case .failure(let refusal): parts.append(scene.app.text(refusal.message))
    case nil: break
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  func action(_ scene: FormScene) -> Result<Action, FormFaults> {
    guard let ref = scene.ref else { return .failure(FormFaults("note", Message("letter.gone"))) }
    if let fault = scene.classificationFault(in: codes) { return .failure(fault) }
    let completion = completion(scene)
    if case .failure(let refusal) = scene.attempt(.complete(ref, completion), books),
      let field = CompletionRecipe.field(of: refusal),
      scene.form.fields.contains(where: { $0.id == field })
    {
      return .failure(FormFaults(field, refusal.message))
    }
    return .success(.complete(ref, completion))
  }

  /// The field that a refusal is about.
  private static func field(of refusal: Refusal) -> String? {
    switch refusal.code {
    case .classificationMissing: FormScene.classification
    case .channelMissing: "channel"
    case .choiceMissing: "choice"
    case .notReserved, .otherYear: "reserved"
    case .recipientMissing, .recipientUnfit: FormField.recipients
    case .badText: "note"
    default: nil
    }
  }
}
