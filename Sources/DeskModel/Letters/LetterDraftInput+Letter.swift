extension LetterDraftInput {
  /// The most characters a field may have, marks upon letters counted too; an office's longest real
  /// subjects have some 300.
  public static func limit(_ field: LetterField) -> Int {
    switch field {
    case .subject: 1_000
    case .note: 4_000
    case .sender, .addressee: 200
    case .senderNumber: 100
    case .secrecy, .urgency, .classification, .letterDate, .receivedDate: 64
    }
  }

  /// The letter that the form describes.
  ///
  /// Texts are put on one line, with blanks at their ends and between words evened out.
  ///
  /// - Parameters:
  ///   - id: the letter's name; 0 before it is registered.
  ///   - today: the office's date: no letter is dated or received later.
  ///   - classifications: the list in force.
  ///   - attachments: the files that were taken in already.
  /// - Throws: every fault at once, each with its field.
  public func letter(
    id: LetterID = 0, today: CalendarDate, classifications: ClassificationList?,
    attachments: [Attachment] = []
  ) throws(LetterFaults) -> Letter {
    var check = FormCheck()
    let secrecy = check.choice(self.secrecy, .secrecy, of: LetterWords.secrecy) ?? .biasa
    let urgency = check.choice(self.urgency, .urgency, of: LetterWords.urgency) ?? .biasa
    let code = check.text(self.classification, .classification)
    let classification = check.classification(code, in: classifications)
    let sender = check.text(self.sender, .sender)
    let senderNumber = check.text(self.senderNumber, .senderNumber)
    let letterDate = check.date(self.letterDate, .letterDate, today: today)
    let typedReceived = check.date(self.receivedDate, .receivedDate, today: today)
    let addressee = check.text(self.addressee, .addressee)
    let subject = check.text(self.subject, .subject)
    let note = check.text(self.note, .note)

    if kind.isIncoming { check.require(sender, .sender, "letter.sender-empty") }
    check.require(subject, .subject, "letter.subject-empty")
    let received = kind.isIncoming ? typedReceived ?? today : typedReceived
    if let letterDate, let received, received < letterDate, !check.hasFault(.receivedDate) {
      check.add(
        .receivedDate,
        Message(
          "letter.received-before-written",
          ["received": received.dayFirst, "written": letterDate.dayFirst]))
    }
    guard check.faults.isEmpty else { throw LetterFaults(check.faults) }
    return Letter(
      id: id, kind: kind, secrecy: secrecy, urgency: urgency, classification: classification,
      sender: sender ?? "", senderNumber: senderNumber, letterDate: letterDate,
      receivedDate: received, addressee: addressee, subject: subject ?? "", note: note,
      attachments: attachments)
  }
}

/// The words by which forms and command lines name sifat and urgensi, in lower case without blanks.
enum LetterWords {
  static let secrecy: [String: Secrecy] = [
    "b": .biasa, "biasa": .biasa, "t": .terbatas, "terbatas": .terbatas,
    "r": .rahasia, "rahasia": .rahasia, "sr": .sangatRahasia, "sangatrahasia": .sangatRahasia,
  ]
  static let urgency: [String: Urgency] = [
    "biasa": .biasa, "segera": .segera, "sangatsegera": .sangatSegera,
  ]
}

/// Checks the fields of one form and gathers what is wrong.
private struct FormCheck {
  private(set) var faults: [FieldFault] = []

  mutating func add(_ field: LetterField, _ message: Message) {
    faults.append(FieldFault(field, message))
  }

  func hasFault(_ field: LetterField) -> Bool { faults.contains { $0.field == field } }

  mutating func require(_ value: String?, _ field: LetterField, _ key: String) {
    if value == nil, !hasFault(field) { add(field, Message(key)) }
  }

  /// The text as it is kept; `nil` if nothing is left or something is wrong.
  mutating func text(_ text: String, _ field: LetterField) -> String? {
    do {
      let clean = try field.tidied(text)
      return clean.isEmpty ? nil : clean
    } catch {
      faults.append(error)
      return nil
    }
  }

  mutating func choice<Value>(
    _ text: String, _ field: LetterField, of words: [String: Value]
  ) -> Value? {
    guard let line = self.text(text, field) else { return nil }
    if let value = words[line.lowercased().filter { !" _-".contains($0) }] { return value }
    add(field, Message("letter.unknown.\(field.rawValue)", ["text": TextRules.quoted(line)]))
    return nil
  }

  mutating func classification(
    _ code: String?, in list: ClassificationList?
  ) -> Classification? {
    guard let code else { return nil }
    if let found = list?.classification(typed: code) { return found }
    add(
      .classification,
      Message("letter.unknown.classification", ["text": TextRules.quoted(code)]))
    return nil
  }

  mutating func date(
    _ text: String, _ field: LetterField, today: CalendarDate
  ) -> CalendarDate? {
    guard let line = self.text(text, field) else { return nil }
    do {
      let date = try CalendarDate(input: line)
      if date > today {
        add(field, Message("letter.future.\(field.rawValue)", ["date": date.dayFirst]))
        return nil
      }
      // An older paper is an archive's, not the post's: a slip in the year is far likelier.
      if date.year < today.year - 100 {
        add(field, Message("letter.ancient", ["date": date.dayFirst]))
        return nil
      }
      return date
    } catch {
      add(field, error.message)
      return nil
    }
  }
}
