extension String {
  /// The text as a JSON string, escaped as `JSONEncoder` and Python's `json` do: the journal's hashes rest on it.
  var quotedJSON: String {
    var out = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{08}": out += "\\b"
      case "\u{0C}": out += "\\f"
      case ..<" ": out += "\\u00" + [UInt8(scalar.value)].hexDigits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
