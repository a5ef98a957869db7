/// What a paper is, as far as the desk treats it differently.
///
/// The kinds of naskah dinas that an office registers; which agenda book takes which is a setting.
public enum LetterKind: String, Codable, Hashable, Sendable, CaseIterable {
  /// A letter that came in (surat masuk), of whatever form its sender gave it.
  case incoming
  /// An ordinary letter to the outside (surat keluar).
  case outgoing
  /// A note between officials of the office (nota dinas).
  case notaDinas
  /// A proposal for a journey or an activity (TOR).
  case termsOfReference
  /// An order to do something (surat perintah tugas, SPT).
  case assignment
  /// The travel paper that goes with it (surat perintah perjalanan dinas, SPPD).
  case travelOrder
  /// A decree of the head (surat keputusan, SK).
  case decree
  /// An invitation (surat undangan).
  case invitation
  /// A circular (surat edaran).
  case circular
  /// A recommendation or a permit (surat rekomendasi, surat izin).
  case recommendation
  /// A report (laporan).
  case report

  /// Whether the paper comes from outside, so that it has a sender with a number of his own.
  public var isIncoming: Bool { self == .incoming }
}

/// Who may read a letter (sifat); the raw value is the code that letters print.
public enum Secrecy: String, Codable, Hashable, Sendable, CaseIterable {
  /// Ordinary.
  case biasa = "B"
  /// For those concerned.
  case terbatas = "T"
  /// Secret.
  case rahasia = "R"
  /// Top secret.
  case sangatRahasia = "SR"
}

extension Secrecy {
  /// Whether only the posts on a letter's path may read it.
  public var isSecret: Bool { self != .biasa }
}

extension Secrecy: Comparable {
  /// Orders by how few may read it.
  public static func < (a: Self, b: Self) -> Bool { a.level < b.level }

  private var level: Int {
    switch self {
    case .biasa: 0
    case .terbatas: 1
    case .rahasia: 2
    case .sangatRahasia: 3
    }
  }
}

/// How fast a letter must be answered (urgensi), apart from who may read it.
public enum Urgency: String, Codable, Hashable, Sendable, CaseIterable {
  /// Within five working days.
  case biasa
  /// Within twice 24 hours.
  case segera
  /// Within 24 hours.
  case sangatSegera

  /// The last moment by which a letter that came at an instant is to be answered.
  ///
  /// The hours of `segera` and `sangatSegera` are hours of the clock, nights and holidays included, as
  /// the rule says them; the days of `biasa` are working days.
  public func due(from instant: Timestamp, calendar: WorkingCalendar) -> Timestamp {
    switch self {
    case .biasa: calendar.add(workingDays: 5, to: instant)
    case .segera: Timestamp(milliseconds: instant.milliseconds &+ 48 * 3_600_000)
    case .sangatSegera: Timestamp(milliseconds: instant.milliseconds &+ 24 * 3_600_000)
    }
  }
}

extension Urgency: Comparable {
  /// Orders by haste: ordinary first.
  public static func < (a: Self, b: Self) -> Bool { a.level < b.level }

  private var level: Int {
    switch self {
    case .biasa: 0
    case .segera: 1
    case .sangatSegera: 2
    }
  }
}
