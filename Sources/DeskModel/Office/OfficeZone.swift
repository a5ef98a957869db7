/// One of the three time zones of Indonesia; none of them knows summer time.
public enum OfficeZone: String, Codable, Hashable, Sendable, CaseIterable {
  /// Waktu Indonesia Barat, UTC+7.
  case wib
  /// Waktu Indonesia Tengah, UTC+8.
  case wita
  /// Waktu Indonesia Timur, UTC+9.
  case wit

  /// Minutes ahead of UTC.
  public var offsetMinutes: Int {
    switch self {
    case .wib: 7 * 60
    case .wita: 8 * 60
    case .wit: 9 * 60
    }
  }

  /// The date on the office's wall at an instant.
  public func date(of instant: Timestamp) -> CalendarDate {
    CalendarDate(daysSince1970: split(instant).day)
  }

  /// Minutes since the office's midnight at an instant, 0 to 1439.
  public func minuteOfDay(of instant: Timestamp) -> Int {
    split(instant).millisecond / 60_000
  }

  /// The instant of a minute of a day, counted from the office's midnight; 1440 is the next midnight.
  public func timestamp(_ date: CalendarDate, minute: Int = 0) -> Timestamp {
    Timestamp(milliseconds: join(day: date.daysSince1970, millisecond: minute * 60_000))
  }

  /// The local day and the milliseconds since its midnight.
  func split(_ instant: Timestamp) -> (day: Int, millisecond: Int) {
    let local = Int(instant.milliseconds) &+ offsetMinutes * 60_000
    var day = local / Self.dayLength
    if local % Self.dayLength < 0 { day -= 1 }
    return (day, local &- day &* Self.dayLength)
  }

  /// The milliseconds since 1970 UTC of a local day and the milliseconds since its midnight.
  func join(day: Int, millisecond: Int) -> Int64 {
    Int64(day * Self.dayLength + millisecond - offsetMinutes * 60_000)
  }

  static let dayLength = 86_400_000
}
