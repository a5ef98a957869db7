/// A day of the week, in the order of the working week.
public enum Weekday: String, Codable, Hashable, Sendable, CaseIterable, CodingKeyRepresentable {
  /// Senin.
  case monday
  /// Selasa.
  case tuesday
  /// Rabu.
  case wednesday
  /// Kamis.
  case thursday
  /// Jumat.
  case friday
  /// Sabtu.
  case saturday
  /// Minggu.
  case sunday

  /// The place in the week: 0 is Monday, 6 is Sunday.
  public var index: Int {
    switch self {
    case .monday: 0
    case .tuesday: 1
    case .wednesday: 2
    case .thursday: 3
    case .friday: 4
    case .saturday: 5
    case .sunday: 6
    }
  }

  static func from(daysSince1970 days: Int) -> Weekday {
    switch index(daysSince1970: days) {
    case 0: .monday
    case 1: .tuesday
    case 2: .wednesday
    case 3: .thursday
    case 4: .friday
    case 5: .saturday
    default: .sunday
    }
  }

  /// The place in the week of a day; 1970-01-01 was a Thursday.
  static func index(daysSince1970 days: Int) -> Int {
    let remainder = (days + 3) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }
}
