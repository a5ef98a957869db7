import Foundation
import Testing

@testable import DeskModel

/// What goes into the journal is written as Foundation writes it with sorted keys: earlier versions of the desk did.
struct CanonicalJSONTests {
  @Test(arguments: [
    #"{"text":"a","number":1}"#,
    #"{"text":"satu\ndua \"tiga\" \\ / é́ 😀","number":-9223372036854775808,"isSo":false}"#,
    #"{"text":"","number":0,"list":[],"within":[]}"#,
    #"{"text":"a","number":1,"texts":{"b":["c"],"B":[],"é":["e"],"a\"":[]},"list":[3,-1]}"#,
    #"{"text":"a","number":1,"within":[{"text":"b","number":2,"within":[]},{"text":"c","number":3}]}"#,
    #"{"text":"a","number":1,"pairs":["two",2],"date":"2026-03-02","kind":"one","small":255}"#,
  ])
  func isWrittenAsFoundationWritesIt(text: String) throws {
    let value = try SampleJSON(json: text)
    #expect(try value.canonicalJSON() == Self.sorted(value))
    #expect(try SampleJSON(json: value.canonicalJSON()) == value)
  }

  @Test func officeAndProceduresAreWrittenAsFoundationWritesThem() throws {
    let office = SmallOffice.office
    #expect(try office.canonicalJSON() == Self.sorted(office))
    let procedure = try ProcedureFixture.procedure("ntt-001")
    #expect(try procedure.canonicalJSON() == Self.sorted(procedure))
    #expect(try ([1, nil] as [Int?]).canonicalJSON() == "[1,null]")
  }

  @Test func whatHasNoPlaceInTheJournalIsRefused() {
    struct Empty: Encodable { func encode(to encoder: any Encoder) {} }
    #expect(throws: EncodingError.self) { try 1.5.canonicalJSON() }
    #expect(throws: EncodingError.self) { try [Float(1)].canonicalJSON() }
    #expect(throws: EncodingError.self) { try ["a": UInt64.max].canonicalJSON() }
    #expect(throws: EncodingError.self) { try Empty().canonicalJSON() }
    #expect(throws: EncodingError.self) { try [Data()].canonicalJSON() }
    #expect(throws: EncodingError.self) { try ["a": Date()].canonicalJSON() }
  }

  private static func sorted(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
