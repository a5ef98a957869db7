import DeskModel

// From what is typed to a letter in the book.
extension RegisterForm {
  /// What is typed, as the rules take it; dates written out.
  func input(in app: AppContext) throws(LetterFaults) -> LetterDraftInput {
    var input = LetterDraftInput(kind: .incoming)
    input.sender = text(.sender)
    input.senderNumber = text(.number)
    input.subject = text(.subject)
    input.note = text(.summary)
    input.classification = text(.classification)
    input.secrecy = secrecy.rawValue
    input.urgency = urgency.rawValue
    input.letterDate = written(.written, today: app.today)
    input.receivedDate = written(.received, today: app.today)
    return input
  }

  /// The letter that the form describes, without its files.
  func letter(in app: AppContext) throws(LetterFaults) -> Letter {
    try input(in: app).letter(id: 0, today: app.today, classifications: classifications)
  }

  /// Checks everything, takes the files in and enters the letter.
  mutating func save(in app: AppContext) -> [Effect] {
    refusal = nil
    waiting = nil
    recall = Recall()
    if !text(.files).isEmpty {
      files.append(text(.files))
      texts[.files]?.set("")
    }
    do {
      let letter = try letter(in: app)
      faults = [:]
      guard !files.isEmpty else { return enter(letter, in: app) }
      waiting = letter
      return [.ask(TakeFiles(paths: files))]
    } catch {
      faults = Dictionary(
        error.list.map { (RegisterField($0.field), $0.message) },
        uniquingKeysWith: { first, _ in first })
      focusFirstFault()
      return []
    }
  }

  /// Goes on when the files were taken in; a file that could not be stands in its field again.
  mutating func take(_ taken: [TakeFiles.Taken], in app: AppContext) -> [Effect] {
    guard var letter = waiting, taken.count == files.count else { return [] }
    waiting = nil
    for (index, one) in taken.enumerated() {
      switch one {
      case .attachment(let attachment): letter.attachments.append(attachment)
      case .fault(let message):
        texts[.files]?.set(files.remove(at: index))
        faults[.files] = message
        focusFirstFault()
        return []
      }
    }
    return enter(letter, in: app)
  }

  private mutating func enter(_ letter: Letter, in app: AppContext) -> [Effect] {
    guard let procedure = procedure ?? procedures.first?.id else {
      refusal = Message("register.no-procedure", ["role": app.session.role.name])
      return []
    }
    let note = text(.remark)
    return [
      .perform(
        .register(
          Registration(letter: letter, procedure: procedure, note: note.isEmpty ? nil : note)))
    ]
  }

  private mutating func focusFirstFault() {
    if let first = fields.first(where: { faults[$0] != nil }) { focus = first }
  }

  /// A date written out, or what is typed where it is none: the rules then say what is wrong.
  private func written(_ field: RegisterField, today: CalendarDate) -> String {
    let date = try? ShortDate.date(text(field), today: today)
    return date?.dayFirst ?? text(field)
  }

  /// What finds the same letter in the books; `nil` while there is no number to go by.
  func sameQuestion(today: CalendarDate) -> SameLetters? {
    guard let sender = TextRules.line(text(.sender)), !sender.isEmpty,
      let number = TextRules.line(text(.number)), !number.isEmpty
    else { return nil }
    let date = try? ShortDate.date(text(.written), today: today)
    return SameLetters(sender: sender, number: number, date: date)
  }
}
