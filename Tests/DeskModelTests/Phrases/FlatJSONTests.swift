import Foundation
import Testing

@testable import DeskModel

/// The locale files' reader gives what a general JSON decoder gives, only sooner.
struct FlatJSONTests {
  @Test(arguments: [
    #"{"a":"b"}"#, #" { "a" : "b" , "c.d" : "Halo — “dunia” é́" } "#, "{}", #"{"a":""}"#,
    #"{"a":"satu\ndua \"tiga\" \\ \/"}"#, #"{"a":"\u00e9\ud83d\ude00\t"}"#, #"{"a":"1","a":"1"}"#,
  ])
  func readsAsTheGeneralDecoder(text: String) throws {
    let data = Data(text.utf8)
    #expect(
      try FlatJSON.strings(data) == JSONDecoder().decode([String: String].self, from: data))
  }

  @Test(arguments: [
    "", "[]", "{", #"{"a""#, #"{"a":"b""#, #"{"a":1}"#, #"{"a":"b"} x"#, #"{"a":"b\"#, #"{a:"b"}"#,
    "{\"a\":\"b\nc\"}", #"{"a":"\q"}"#,
  ])
  func refusesAnythingElse(text: String) {
    #expect(throws: (any Error).self) { try FlatJSON.strings(Data(text.utf8)) }
  }

  @Test func refusesWhatIsNoUTF8() {
    #expect(throws: (any Error).self) {
      try FlatJSON.strings(Data([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x22, 0x22, 0x7D]))
    }
  }
}
