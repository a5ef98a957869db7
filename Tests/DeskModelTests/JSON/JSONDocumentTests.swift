import Foundation
import Testing

@testable import DeskModel

/// What is JSON is read as Foundation reads it; what is not, which Foundation takes in part, is refused.
struct JSONDocumentTests {
  @Test(arguments: [
    #"{"text":"a","number":1}"#,
    #" { "number" : -12 , "text" : "" , "more" : [ { } , [ ] , null , 1.5e-3 , true ] } "#,
    #"{"text":"Halo — “dunia” é́","number":0,"large":9223372036854775807,"small":255}"#,
    #"{"text":"satu\ndua \"tiga\" \\ \/ \t\r\b\f","number":0,"large":-9223372036854775808}"#,
    #"{"text":"\u00e9\ud83d\ude00","number":1,"isSo":true,"kind":"two","list":[1,-2,3]}"#,
    #"{"t\u0065xt":"a","number":1,"isSo":false,"kind":null,"list":[],"large":null}"#,
    #"{"text":"a","number":1,"texts":{"a":["b","c"],"é":[],"\"":["d"]}}"#,
    #"{"text":"a","number":1,"within":[{"text":"b","number":2,"within":[]},{"text":"c","number":3}]}"#,
    #"{"text":"a","number":1,"pairs":["one",1,"two",2],"date":"2026-03-02"}"#,
  ])
  func isReadAsFoundationReadsIt(text: String) throws {
    let expected = try JSONDecoder().decode(SampleJSON.self, from: Data(text.utf8))
    #expect(try SampleJSON(json: text) == expected)
  }

  @Test(arguments: [
    "", " ", "[]", "{", #"{"text""#, #"{"text":"a""#, #"{"text":"a","number":1"#,
    #"{"text":"a","number":1}x"#, #"{"text":"a","number":1,}"#, #"{"text":"a" "number":1}"#,
    #"{"text":"a\","number":1}"#, #"{text:"a","number":1}"#, "{\"text\":\"a\nb\",\"number\":1}",
    #"{"text":"\q","number":1}"#, #"{"text":"\u12","number":1}"#, #"{"text":"\u+123","number":1}"#,
    #"{"text":"\ud83d","number":1}"#, #"{"text":"\ud83dx","number":1}"#,
    #"{"text":"\ude00","number":1}"#,
    #"{"text":"a"}"#, #"{"text":null,"number":1}"#, #"{"text":1,"number":1}"#,
    #"{"text":"a","number":"1"}"#, #"{"text":"a","number":1.5}"#, #"{"text":"a","number":01}"#,
    #"{"text":"a","number":-}"#, #"{"text":"a","number":1e}"#, #"{"text":"a","number":tru}"#,
    #"{"text":"a","number":1,"large":9223372036854775808}"#,
    #"{"text":"a","number":1,"small":256}"#, #"{"text":"a","number":1,"kind":"three"}"#,
    #"{"text":"a","number":1,"list":{}}"#, #"{"text":"a","number":1,"list":[1,]}"#,
    #"{"text":"a","number":1,"list":[1"#, #"{"text":"a","number":1,"isSo":1}"#,
    #"{"text":"a","number":1,"pairs":["one"]}"#,
    #"{"texts":{"\q":[]},"text":"a","number":1}"#, #"{"\q":1,"text":"a","number":1}"#,
    #"{"texts":{"\ud800":[]},"text":"a","number":1}"#, #"{"more":"\u00g0","text":"a","number":1}"#,
    #"{"text":"a","number":1,"more":"\"#,
    String(repeating: "[", count: 100_000), String(repeating: #"{"a":"#, count: 100_000),
  ])
  func refusesWhatIsNoJSONOrAnotherKindOfValue(text: String) {
    #expect(throws: DecodingError.self) { try SampleJSON(json: text) }
  }

  @Test func stringsAreThoseOfAFlatObject() throws {
    let text = #"{"a":"b","c.d":"\u00e9 \n","":""}"#
    #expect(try JSONDocument(Data(text.utf8)).strings() == ["a": "b", "c.d": "é \n", "": ""])
    for other in [#"{"a":1}"#, #"{"a":{}}"#, "[]", #"["a","b"]"#] {
      #expect(throws: DecodingError.self) { try JSONDocument(other).strings() }
    }
  }

  @Test func nestingIsReadAHundredDeep() throws {
    func nested(_ depth: Int) throws -> JSONDocument {
      try JSONDocument(
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth))
    }
    #expect(try nested(100).values.count == 100)
    #expect(throws: DecodingError.self) { try nested(101) }
  }

  @Test func theMarkOfAnEditorIsPassedOver() throws {
    #expect(try JSONDocument(Data([0xEF, 0xBB, 0xBF]) + Data("{}".utf8)).strings() == [:])
  }

  @Test func refusesWhatIsNoUTF8() {
    #expect(throws: DecodingError.self) {
      try JSONDocument(Data([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x22, 0x22, 0x7D]))
    }
  }
}
