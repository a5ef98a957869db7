import DeskModel
import Testing

@Suite struct LetterDraftInputTests {
  private static let today = CalendarDate(daysSince1970: 20_517)  // 5 March 2026
  private static let codes = ClassificationList(
    name: "contoh", from: CalendarDate(daysSince1970: 0),
    entries: [Classification(code: "400.9", name: "Sosial")])

  private static var filled: LetterDraftInput {
    var form = LetterDraftInput(kind: .incoming)
    form.sender = " Dinas  Sosial Kota Contoh "
    form.senderNumber = "400.9/12/2026"
    form.letterDate = "2/3/2026"
    form.receivedDate = "5 Mar 2026"
    form.subject = "Permohonan\n data"
    form.classification = "400.9.3"
    form.secrecy = "sr"
    form.urgency = "Sangat Segera"
    form.note = " satu\ndua "
    return form
  }

  private static func letter(_ form: LetterDraftInput) throws(LetterFaults) -> Letter {
    try form.letter(today: today, classifications: codes)
  }

  /// The faults of a form, as `field key`.
  private static func faults(_ change: (inout LetterDraftInput) -> Void) -> [String] {
    var form = filled
    change(&form)
    do {
      _ = try letter(form)
      return []
    } catch {
      return error.list.map { "\($0.field) \($0.message.key)" }
    }
  }

  @Test func readsAFilledForm() throws {
    let letter = try Self.letter(Self.filled)
    #expect(
      letter
        == Letter(
          kind: .incoming, secrecy: .sangatRahasia, urgency: .sangatSegera,
          classification: Classification(code: "400.9.3", name: "Sosial"),
          sender: "Dinas Sosial Kota Contoh", senderNumber: "400.9/12/2026",
          letterDate: Self.today.adding(days: -3), receivedDate: Self.today, addressee: nil,
          subject: "Permohonan data", note: "satu\ndua"))
  }

  @Test func fillsInWhatIsUsual() throws {
    var form = LetterDraftInput(kind: .incoming)
    form.sender = "Warga Contoh"
    form.subject = "Permohonan"
    let letter = try Self.letter(form)
    #expect(letter.receivedDate == Self.today)
    #expect(letter.letterDate == nil)
    #expect(letter.secrecy == .biasa)
    #expect(letter.urgency == .biasa)
    #expect(letter.senderNumber == nil)
  }

  @Test func letsAnOutgoingDraftBeginWithItsSubject() throws {
    var form = LetterDraftInput(kind: .outgoing)
    form.subject = "Jawaban"
    let letter = try Self.letter(form)
    #expect(letter.sender.isEmpty)
    #expect(letter.receivedDate == nil)
  }

  @Test func namesEveryFaultAtItsField() {
    #expect(Self.faults { $0.subject = " \n" } == ["subject letter.subject-empty"])
    #expect(Self.faults { $0.sender = "" } == ["sender letter.sender-empty"])
    #expect(Self.faults { $0.sender = "a\u{1b}[2J" } == ["sender letter.control.sender"])
    #expect(Self.faults { $0.subject = "a\u{202e}b" } == ["subject letter.control.subject"])
    #expect(Self.faults { $0.letterDate = "31/2/2026" } == ["letterDate date.no-such-day"])
    #expect(Self.faults { $0.letterDate = "6/3/2026" } == ["letterDate letter.future.letterDate"])
    #expect(
      Self.faults { $0.receivedDate = "6/3/2026" } == ["receivedDate letter.future.receivedDate"])
    #expect(
      Self.faults { $0.receivedDate = "1/3/2026" }
        == ["receivedDate letter.received-before-written"])
    #expect(Self.faults { $0.letterDate = "2/3/0202" } == ["letterDate letter.ancient"])
    #expect(Self.faults { $0.secrecy = "X" } == ["secrecy letter.unknown.secrecy"])
    #expect(Self.faults { $0.urgency = "kilat" } == ["urgency letter.unknown.urgency"])
    #expect(
      Self.faults { $0.classification = "999" } == ["classification letter.unknown.classification"])
    #expect(
      Self.faults {
        $0.sender = ""
        $0.subject = ""
        $0.letterDate = "besok"
      } == [
        "letterDate date.not-a-date", "sender letter.sender-empty", "subject letter.subject-empty",
      ])
  }

  @Test(arguments: LetterField.allCases)
  func limitsEveryField(_ field: LetterField) throws {
    let limit = LetterDraftInput.limit(field)
    for length in [limit + 1, 100_000] {
      let text = String(repeating: "x", count: length)
      let found = Self.faults {
        switch field {
        case .secrecy: $0.secrecy = text
        case .urgency: $0.urgency = text
        case .classification: $0.classification = text
        case .sender: $0.sender = text
        case .senderNumber: $0.senderNumber = text
        case .letterDate: $0.letterDate = text
        case .receivedDate: $0.receivedDate = text
        case .addressee: $0.addressee = text
        case .subject: $0.subject = text
        case .note: $0.note = text
        }
      }
      #expect(found == ["\(field) letter.too-long.\(field)"])
    }
  }

  @Test func hasASentenceForEveryFieldAndFault() throws {
    for language in Phrasebook.Language.allCases {
      let keys = Set(try Phrasebook(language, in: AssetsFolder.find()).keys)
      for field in LetterField.allCases {
        #expect(keys.contains("letter.too-long.\(field)"))
        #expect(keys.contains("letter.control.\(field)"))
      }
      for token in ["kode", "unit", "jabatan"] { #expect(keys.contains("number.missing.\(token)")) }
    }
  }

  @Test func acceptsASubjectOfTheGreatestLength() throws {
    var form = Self.filled
    form.subject = String(repeating: "é", count: 1_000)
    #expect(try Self.letter(form).subject.count == 1_000)
  }
}
