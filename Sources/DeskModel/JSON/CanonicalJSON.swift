import Foundation

extension Encodable {
  /// The value as canonical JSON: keys sorted by their bytes, no blanks, plain slashes; the same value gives the same
  /// bytes.
  ///
  /// - Throws: `EncodingError` for a fraction, for what Foundation's encoder would write in a form of its own, and for a
  ///   value that writes nothing.
  func canonicalJSON() throws -> String {
    var bytes: [UInt8] = []
    try CanonicalSlot.value(self).append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// A value on its way to canonical JSON.
private enum CanonicalValue {
  case nothing, null
  case bool(Bool)
  case integer(Int64)
  case text(String)
  case object(CanonicalMembers)
  case list(CanonicalElements)
  /// What is filled in later.
  case slot(CanonicalSlot)

  func append(to bytes: inout [UInt8]) throws {
    switch self {
    case .nothing:
      throw EncodingError.invalidValue(
        self, .init(codingPath: [], debugDescription: "a value that writes nothing"))
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .text(let text): bytes.appendJSON(text.utf8)
    case .object(let members): try members.append(to: &bytes)
    case .list(let elements): try elements.append(to: &bytes)
    case .slot(let slot): try slot.value.append(to: &bytes)
    }
  }

  static func fraction(_ value: some FloatingPoint) -> EncodingError {
    .invalidValue(value, .init(codingPath: [], debugDescription: "nothing of ours is a fraction"))
  }
}

/// The members of an object, in the order in which they were written.
private final class CanonicalMembers {
  var members: [(name: String, value: CanonicalValue)] = []

  func append(to bytes: inout [UInt8]) throws {
    members.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    bytes.append(UInt8(ascii: "{"))
    for (place, member) in members.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.appendJSON(member.name.utf8)
      bytes.append(UInt8(ascii: ":"))
      try member.value.append(to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }
}

/// The elements of a list.
private final class CanonicalElements {
  var elements: [CanonicalValue] = []

  func append(to bytes: inout [UInt8]) throws {
    bytes.append(UInt8(ascii: "["))
    for (place, element) in elements.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      try element.append(to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }
}

/// Where one value goes, as Swift's `Encodable` asks for it.
private final class CanonicalSlot: Encoder, SingleValueEncodingContainer {
  var value = CanonicalValue.nothing

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .object(let members) = value {
      return KeyedEncodingContainer(CanonicalMemberWriter(object: members))
    }
    let members = CanonicalMembers()
    value = .object(members)
    return KeyedEncodingContainer(CanonicalMemberWriter(object: members))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    if case .list(let elements) = value { return CanonicalElementWriter(list: elements) }
    let elements = CanonicalElements()
    value = .list(elements)
    return CanonicalElementWriter(list: elements)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  func encodeNil() { value = .null }
  func encode(_ flag: Bool) { value = .bool(flag) }
  func encode(_ text: String) { value = .text(text) }
  func encode(_ number: Double) throws { throw CanonicalValue.fraction(number) }
  func encode(_ number: Float) throws { throw CanonicalValue.fraction(number) }
  func encode(_ number: Int) { value = .integer(Int64(number)) }
  func encode(_ number: Int64) { value = .integer(number) }
  func encode<Number: FixedWidthInteger & Encodable>(_ number: Number) throws {
    guard let small = Int64(exactly: number) else {
      throw EncodingError.invalidValue(
        number, .init(codingPath: [], debugDescription: "more than 63 bits"))
    }
    value = .integer(small)
  }
  func encode<Value: Encodable>(_ value: Value) throws { try value.encode(to: self) }

  /// What a value comes to.
  static func value<Value: Encodable>(_ value: Value) throws -> CanonicalValue {
    guard Value.self != Data.self, Value.self != Date.self, Value.self != URL.self else {
      throw EncodingError.invalidValue(
        value, .init(codingPath: [], debugDescription: "bytes, dates and addresses go as texts"))
    }
    let slot = CanonicalSlot()
    try value.encode(to: slot)
    return slot.value
  }
}

private struct CanonicalMemberWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let object: CanonicalMembers

  var codingPath: [any CodingKey] { [] }

  private func put(_ value: CanonicalValue, _ key: Key) {
    object.members.append((key.stringValue, value))
  }

  func encodeNil(forKey key: Key) { put(.null, key) }
  func encode(_ flag: Bool, forKey key: Key) { put(.bool(flag), key) }
  func encode(_ text: String, forKey key: Key) { put(.text(text), key) }
  func encode(_ number: Int, forKey key: Key) { put(.integer(Int64(number)), key) }
  func encode(_ number: Int64, forKey key: Key) { put(.integer(number), key) }
  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    put(try CanonicalSlot.value(value), key)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    later(key.stringValue).container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    later(key.stringValue).unkeyedContainer()
  }
  func superEncoder() -> any Encoder { later("super") }
  func superEncoder(forKey key: Key) -> any Encoder { later(key.stringValue) }

  private func later(_ name: String) -> CanonicalSlot {
    let slot = CanonicalSlot()
    object.members.append((name, .slot(slot)))
    return slot
  }
}

private struct CanonicalElementWriter: UnkeyedEncodingContainer {
  let list: CanonicalElements

  var codingPath: [any CodingKey] { [] }
  var count: Int { list.elements.count }

  func encodeNil() { list.elements.append(.null) }
  func encode(_ flag: Bool) { list.elements.append(.bool(flag)) }
  func encode(_ text: String) { list.elements.append(.text(text)) }
  func encode(_ number: Int) { list.elements.append(.integer(Int64(number))) }
  func encode<Value: Encodable>(_ value: Value) throws {
    list.elements.append(try CanonicalSlot.value(value))
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    later().container(keyedBy: type)
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { later().unkeyedContainer() }
  func superEncoder() -> any Encoder { later() }

  private func later() -> CanonicalSlot {
    let slot = CanonicalSlot()
    list.elements.append(.slot(slot))
    return slot
  }
}
