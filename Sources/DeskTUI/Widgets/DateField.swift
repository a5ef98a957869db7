public import DeskModel

/// A date as people type it, with what it was understood as beside it.
///
/// In an empty field `t` (or `h`, hari ini) is today; with a date in the field `+` and `-` move it by a day. A day
/// alone or a day and a month are completed when the field is left: the day on the side that is meant, day and month
/// to the nearest year, so that a date on the wrong side is refused and not taken for another year's. Who comes to a
/// date that stands there types another over it.
public struct DateField: Hashable, Sendable {
  private var field: TextField
  /// Whether a day alone is one of the past, as on letters, or one to come, as with deadlines.
  private let isPast: Bool

  /// Makes a field with a text as typed.
  public init(_ text: String = "", isPast: Bool = true) {
    field = TextField(text, limit: 32, isReplaced: true)
    self.isPast = isPast
  }

  /// What is typed.
  public var text: String { field.text }
  /// The date it means; `nil` for an empty field or one that is no date.
  public var date: CalendarDate? { try? CalendarDate(input: field.text) }
  /// Why the text is no date; `nil` for a date and for an empty field.
  public var fault: DateFault? {
    guard !field.text.allSatisfy(\.isWhitespace) else { return nil }
    do throws(DateFault) {
      _ = try CalendarDate(input: field.text)
      return nil
    } catch {
      return error
    }
  }

  /// Replaces the text.
  public mutating func set(_ text: String) { field.set(text) }

  /// Takes a key; false when it has no use for it.
  public mutating func handle(_ key: Key, today: CalendarDate) -> Bool {
    switch key {
    case .character("t"), .character("T"), .character("h"), .character("H"):
      guard field.isEmpty || field.isSelected else { return field.handle(key) }
      field.set(today.dayFirst)
    case .character("+"): move(by: 1, from: today)
    case .character("-"):
      guard field.isEmpty || date != nil else { return field.handle(key) }
      move(by: -1, from: today)
    default: return field.handle(key)
    }
    return true
  }

  /// Puts pasted text in.
  public mutating func paste(_ text: String) { field.paste(text) }

  /// Takes a click.
  public mutating func click(column: Int, width: Int) { field.click(column: column, width: width) }

  /// Completes a day alone to the date nearest today on the side that is meant, a day and month to the nearest year's.
  public mutating func complete(today: CalendarDate) {
    defer { field.settle() }
    guard date == nil else { return }
    let parts = field.text.split { " /.-".contains($0) }.map(String.init)
    let found: CalendarDate? =
      switch parts.count {
      case 1: nearest(day: parts[0], today)
      case 2: nearest(day: parts[0], month: parts[1], today)
      default: nil
      }
    if let found { field.set(found.dayFirst) }
  }

  /// The day may be wrong for this month and right for another, as 31: a year far is looked.
  private func nearest(day: String, _ today: CalendarDate) -> CalendarDate? {
    let steps = isPast ? Array((-12...0).reversed()) : Array(0...12)
    return steps.lazy.map { today.adding(months: $0) }
      .compactMap { try? CalendarDate(input: "\(day)/\($0.month)/\($0.year)") }
      .first { isPast ? $0 <= today : $0 >= today }
  }

  private func nearest(day: String, month: String, _ today: CalendarDate) -> CalendarDate? {
    (today.year - 1...today.year + 1)
      .compactMap { try? CalendarDate(input: "\(day)/\(month)/\($0)") }
      .min {
        abs($0.daysSince1970 - today.daysSince1970) < abs($1.daysSince1970 - today.daysSince1970)
      }
  }

  /// Draws it over a line: the field, and beside it the date in words.
  public func draw(into canvas: inout Canvas, focused: Bool, dates: DateText) {
    let (left, right) = canvas.bounds.splitting(left: 14)
    canvas.within(left) { field.draw(into: &$0, focused: focused) }
    guard let date else { return }
    canvas.put(
      "\(dates.name(date.weekday)), \(dates.long(date))",
      at: Point(row: 0, column: right.column + 1),
      style: .muted)
  }

  private mutating func move(by days: Int, from today: CalendarDate) {
    field.set((date ?? today).adding(days: days).dayFirst)
    field.settle()
  }
}
