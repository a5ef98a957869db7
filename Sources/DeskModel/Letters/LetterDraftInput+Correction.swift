extension LetterDraftInput {
  /// A form filled with what stands in the book about a letter.
  public init(_ letter: Letter) {
    self.init(kind: letter.kind)
    secrecy = letter.secrecy.rawValue
    urgency = letter.urgency.rawValue
    classification = letter.classification?.code ?? ""
    sender = letter.sender
    senderNumber = letter.senderNumber ?? ""
    letterDate = letter.letterDate?.dayFirst ?? ""
    receivedDate = letter.receivedDate?.dayFirst ?? ""
    addressee = letter.addressee ?? ""
    subject = letter.subject
    note = letter.note ?? ""
  }

  /// A letter with what the form says about it; what no form asks for stays.
  ///
  /// A code that was not touched stays with its name, also when the list in force has it no more; an emptied day of
  /// receipt stays, because every letter has one.
  ///
  /// - Parameters:
  ///   - today: the office's date: no letter is dated or received later.
  ///   - classifications: the list in force.
  /// - Throws: every fault at once, each with its field.
  public func correcting(
    _ letter: Letter, today: CalendarDate, classifications: ClassificationList?
  ) throws(LetterFaults) -> Letter {
    var input = self
    let keepsCode = classification == letter.classification?.code
    if keepsCode { input.classification = "" }
    if receivedDate.allSatisfy(\.isWhitespace) {
      input.receivedDate = letter.receivedDate?.dayFirst ?? ""
    }
    var corrected = try input.letter(
      id: letter.id, today: today, classifications: classifications,
      attachments: letter.attachments)
    if keepsCode { corrected.classification = letter.classification }
    corrected.replyTo = letter.replyTo
    return corrected
  }
}
