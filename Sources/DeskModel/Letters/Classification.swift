/// A code of the letter classification and what it stands for, e.g. `400.9.12`.
public struct Classification: Codable, Hashable, Sendable {
  /// The code: groups of digits between stops.
  public var code: String
  /// What it stands for.
  public var name: String

  /// Makes a classification.
  public init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}

/// A list of classification codes, in force for a time: old archives keep the codes of older lists.
public struct ClassificationList: Codable, Hashable, Sendable {
  /// What the list is called, e.g. the regulation that laid it down.
  public let name: String
  /// The first day it is in force.
  public let from: CalendarDate
  /// The last day; `nil` while in force.
  public let until: CalendarDate?
  /// The codes in order of their groups.
  public let entries: [Classification]

  /// Makes a list; of two entries with one code the first stays.
  public init(
    name: String, from: CalendarDate, until: CalendarDate? = nil, entries: [Classification]
  ) {
    self.name = name
    self.from = from
    self.until = until
    var seen: Set<String> = []
    self.entries = entries.filter { seen.insert($0.code).inserted }
      .map { (Self.groups($0.code), $0) }
      .sorted { $0.0.lexicographicallyPrecedes($1.0) }
      .map(\.1)
  }

  /// Whether the list is in force on a day.
  public func isInForce(on date: CalendarDate) -> Bool {
    from <= date && date <= (until ?? .latest)
  }

  /// The entry with exactly this code.
  public func entry(_ code: String) -> Classification? { entries.first { $0.code == code } }

  /// The entry with this code or the nearest one above it: `400.9.12.3` finds `400.9.12`.
  public func nearest(_ code: String) -> Classification? {
    var rest = Substring(code)
    while !rest.isEmpty {
      if let found = entry(String(rest)) { return found }
      rest = rest.lastIndex(of: ".").map { rest[..<$0] } ?? ""
    }
    return nil
  }

  /// A letter's classification by a typed code: the code as typed, with the name of the nearest entry.
  ///
  /// Regulations go deeper than any list an office has typed in, so a code below a listed one is taken.
  /// `nil` if the text is no code or nothing above it is listed.
  public func classification(typed: String) -> Classification? {
    guard Self.isCode(typed) else { return nil }
    return nearest(typed).map { Classification(code: typed, name: $0.name) }
  }

  /// The code at the beginning of a text: one that was picked from a list stands there with its name.
  public static func code(in text: String) -> String? {
    text.split(separator: " ").first.map(String.init)
  }

  /// The entries that begin with a code as typed so far, or whose name has every word of the text.
  public func search(_ text: String, limit: Int = 20) -> [Classification] {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    guard !words.isEmpty else { return Array(entries.prefix(max(limit, 0))) }
    let found = entries.lazy.filter { entry in
      let name = entry.name.lowercased()
      return words.allSatisfy { entry.code.hasPrefix($0) || name.contains($0) }
    }
    return Array(found.prefix(max(limit, 0)))
  }

  /// Whether a text is written like a code: three digits, then groups of up to three after stops.
  static func isCode(_ text: String) -> Bool {
    let groups = text.split(separator: ".", omittingEmptySubsequences: false)
    return text.utf8.count <= 24 && groups.first?.utf8.count == 3
      && groups.allSatisfy { $0.utf8.count <= 3 && Digits.value($0.utf8) != nil }
  }

  private static func groups(_ code: String) -> [Int] {
    code.split(separator: ".").map { Digits.value($0.utf8) ?? 0 }
  }
}
