import DeskModel

extension Desk {
  /// The day on the office's wall.
  var today: CalendarDate { office.calendar.date(of: clock()) }
}
