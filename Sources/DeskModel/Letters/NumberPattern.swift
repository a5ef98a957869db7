/// How an agenda book writes its numbers, e.g. `{kode}/{urut:3}/{unit}/{tahun}`.
///
/// Tokens: `{kode}` classification code, `{urut}` sequence (`{urut:3}` with at least three digits),
/// `{unit}`, `{jabatan}`, `{bulan}` (01 to 12), `{bulan_romawi}` (I to XII), `{tahun}`, `{derajat}`
/// (secrecy: B, T, R, SR). The sequence must be there; everything else is the office's habit.
public struct NumberPattern: Hashable, Sendable {
  /// The longest number a book may write; programs with shorter fields lose real numbers.
  public static let longest = 60

  /// The pattern as written in the settings.
  public let text: String
  private let parts: [Part]

  /// A piece of a pattern.
  enum Part: Hashable, Sendable {
    case literal(String)
    case code
    case sequence(width: Int)
    case unit
    case position
    case month
    case romanMonth
    case year
    case secrecy
  }

  /// What the tokens stand for in one number.
  public struct Values: Hashable, Sendable {
    /// The sequence in the book's period, from 1.
    public var sequence: Int
    /// The date of the number.
    public var date: CalendarDate
    /// The letter's classification code.
    public var code: String?
    /// The code of the unit that made the letter.
    public var unit: String?
    /// The code of the post that signs it.
    public var position: String?
    /// The letter's secrecy.
    public var secrecy: Secrecy

    /// Makes values.
    public init(
      sequence: Int, date: CalendarDate, code: String? = nil, unit: String? = nil,
      position: String? = nil, secrecy: Secrecy = .biasa
    ) {
      self.sequence = sequence
      self.date = date
      self.code = code
      self.unit = unit
      self.position = position
      self.secrecy = secrecy
    }
  }

  /// Reads a pattern.
  ///
  /// - Throws: `NumberPatternFault` for an unknown token, an open brace, no or a second `{urut}`, or
  ///   fixed text that alone is too long.
  public init(_ text: String) throws(NumberPatternFault) {
    var parts: [Part] = []
    var literal = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "{":
        guard let end = rest.firstIndex(of: "}") else { throw .unclosed }
        let token = String(rest[..<end])
        rest = rest[rest.index(after: end)...]
        guard let part = Self.part(token) else { throw .unknownToken(token) }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        literal = ""
        parts.append(part)
      case "}": throw .unclosed
      default:
        guard !character.unicodeScalars.contains(where: TextRules.isForbidden) else {
          throw .control
        }
        literal.append(character)
      }
    }
    if !literal.isEmpty { parts.append(.literal(literal)) }
    let sequences = parts.filter { if case .sequence = $0 { true } else { false } }
    guard sequences.count == 1 else { throw sequences.isEmpty ? .noSequence : .twoSequences }
    let fixed = parts.reduce(0) { if case .literal(let text) = $1 { $0 + text.count } else { $0 } }
    guard fixed < Self.longest else { throw .tooLong(fixed) }
    self.text = text
    self.parts = parts
  }

  /// Writes a number.
  ///
  /// - Throws: `NumberPatternFault` when a token has no value or the number would be too long.
  public func format(_ values: Values) throws(NumberPatternFault) -> String {
    var result = ""
    for part in parts { result += try Self.text(of: part, values) }
    guard result.count <= Self.longest else { throw .tooLong(result.count) }
    return result
  }

  /// A running number alone, with the digits that the pattern gives it.
  public func sequence(_ sequence: Int) -> String {
    let width = parts.lazy.compactMap { if case .sequence(let width) = $0 { width } else { nil } }
    return Digits.padded(sequence, width.first ?? 1)
  }

  /// Whether the numbers need a classification code.
  public var needsCode: Bool { parts.contains(.code) }

  private static func part(_ token: String) -> Part? {
    switch token {
    case "kode": return .code
    case "urut": return .sequence(width: 1)
    case "unit": return .unit
    case "jabatan": return .position
    case "bulan": return .month
    case "bulan_romawi": return .romanMonth
    case "tahun": return .year
    case "derajat": return .secrecy
    default:
      let pieces = token.split(separator: ":", omittingEmptySubsequences: false)
      guard pieces.count == 2, pieces[0] == "urut", let width = Digits.value(pieces[1].utf8),
        (1...9).contains(width)
      else { return nil }
      return .sequence(width: width)
    }
  }

  private static func text(
    of part: Part, _ values: Values
  ) throws(NumberPatternFault) -> String {
    func known(_ value: String?, _ token: String) throws(NumberPatternFault) -> String {
      guard let value, !value.isEmpty else { throw .missing(token) }
      return value
    }
    switch part {
    case .literal(let text): return text
    case .code: return try known(values.code, "kode")
    case .sequence(let width): return Digits.padded(values.sequence, width)
    case .unit: return try known(values.unit, "unit")
    case .position: return try known(values.position, "jabatan")
    case .month: return Digits.padded(values.date.month, 2)
    case .romanMonth: return romanMonths[values.date.month - 1]
    case .year: return String(values.date.year)
    case .secrecy: return values.secrecy.rawValue
    }
  }

  /// The months as Roman numbers, January first.
  static let romanMonths = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
  ]
}

extension NumberPattern: Codable {
  /// Reads a pattern from its text and checks it.
  public init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the pattern's text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// Why a pattern, or a number by it, cannot be.
public enum NumberPatternFault: Tellable, Hashable {
  /// There is no such token.
  case unknownToken(String)
  /// A brace is open or closed without its partner.
  case unclosed
  /// A control character stands in it.
  case control
  /// `{urut}` is missing: all numbers would be the same.
  case noSequence
  /// `{urut}` stands twice.
  case twoSequences
  /// The letter lacks what a token stands for.
  case missing(String)
  /// The number would have this many characters.
  case tooLong(Int)

  /// The sentence for a person.
  public var message: Message {
    switch self {
    case .unknownToken(let token): Message("number.unknown-token", ["token": token])
    case .unclosed: Message("number.unclosed")
    case .control: Message("number.control")
    case .noSequence: Message("number.no-sequence", ["token": "{urut}"])
    case .twoSequences: Message("number.two-sequences", ["token": "{urut}"])
    case .missing(let token): Message("number.missing.\(token)", ["token": "{\(token)}"])
    case .tooLong(let count):
      Message(
        "number.too-long",
        ["count": String(count), "longest": String(NumberPattern.longest)])
    }
  }
}
