/// Finds the values of a JSON text.
struct JSONScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var values: [JSONDocument.Value] = []

  /// Deeper than anything of ours, and less than a stack bears.
  private static let deepest = 100

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    // A value of the journal takes up eight bytes or more, its name included.
    values.reserveCapacity(bytes.count / 4 + 1)
  }

  /// The values of the text, which is one value and nothing else.
  ///
  /// - Throws: `DecodingError.dataCorrupted`.
  mutating func document() throws -> [JSONDocument.Value] {
    try scanValue(depth: 0)
    guard peek() == nil else { throw fault() }
    return values
  }

  private mutating func scanValue(depth: Int) throws {
    guard depth < Self.deepest else { throw fault() }
    switch peek() {
    case UInt8(ascii: "\""): try scanString()
    case UInt8(ascii: "{"): try scanObject(depth: depth)
    case UInt8(ascii: "["): try scanArray(depth: depth)
    case UInt8(ascii: "t"): try scanWord("true", .yes)
    case UInt8(ascii: "f"): try scanWord("false", .no)
    case UInt8(ascii: "n"): try scanWord("null", .null)
    default: try scanNumber()
    }
  }

  private mutating func scanObject(depth: Int) throws {
    let place = open(.object)
    if peek() != UInt8(ascii: "}") {
      repeat {
        guard peek() == UInt8(ascii: "\"") else { throw fault() }
        try scanString()
        guard take(UInt8(ascii: ":")) else { throw fault() }
        try scanValue(depth: depth + 1)
      } while take(UInt8(ascii: ","))
    }
    guard take(UInt8(ascii: "}")) else { throw fault() }
    close(place)
  }

  private mutating func scanArray(depth: Int) throws {
    let place = open(.array)
    if peek() != UInt8(ascii: "]") {
      repeat { try scanValue(depth: depth + 1) } while take(UInt8(ascii: ","))
    }
    guard take(UInt8(ascii: "]")) else { throw fault() }
    close(place)
  }

  private mutating func open(_ kind: JSONDocument.Kind) -> Int {
    values.append(.init(kind: kind, start: index, end: index, next: 0))
    index += 1
    return values.count - 1
  }

  private mutating func close(_ place: Int) {
    values[place].end = index
    values[place].next = values.count
  }

  private mutating func append(_ kind: JSONDocument.Kind, _ range: Range<Int>) {
    values.append(
      .init(kind: kind, start: range.lowerBound, end: range.upperBound, next: values.count + 1))
  }

  private mutating func scanString() throws {
    index += 1
    let start = index
    var kind = JSONDocument.Kind.string
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        let inside = UnsafeBufferPointer(rebasing: bytes[start..<index])
        // An escape that means nothing is found here, wherever it stands: nobody may ask for it later.
        guard kind == .string || JSONEscapes.text(inside) != nil else { throw fault() }
        append(kind, start..<index)
        index += 1
        return
      case UInt8(ascii: "\\"):
        kind = .escapedString
        index += 2
      case 0..<0x20: throw fault()
      default: index += 1
      }
    }
    throw fault()
  }

  private mutating func scanWord(_ word: StaticString, _ kind: JSONDocument.Kind) throws {
    let end = index + word.utf8CodeUnitCount
    let letters = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard end <= bytes.count, bytes[index..<end].elementsEqual(letters) else { throw fault() }
    append(kind, index..<end)
    index = end
  }

  private mutating func scanNumber() throws {
    let start = index
    var kind = JSONDocument.Kind.integer
    if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
    let first = index
    try scanDigits()
    guard index == first + 1 || bytes[first] != UInt8(ascii: "0") else { throw fault() }
    if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
      kind = .number
      index += 1
      try scanDigits()
    }
    if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
      kind = .number
      index += 1
      if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-")
      {
        index += 1
      }
      try scanDigits()
    }
    append(kind, start..<index)
  }

  private mutating func scanDigits() throws {
    let start = index
    while index < bytes.count, UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[index] { index += 1 }
    guard index > start else { throw fault() }
  }

  /// The next byte that is not blank; `nil` at the end.
  private mutating func peek() -> UInt8? {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20, 0x0A, 0x0D, 0x09: index += 1
      case let byte: return byte
      }
    }
    return nil
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek() == byte else { return false }
    index += 1
    return true
  }

  private func fault() -> DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "not JSON at byte \(index)"))
  }
}
