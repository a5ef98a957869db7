/// What must be known of a YAML text before a parser is let loose on it.
enum YAMLText {
  /// The line, from 1, of the first byte that is not UTF-8.
  static func firstLineThatIsNotUTF8(_ bytes: some Collection<UInt8>) -> Int {
    var line = 1
    for part in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }

  /// The line, from 1, of the first character that YAML does not allow; 1 when all are allowed.
  static func firstControlCharacter(_ text: String) -> Int {
    var line = 1
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        line += 1
      } else if TextRules.isForbidden(scalar), scalar != "\t", scalar != "\r" {
        return line
      }
    }
    return 1
  }

  /// The line, from 1, where a node is named (`&name`) that is used elsewhere (`*name`).
  ///
  /// The desk's files need no references, and a few hundred bytes of nested ones unfold into more
  /// than a machine holds; so they are refused before anything is unfolded.
  static func firstReference(_ text: String) -> Int? {
    guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else {
      return nil
    }
    let named = marks(text, sign: UInt8(ascii: "&"))
    let used = Set(marks(text, sign: UInt8(ascii: "*")).map(\.name))
    return named.first { used.contains($0.name) }?.line
  }

  /// Names that follow a sign which stands where a YAML token may begin.
  private static func marks(_ text: String, sign: UInt8) -> [(name: Substring, line: Int)] {
    var found: [(name: Substring, line: Int)] = []
    let bytes = text.utf8
    var line = 1
    var mayBegin = true
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let after = bytes.index(after: index)
      if byte == sign, mayBegin {
        let name = bytes[after...].prefix(while: isOfName)
        if !name.isEmpty { found.append((Substring(name), line)) }
      }
      if byte == UInt8(ascii: "\n") { line += 1 }
      mayBegin = !isOfName(byte)
      index = after
    }
    return found
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
