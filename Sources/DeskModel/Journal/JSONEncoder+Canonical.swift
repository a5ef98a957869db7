import Foundation

extension JSONEncoder {
  /// A value as canonical JSON: sorted keys, no blanks, plain slashes; the same value gives the same bytes.
  static func canonicalText(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
