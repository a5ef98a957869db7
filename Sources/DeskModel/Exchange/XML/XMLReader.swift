/// Reads an XML document into a tree.
///
/// The part of XML that programs exchange data in: elements, attributes, namespaces, texts. A document type with
/// its entities is refused, for nothing that the desk reads needs one and much harm is done by them. Foundation's
/// parser was not taken: it brings libxml2 and ICU along, whose loading doubles the time every command takes to
/// start, and it passes documents that end in the middle.
struct XMLReader {
  /// The largest document that is read, in bytes; the longest procedure needs a fortieth of it.
  static let largest = 4 * 1024 * 1024
  /// How deep elements may lie inside each other.
  static let deepest = 64

  private let bytes: [UInt8]
  private let file: String
  private var index = 0
  private var line = 1
  private var open: [Open] = []
  private var root: XMLNode?

  /// An element whose end has not come yet.
  private struct Open {
    var tag: String
    var node: XMLNode
    var namespaces: [String: String]
  }

  /// Reads a document.
  ///
  /// - Parameter file: what faults call it.
  /// - Throws: the first fault, with its line.
  static func root(_ bytes: some Collection<UInt8>, file: String) throws(Faults) -> XMLNode {
    var reader = XMLReader(bytes: Array(bytes.prefix(largest + 1)), file: file)
    return try reader.document()
  }

  private init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  // MARK: - The document

