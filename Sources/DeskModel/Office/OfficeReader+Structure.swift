extension OfficeReader {
  /// What the structure file holds.
  struct Structure {
    var name: String
    var letterhead: Letterhead
    var units: [OfficeUnit]
    var positions: [Position]
    var roles: [Role]
    var books: [AgendaBook]
  }

  /// The duties as the file calls them.
  private enum DutyWord: String, CaseIterable {
    case mencatat, mengawasi, memimpin

    var duty: Position.Duty {
      switch self {
      case .mencatat: .registers
      case .mengawasi: .supervises
      case .memimpin: .heads
      }
    }
  }

  static func readStructure(_ file: File) throws(Faults) -> Structure {
    try YAMLFile.read(file.bytes, file: file.name) { top in
      top.expect(keys: ["nama", "kop", "jabatan", "unit", "buku"])
      let name = top.text("nama")
      let letterhead = letterhead(top)
      let positions = positions(top)
      let (units, roles) = units(top, positions: Set(positions.map(\.id)))
      let books = books(top)
      checkDuties(top, positions: positions, units: units, roles: roles)
      guard let name, let letterhead else { return nil }
      return Structure(
        name: name, letterhead: letterhead, units: units, positions: positions, roles: roles,
        books: books)
    }
  }

  private static func letterhead(_ top: YAMLMapping) -> Letterhead? {
    guard let head = top.mapping("kop") else { return nil }
    head.expect(keys: ["pemerintah", "dinas", "alamat", "kota"])
    guard let government = head.text("pemerintah"), let office = head.text("dinas"),
      let address = head.text("alamat"), let city = head.text("kota")
    else { return nil }
    return Letterhead(government: government, office: office, address: address, city: city)
  }

  private static func positions(_ top: YAMLMapping) -> [Position] {
    var seen = SlugCheck()
    return entries(top, "jabatan").compactMap { entry in
      entry.expect(keys: ["id", "nama", "singkatan", "jenjang", "tugas", "padanan"])
      let id = seen.slug(entry, "id")
      let name = entry.text("nama")
      let short = short(entry, longest: 10)
      let duties = entry.scalars("tugas").compactMap { $0.choice(of: DutyWord.self)?.duty }
      let rank = entry.integer("jenjang")
      if let rank, !(1...9).contains(rank) {
        entry.fault(Message("office.rank", ["value": String(rank)]), at: "jenjang")
      }
      guard let id, let name, let short, let rank else { return nil }
      return Position(
        id: PositionID(id), name: name, short: short, rank: rank, duties: Set(duties),
        equivalents: entry.scalars("padanan").compactMap { $0.slug() }.map { PositionID($0) })
    }
  }

  // MARK: - Units and their posts

  private static func units(
    _ top: YAMLMapping, positions: Set<PositionID>
  ) -> (units: [OfficeUnit], roles: [Role]) {
    var seen = SlugCheck()
    var titles = RoleCheck()
    var units: [OfficeUnit] = []
    var roles: [Role] = []
    for entry in entries(top, "unit") {
      entry.expect(keys: ["id", "nama", "singkatan", "induk", "kode", "jabatan"])
      let id = seen.slug(entry, "id")
      let name = entry.text("nama")
      let short = short(entry, longest: 16)
      let parent = parent(entry, units: units)
      guard let id, let name, let short else { continue }
      units.append(
        OfficeUnit(
          id: UnitID(id), name: name, short: short, parent: parent,
          code: entry.textIfPresent("kode")))
      for post in entry.mappings("jabatan") {
        guard let role = role(post, unit: UnitID(id), positions: positions) else { continue }
        if titles.isNew(role, post) { roles.append(role) }
      }
    }
    return (units, roles)
  }

  /// The unit above; only the first unit has none, and each stands below one that was named before it,
  /// so that there is one tree and no circle.
  private static func parent(_ entry: YAMLMapping, units: [OfficeUnit]) -> UnitID? {
    guard let text = entry.scalarIfPresent("induk") else {
      if !units.isEmpty { entry.fault(Message("office.unit-without-parent")) }
      return nil
    }
    let parent = UnitID(text.text)
    if !units.contains(where: { $0.id == parent }) {
      text.fault(Message("office.parent-unknown", ["value": text.quoted]))
    }
    return parent
  }

  private static func role(
    _ post: YAMLMapping, unit: UnitID, positions: Set<PositionID>
  ) -> Role? {
    post.expect(keys: ["jabatan", "nama", "singkatan"])
    let position = post.scalar("jabatan")
    let name = post.text("nama")
    let short = short(post, longest: 20)
    if let position, !positions.contains(PositionID(position.text)) {
      position.fault(
        Message("office.position-unknown", ["value": position.quoted]))
    }
    guard let position, let name, let short else { return nil }
    return Role(position: PositionID(position.text), unit: unit, name: name, short: short)
  }

  /// An office that nobody registers letters for, or that has no head, cannot work a single case.
  private static func checkDuties(
    _ top: YAMLMapping, positions: [Position], units: [OfficeUnit], roles: [Role]
  ) {
    func bearing(_ duty: Position.Duty) -> Set<PositionID> {
      Set(positions.filter { $0.duties.contains(duty) }.map(\.id))
    }
    let registrars = bearing(.registers)
    if !roles.contains(where: { registrars.contains($0.position) }) {
      top.fault(Message("office.nobody-registers"), at: "unit")
    }
    let heads = bearing(.heads)
    if let root = units.first,
      !roles.contains(where: { $0.unit == root.id && heads.contains($0.position) })
    {
      top.fault(Message("office.nobody-heads", ["unit": root.name]), at: "unit")
    }
  }

  // MARK: - Shared by the readers

  /// The mappings of a list that must be there and hold something.
  static func entries(_ top: YAMLMapping, _ key: String) -> [YAMLMapping] {
    guard top.has(key) else {
      top.fault(Message("yaml.key-missing", ["key": key]))
      return []
    }
    return top.mappings(key)
  }

  private static func short(_ entry: YAMLMapping, longest: Int) -> String? {
    guard let text = entry.scalar("singkatan") else { return nil }
    guard text.text.count <= longest else {
      text.fault(
        Message("office.short-too-long", ["value": text.quoted, "longest": String(longest)]))
      return nil
    }
    return text.text
  }
}

/// Takes identifiers of one list: slugs, each once.
struct SlugCheck {
  private var seen: Set<String> = []

  mutating func slug(_ entry: YAMLMapping, _ key: String) -> String? {
    guard let text = entry.scalar(key) else { return nil }
    guard text.text.utf8.count <= 48, text.text[...].isSlug else {
      text.fault(Message("office.not-a-slug", ["value": text.quoted]))
      return nil
    }
    guard seen.insert(text.text).inserted else {
      text.fault(Message("office.twice", ["value": text.quoted]))
      return nil
    }
    return text.text
  }
}

/// Takes roles: each once, and no two that look alike on a narrow screen.
private struct RoleCheck {
  private var ids: Set<RoleID> = []
  private var shorts: Set<String> = []

  mutating func isNew(_ role: Role, _ post: YAMLMapping) -> Bool {
    guard ids.insert(role.id).inserted else {
      post.fault(Message("office.twice", ["value": role.id.rawValue]), at: "jabatan")
      return false
    }
    if !shorts.insert(role.short.lowercased()).inserted {
      post.fault(Message("office.short-twice", ["value": role.short]), at: "singkatan")
    }
    return true
  }
}
