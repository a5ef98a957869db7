/// Writes dates, times and durations in the office's language.
///
/// Words come from the phrasebook once; each text is then put together by hand, because date formatters
/// cost start-up time and rows are drawn by the thousand.
public struct DateText: Sendable {
  private let months: [String]
  private let longMonths: [String]
  private let weekdays: [String]
  private let clockSeparator: String
  private let day: String
  private let hour: String
  private let minute: String

  /// Takes the words from a phrasebook.
  public init(_ phrases: Phrasebook) {
    months = (1...12).map { phrases("date.month.short.\($0)") }
    longMonths = (1...12).map { phrases("date.month.\($0)") }
    weekdays = Weekday.allCases.map { phrases("date.weekday.\($0.rawValue)") }
    clockSeparator = phrases("date.clock-separator")
    day = phrases("date.unit.day")
    hour = phrases("date.unit.hour")
    minute = phrases("date.unit.minute")
  }

  /// A date for lists, e.g. `5 Mar 2026`.
  public func short(_ date: CalendarDate) -> String {
    let (year, month, day) = date.parts
    return "\(day) \(months[month - 1]) \(year)"
  }

  /// A date without its year for narrow lists, e.g. `5 Mar`.
  public func dayAndMonth(_ date: CalendarDate) -> String {
    let (_, month, day) = date.parts
    return "\(day) \(months[month - 1])"
  }

  /// A date for letters, e.g. `5 Maret 2026`.
  public func long(_ date: CalendarDate) -> String {
    let (year, month, day) = date.parts
    return "\(day) \(longMonths[month - 1]) \(year)"
  }

  /// The name of a day of the week, e.g. `Kamis`.
  public func name(_ weekday: Weekday) -> String { weekdays[weekday.index] }

  /// A time of the day, e.g. `14.05`.
  public func clock(minuteOfDay: Int) -> String {
    Digits.padded(minuteOfDay / 60, 2) + clockSeparator + Digits.padded(minuteOfDay % 60, 2)
  }

  /// An instant on the office's wall, e.g. `5 Mar 2026 14.05`.
  public func short(_ instant: Timestamp, in zone: OfficeZone) -> String {
    short(zone.date(of: instant)) + " " + clock(minuteOfDay: zone.minuteOfDay(of: instant))
  }

  /// A duration by its two largest units, e.g. `2 hr 3 j`, `3 j 20 mnt`, `5 mnt`; a negative one with a
  /// minus before it.
  ///
  /// - Parameters:
  ///   - minutes: the duration.
  ///   - minutesPerDay: what counts as a day, as ``WorkingCalendar/minutesPerDay`` gives it.
  public func duration(minutes: Int, minutesPerDay: Int) -> String {
    if minutes < 0 {
      return "−"
        + duration(minutes: minutes == .min ? .max : -minutes, minutesPerDay: minutesPerDay)
    }
    let perDay = max(minutesPerDay, 1)
    let (days, rest) = (minutes / perDay, minutes % perDay)
    let (hours, left) = (rest / 60, rest % 60)
    if days > 0 { return hours > 0 ? "\(days) \(day) \(hours) \(hour)" : "\(days) \(day)" }
    if hours > 0 { return left > 0 ? "\(hours) \(hour) \(left) \(minute)" : "\(hours) \(hour)" }
    return "\(left) \(minute)"
  }
}
