extension [UInt8] {
  /// Appends a text as a JSON string, escaped as `JSONEncoder` does, and Python's `json` with `ensure_ascii=False`: the
  /// journal's hashes rest on it.
  mutating func appendJSON(_ text: some Collection<UInt8>) {
    append(UInt8(ascii: "\""))
    if text.allSatisfy({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      append(contentsOf: text)
    } else {
      for byte in text { appendEscaped(byte) }
    }
    append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append(contentsOf: "\\\"".utf8)
    case UInt8(ascii: "\\"): append(contentsOf: "\\\\".utf8)
    case 0x0A: append(contentsOf: "\\n".utf8)
    case 0x0D: append(contentsOf: "\\r".utf8)
    case 0x09: append(contentsOf: "\\t".utf8)
    case 0x08: append(contentsOf: "\\b".utf8)
    case 0x0C: append(contentsOf: "\\f".utf8)
    case ..<0x20: append(contentsOf: "\\u00\(CollectionOfOne(byte).hexDigits)".utf8)
    default: append(byte)
    }
  }
}

extension String {
  /// The text as a JSON string.
  var quotedJSON: String {
    var bytes: [UInt8] = []
    bytes.appendJSON(utf8)
    return String(decoding: bytes, as: UTF8.self)
  }
}