  private mutating func document() throws(Faults) -> XMLNode {
    guard bytes.count <= Self.largest else { throw fault("xml.too-large") }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      line = YAMLText.firstLineThatIsNotUTF8(bytes)
      throw fault("xml.not-utf8")
    }
    if let place = bytes.firstIndex(where: { Self.isUnfit(Unicode.Scalar($0)) }) {
      line = 1 + bytes[..<place].count { $0 == UInt8(ascii: "\n") }
      throw fault("xml.binary")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") { try markup() } else { try characters() }
    }
    if let last = open.last {
      throw fault("xml.unclosed", ["name": last.tag, "opened": "\(last.node.line)"])
    }
    guard let root else { throw fault("xml.no-element") }
    return root
  }

  private static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && scalar != "\n" && scalar != "\r" && scalar != "\t"
  }

  private mutating func markup() throws(Faults) {
    if take("<!--") {
      try skip(past: "-->")
    } else if take("<?") {
      let start = index
      try skip(past: "?>")
      try checkEncoding(in: start..<index)
    } else if take("<![CDATA[") {
      let start = index
      try skip(past: "]]>")
      try append(String(decoding: bytes[start..<index - 3], as: UTF8.self))
    } else if take("<!") {
      throw fault("xml.doctype")
    } else if take("</") {
      try endTag()
    } else {
      try startTag()
    }
  }

  /// Texts are UTF-8 here; a document that says otherwise would be misread.
  private func checkEncoding(in range: Range<Int>) throws(Faults) {
    let text = String(decoding: bytes[range], as: UTF8.self).lowercased()
    guard text.hasPrefix("xml "), let found = text.firstRange(of: "encoding") else { return }
    let value = text[found.upperBound...].drop { " =\"'".contains($0) }
      .prefix { !"\"' ".contains($0) }
    if !["utf-8", "utf8", "us-ascii", "ascii"].contains(value) { throw fault("xml.not-utf8") }
  }

  // MARK: - Tags

  private mutating func startTag() throws(Faults) {
    let begun = line
    index += 1
    let tag = try name()
    var attributes: [(name: String, value: String)] = []
    var isEmpty = false
    while true {
      let hadSpace = space()
      if take(">") { break }
      if take("/>") {
        isEmpty = true
        break
      }
      guard hadSpace else { throw fault("xml.broken-tag", ["name": TextRules.quoted(tag)]) }
      let attribute = try attribute(of: tag)
      if attributes.contains(where: { $0.name == attribute.name }) {
        throw fault(
          "xml.attribute-twice",
          ["name": TextRules.quoted(tag), "attribute": TextRules.quoted(attribute.name)])
      }
      attributes.append(attribute)
    }
    guard open.count < Self.deepest else { throw fault("xml.too-deep") }
    guard root == nil else { throw fault("xml.second-element", ["name": TextRules.quoted(tag)]) }
    var namespaces = open.last?.namespaces ?? ["xml": "http://www.w3.org/XML/1998/namespace"]
    for (name, value) in attributes {
      if name == "xmlns" { namespaces[""] = value }
      if name.hasPrefix("xmlns:") { namespaces[String(name.dropFirst(6))] = value }
    }
    let (namespace, name) = try resolved(tag, namespaces)
    let own = attributes.filter { !$0.name.contains(":") && $0.name != "xmlns" }
    let node = XMLNode(
      namespace: namespace, name: name, line: begun,
      attributes: Dictionary(own.map { ($0.name, $0.value) }) { first, _ in first })
    open.append(Open(tag: tag, node: node, namespaces: namespaces))
    if isEmpty { close() }
  }

  private mutating func endTag() throws(Faults) {
    let tag = try name()
    _ = space()
    guard take(">") else { throw fault("xml.broken-tag", ["name": TextRules.quoted(tag)]) }
    guard let last = open.last, last.tag == tag else {
      throw fault(
        "xml.wrong-end",
        ["name": TextRules.quoted(tag), "open": TextRules.quoted(open.last?.tag ?? "–")])
    }
    close()
  }

  private mutating func close() {
    guard let done = open.popLast()?.node else { return }
    if open.isEmpty {
      root = done
    } else {
      open[open.count - 1].node.children.append(done)
    }
  }

  private func resolved(
    _ tag: String, _ namespaces: [String: String]
  ) throws(Faults) -> (namespace: String, name: String) {
    let parts = tag.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 1 { return (namespaces[""] ?? "", tag) }
    guard parts.count == 2, !parts[1].isEmpty, let namespace = namespaces[String(parts[0])] else {
      throw fault("xml.prefix", ["name": TextRules.quoted(tag)])
    }
    return (namespace, String(parts[1]))
  }

  private mutating func attribute(
    of tag: String
  ) throws(Faults) -> (name: String, value: String) {
    let attribute = try name()
    _ = space()
    let hasValue = take("=")
    _ = space()
    let place = ["name": TextRules.quoted(tag)]
    guard hasValue, index < bytes.count else { throw fault("xml.broken-tag", place) }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw fault("xml.broken-tag", place)
    }
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != quote {
      if bytes[index] == UInt8(ascii: "<") { throw fault("xml.broken-tag", place) }
      step()
    }
    guard index < bytes.count else { throw fault("xml.broken-tag", place) }
    let value = try unescaped(bytes[start..<index])
    index += 1
    return (attribute, value)
  }

  // MARK: - Texts

  private mutating func characters() throws(Faults) {
    let start = index
    let begun = line
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { step() }
    let end = line
    line = begun
    try append(unescaped(bytes[start..<index]))
    line = end
  }

  private mutating func append(_ text: String) throws(Faults) {
    if open.isEmpty {
      guard text.allSatisfy(\.isWhitespace) else { throw fault("xml.text-outside") }
    } else {
      open[open.count - 1].node.text += text
    }
  }

  /// A text with its references replaced by the characters they stand for.
  private func unescaped(_ raw: ArraySlice<UInt8>) throws(Faults) -> String {
    guard raw.contains(UInt8(ascii: "&")) else { return String(decoding: raw, as: UTF8.self) }
    var out = ""
    var rest = raw
    while let sign = rest.firstIndex(of: UInt8(ascii: "&")) {
      out += String(decoding: rest[..<sign], as: UTF8.self)
      let after = rest[(sign + 1)...]
      guard let end = after.prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
        throw fault("xml.reference", ["name": "&"])
      }
      let name = String(decoding: after[..<end], as: UTF8.self)
      guard let character = Self.character(name) else {
        throw fault("xml.reference", ["name": TextRules.quoted("&\(name);")])
      }
      out.unicodeScalars.append(character)
      rest = after[(end + 1)...]
    }
    return out + String(decoding: rest, as: UTF8.self)
  }

  private static func character(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    let number: UInt32? =
      if name.hasPrefix("#x") {
        UInt32(name.dropFirst(2), radix: 16)
      } else if name.hasPrefix("#") {
        UInt32(name.dropFirst())
      } else {
        nil
      }
    return number.flatMap(Unicode.Scalar.init).flatMap { isUnfit($0) ? nil : $0 }
  }

  // MARK: - Signs

  /// Goes past one byte.
  private mutating func step() {
    if bytes[index] == UInt8(ascii: "\n") { line += 1 }
    index += 1
  }

  private mutating func take(_ sign: StaticString) -> Bool {
    let count = sign.utf8CodeUnitCount
    let isHere = sign.withUTF8Buffer { bytes[index...].prefix(count).elementsEqual($0) }
    if isHere { index += count }
    return isHere
  }

  private mutating func skip(past sign: StaticString) throws(Faults) {
    let begun = line
    while index < bytes.count {
      if take(sign) { return }
      step()
    }
    line = begun
    throw fault("xml.cut-off")
  }

  /// Goes past white space; whether there was any.
  private mutating func space() -> Bool {
    let start = index
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { step() }
    return index > start
  }

  /// The name of an element or attribute.
  private mutating func name() throws(Faults) -> String {
    let start = index
    while index < bytes.count, Self.isOfName(bytes[index]) { index += 1 }
    let first = start < bytes.count ? bytes[start] : 0
    let isDigitOrSign = (UInt8(ascii: "-")...UInt8(ascii: "9")).contains(first)
    guard index > start, !isDigitOrSign else { throw fault("xml.no-name") }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "."), UInt8(ascii: ":"), 0x80...0xFF:
      true
    default: false
    }
  }

  private func fault(_ key: String, _ arguments: [String: String] = [:]) -> Faults {
    Faults([Fault(file: file, line: line, message: Message(key, arguments))])
  }
}
