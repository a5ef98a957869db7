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
      raw(",\"hash\":\"\(hash.hexDigits)\"")
    }
    member(",\"person\":", person)
    member(",\"role\":", role)
    raw(",\"seq\":")
    raw("\(sequence)")
    member(",\"standing\":", standing)
    member(",\"type\":", type)
    raw("}")
  }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// A name with its colon, and a text.
  private mutating func member(_ name: StaticString, _ text: some Collection<UInt8>) {
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.appendJSON(text)
  }
}
