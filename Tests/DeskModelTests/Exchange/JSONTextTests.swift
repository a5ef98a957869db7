import Foundation
import Testing

@testable import DeskModel

@Suite struct JSONTextTests {
  /// What is hashed, what is reported and what `JSONEncoder` writes is quoted alike.
  @Test func quotesEveryCharacterAsTheEncoderDoes() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    let others: [UInt32] = [0x2028, 0x2029, 0xFEFF, 0xFFFF, 0x1F600]
    for value in Array(0...0x17F) + others {
      let text = try "e\u{301}" + String(#require(Unicode.Scalar(value)))
      let encoded = String(decoding: try encoder.encode(text), as: UTF8.self)
      #expect(JSONText.string(text).text == encoded, "U+\(String(value, radix: 16))")
      #expect(text.quotedJSON == encoded)
      #expect(try text.canonicalJSON() == encoded)
    }
  }

  @Test func bytesAreTwoSmallDigitsEach() {
    #expect(([0, 9, 10, 15, 16, 255] as [UInt8]).hexDigits == "00090a0f10ff")
  }
}
