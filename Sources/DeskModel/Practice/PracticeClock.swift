/// Working minutes since a day in the past as moments on the office's wall.
struct PracticeClock: Sendable {
  /// When the first of the practice office's days opens.
  let opening: Timestamp
  /// Working minutes from then until now.
  let present: Int

  private let calendar: WorkingCalendar
  private let now: Timestamp

  /// Begins some working days before now.
  init(now: Timestamp, workingDays: Int, calendar: WorkingCalendar) {
    self.calendar = calendar
    self.now = now
    var day = calendar.date(of: now)
    var left = workingDays
    while left > 0, day > .earliest {
      day = day.adding(days: -1)
      if calendar.isWorkingDay(day) { left -= 1 }
    }
    opening = calendar.workingTime(atOrAfter: calendar.zone.timestamp(day))
    present = calendar.workingMinutes(from: opening, to: now)
  }

  /// The moment when some working minutes have passed, a few seconds into the minute; never after now.
  func time(_ minutes: Int, seconds: Int) -> Timestamp {
    let exact = calendar.add(workingMinutes: minutes, to: opening)
    return min(now, Timestamp(milliseconds: exact.milliseconds + Int64(seconds) * 1_000))
  }
}
