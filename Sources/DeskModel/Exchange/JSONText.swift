/// A JSON value that is written with its keys in the order they were given.
///
/// `JSONEncoder` either sorts keys or shuffles them, and drops what is `nil`; output that people read
/// and other programs rely on keeps its order and writes `null`.
public indirect enum JSONText: Hashable, Sendable {
  /// Members in written order.
  case object([Member])
  /// A list.
  case array([JSONText])
  /// A text.
  case string(String)
  /// A whole number.
  case integer(Int)
  /// True or false.
  case bool(Bool)
  /// Nothing.
  case null

  /// A key with its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public var key: String
    /// The value.
    public var value: JSONText

    /// Makes a member.
    public init(_ key: String, _ value: JSONText) {
      self.key = key
      self.value = value
    }
  }

  /// A text or `null`.
  public init(_ text: String?) { self = text.map(JSONText.string) ?? .null }

  /// A number or `null`.
  public init(_ number: Int?) { self = number.map(JSONText.integer) ?? .null }

  /// A list of texts.
  public init(_ texts: [String]) { self = .array(texts.map(JSONText.string)) }

  /// The JSON, indented by two spaces, without a line end.
  public var text: String {
    var out = ""
    write(to: &out, indent: "")
    return out
  }

  private func write(to out: inout String, indent: String) {
    switch self {
    case .object(let members):
      Self.write(members, open: "{", close: "}", to: &out, indent: indent) { member, out, inner in
        out += member.key.quotedJSON + ": "
        member.value.write(to: &out, indent: inner)
      }
    case .array(let items):
      Self.write(items, open: "[", close: "]", to: &out, indent: indent) { item, out, inner in
        item.write(to: &out, indent: inner)
      }
    case .string(let text): out += text.quotedJSON
    case .integer(let number): out += String(number)
    case .bool(let flag): out += flag ? "true" : "false"
    case .null: out += "null"
    }
  }

  private static func write<Item>(
    _ items: [Item], open: String, close: String, to out: inout String, indent: String,
    each: (Item, inout String, String) -> Void
  ) {
    out += open
    let inner = indent + "  "
    for (index, item) in items.enumerated() {
      out += index == 0 ? "\n" + inner : ",\n" + inner
      each(item, &out, inner)
    }
    out += items.isEmpty ? close : "\n" + indent + close
  }
}
