import DeskModel

/// Reads dates as a clerk in a hurry types them.
enum ShortDate {
  /// The date that a text means: `t` is today, `k` yesterday, `5` the last fifth, `5/3` the last 5 March; else all
  /// that a form takes.
  ///
  /// Days and months alone never mean a day to come: papers are dated before they are entered.
  ///
  /// - Returns: `nil` for an empty text.
  /// - Throws: `DateFault`.
  static func date(_ text: String, today: CalendarDate) throws(DateFault) -> CalendarDate? {
    let typed = text.lowercased().filter { !$0.isWhitespace }
    if typed.isEmpty { return nil }
    if typed == "t" { return today }
    if typed == "k" { return today.adding(days: -1) }
    let parts = typed.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
    let numbers = parts.compactMap { $0.utf8.count <= 2 ? Int($0) : nil }
    guard parts.count <= 2, numbers.count == parts.count, let day = numbers.first else {
      return try CalendarDate(input: text)
    }
    let (year, month, _) = today.parts
    if parts.count == 1 {
      return try last(day, of: month, year: year, notAfter: today, stepping: -1)
    }
    guard (1...12).contains(numbers[1]) else { throw .notADate(text) }
    return try last(day, of: numbers[1], year: year, notAfter: today, stepping: -12)
  }

  /// The day in a month, or as many months earlier as make it past; a day that the month lacks is told.
  private static func last(
    _ day: Int, of month: Int, year: Int, notAfter today: CalendarDate, stepping months: Int
  ) throws(DateFault) -> CalendarDate {
    if let date = CalendarDate(year: year, month: month, day: day), date <= today { return date }
    guard let first = CalendarDate(year: year, month: month, day: 1) else {
      throw .noSuchDay(day: day, month: month, year: year)
    }
    let (earlierYear, earlierMonth, _) = first.adding(months: months).parts
    guard let date = CalendarDate(year: earlierYear, month: earlierMonth, day: day) else {
      throw .noSuchDay(day: day, month: month, year: year)
    }
    return date
  }
}
