/// What a key's owner may ask of the desk without sitting down: `SSH_ORIGINAL_COMMAND`, read word by word and never by
/// a shell.
public enum RemoteRequest: Hashable, Sendable {
  /// `queue [--role R] --json`: what waits for one of one's own chairs.
  case queue(role: String?)
  /// `letter show N --json`: a letter.
  case letter(Int)
  /// `backlog --json`: what waits, as far as one sees it.
  case backlog

  /// Reads a request; a leading `desk` is as good as none.
  ///
  /// - Throws: `IdentityFault.notServed` for everything that is not on the list.
  public init(_ text: String) throws(IdentityFault) {
    guard text.utf8.count <= 200, text.utf8.allSatisfy(Self.isPlain) else {
      throw .notServed(text)
    }
    var words = text.split(separator: " ").map(String.init)
    if words.first == "desk" { words.removeFirst() }
    switch words {
    case ["queue", "--json"]: self = .queue(role: nil)
    case ["backlog", "--json"]: self = .backlog
    default:
      if words.count == 4, words[0] == "queue", words[1] == "--role", words[3] == "--json",
        words[2].first != "-"
      {
        self = .queue(role: words[2])
      } else if words.count == 4, Array(words[0...1]) == ["letter", "show"],
        words[3] == "--json", words[2].utf8.count <= 18, let id = Int(words[2]), id > 0
      {
        self = .letter(id)
      } else {
        throw .notServed(text)
      }
    }
  }

  /// Letters, digits and what identifiers are joined by; nothing that any shell would see anything in.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "@")
  }
}
