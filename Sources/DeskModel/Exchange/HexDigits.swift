extension Sequence<UInt8> {
  /// The bytes as small hexadecimal digits, two a byte.
  public var hexDigits: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}

extension [UInt8] {
  /// The bytes that small hexadecimal digits stand for; `nil` for anything else.
  init?(hexDigits text: some StringProtocol) {
    let digits = Array("0123456789abcdef".utf8)
    let values = text.utf8.map { digits.firstIndex(of: $0) }
    guard values.count.isMultiple(of: 2) else { return nil }
    self = []
    for index in stride(from: 0, to: values.count, by: 2) {
      guard let high = values[index], let low = values[index + 1] else { return nil }
      append(UInt8(high << 4 | low))
    }
  }
}
