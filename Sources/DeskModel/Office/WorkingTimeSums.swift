/// Working time counted from a fixed Monday, by sums over weekdays and holidays.
///
/// Days are counted since 1970-01-01 on the office's wall; times are milliseconds.
struct WorkingTimeSums: Sendable {
  /// Hours by place in the week, 0 is Monday.
  private let ranges: [[MinuteRange]]
  /// Working days and milliseconds of the week before each of its days, and of the whole week last.
  private let week: [Amount]
  /// The holidays on which the office would have worked, ascending.
  private let closed: [Int]
  /// What the holidays before each one took away, and all of them last.
  private let lost: [Amount]

  private struct Amount {
    var days = 0
    var milliseconds = 0

    mutating func add(_ ranges: [MinuteRange]) {
      if !ranges.isEmpty { days += 1 }
      milliseconds += ranges.reduce(0) { $0 + $1.length } * 60_000
    }
  }

  init(hours: [Weekday: [MinuteRange]], holidays: some Sequence<CalendarDate>) {
    let allDay = hours.isEmpty ? MinuteRange(start: 0, end: 1440).map { [$0] } : nil
    let ranges = Weekday.allCases.map { allDay ?? hours[$0] ?? [] }
    var week = [Amount()]
    for day in ranges {
      var sum = week[week.count - 1]
      sum.add(day)
      week.append(sum)
    }
    let closed = holidays.map(\.daysSince1970).sorted()
      .filter { !ranges[Weekday.index(daysSince1970: $0)].isEmpty }
    var lost = [Amount()]
    for day in closed {
      var sum = lost[lost.count - 1]
      sum.add(ranges[Weekday.index(daysSince1970: day)])
      lost.append(sum)
    }
    self.ranges = ranges
    self.week = week
    self.closed = closed
    self.lost = lost
  }

  /// The hours of a day; empty on free days and holidays.
  func ranges(_ day: Int) -> [MinuteRange] {
    let index = holidayIndex(day)
    if index < closed.count, closed[index] == day { return [] }
    return ranges[Weekday.index(daysSince1970: day)]
  }

  /// The working time before an instant, in milliseconds since the fixed Monday.
  func worked(until day: Int, _ millisecond: Int) -> Int {
    var sum = worked(before: day)
    for range in ranges(day) where range.start * 60_000 < millisecond {
      sum += min(range.end * 60_000, millisecond) - range.start * 60_000
    }
    return sum
  }

  /// The first instant at which more working time has passed since another one.
  func end(of length: Int, from day: Int, _ millisecond: Int) -> (day: Int, millisecond: Int) {
    let target = worked(until: day, millisecond) + length
    let last = first(from: day) { worked(before: $0 + 1) >= target }
    var rest = target - worked(before: last)
    for range in ranges(last) {
      if rest <= range.length * 60_000 { return (last, range.start * 60_000 + rest) }
      rest -= range.length * 60_000
    }
    return (last, OfficeZone.dayLength)
  }

  /// The `count`th working day from a day on, which itself may be the first.
  func workingDay(_ count: Int, from day: Int) -> Int {
    let target = workingDays(before: day) + count
    return first(from: day) { workingDays(before: $0 + 1) >= target }
  }

  private func worked(before day: Int) -> Int {
    let (weeks, index) = split(day)
    return weeks * week[7].milliseconds + week[index].milliseconds
      - lost[holidayIndex(day)].milliseconds
  }

  private func workingDays(before day: Int) -> Int {
    let (weeks, index) = split(day)
    return weeks * week[7].days + week[index].days - lost[holidayIndex(day)].days
  }

  private func split(_ day: Int) -> (weeks: Int, index: Int) {
    let index = Weekday.index(daysSince1970: day)
    return ((day + 3 - index) / 7, index)
  }

  /// How many holidays lie before a day.
  private func holidayIndex(_ day: Int) -> Int {
    var (low, high) = (0, closed.count)
    while low < high {
      let middle = (low + high) / 2
      if closed[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The first day from one on for which something holds that never ceases to hold later: doubling
  /// steps, then halving, so that the usual answer (today, tomorrow) costs one or two looks.
  private func first(from day: Int, where holds: (Int) -> Bool) -> Int {
    if holds(day) { return day }
    var step = 1
    while !holds(day + step) { step *= 2 }
    var (low, high) = (day + step / 2, day + step)
    while low + 1 < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
