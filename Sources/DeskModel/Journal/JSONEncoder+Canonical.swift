import Foundation

extension JSONEncoder {
  /// A value as canonical JSON: sorted keys, no blanks, plain slashes; the same value gives the same bytes.
  static func canonicalText(_ value: some Encodable) throws -> String {
    String(decoding: try canonical.encode(value), as: UTF8.self)
  }

  private static let canonical: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()
}
