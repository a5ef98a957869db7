import DeskModel

/// A field of the registration form, in the order of the paper agenda book.
enum RegisterField: String, CaseIterable, Hashable, Sendable {
  case received, sender, number, written, subject, summary, secrecy, urgency, classification
  case files, remark, procedure

  /// What kind of typing it takes.
  enum Kind: Hashable, Sendable {
    case text
    case date
    /// One of a few, picked by its first letter or by arrows.
    case choice
    /// Paths of files, one after the other.
    case paths
  }

  var kind: Kind {
    switch self {
    case .received, .written: .date
    case .secrecy, .urgency, .procedure: .choice
    case .files: .paths
    case .sender, .number, .subject, .summary, .classification, .remark: .text
    }
  }

  /// The phrase key of its name.
  var label: String { "register.\(rawValue)" }

  /// The most characters it takes.
  var limit: Int {
    switch self {
    case .files: 4_000
    case .remark: Flow.longestNote
    default: letterField.map(LetterDraftInput.limit) ?? 64
    }
  }

  /// The field of the model that it fills.
  var letterField: LetterField? {
    switch self {
    case .received: .receivedDate
    case .sender: .sender
    case .number: .senderNumber
    case .written: .letterDate
    case .subject: .subject
    case .summary: .note
    case .secrecy: .secrecy
    case .urgency: .urgency
    case .classification: .classification
    case .files, .remark, .procedure: nil
    }
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
