import DeskModel

// What forms about a letter from outside do alike, by the names of `RegisterField`.
extension Form {
  /// The answer of a field of the registration form.
  subscript(field: RegisterField) -> String {
    get { self[field.rawValue] }
    set { self[field.rawValue] = newValue }
  }

  /// What is typed about a letter.
  func letterInput(_ list: ClassificationList?, today: CalendarDate) -> LetterDraftInput {
    var input = LetterDraftInput(kind: .incoming)
    input.sender = self[.sender]
    input.senderNumber = self[.number]
    input.subject = self[.subject]
    input.note = self[.summary]
    // Of what was picked the code, which the list knows; else all that was typed, to be told what is wrong with it.
    let typed = self[.classification]
    let code = ClassificationList.code(in: typed).flatMap { list?.classification(typed: $0)?.code }
    input.classification = code ?? typed
    input.secrecy = self[.secrecy]
    input.urgency = self[.urgency]
    input.letterDate = dayFirst(.written, today: today)
    input.receivedDate = dayFirst(.received, today: today)
    return input
  }

  /// A date written out, also while it is typed; what is typed where it is none: the rules say what is wrong.
  func dayFirst(_ field: RegisterField, today: CalendarDate) -> String {
    var date = DateField(self[field])
    date.complete(today: today)
    return date.text
  }

  /// Offers codes of a list for what is typed.
  mutating func suggestClassifications(_ list: ClassificationList?) {
    let typed = self[.classification]
    guard focusedID == RegisterField.classification.rawValue, let list, !typed.isEmpty else {
      return
    }
    // A whole code stands as it is; those below it are still shown.
    let isWhole = list.entry(typed) != nil
    suggest(
      list.search(typed).filter { $0.code != typed }.map { "\($0.code) \($0.name)" },
      for: RegisterField.classification.rawValue, pickingFirst: !isWhole, isOfList: !isWhole)
  }

  /// Shows what is wrong, each at its field.
  mutating func show(_ faults: LetterFaults) {
    show(
      Dictionary(
        faults.list.map { (RegisterField($0.field).rawValue, $0.message) },
        uniquingKeysWith: { first, _ in first }))
  }
}
