import DeskModel

// From what is typed to a letter in the book.
extension RegisterForm {
  /// The letter that the form describes, without its files.
  func letter(in app: AppContext) throws(LetterFaults) -> Letter {
    try form.letterInput(classifications, today: app.today)
      .letter(id: 0, today: app.today, classifications: classifications)
  }

  /// Checks everything, takes the files in and enters the letter: files of one that is refused would be nobody's.
  mutating func save(in app: AppContext) -> [Effect] {
    waiting = nil
    files.attachTyped(in: &form)
    rebuild(app)
    do {
      let letter = try letter(in: app)
      form.show([:])
      guard chosenProcedure(app) != nil else { return askProcedure(app) }
      guard !files.paths.isEmpty else { return enter(letter, in: app) }
      waiting = letter
      return [.ask(TakeFiles(paths: files.paths))]
    } catch {
      form.show(error)
      return []
    }
  }

  /// Goes on when the files were taken in; one that could not be stands in its field again.
  mutating func take(_ taken: [TakeFiles.Taken], in app: AppContext) -> [Effect] {
    guard var letter = waiting else { return [] }
    waiting = nil
    guard let attachments = files.attachments(taken, in: &form) else {
      rebuild(app)
      return []
    }
    letter.attachments = attachments
    return enter(letter, in: app)
  }

  private mutating func enter(_ letter: Letter, in app: AppContext) -> [Effect] {
    guard let procedure = chosenProcedure(app) else { return askProcedure(app) }
    let note = form[.remark]
    return [
      .perform(
        .register(
          Registration(
            letter: letter, procedure: procedure, note: note.isEmpty ? nil : note,
            reserved: app.number(named: chosenNumber, for: .incoming))))
    ]
  }

  /// What the letter is to start; `nil` while it is asked and none is ticked, or there is none.
  private func chosenProcedure(_ app: AppContext) -> ProcedureID? {
    guard isProcedureAsked(app) else { return procedures.first?.id }
    let picked = form[.procedure]
    return procedures.first { $0.id.rawValue == picked }?.id
  }

  /// Says that a procedure is to be ticked, or that there is none to tick.
  private mutating func askProcedure(_ app: AppContext) -> [Effect] {
    guard !procedures.isEmpty else {
      let message = Message("register.no-procedure", ["role": app.session.role.name])
      return [.toast(message, .fault)]
    }
    form.show([RegisterField.procedure.rawValue: Message("form.start.no-procedure")])
    return []
  }

  /// What finds the same letter in the books; `nil` while there is no number to go by.
  func sameQuestion(_ app: AppContext) -> SameLetters? {
    guard let sender = TextRules.line(form[.sender]), !sender.isEmpty,
      let number = TextRules.line(form[.number]), !number.isEmpty
    else { return nil }
    let date = try? CalendarDate(input: form.dayFirst(.written, today: app.today))
    return SameLetters(sender: sender, number: number, date: date)
  }
}
