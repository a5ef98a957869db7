/// An e-mail address such as `melati@dinsos.example`, in the plain form that every mail program takes.
///
/// Quoted local parts, comments and addresses beyond ASCII are refused: nobody at an office has one, and what is
/// refused here can steer no header and no command line.
public struct MailAddress: Hashable, Sendable {
  /// The address.
  public let text: String

  /// Takes an address; `nil` when it is none.
  public init?(_ text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].count),
      text.utf8.first != UInt8(ascii: "-"),
      Self.words(parts[0], also: "!#$%&'*+/=?^_`{|}~-"), Self.words(parts[1], also: "-")
    else { return nil }
    self.text = text
  }

  /// Whether bytes are words of letters, digits and some signs, with stops between.
  private static func words(_ bytes: some Collection<UInt8>, also signs: String) -> Bool {
    let signs = Set(signs.utf8)
    return bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
      !$0.isEmpty
        && $0.allSatisfy { byte in
          signs.contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        }
    }
  }
}

extension MailAddress: Codable {
  /// Reads an address from a string and checks it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let address = MailAddress(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no mail address")
    }
    self = address
  }

  /// Writes the address.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
