/// A stretch of a day in minutes since midnight, `start` within, `end` not; written `07:30-12:00`.
public struct MinuteRange: Hashable, Sendable {
  /// The first minute, 0 to 1439.
  public let start: Int
  /// The minute after the last, 1 to 1440.
  public let end: Int

  /// Makes a stretch; `nil` unless 0 ≤ start < end ≤ 1440.
  public init?(start: Int, end: Int) {
    guard 0 <= start, start < end, end <= 1440 else { return nil }
    self.start = start
    self.end = end
  }

  /// The length in minutes.
  public var length: Int { end - start }
}

extension MinuteRange: CustomStringConvertible, LosslessStringConvertible {
  /// The stretch as `07:30-12:00`.
  public var description: String { Self.clock(start) + "-" + Self.clock(end) }

  /// Reads `07:30-12:00` or `07.30-12.00`; `nil` if it is no stretch of a day.
  public init?(_ text: String) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, let start = Self.minute(ends[0]), let end = Self.minute(ends[1])
    else { return nil }
    self.init(start: start, end: end)
  }

  private static func clock(_ minute: Int) -> String {
    Digits.padded(minute / 60, 2) + ":" + Digits.padded(minute % 60, 2)
  }

  private static func minute(_ text: Substring) -> Int? {
    let parts = text.utf8.split(
      omittingEmptySubsequences: false,
      whereSeparator: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") })
    guard parts.count == 2, parts[1].count == 2, let hour = Digits.value(parts[0]),
      let minute = Digits.value(parts[1]), hour <= 24, minute < 60
    else { return nil }
    return hour * 60 + minute
  }
}

extension MinuteRange: Codable {
  /// Reads a stretch from its written form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let range = MinuteRange(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a stretch of a day: \(text)")
    }
    self = range
  }

  /// Writes the stretch as `07:30-12:00`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
