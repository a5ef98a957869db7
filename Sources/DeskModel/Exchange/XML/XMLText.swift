/// An XML element that is to be written, with its attributes in the order they were given.
struct XMLText: Hashable, Sendable {
  /// An attribute.
  struct Attribute: Hashable, Sendable {
    var name: String
    var value: String
  }

  /// The name, with its prefix if it has one.
  var name: String
  /// The attributes.
  var attributes: [Attribute]
  /// The elements inside.
  var children: [XMLText]
  /// The text inside; elements that have both are not written here.
  var content: String?

  /// Makes an element; attributes without a value are left out.
  init(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], _ children: [XMLText] = []
  ) {
    self.name = name
    self.attributes = attributes.compactMap { name, value in
      value.map { Attribute(name: name, value: $0) }
    }
    self.children = children
  }

  /// Makes an element that holds a text.
  init(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
    self.init(name, attributes)
    content = text
  }

  /// The document, indented by two spaces, with a line end at its end.
  var document: String {
    var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    write(to: &out, indent: "")
    return out
  }

  /// The element alone, indented by two spaces, with a line end at its end.
  var fragment: String {
    var out = ""
    write(to: &out, indent: "")
    return out
  }

  private func write(to out: inout String, indent: String) {
    out += "\(indent)<\(name)"
    for attribute in attributes {
      out += " \(attribute.name)=\"\(Self.escaped(attribute.value))\""
    }
    if let content {
      out += ">\(Self.escaped(content))</\(name)>\n"
    } else if children.isEmpty {
      out += "/>\n"
    } else {
      out += ">\n"
      for child in children { child.write(to: &out, indent: indent + "  ") }
      out += "\(indent)</\(name)>\n"
    }
  }

  /// A text that may stand in XML and HTML alike, between tags and between double quotes.
  ///
  /// What XML has no way to write becomes the sign for an unreadable character.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      case "\n", "\t": out.unicodeScalars.append(scalar)
      default:
        let isUnfit = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        let isNoCharacter = scalar.value & 0xFFFE == 0xFFFE
        out.unicodeScalars.append(isUnfit || isNoCharacter ? "\u{FFFD}" : scalar)
      }
    }
    return out
  }
}
