import Crypto
import Foundation

/// A public SSH key: its type and body, without options and comment.
public struct PublicKey: Hashable, Sendable {
  /// The algorithm, e.g. `ssh-ed25519`.
  public let type: String
  /// The key itself in base64, as its owner's file has it.
  public let body: String

  /// The algorithms taken: those that OpenSSH accepts without further settings.
  static let types = [
    "ssh-ed25519", "sk-ssh-ed25519@openssh.com", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521", "sk-ecdsa-sha2-nistp256@openssh.com", "ssh-rsa",
  ]
  /// The fewest bits of an RSA key.
  static let fewestBits = 2_048

  /// Reads the line of a `.pub` file: a type, the key in base64, and a comment that is left away.
  ///
  /// - Throws: `PublicKeyFault` when it is no such line, or a key that is too weak.
  public init(_ text: String) throws(PublicKeyFault) {
    guard !text.contains("PRIVATE KEY") else { throw .secret }
    guard text.utf8.count <= 16_384 else { throw .notAKey }
    let lines = text.split(whereSeparator: \.isNewline).filter {
      !$0.allSatisfy(\.isWhitespace)
    }
    guard let line = lines.first else { throw .notAKey }
    guard lines.count == 1 else { throw .several }
    let words = line.split(maxSplits: 2) { $0 == " " || $0 == "\t" }.map(String.init)
    guard let type = words.first, words.count >= 2 else { throw .notAKey }
    guard Self.types.contains(type) else { throw .type(type, known: Self.types) }
    // One spelling a key, so that none is anybody's twice.
    guard let bytes = Data(base64Encoded: words[1]), bytes.base64EncodedString() == words[1] else {
      throw .damaged
    }
    var parts = WireParts(bytes)
    guard parts.next() == Data(type.utf8) else { throw .damaged }
    try Self.check(type, &parts)
    self.type = type
    body = words[1]
  }

  /// The key as a line without a comment.
  public var text: String { "\(type) \(body)" }

  /// What `ssh-keygen -l` shows of it, e.g. `SHA256:…`.
  public var fingerprint: String {
    let bytes = Data(base64Encoded: body) ?? Data()
    let hash = Data(SHA256.hash(data: bytes)).base64EncodedString()
    return "SHA256:" + hash.filter { $0 != "=" }
  }

  /// Looks at what follows the type: the lengths must be those of the algorithm.
  private static func check(
    _ type: String, _ parts: inout WireParts
  ) throws(PublicKeyFault) {
    switch type {
    case "ssh-ed25519", "sk-ssh-ed25519@openssh.com":
      guard parts.next()?.count == 32 else { throw .damaged }
    case "ssh-rsa":
      guard parts.next() != nil, let modulus = parts.next() else { throw .damaged }
      let bits = modulus.drop { $0 == 0 }.count * 8
      guard bits >= fewestBits else { throw .weak(bits: bits, needed: fewestBits) }
    default:
      guard let curve = parts.next(), type.contains(String(decoding: curve, as: UTF8.self)),
        parts.next()?.first == 4
      else { throw .damaged }
    }
    if type.hasPrefix("sk-") {
      guard parts.next() != nil else { throw .damaged }
    }
    guard parts.isAtEnd else { throw .damaged }
  }

  /// The strings that a key consists of, each after its length.
  private struct WireParts {
    private var rest: Data

    init(_ bytes: Data) { rest = bytes }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func next() -> Data? {
      guard rest.count >= 4 else { return nil }
      let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      guard length <= rest.count - 4 else { return nil }
      defer { rest = rest.dropFirst(4 + length) }
      return Data(rest.dropFirst(4).prefix(length))
    }
  }
}

extension PublicKey: Codable {
  /// Reads a key from its line and checks it.
  public init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the key as a line.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// Why a text is no public key that may open the desk.
public enum PublicKeyFault: Tellable, Hashable {
  /// It is the secret half.
  case secret
  /// It has several lines.
  case several
  /// It is not written like a key.
  case notAKey
  /// It begins with something else than an algorithm: options, or one that is not taken.
  case type(String, known: [String])
  /// The key is cut short, changed, or of another type than it says.
  case damaged
  /// It is too short to be safe.
  case weak(bits: Int, needed: Int)

  /// The sentence for a person.
  public var message: Message {
    switch self {
    case .secret: Message("sshkey.secret")
    case .several: Message("sshkey.several")
    case .notAKey: Message("sshkey.not-a-key")
    case .type(let text, let known):
      Message(
        "sshkey.type", ["text": TextRules.quoted(text), "known": known.joined(separator: ", ")])
    case .damaged: Message("sshkey.damaged")
    case .weak(let bits, let needed):
      Message("sshkey.weak", ["bits": "\(bits)", "needed": "\(needed)"])
    }
  }
}
