/// A day of the Gregorian calendar, without time or zone, from 0001-01-01 to 9999-12-31.
///
/// Kept as a count of days, so that comparing and adding cost one instruction; year, month and day are
/// computed by the civil-day algorithm (eras of 400 years, years that begin in March).
public struct CalendarDate: Hashable, Sendable {
  /// The first day that can be named.
  public static let earliest = CalendarDate(clampedDays: -719_162)
  /// The last day that can be named.
  public static let latest = CalendarDate(clampedDays: 2_932_896)

  /// Days since 1970-01-01; negative before it.
  public let daysSince1970: Int

  private init(clampedDays: Int) { daysSince1970 = clampedDays }

  /// Makes a date from days since 1970-01-01, kept between the earliest and the latest.
  public init(daysSince1970 days: Int) {
    daysSince1970 = Swift.min(Swift.max(days, -719_162), 2_932_896)
  }

  /// Makes a date from its parts; `nil` if there is no such day (31 February, month 13, year 0).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= Self.lengthOfMonth(month, year: year)
    else { return nil }
    daysSince1970 = Self.days(year: year, month: month, day: day)
  }

  /// Year, month (1 to 12) and day of the month together, for one computation of all three.
  public var parts: (year: Int, month: Int, day: Int) {
    let z = daysSince1970 + 719_468
    let era = z / 146_097  // never negative: 0001-01-01 is day 306 of its era
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// The year, 1 to 9999.
  public var year: Int { parts.year }
  /// The month, 1 to 12.
  public var month: Int { parts.month }
  /// The day of the month, from 1.
  public var day: Int { parts.day }

  /// The day of the week.
  public var weekday: Weekday { Weekday.from(daysSince1970: daysSince1970) }

  /// The date some days later, or earlier if negative.
  public func adding(days: Int) -> CalendarDate {
    CalendarDate(daysSince1970: daysSince1970 + Swift.min(Swift.max(days, -4_000_000), 4_000_000))
  }

  /// The same day some months later; the month's last day where there is no such day.
  public func adding(months: Int) -> CalendarDate {
    let (year, month, day) = parts
    let total = year * 12 + month - 1 + Swift.min(Swift.max(months, -120_000), 120_000)
    if total < 12 { return .earliest }
    if total >= 120_000 { return .latest }
    let length = Self.lengthOfMonth(total % 12 + 1, year: total / 12)
    return CalendarDate(
      daysSince1970: Self.days(
        year: total / 12, month: total % 12 + 1, day: Swift.min(day, length)))
  }

  /// The same day some years later; 28 February where there is no 29.
  public func adding(years: Int) -> CalendarDate {
    adding(months: Swift.min(Swift.max(years, -10_000), 10_000) * 12)
  }

  /// How many days a month has, 28 to 31; months outside 1 to 12 are not asked for.
  public static func lengthOfMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func days(year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension CalendarDate: Comparable {
  /// Orders dates by time.
  public static func < (a: Self, b: Self) -> Bool { a.daysSince1970 < b.daysSince1970 }
}

extension CalendarDate: CustomStringConvertible, LosslessStringConvertible {
  /// The date in ISO form, e.g. `2026-03-05`.
  public var description: String {
    let (year, month, day) = parts
    return Digits.padded(year, 4) + "-" + Digits.padded(month, 2) + "-" + Digits.padded(day, 2)
  }

  /// Reads the ISO form and nothing else; `nil` if it is no date.
  public init?(_ iso: String) {
    let bytes = Array(iso.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Digits.value(bytes[0..<4]), let month = Digits.value(bytes[5..<7]),
      let day = Digits.value(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension CalendarDate: Codable, CodingKeyRepresentable {
  /// Reads a date from its ISO form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = CalendarDate(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date: \(text)")
    }
    self = date
  }

  /// Writes the date in ISO form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// The ISO form as a key, so that dictionaries by date become plain objects.
  public var codingKey: any CodingKey { TextKey(description) }

  /// Reads a date from a key in ISO form.
  public init?(codingKey: some CodingKey) { self.init(codingKey.stringValue) }
}
