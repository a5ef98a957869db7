/// When the office works: hours by weekday, holidays, and the arithmetic of working time.
///
/// Every question costs a binary search over the holidays at most, because working time is counted from
/// a fixed day by sums kept beside the hours: the desk asks thousands of times for one screen.
/// A calendar without any hours counts every minute of every day, so that no question is without answer.
public struct WorkingCalendar: Sendable {
  /// The office's time zone.
  public let zone: OfficeZone
  /// The working hours of each weekday in order, without breaks; a missing weekday is free.
  public let hours: [Weekday: [MinuteRange]]
  /// The days the office is closed by decree, and why.
  public let holidays: [CalendarDate: String]

  private let sums: WorkingTimeSums

  /// Makes a calendar; overlapping hours are joined.
  public init(
    zone: OfficeZone = .wita, hours: [Weekday: [MinuteRange]],
    holidays: [CalendarDate: String] = [:]
  ) {
    self.zone = zone
    self.hours = hours.mapValues(Self.joined).filter { !$0.value.isEmpty }
    self.holidays = holidays
    sums = WorkingTimeSums(hours: self.hours, holidays: holidays.keys)
  }

  private static func joined(_ ranges: [MinuteRange]) -> [MinuteRange] {
    var result: [MinuteRange] = []
    for range in ranges.sorted(by: { $0.start < $1.start }) {
      if let last = result.last, range.start <= last.end,
        let both = MinuteRange(start: last.start, end: max(last.end, range.end))
      {
        result[result.count - 1] = both
      } else {
        result.append(range)
      }
    }
    return result
  }

  // MARK: Days

  /// How long the office works on its longest day, in minutes: what counts as a day of working time.
  public var minutesPerDay: Int {
    hours.values.map { $0.reduce(0) { $0 + $1.length } }.max() ?? 480
  }

  /// Whether the office works on a day.
  public func isWorkingDay(_ date: CalendarDate) -> Bool {
    !sums.ranges(date.daysSince1970).isEmpty
  }

  /// The first working day on or after a date.
  public func workingDay(onOrAfter date: CalendarDate) -> CalendarDate {
    CalendarDate(daysSince1970: sums.workingDay(1, from: date.daysSince1970))
  }

  /// The office's date at an instant.
  public func date(of instant: Timestamp) -> CalendarDate { zone.date(of: instant) }

  /// When a working day's hours end; `nil` for a free day.
  public func closing(of date: CalendarDate) -> Timestamp? {
    sums.ranges(date.daysSince1970).last.map { zone.timestamp(date, minute: $0.end) }
  }

  /// The holidays that a decreed year has at least: those of a fixed date and those told from Easter are nine, with the
  /// ones by the moon and the collective leave a year has had twenty-five and more.
  public static let fewestDecreed = 12

  /// The years whose holidays are all there, as far as their number tells.
  public var decreedYears: Set<Int> {
    let years = Dictionary(grouping: holidays.keys, by: \.year)
    return Set(years.filter { $0.value.count >= Self.fewestDecreed }.keys)
  }

  /// The years whose holidays should all be there on a day and are not: without them due times are too early, and those
  /// of the next year are decreed by autumn.
  public func yearsNotDecreed(on today: CalendarDate) -> [Int] {
    let needed = [today.year] + (today.month >= 11 ? [today.year + 1] : [])
    return needed.filter { !decreedYears.contains($0) }
  }

  // MARK: Working time

  /// Whether the office is at work at an instant.
  public func isWorkingTime(_ instant: Timestamp) -> Bool {
    let (day, millisecond) = zone.split(instant)
    return sums.ranges(day).contains {
      $0.start * 60_000 <= millisecond && millisecond < $0.end * 60_000
    }
  }

  /// The instant itself if the office is at work, else when it next begins.
  public func workingTime(atOrAfter instant: Timestamp) -> Timestamp {
    let (day, millisecond) = zone.split(instant)
    for range in sums.ranges(day) where millisecond < range.end * 60_000 {
      return millisecond < range.start * 60_000
        ? at(day: day, millisecond: range.start * 60_000) : instant
    }
    let next = sums.workingDay(1, from: day + 1)
    return at(day: next, millisecond: (sums.ranges(next).first?.start ?? 0) * 60_000)
  }

