/// Writes the line of the journal that is hashed: an object with the sorted keys `at`, `body`, `person`, `role`,
/// `seq`, `standing`, `type`, as bytes in a buffer that is used again for the next line.
struct CanonicalLine {
  /// The line as UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Writes a line anew. `body` is canonical JSON already; the other texts are quoted here.
  ///
  /// - Parameter hash: put in as `hash`, in lower-case hex, for a line that is exported; what is hashed has none.
  mutating func write<Text: Collection<UInt8>>(
    sequence: Int64, at: Int64, person: Text, role: Text, standing: Text, type: Text, body: Text,
    hash: Text? = nil
  ) {
    bytes.removeAll(keepingCapacity: true)
    raw("{\"at\":")
    raw("\(at)")
    raw(",\"body\":")
    bytes.append(contentsOf: body)
    if let hash {
      raw(",\"hash\":\"")
      for byte in hash { digits(byte) }
      raw("\"")
    }
    member(",\"person\":\"", person)
    member(",\"role\":\"", role)
    raw(",\"seq\":")
    raw("\(sequence)")
    member(",\"standing\":\"", standing)
    member(",\"type\":\"", type)
    raw("}")
  }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func digits(_ byte: UInt8) {
    bytes.append(contentsOf: CollectionOfOne(byte).hexDigits.utf8)
  }

  /// A name that is opened with its quote, and a text escaped as `JSONEncoder` and Python's `json` do.
  private mutating func member(_ name: StaticString, _ text: some Collection<UInt8>) {
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    if text.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C }) {
      bytes.append(contentsOf: text)
    } else {
      for byte in text { escape(byte) }
    }
    bytes.append(0x22)
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22: raw("\\\"")
    case 0x5C: raw("\\\\")
    case 0x0A: raw("\\n")
    case 0x0D: raw("\\r")
    case 0x09: raw("\\t")
    case 0x08: raw("\\b")
    case 0x0C: raw("\\f")
    case ..<0x20:
      raw("\\u00")
      digits(byte)
    default: bytes.append(byte)
    }
  }
}
