import DeskModel
import Glibc
import Testing

@Suite struct OfficeFaultTests {
  /// One of every fault that the office and its letters can tell.
  private static let faults: [any Tellable] = [
    NIPFault.notDigits, NIPFault.length(3), NIPFault.birth("19901301"),
    NIPFault.appointment("201513"), NIPFault.age(3), NIPFault.sex("3"), NIPFault.sequence,
    DateFault.notADate("besok"), DateFault.noSuchDay(day: 31, month: 2, year: 2026),
    NumberPatternFault.unknownToken("x"), NumberPatternFault.unclosed, NumberPatternFault.control,
    NumberPatternFault.noSequence, NumberPatternFault.twoSequences,
    NumberPatternFault.missing("kode"), NumberPatternFault.missing("unit"),
    NumberPatternFault.missing("jabatan"), NumberPatternFault.tooLong(61),
    AttachmentFault.missing("a"), AttachmentFault.isFolder("a"), AttachmentFault.notAFile("a"),
    AttachmentFault.unreadable("a"), AttachmentFault.name("a\u{1b}"),
    AttachmentFault.folder("a", errno: ENOSPC), AttachmentFault.folder("a", errno: EACCES),
    LetterFaults([FieldFault(.subject, Message("letter.subject-empty"))]), LetterFaults([]),
    Faults([Fault(file: "a.yaml", line: 1, message: Message("office.no-hours"))]),
  ]

  @Test(arguments: Phrasebook.Language.allCases)
  func tellsEveryFaultInAFullSentence(_ language: Phrasebook.Language) throws {
    let phrases = try Phrasebook(language, in: AssetsFolder.find())
    for fault in Self.faults {
      let sentence = phrases(fault.message)
      #expect(!sentence.hasPrefix("["), "\(fault.message.key) has no phrase")
      #expect(sentence.hasSuffix("."))
      #expect(!sentence.unicodeScalars.contains("\u{1b}"))
      for name in fault.message.arguments.keys {
        #expect(!sentence.contains("{\(name)}"), "\(fault.message.key) leaves {\(name)} open")
      }
    }
  }

  /// A slip for every sentence of the readers is in the readers' own tests; here each has its phrase.
  @Test(arguments: Phrasebook.Language.allCases)
  func hasAPhraseForEverySlip(_ language: Phrasebook.Language) throws {
    let keys = Set(try Phrasebook(language, in: AssetsFolder.find()).keys)
    for slip in OfficeReaderTests.slips {
      #expect(keys.contains(slip.key), "\(slip.key) has no phrase")
    }
  }
}
