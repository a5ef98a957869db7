/// Says what a correction did to the fields of a letter.
public struct FieldWords {
  private let phrases: Phrasebook
  private let dates: DateText

  /// Writes in a language.
  public init(_ phrases: Phrasebook, _ dates: DateText) {
    self.phrases = phrases
    self.dates = dates
  }

  /// A change on one line: `Hal: “Undangn” → “Undangan”`.
  public func line(_ change: FieldChange) -> String {
    phrases(
      "letter.change",
      [
        "field": phrases("letter.field.\(change.field.rawValue)"),
        "from": word(change.from, change.field), "to": word(change.to, change.field),
      ])
  }

  private func word(_ text: String?, _ field: LetterField) -> String {
    guard let text else { return phrases("letter.change.empty") }
    switch field {
    case .letterDate, .receivedDate: return CalendarDate(text).map(dates.short) ?? text
    case .secrecy, .urgency: return phrases("\(field.rawValue).\(text)")
    case .sender, .senderNumber, .addressee, .subject, .note, .classification:
      return phrases("letter.quote", ["text": text])
    }
  }
}
