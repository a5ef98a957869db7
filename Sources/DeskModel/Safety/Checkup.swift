/// What somebody who looks after an office should know of it: everything that was looked at, and how it stands.
public struct Checkup: Sendable {
  /// What was looked at.
  public enum Area: String, Hashable, Sendable, CaseIterable {
    case file, head, pages, references, journal, tables, search, key, attachments, orphans,
      calendar,
      procedures, lanes
    case posts, clock, sqlite, permissions, disk, drafts, backup
  }

  /// How something stands.
  public enum Level: String, Hashable, Sendable, CaseIterable {
    case ok, warning, error
  }

  /// One thing that was looked at.
  public struct Line: Hashable, Sendable {
    /// What.
    public var area: Area
    /// How it stands.
    public var level: Level
    /// What was found.
    public var text: Message
    /// What to do about it.
    public var advice: Message?
  }

  /// The lines, in the order in which they were looked at.
  public private(set) var lines: [Line] = []

  /// How many lines stand so.
  public func count(_ level: Level) -> Int { lines.count { $0.level == level } }

  /// Says that something is as it should be.
  mutating func fine(_ area: Area, _ places: [String: String] = [:], _ what: String = "ok") {
    add(area, .ok, what, places, advice: false)
  }

  /// Says that something is not as it should be, by its phrase `doctor.AREA.WHAT`, and what to do: `….do`.
  mutating func warn(_ area: Area, _ what: String, _ places: [String: String] = [:]) {
    add(area, .warning, what, places, advice: true)
  }

  /// Says that something is wrong, as `warn` does.
  mutating func fail(_ area: Area, _ what: String, _ places: [String: String] = [:]) {
    add(area, .error, what, places, advice: true)
  }

  /// Looks at something; what is thrown meanwhile is what is wrong with it.
  mutating func look(_ area: Area, _ body: (inout Checkup) throws -> Void) {
    do {
      try body(&self)
    } catch {
      let text =
        (error as? any Tellable)?.message ?? Message("doctor.failed", ["detail": "\(error)"])
      let advice = Self.hindrance(error).map { "unchecked.\($0)" } ?? area.rawValue
      lines.append(
        Line(area: area, level: .error, text: text, advice: Message("doctor.\(advice).do")))
    }
  }

  /// What kept somebody from looking and is no damage: it is to be mended where it is, and nothing restored.
  private static func hindrance(_ error: any Error) -> String? {
    switch error as? StoreError {
    case .full: "full"
    case .readOnly: "read-only"
    case .busy: "busy"
    case .loose, .anothers: "permissions"
    case .unwitnessed: "head"
    default: nil
    }
  }

  private mutating func add(
    _ area: Area, _ level: Level, _ what: String, _ places: [String: String], advice: Bool
  ) {
    let key = "doctor.\(area.rawValue).\(what)"
    lines.append(
      Line(
        area: area, level: level, text: Message(key, places),
        advice: advice ? Message("\(key).do", places) : nil))
  }
}
