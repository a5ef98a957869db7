/// A part of the office: a secretariat, a division, a sub-division.
public struct OfficeUnit: Codable, Hashable, Sendable {
  /// The unit's slug.
  public var id: UnitID
  /// The full name, as on the letterhead.
  public var name: String
  /// A name of at most 16 cells, for narrow screens.
  public var short: String
  /// The unit this one belongs to; `nil` for the office itself.
  public var parent: UnitID?
  /// What stands for the unit in letter numbers, e.g. `BID.REHSOS`; units without take the one above.
  public var code: String?

  /// Makes a unit.
  public init(
    id: UnitID, name: String, short: String, parent: UnitID?, code: String? = nil
  ) {
    self.id = id
    self.name = name
    self.short = short
    self.parent = parent
    self.code = code
  }
}

/// A position (jabatan) that may stand in several units.
public struct Position: Codable, Hashable, Sendable {
  /// What a position is trusted with beyond its steps in a procedure.
  public enum Duty: String, Codable, Hashable, Sendable, CaseIterable {
    /// Keeps the agenda books: registers letters (Pengadministrasi Umum).
    case registers
    /// Sees the backlog of the whole office and may reassign (Sekretaris, Kepala Dinas).
    case supervises
    /// Heads its unit: may reassign and watch inside it.
    case heads
  }

  /// The position's slug.
  public var id: PositionID
  /// The full name, e.g. `Kepala Bidang`.
  public var name: String
  /// A name of at most 10 cells, e.g. `Kabid`.
  public var short: String
  /// Height in the hierarchy: 1 is the head of the office, larger is lower.
  public var rank: Int
  /// The duties that go with the position.
  public var duties: Set<Duty>
  /// Positions of other offices' procedures whose work it does here.
  public var equivalents: [PositionID]

  /// Makes a position.
  public init(
    id: PositionID, name: String, short: String, rank: Int, duties: Set<Duty>,
    equivalents: [PositionID] = []
  ) {
    self.equivalents = equivalents
    self.id = id
    self.name = name
    self.short = short
    self.rank = rank
    self.duties = duties
  }
}

extension Position {
  private enum Key: String, CodingKey { case id, name, short, rank, duties, equivalents }

  /// Reads a position.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    try self.init(
      id: values.decode(PositionID.self, forKey: .id),
      name: values.decode(String.self, forKey: .name),
      short: values.decode(String.self, forKey: .short),
      rank: values.decode(Int.self, forKey: .rank),
      duties: Set(values.decode([Duty].self, forKey: .duties)),
      equivalents: values.decodeIfPresent([PositionID].self, forKey: .equivalents) ?? [])
  }

  /// Writes a position; the duties in a fixed order, so that the same office gives the same bytes.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(id, forKey: .id)
    try values.encode(name, forKey: .name)
    try values.encode(short, forKey: .short)
    try values.encode(rank, forKey: .rank)
    try values.encode(Duty.allCases.filter(duties.contains), forKey: .duties)
    if !equivalents.isEmpty { try values.encode(equivalents, forKey: .equivalents) }
  }
}

/// A position in a unit: what queues belong to and what people are appointed to.
public struct Role: Codable, Hashable, Sendable {
  /// `position@unit`.
  public var id: RoleID
  /// The position.
  public var position: PositionID
  /// The unit.
  public var unit: UnitID
  /// The full title, e.g. `Kepala Bidang Rehabilitasi Sosial`.
  public var name: String
  /// The title for narrow places, at most 20 cells, e.g. `Kabid Rehsos`.
  public var short: String

  /// Makes a role; its identifier follows from position and unit.
  public init(position: PositionID, unit: UnitID, name: String, short: String) {
    self.id = Role.id(position: position, unit: unit)
    self.position = position
    self.unit = unit
    self.name = name
    self.short = short
  }

  /// The identifier of the role that a position has in a unit.
  public static func id(position: PositionID, unit: UnitID) -> RoleID {
    RoleID("\(position)@\(unit)")
  }
}
