import DeskModel

/// Puts what the picture of a flow says into the office's words.
struct FlowWords: Sendable {
  let phrases: Phrasebook
  let dates: DateText
  let office: Office

  /// What counts as a day of work, in minutes.
  private let minutesPerDay: Int

  init(phrases: Phrasebook, dates: DateText, office: Office) {
    self.phrases = phrases
    self.dates = dates
    self.office = office
    minutesPerDay = office.calendar.minutesPerDay
  }

  /// A span of working time, e.g. `1 j 20 mnt`.
  func duration(_ minutes: Int) -> String {
    dates.duration(minutes: minutes, minutesPerDay: minutesPerDay)
  }

  /// The same in its largest unit only, e.g. `1 j`.
  func brief(_ minutes: Int) -> String {
    if minutes < 60 { return duration(minutes) }
    if minutes < minutesPerDay { return duration(minutes - minutes % 60) }
    return duration(minutes - minutes % minutesPerDay)
  }

  /// A standard as short as can be, e.g. `10 mnt`, `3-4 hr`; `nil` where nothing bounds it.
  func standard(_ time: StandardTime) -> String? {
    guard let low = time.min, let high = time.max else { return nil }
    let unit: String
    switch time.unit {
    case .menit: unit = "date.unit.minute"
    case .jam: unit = "date.unit.hour"
    case .hari: unit = "date.unit.day"
    case .minggu: unit = "flow.unit.week"
    case .bulan: unit = "flow.unit.month"
    case .tahun: unit = "flow.unit.year"
    case .tidakTerbatas: return nil
    }
    return (low == high ? "\(high)" : "\(low)-\(high)") + " " + phrases(unit)
  }

  /// The time taken against the standard, the longest form first.
  func times(_ visit: FlowProgress.Visit, standard time: StandardTime?) -> [String] {
    let taken = duration(visit.minutes)
    let brief = brief(visit.minutes)
    guard let time, let standard = standard(time) else { return [taken, brief] }
    if time.unit == .menit, visit.minutes < 60 {
      return ["\(visit.minutes)/\(standard)", taken]
    }
    return ["\(taken)/\(standard)", "\(brief)/\(standard)", taken, brief]
  }

  /// How late, the longest form first.
  func lateness(_ minutes: Int) -> [String] {
    let texts = [duration(minutes), brief(minutes)]
    return texts.map { phrases("flow.late", ["time": $0]) } + texts.map { "+\($0)" }
  }

  /// A text in lines; a word too long for a line is broken behind its strokes, as in `Sekretaris/Kabid`.
  func wrap(_ text: String, width: Int) -> [String] {
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word in
      TextWidth.columns(String(word)) > width
        ? String(word.replacing("/", with: "/ ")) : String(word)
    }
    return TextWidth.wrap(words.joined(separator: " "), width: width)
  }

  /// A role's short title.
  func role(_ id: RoleID) -> String { office.role(id)?.short ?? id.rawValue }

  /// A person's name.
  func person(_ id: PersonID) -> String { office.person(id)?.name ?? id.rawValue }

  /// An instant without its year, e.g. `5 Mar 14.05`.
  func instant(_ instant: Timestamp) -> String {
    let zone = office.calendar.zone
    return dates.dayAndMonth(zone.date(of: instant)) + " "
      + dates.clock(minuteOfDay: zone.minuteOfDay(of: instant))
  }
}
