extension CalendarDate {
  /// Reads a date as people in the office write it.
  ///
  /// `5/3/2026`, `05-03-2026`, `5.3.2026` (day before month, as everywhere in Indonesia), `5 Mar 2026`,
  /// `5 Maret 2026`, English month names, and ISO `2026-03-05`. A year of two digits is of this century.
  ///
  /// - Throws: `DateFault`, with the month's real length where that is what is wrong.
  public init(input text: String) throws(DateFault) {
    guard text.utf8.count <= 64 else { throw .notADate(String(text.prefix(20)) + "…") }
    let parts = text.lowercased().split { " /.-,\t\u{a0}".contains($0) }
    guard parts.count == 3 else { throw .notADate(text) }
    let isISO = parts[0].utf8.count == 4
    guard let first = Digits.value(parts[0].utf8), let last = Digits.value(parts[2].utf8),
      let month = Digits.value(parts[1].utf8) ?? MonthNames.month(parts[1])
    else { throw .notADate(text) }
    let yearDigits = isISO ? 4 : parts[2].utf8.count
    guard yearDigits == 4 || yearDigits == 2, (1...12).contains(month) else {
      throw .notADate(text)
    }
    let day = isISO ? last : first
    let year = isISO ? first : yearDigits == 2 ? 2000 + last : last
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      throw (1...9999).contains(year)
        ? .noSuchDay(day: day, month: month, year: year) : .notADate(text)
    }
    self = date
  }

  /// The date as people type it, e.g. `5/3/2026`: what a form shows and sentences quote.
  public var dayFirst: String {
    let (year, month, day) = parts
    return "\(day)/\(month)/\(year)"
  }
}

/// Why a text is no date.
public enum DateFault: Tellable, Hashable {
  /// It is not written like a date.
  case notADate(String)
  /// The month has no such day.
  case noSuchDay(day: Int, month: Int, year: Int)

  /// The sentence for a person.
  public var message: Message {
    switch self {
    case .notADate(let text):
      Message("date.not-a-date", ["text": TextRules.quoted(text)])
    case .noSuchDay(let day, let month, let year):
      Message(
        "date.no-such-day",
        [
          "day": String(day), "month": String(month), "year": String(year),
          "length": String(CalendarDate.lengthOfMonth(month, year: year)),
        ])
    }
  }
}

/// The names by which people call months when they type.
private enum MonthNames {
  private static let names: [[String]] = [
    ["januari", "january"], ["februari", "pebruari", "february"], ["maret", "march", "mrt"],
    ["april"], ["mei", "may"], ["juni", "june"], ["juli", "july"],
    ["agustus", "august", "ags", "agt"], ["september"], ["oktober", "october"],
    ["november", "nopember"], ["desember", "december"],
  ]

  /// The month of a name in lower case or of its first letters, at least three of them.
  static func month(_ typed: Substring) -> Int? {
    guard typed.count >= 3 else { return nil }
    return names.firstIndex { $0.contains { $0.hasPrefix(typed) } }.map { $0 + 1 }
  }
}
