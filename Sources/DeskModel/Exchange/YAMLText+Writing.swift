// Texts as the desk's own readers read them back.

extension YAMLText {
  /// A text as YAML, plain where nothing in it could mean something else, in a list on one line too.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    return isOfWord(first) && last != " " && text != "null"
      && text.unicodeScalars.allSatisfy {
        isOfWord($0) || " ./()-_–;+%".unicodeScalars.contains($0)
      }
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .decimalNumber: true
    default: false
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    result.append("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        result.append("\\")
        result.append(scalar)
      // Beside an ampersand an asterisk would be taken for a reference, which no file may hold.
      case "*": result.append(contentsOf: "\\x2A".unicodeScalars)
      default:
        if TextRules.isForbidden(scalar) || isUnreadable(scalar) {
          let digits = String(scalar.value, radix: 16)
          let zeros = String(repeating: "0", count: 8 - digits.count)
          result.append(contentsOf: "\\U\(zeros)\(digits)".unicodeScalars)
        } else {
          result.append(scalar)
        }
      }
    }
    result.append("\"")
    return String(result)
  }

  /// Whether a YAML reader refuses the character unless it is written as a number.
  private static func isUnreadable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value & 0xFFFE == 0xFFFE || scalar.value == 0x2028 || scalar.value == 0x2029
  }
}
