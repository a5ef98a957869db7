/// How many columns one Unicode scalar takes, for those that every terminal and the C library agree on.
///
/// The C library's `wcwidth`, which ncurses counts with, is the measure; a test compares the two. What lies
/// outside of the agreed set is not drawn as itself.
enum ScalarWidth: Equatable {
  /// A base character of one or two columns.
  case base(Int)
  /// A mark drawn over the character before it.
  case mark
  /// Draws nothing and is dropped: controls, format characters, bidirectional overrides, variation selectors.
  case dropped
  /// Separates words or lines: drawn as one space.
  case space
  /// Terminals disagree on it, or it is not a character: drawn as a replacement.
  case unsafe

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F {
      self = .base(1)
      return
    }
    if value < 0xA0 {
      self = value == 0x09 || value == 0x0A ? .space : .dropped
      return
    }
    self = ScalarWidth.beyondASCII(scalar)
  }

  private static func beyondASCII(_ scalar: Unicode.Scalar) -> ScalarWidth {
    let value = scalar.value
    if (0xFE00...0xFE0F).contains(value) || (0xE0000...0xE0FFF).contains(value) { return .dropped }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format: return .dropped
    case .lineSeparator, .paragraphSeparator: return .space
    case .surrogate, .privateUse, .unassigned, .spacingMark: return .unsafe
    case .nonspacingMark, .enclosingMark: return isKnown(properties) ? .mark : .unsafe
    default: break
    }
    guard isKnown(properties), !disputed.contains(where: { $0.contains(value) }) else {
      return .unsafe
    }
    return .base(isWide(value) ? 2 : 1)
  }

  /// The C library of Debian 12 knows Unicode 14.
  private static func isKnown(_ properties: Unicode.Scalar.Properties) -> Bool {
    guard let age = properties.age else { return false }
    return age.major <= 14
  }

  /// Hangul vowels and finals (joined by some terminals), hexagrams and counting rods (wide since Unicode 16),
  /// regional indicators and skin tones (joined into flags and faces by some).
  private static let disputed: [ClosedRange<UInt32>] = [
    0x1160...0x11FF, 0xD7B0...0xD7FF, 0x4DC0...0x4DFF, 0x1D300...0x1D37F, 0x1F1E6...0x1F1FF,
    0x1F3FB...0x1F3FF,
  ]

  private static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(value)
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
    0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
    0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
    0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5,
    0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
    0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
    0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
    0x2E80...0x303E, 0x3041...0xA4C6, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAD9,
    0xFE10...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18D08, 0x1AFF0...0x1B2FB,
    0x1F004...0x1F004, 0x1F0CF...0x1F0CF, 0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320,
    0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3,
    0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E, 0x1F440...0x1F440, 0x1F442...0x1F4FC,
    0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596,
    0x1F5A4...0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2,
    0x1F6D5...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7F0, 0x1F90C...0x1F93A,
    0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAF6, 0x20000...0x3134A,
  ]
}
