import Foundation
import Testing

@testable import DeskModel

@Suite struct JSONTextTests {
  /// What is hashed, what is reported and what `JSONEncoder` writes is quoted alike.
  @Test func quotesEveryCharacterAsTheEncoderDoes() throws {
    for value in UInt32(0)...0x17F {
      let text = try String(#require(Unicode.Scalar(value)))
      let encoded = try JSONEncoder.canonicalText(text)
      #expect(JSONText.string(text).text == encoded, "U+\(String(value, radix: 16))")
      #expect(text.quotedJSON == encoded)
    }
  }

  @Test func bytesAreTwoSmallDigitsEach() {
    #expect(([0, 9, 10, 15, 16, 255] as [UInt8]).hexDigits == "00090a0f10ff")
  }
}
