/// A calendar as a calendar file: what `OfficeReader` reads back to the same value.
public enum CalendarYAML {
  /// The file's text, with a line end at its end.
  public static func text(_ calendar: WorkingCalendar) -> String {
    let hours = OfficeReader.weekdays.compactMap { word, weekday in
      calendar.hours[weekday].map { ranges in
        "  \(word): [\(ranges.map { "\"\($0)\"" }.joined(separator: ", "))]"
      }
    }
    let holidays = calendar.holidays.sorted { $0.key < $1.key }.map { date, name in
      "  - {tanggal: \(date), nama: \(YAMLText.scalar(name))}"
    }
    let lines =
      ["zona: \(calendar.zone.rawValue)", "", "jam_kerja:"] + hours
      + ["", holidays.isEmpty ? "libur: []" : "libur:"] + holidays
    return lines.joined(separator: "\n") + "\n"
  }
}
