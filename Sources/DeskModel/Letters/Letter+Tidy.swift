extension LetterField {
  /// A text of this field as it is kept: on one line, the note with its lines, no blanks at the ends.
  ///
  /// - Throws: what no form lets through.
  func tidied(_ text: String) throws(FieldFault) -> String {
    let limit = LetterDraftInput.limit(self)
    func tooLong() -> FieldFault {
      FieldFault(self, Message("letter.too-long.\(rawValue)", ["longest": String(limit)]))
    }
    // Bytes first: counting the characters of a pasted book takes longer than refusing it.
    guard text.utf8.count <= limit * 16 else { throw tooLong() }
    guard let clean = self == .note ? TextRules.lines(text) : TextRules.line(text) else {
      throw FieldFault(self, Message("letter.control.\(rawValue)"))
    }
    guard clean.unicodeScalars.count <= limit else { throw tooLong() }
    return clean
  }
}

extension Letter {
  /// The letter with its texts put as a form would put them, whoever wrote them.
  ///
  /// - Throws: the first thing in it that no form lets through.
  func tidied() throws(FieldFault) -> Letter {
    func present(_ text: String?, _ field: LetterField) throws(FieldFault) -> String? {
      guard let clean = try text.map({ text throws(FieldFault) in try field.tidied(text) }),
        !clean.isEmpty
      else { return nil }
      return clean
    }
    var letter = self
    letter.sender = try LetterField.sender.tidied(sender)
    letter.senderNumber = try present(senderNumber, .senderNumber)
    letter.addressee = try present(addressee, .addressee)
    letter.subject = try LetterField.subject.tidied(subject)
    letter.note = try present(note, .note)
    if kind.isIncoming, letter.sender.isEmpty {
      throw FieldFault(.sender, Message("letter.sender-empty"))
    }
    if letter.subject.isEmpty { throw FieldFault(.subject, Message("letter.subject-empty")) }
    return letter
  }
}
