import Foundation

/// A JSON text (RFC 8259) taken apart: where each of its values begins and ends.
///
/// The journal's bodies are read by it, a hundred thousand and more in a row when it is verified: Foundation's decoder
/// took a third of the work, most of it for the kinds of JSON that no journal holds. Nothing is made of a value before it
/// is asked for.
final class JSONDocument {
  /// A value, or the name of a member, which stands right before its value.
  struct Value {
    var kind: Kind
    /// The bytes it takes up, of a string those between the quotes.
    var start: Int
    var end: Int
    /// The place of the value after it and all that it holds.
    var next: Int
  }

  enum Kind { case null, yes, no, integer, number, string, escapedString, array, object }

  private let bytes: [UInt8]
  /// The values in the order in which they begin; the whole is the first.
  let values: [Value]

  /// - Throws: `DecodingError.dataCorrupted` where the text is not JSON, or nested too deep to be anything of ours.
  init(_ text: String) throws {
    bytes = Array(text.utf8)
    values = try bytes.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes: bytes)
      return try scanner.document()
    }
  }

  /// Takes apart a file; the mark that some editors put before UTF-8 is passed over.
  ///
  /// - Throws: `DecodingError.dataCorrupted`, also when the file is not UTF-8.
  convenience init(_ data: Data) throws {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let content = data.starts(with: mark) ? data.dropFirst(mark.count) : data
    guard let text = content.withUnsafeBytes({ String(validating: $0, as: UTF8.self) }) else {
      throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "not UTF-8"))
    }
    try self.init(text)
  }

  /// The text of a string or of a member's name.
  func text(at place: Int) -> String {
    let value = values[place]
    return bytes.withUnsafeBufferPointer { bytes in
      let inside = UnsafeBufferPointer(rebasing: bytes[value.start..<value.end])
      // What stands between two quotes of a text is a text; the escapes were looked at when it was taken apart.
      return (value.kind == .escapedString ? JSONEscapes.text(inside) : nil)
        ?? String(decoding: inside, as: UTF8.self)
    }
  }

  /// An integer; `nil` if it does not fit.
  func integer(at place: Int) -> Int64? {
    let value = values[place]
    let isNegative = bytes[value.start] == UInt8(ascii: "-")
    var number: Int64 = 0
    for byte in bytes[(value.start + (isNegative ? 1 : 0))..<value.end] {
      let digit = Int64(byte) - 0x30
      let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, isTooMuch) = tens.addingReportingOverflow(isNegative ? -digit : digit)
      guard !isTooLarge, !isTooMuch else { return nil }
      number = sum
    }
    return number
  }

  /// The place of a member's value, by its name; `nil` where the object has no such member.
  func member(_ name: String, of object: Int) -> Int? {
    var name = name
    return name.withUTF8 { name in
      bytes.withUnsafeBufferPointer { bytes in
        values.withUnsafeBufferPointer { values in
          var place = object + 1
          while place < values[object].next {
            let member = values[place]
            let isMember =
              member.kind == .string
              ? member.end - member.start == name.count
                && bytes[member.start..<member.end].elementsEqual(name)
              : text(at: place).utf8.elementsEqual(name)
            if isMember { return place + 1 }
            place = values[place + 1].next
          }
          return nil
        }
      }
    }
  }

  /// The members of an object that holds nothing but strings, the form of the locale files.
  ///
  /// - Throws: `DecodingError` when the document is anything else.
  func strings() throws -> [String: String] {
    let whole = JSONNode(document: self, place: 0)
    guard whole.kind == .object else { throw whole.mismatch([String: String].self) }
    var strings: [String: String] = [:]
    strings.reserveCapacity(values.count / 2)
    for place in members(of: 0) {
      let name = try JSONNode(document: self, place: place).decode(String.self)
      strings[name] = try JSONNode(document: self, place: place + 1).decode(String.self)
    }
    return strings
  }

  /// The places of an object's names, each followed by its value.
  func members(of object: Int) -> some Sequence<Int> {
    sequence(state: object + 1) { [values] place -> Int? in
      guard place < values[object].next else { return nil }
      defer { place = values[place + 1].next }
      return place
    }
  }
}
