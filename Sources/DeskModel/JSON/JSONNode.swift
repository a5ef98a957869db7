import Foundation

extension Decodable {
  /// Reads a value from its JSON.
  ///
  /// - Throws: `DecodingError`; its path is empty, because what is read so was written by this program and whoever
  ///   reads of a fault is told the record.
  init(json text: String) throws {
    try self.init(from: JSONNode(document: JSONDocument(text), place: 0))
  }
}

/// A value of a JSON document, as Swift's `Decodable` asks for it.
struct JSONNode: Decoder, SingleValueDecodingContainer {
  let document: JSONDocument
  let place: Int

  var kind: JSONDocument.Kind { document.values[place].kind }
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard kind == .object else { throw mismatch([String: Any].self) }
    return KeyedDecodingContainer(JSONMembers(node: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard kind == .array else { throw mismatch([Any].self) }
    return JSONElements(node: self)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool { kind == .null }

  func decode(_ type: Bool.Type) throws -> Bool {
    switch kind {
    case .yes: true
    case .no: false
    default: throw mismatch(type)
    }
  }

  func decode(_ type: String.Type) throws -> String {
    guard kind == .string || kind == .escapedString else { throw mismatch(type) }
    return document.text(at: place)
  }

  func decode(_ type: Int64.Type) throws -> Int64 {
    guard kind == .integer, let number = document.integer(at: place) else { throw mismatch(type) }
    return number
  }

  func decode(_ type: Int.Type) throws -> Int { Int(try decode(Int64.self)) }

  func decode<Number: FixedWidthInteger & Decodable>(_ type: Number.Type) throws -> Number {
    guard let number = Number(exactly: try decode(Int64.self)) else { throw mismatch(type) }
    return number
  }

  // Nothing of ours is a fraction.
  func decode(_ type: Double.Type) throws -> Double { throw mismatch(type) }
  func decode(_ type: Float.Type) throws -> Float { throw mismatch(type) }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try Value(from: self) }

  /// The fault of a value that is asked for as what it is not.
  func mismatch(_ type: Any.Type) -> DecodingError {
    .typeMismatch(type, .init(codingPath: [], debugDescription: "found: \(kind)"))
  }
}

/// The members of a JSON object by their names.
struct JSONMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let node: JSONNode

  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] {
    node.document.members(of: node.place).compactMap {
      Key(stringValue: node.document.text(at: $0))
    }
  }

  func contains(_ key: Key) -> Bool { find(key.stringValue) != nil }
  func decodeNil(forKey key: Key) throws -> Bool { try member(key).decodeNil() }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try member(key).decode(type) }
  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    try member(key).decode(type)
  }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try member(key).decode(type) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try member(key).decode(type) }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try Value(from: member(key))
  }

  // Swift's own would look for the member three times.
  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
    try present(key)?.decode(type)
  }
  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
    try present(key)?.decode(type)
  }
  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
    try present(key)?.decode(type)
  }
  func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? {
    try present(key)?.decode(type)
  }
  func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
    try present(key).map { try Value(from: $0) }
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try member(key).container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try member(key).unkeyedContainer()
  }
  func superDecoder() throws -> any Decoder { try member("super") }
  func superDecoder(forKey key: Key) throws -> any Decoder { try member(key) }

  private func find(_ name: String) -> JSONNode? {
    node.document.member(name, of: node.place).map {
      JSONNode(document: node.document, place: $0)
    }
  }

  private func present(_ key: Key) -> JSONNode? {
    find(key.stringValue).flatMap { $0.kind == .null ? nil : $0 }
  }

  private func member(_ key: Key) throws -> JSONNode { try member(key.stringValue) }

  private func member(_ name: String) throws -> JSONNode {
    guard let found = find(name) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "no member \(name)"))
    }
    return found
  }
}

/// The elements of a JSON list, one after the other.
struct JSONElements: UnkeyedDecodingContainer {
  private let document: JSONDocument
  private let end: Int
  private var place: Int
  private(set) var currentIndex = 0

  init(node: JSONNode) {
    document = node.document
    place = node.place + 1
    end = node.document.values[node.place].next
  }

  var codingPath: [any CodingKey] { [] }
  // Not known, nor worth a count: it is for making room.
  var count: Int? { nil }
  var isAtEnd: Bool { place == end }

  mutating func decodeNil() throws -> Bool {
    guard try element().decodeNil() else { return false }
    _ = try next()
    return true
  }

  mutating func decode(_ type: Bool.Type) throws -> Bool { try next().decode(type) }
  mutating func decode(_ type: String.Type) throws -> String { try next().decode(type) }
  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try Value(from: next())
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try next().container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }
  mutating func superDecoder() throws -> any Decoder { try next() }

  private func element() throws -> JSONNode {
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        Any.self, .init(codingPath: [], debugDescription: "the list has ended"))
    }
    return JSONNode(document: document, place: place)
  }

  private mutating func next() throws -> JSONNode {
    let element = try element()
    place = document.values[place].next
    currentIndex += 1
    return element
  }
}