  /// The whole working minutes between two instants; 0 if the second is not later.
  public func workingMinutes(from start: Timestamp, to end: Timestamp) -> Int {
    guard start < end else { return 0 }
    let (a, b) = (zone.split(start), zone.split(end))
    let worked = sums.worked(until: b.day, b.millisecond) - sums.worked(until: a.day, a.millisecond)
    return worked / 60_000
  }

  /// The first instant by which some working minutes have passed: work that ends with the day is due at
  /// its close, not next morning. Nothing or less leaves the instant as it is.
  public func add(workingMinutes minutes: Int, to instant: Timestamp) -> Timestamp {
    guard minutes > 0 else { return instant }
    let (day, millisecond) = zone.split(instant)
    let end = sums.end(
      of: min(minutes, 100_000_000) * 60_000, from: day, millisecond)
    return at(day: end.day, millisecond: end.millisecond)
  }

  /// The same clock time some working days later, kept inside that day's hours.
  ///
  /// Counting starts when the office can start: an instant outside working time is first moved to the
  /// next working time, so that no letter loses a day by coming in at night. A clock time that falls
  /// into a break moves to its end, one after the close moves to the close. Zero days or fewer leave the
  /// instant as it is.
  public func add(workingDays days: Int, to instant: Timestamp) -> Timestamp {
    guard days > 0 else { return instant }
    let (day, millisecond) = zone.split(workingTime(atOrAfter: instant))
    let target = sums.workingDay(min(days, 1_000_000), from: day + 1)
    let ranges = sums.ranges(target)
    if let range = ranges.first(where: { millisecond < $0.end * 60_000 }) {
      return at(day: target, millisecond: max(millisecond, range.start * 60_000))
    }
    return at(day: target, millisecond: (ranges.last?.end ?? 0) * 60_000)
  }

  // MARK: Standards

  /// When work that came at an instant is late by the SOP's standard; `nil` if the standard has no limit.
  ///
  /// The larger bound counts. Minutes and hours are working time, `hari` working days at the same clock
  /// time; weeks, months and years are calendar periods that run to the close of their last day, moved
  /// to the next working day.
  public func due(from start: Timestamp, standard: StandardTime) -> Timestamp? {
    guard let count = standard.max else { return nil }
    switch standard.unit {
    case .menit: return add(workingMinutes: count, to: start)
    case .jam: return add(workingMinutes: min(count, 1_000_000) * 60, to: start)
    case .hari: return add(workingDays: count, to: start)
    case .minggu: return close(zone.date(of: start).adding(days: min(count, 100_000) * 7))
    case .bulan: return close(zone.date(of: start).adding(months: count))
    case .tahun: return close(zone.date(of: start).adding(years: count))
    case .tidakTerbatas: return nil
    }
  }

  private func close(_ date: CalendarDate) -> Timestamp {
    let day = sums.workingDay(1, from: date.daysSince1970)
    return at(day: day, millisecond: (sums.ranges(day).last?.end ?? 1440) * 60_000)
  }

  private func at(day: Int, millisecond: Int) -> Timestamp {
    Timestamp(milliseconds: zone.join(day: day, millisecond: millisecond))
  }
}

extension WorkingCalendar: Hashable {
  /// Calendars are equal when their zone, hours and holidays are.
  public static func == (a: Self, b: Self) -> Bool {
    a.zone == b.zone && a.hours == b.hours && a.holidays == b.holidays
  }

  /// Hashes zone, hours and holidays.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(zone)
    hasher.combine(hours)
    hasher.combine(holidays)
  }
}

extension WorkingCalendar: Codable {
  private enum Key: String, CodingKey { case zone, hours, holidays }

  /// Reads a calendar.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    try self.init(
      zone: values.decode(OfficeZone.self, forKey: .zone),
      hours: values.decode([Weekday: [MinuteRange]].self, forKey: .hours),
      holidays: values.decode([CalendarDate: String].self, forKey: .holidays))
  }

  /// Writes a calendar.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(zone, forKey: .zone)
    try values.encode(hours, forKey: .hours)
    try values.encode(holidays, forKey: .holidays)
  }
}
