import DeskModel

/// What is different between two calendars of an office, for whoever has just changed it.
struct CalendarChanges {
  /// The holidays that only the new one has, or has by another name.
  let added: [CalendarDate: String]
  /// Those that only the old one had, or had by another name.
  let removed: [CalendarDate: String]
  /// The weekdays whose hours are others, with the new ones.
  let hours: [(day: Weekday, ranges: [MinuteRange])]

  init(from old: WorkingCalendar, to new: WorkingCalendar) {
    added = new.holidays.filter { old.holidays[$0.key] != $0.value }
    removed = old.holidays.filter { new.holidays[$0.key] != $0.value }
    hours = Weekday.allCases.filter { old.hours[$0] != new.hours[$0] }
      .map { ($0, new.hours[$0] ?? []) }
  }

  /// The changes as people read them, the days in order; a day that is renamed is taken away and added.
  func lines(_ phrases: Phrasebook) -> [String] {
    let dates = DateText(phrases)
    let days =
      removed.map { (date: $0.key, sign: "-", name: $0.value) }
      + added.map { (date: $0.key, sign: "+", name: $0.value) }
    return hours.map { day, ranges in
      let text = ranges.map(\.description).joined(separator: " ")
      return "  \(dates.name(day)): \(text.isEmpty ? phrases("cli.calendar.free") : text)"
    }
      + days.sorted { ($0.date, $1.sign) < ($1.date, $0.sign) }.map { day in
        "  \(day.sign) \(day.date)  \(day.name)"
      }
  }

  /// The changes as JSON.
  var value: JSONText {
    .sorted([
      "added": CalendarCommand.holidays(added),
      "hours": JSONText(hours.map(\.day.rawValue)),
      "removed": CalendarCommand.holidays(removed),
    ])
  }
}
