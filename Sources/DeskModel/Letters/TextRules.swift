/// What may stand in a text that people type and that is later drawn, printed and searched.
public enum TextRules {
  /// Whether a character has no place in any field: control characters, and marks that turn or hide the
  /// text around them, which would show another letter than the one that is signed.
  public static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00...0x1F, 0x7F...0x9F: true
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB:
      true
    case 0xE0000...0xE007F: true
    default: false
    }
  }

  /// The text on one line: line ends, tabs and runs of blanks become one blank, none at the ends.
  ///
  /// `nil` if a forbidden character stands in it.
  public static func line(_ text: String) -> String? {
    var result = String.UnicodeScalarView()
    var blank = false
    for scalar in text.unicodeScalars {
      if isBlank(scalar) {
        blank = true
      } else if isForbidden(scalar) {
        return nil
      } else {
        if blank, !result.isEmpty { result.append(" ") }
        blank = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The text with its lines kept, each without blanks at its end, and no empty ones at either end.
  ///
  /// `nil` if a forbidden character stands in it.
  public static func lines(_ text: String) -> String? {
    var result: [String] = []
    for raw in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      guard let line = line(String(raw)) else { return nil }
      result.append(line)
    }
    while result.last?.isEmpty == true { result.removeLast() }
    return result.drop { $0.isEmpty }.joined(separator: "\n")
  }

  /// The text of a draft with its lines and blanks as they were written; line ends become one.
  ///
  /// `nil` if a forbidden character other than a tab stands in it.
  static func draft(_ text: String) -> String? {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r", "\n", "\u{2028}", "\u{2029}":
        if scalar != "\n" || previous != "\r" { result.append("\n") }
      case "\t": result.append(scalar)
      default:
        if isForbidden(scalar) { return nil }
        result.append(scalar)
      }
      previous = scalar
    }
    return String(result)
  }

  /// A text fit to be quoted in a sentence: one line, at most 40 characters, nothing forbidden in it.
  public static func quoted(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.prefix(40).unicodeScalars {
      result.append(isBlank(scalar) ? " " : isForbidden(scalar) ? "\u{FFFD}" : scalar)
    }
    return String(result) + (text.dropFirst(40).isEmpty ? "" : "…")
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
