extension OfficeReader {
  static let weekdays: [(word: String, weekday: Weekday)] = [
    ("senin", .monday), ("selasa", .tuesday), ("rabu", .wednesday), ("kamis", .thursday),
    ("jumat", .friday), ("sabtu", .saturday), ("minggu", .sunday),
  ]

  /// Reads zone, working hours and holidays.
  ///
  /// - Throws: every fault of the file.
  public static func readCalendar(_ file: File) throws(Faults) -> WorkingCalendar {
    try YAMLFile.read(file.bytes, file: file.name) { top in
      top.expect(keys: ["zona", "jam_kerja", "libur"])
      let zone = top.scalar("zona")?.choice(of: OfficeZone.self)
      let hours = hours(top)
      let holidays = holidays(top)
      guard let zone, let hours else { return nil }
      return WorkingCalendar(zone: zone, hours: hours, holidays: holidays)
    }
  }

  private static func hours(_ top: YAMLMapping) -> [Weekday: [MinuteRange]]? {
    guard let week = top.mapping("jam_kerja") else { return nil }
    week.expect(keys: weekdays.map(\.word))
    var hours: [Weekday: [MinuteRange]] = [:]
    for (word, weekday) in weekdays {
      var ranges: [MinuteRange] = []
      for text in week.scalars(word) {
        guard let range = MinuteRange(text.text) else {
          text.fault(Message("office.not-hours", ["value": text.quoted]))
          continue
        }
        if let last = ranges.last, range.start < last.end {
          text.fault(Message("office.hours-overlap", ["value": text.quoted]))
        }
        ranges.append(range)
      }
      if !ranges.isEmpty { hours[weekday] = ranges }
    }
    if hours.isEmpty { week.fault(Message("office.no-hours")) }
    return hours
  }

  private static func holidays(_ top: YAMLMapping) -> [CalendarDate: String] {
    var holidays: [CalendarDate: String] = [:]
    for entry in top.mappings("libur") {
      entry.expect(keys: ["tanggal", "nama"])
      let name = entry.text("nama")
      guard let date = date(entry, "tanggal"), let name else { continue }
      if holidays.updateValue(name, forKey: date) != nil {
        entry.fault(Message("office.twice", ["value": date.dayFirst]), at: "tanggal")
      }
    }
    return holidays
  }

  /// The date of a key, in any form in which people write dates.
  static func date(_ entry: YAMLMapping, _ key: String) -> CalendarDate? {
    entry.scalar(key).flatMap(date)
  }

  /// The date that a text is, or a fault.
  static func date(_ text: YAMLScalar) -> CalendarDate? {
    do {
      return try CalendarDate(input: text.text)
    } catch {
      text.fault(error.message)
      return nil
    }
  }
}
