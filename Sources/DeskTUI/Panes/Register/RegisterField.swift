import DeskModel

/// A field of the registration form, in the order of the paper agenda book.
enum RegisterField: String, CaseIterable, Hashable, Sendable {
  case reserved, received, sender, number, written, subject, summary, secrecy, urgency,
    classification
  case files, remark, procedure

  /// Its name.
  var label: Message { Message("register.\(rawValue)") }

  /// A word of help.
  var help: Message? {
    self == .classification ? Message("form.classification.help") : nil
  }

  /// The most characters it takes.
  var limit: Int {
    switch self {
    case .sender: LetterDraftInput.limit(.sender)
    case .number: LetterDraftInput.limit(.senderNumber)
    case .subject: LetterDraftInput.limit(.subject)
    case .summary: LetterDraftInput.limit(.note)
    case .remark: Flow.longestNote
    case .files: 4_000
    case .reserved, .received, .written, .secrecy, .urgency, .classification, .procedure: 200
    }
  }

  /// How it is answered, where that is known without the office's books.
  func control(_ text: String, _ app: AppContext) -> FormField.Control {
    switch self {
    case .received, .written: .date(DateField(text))
    case .secrecy: choice(Secrecy.allCases.map(\.rawValue), chosen: text, app)
    case .urgency: choice(Urgency.allCases.map(\.rawValue), chosen: text, app)
    case .reserved, .sender, .number, .subject, .summary, .classification, .files, .remark,
      .procedure:
      .text(TextField(text, limit: limit))
    }
  }

  private func choice(
    _ values: [String], chosen: String, _ app: AppContext
  ) -> FormField.Control {
    .choice(
      ChoiceField(
        values.map { ChoiceField.Option(id: $0, label: app.text("\(rawValue).\($0)")) },
        chosen: chosen.isEmpty ? nil : chosen))
  }

  /// The field that shows what is wrong in one of the model's.
  init(_ field: LetterField) {
    self =
      switch field {
      case .receivedDate: .received
      case .sender, .addressee: .sender
      case .senderNumber: .number
      case .letterDate: .written
      case .subject: .subject
      case .note: .summary
      case .secrecy: .secrecy
      case .urgency: .urgency
      case .classification: .classification
      }
  }
}
