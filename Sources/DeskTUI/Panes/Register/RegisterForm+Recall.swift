import DeskModel

// What is offered while a field is typed: senders, classification codes, paths of files.
extension RegisterForm {
  /// The field that has the keyboard.
  var field: RegisterField? { form.focusedID.flatMap(RegisterField.init) }

  mutating func handle(_ input: Input, in app: AppContext) -> Reaction {
    if case .key(let key) = input, field == .files {
      let before = files.paths
      if let effects = files.key(key, in: &form) {
        if files.paths != before { rebuild(app) }
        return .done(effects)
      }
    }
    let before = field
    let reaction = form.handle(input, area: app.area, today: app.today, phrases: app.phrases)
    if before == .sender, field != .sender, let known = knownSender { form[.sender] = known }
    switch reaction {
    case .ignored: return .ignored
    case .handled: return .handled
    case .changed(let id): return .done(changed(id, in: app))
    case .ended: return .done([.toast(Message("register.how-to-save"), .info)])
    }
  }

  mutating func changed(_ id: String, in app: AppContext) -> [Effect] {
    switch RegisterField(rawValue: id) {
    case .sender:
      let typed = form[.sender]
      knownSender = nil
      return sameCheck(app) + (typed.isEmpty ? [] : [.ask(SenderRecall(typed: typed))])
    case .reserved: rebuild(app)
    case .number, .written: return sameCheck(app)
    case .classification: form.suggestClassifications(classifications)
    default: break
    }
    return []
  }

  private mutating func sameCheck(_ app: AppContext) -> [Effect] {
    if !same.isEmpty {
      same = []
      rebuild(app)
    }
    return sameQuestion(app).map { [.ask($0)] } ?? []
  }

  mutating func take(_ answer: Answer, in app: AppContext) -> [Effect] {
    if let (_, found) = answer.to(RegistrableProcedures.self) {
      procedures = found
      rebuild(app)
    } else if let (_, open) = answer.to(OpenNumbers.self) {
      let numbers = app.numbers(open, for: .incoming)
      if numbers != reserved {
        reserved = numbers
        rebuild(app)
      }
    } else if let (_, list) = answer.to(ClassificationInForce.self) {
      classifications = list
    } else if let (asked, names) = answer.to(SenderRecall.self) {
      take(names, beginningAs: asked.typed)
    } else if let (asked, rows) = answer.to(SameLetters.self) {
      if asked == sameQuestion(app), rows != same {
        same = rows
        rebuild(app)
      }
    } else if let (_, taken) = answer.to(TakeFiles.self) {
      return take(taken, in: app)
    } else {
      let before = files.paths
      let effects = files.take(answer, in: &form)
      if files.paths != before { rebuild(app) }
      return effects ?? []
    }
    return []
  }

  /// Offers senders; one that is typed in full will be written as it was before.
  private mutating func take(_ names: [String], beginningAs typed: String) {
    guard typed == form[.sender] else { return }
    knownSender = names.first { $0.lowercased() == typed.lowercased() }
    guard field == .sender, knownSender == nil else { return }
    form.suggest(names, for: RegisterField.sender.rawValue, pickingFirst: true)
  }
}
