// What an agenda book remarks about a line, on paper as on the screen.

extension LetterRow {
  /// The closed day that it came after; `nil` where it came in time.
  public func lateRemark(_ phrases: Phrasebook, _ dates: DateText) -> String? {
    late.map { phrases("sheet.late", ["date": dates.dayAndMonth($0)]) }
  }

  /// The day it was corrected; `nil` where it stands as it was entered.
  public func correctedRemark(
    _ phrases: Phrasebook, _ dates: DateText, in calendar: WorkingCalendar
  ) -> String? {
    corrected.map {
      phrases("sheet.corrected", ["date": dates.dayAndMonth(calendar.date(of: $0))])
    }
  }
}
