/// A name that tells one thing from another of its kind, typed so that a role is never passed for a unit.
///
/// Identifiers of the office's own things are lower-case slugs (`rehabilitasi-sosial`); those of cases
/// and letters are made by the desk. They stay readable because people meet them in files and logs.
public struct Identifier<Entity>: RawRepresentable, Hashable, Sendable {
  /// The text of the identifier.
  public let rawValue: String

  /// Makes an identifier from its text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Makes an identifier from its text.
  public init(_ text: String) { rawValue = text }
}

extension Identifier: Comparable {
  /// Orders identifiers by their text.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension Identifier: ExpressibleByStringLiteral {
  /// Makes an identifier from a literal.
  public init(stringLiteral value: String) { rawValue = value }
}

extension Identifier: CustomStringConvertible {
  /// The text of the identifier.
  public var description: String { rawValue }
}

extension Identifier: Codable {
  /// Reads an identifier from a plain string.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the identifier as a plain string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// Names a unit of the office.
public typealias UnitID = Identifier<OfficeUnit>
/// Names a position (jabatan).
public typealias PositionID = Identifier<Position>
/// Names a role: a position in a unit, written `position@unit`.
public typealias RoleID = Identifier<Role>
/// Names a person.
public typealias PersonID = Identifier<Person>
/// Names a procedure (SOP), e.g. `ntt-001`.
public typealias ProcedureID = Identifier<Procedure>
/// Names a lane inside one procedure.
public typealias LaneID = Identifier<Lane>
