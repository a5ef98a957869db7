/// Numbers as the office writes them, without a formatter: start-up time matters.
enum Digits {
  /// A number of at least `width` digits, filled with zeros.
  static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return text.utf8.count >= width
      ? text : String(repeating: "0", count: width - text.utf8.count) + text
  }

  /// The number that ASCII digits make; `nil` for anything else, for nothing, and for more than 9 digits.
  static func value(_ bytes: some Collection<UInt8>) -> Int? {
    guard (1...9).contains(bytes.count) else { return nil }
    var value = 0
    for byte in bytes {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }
}

/// A coding key that is any text.
struct TextKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ text: String) { stringValue = text }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}
