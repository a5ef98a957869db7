extension StandardTime {
  /// Why a text is not a standard time.
  public enum Problem: Tellable, Hashable {
    /// Neither a duration nor `tidak terbatas`.
    case notATime(String)
    /// A duration of nothing.
    case zero(String)
    /// A range whose end is before its beginning.
    case reversed(String)

    /// What is wrong, with the text.
    public var message: Message {
      switch self {
      case .notATime(let text): Message("time.unreadable", ["text": text])
      case .zero(let text): Message("time.zero", ["text": text])
      case .reversed(let text): Message("time.reversed", ["text": text])
      }
    }
  }

  /// Reads a duration as decrees write it: `10 menit`, `3-4 hari`, `1 sd 3 hari kerja`, `@5 Menit`,
  /// `tidak terbatas`, in any case.
  ///
  /// `kerja` after hours and days changes nothing, for they are working time anyway, and `@` (for each
  /// piece) is kept in the text only. Numbers have at most five digits.
  ///
  /// - Throws: why the text is no standard time.
  public init(reading text: String) throws(Problem) {
    // By scalars: a mark that stands alone would join the blank before it, and go with it when the text is read again.
    let text = text.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
      .map { String($0) }.joined(separator: " ")
    let shown = TextRules.quoted(text)
    var rest = Substring(text.lowercased())
    if rest == "tidak terbatas" {
      self.init(text: text, min: nil, max: nil, unit: .tidakTerbatas)
      return
    }
    if rest.hasPrefix("@") { rest = rest.dropFirst().trimmingSpace() }
    guard let low = Self.takeNumber(&rest) else { throw .notATime(shown) }
    var high = low
    if Self.takeRangeSign(&rest) {
      guard let number = Self.takeNumber(&rest) else { throw .notATime(shown) }
      high = number
    }
    guard let unit = Self.unit(rest) else { throw .notATime(shown) }
    guard high > 0, low > 0 else { throw .zero(shown) }
    guard low <= high else { throw .reversed(shown) }
    self.init(text: text, min: low, max: high, unit: unit)
  }

  private static func takeNumber(_ rest: inout Substring) -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard digits.count <= 5, let number = Int(digits) else { return nil }
    rest = rest.dropFirst(digits.count).trimmingSpace()
    return number
  }

  private static func takeRangeSign(_ rest: inout Substring) -> Bool {
    let signs = ["-", "–", "—", "sampai dengan ", "sampai ", "s/d ", "s.d. ", "s.d ", "sd "]
    guard let sign = signs.first(where: rest.hasPrefix) else { return false }
    rest = rest.dropFirst(sign.count).trimmingSpace()
    return true
  }

  private static func unit(_ word: Substring) -> Unit? {
    switch word {
    case "menit", "menit kerja": .menit
    case "jam", "jam kerja": .jam
    case "hari", "hari kerja": .hari
    case "minggu": .minggu
    case "bulan": .bulan
    case "tahun": .tahun
    default: nil
    }
  }
}

extension Substring {
  fileprivate func trimmingSpace() -> Substring { drop { $0 == " " } }
}
