/// Which backups are kept: all of the last two days, one a day of the last thirty, one a month of the last
/// twelve.
///
/// Days and months are counted only where there are backups. So nothing goes because the office was closed
/// for long, or because the clock was wrong: a backup made in 2099 by mistake makes no other one old.
public enum BackupRule {
  /// Of so many days every backup is kept.
  static let fullDays = 2
  /// Of so many days the last backup is kept.
  static let days = 30
  /// Of so many months the last backup is kept.
  static let months = 12

  /// The times of the backups that stay, latest first; always the latest.
  public static func kept(_ times: [Timestamp], in zone: OfficeZone) -> [Timestamp] {
    var days: [CalendarDate] = []
    var months: [Int] = []
    return Set(times).sorted(by: >).filter { time in
      let day = zone.date(of: time)
      let month = day.year * 12 + day.month
      let isLastOfDay = days.last != day
      let isLastOfMonth = months.last != month
      if isLastOfDay { days.append(day) }
      if isLastOfMonth { months.append(month) }
      return days.count <= fullDays || (isLastOfDay && days.count <= Self.days)
        || (isLastOfMonth && months.count <= Self.months)
    }
  }
}
