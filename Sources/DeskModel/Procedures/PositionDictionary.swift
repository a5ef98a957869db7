/// Whom the decrees mean: the lane names and letterheads as printed, and the posts and units they stand for.
///
/// The decrees call one post by many names (`Kadis`, `Ka.DINAS`, `Kepala Dinas Sosial`). Procedure files keep
/// what is printed; this one place says what is meant. A lane that names its posts itself needs no entry.
public struct PositionDictionary: Hashable, Sendable {
  /// What one post or outside party is called.
  struct Entry: Hashable, Sendable {
    /// The office whose decree uses the names so; `nil` for all.
    var office: String?
    /// The unit under whose letterhead the names are used so; `nil` for all.
    var unit: UnitID?
    /// The posts; none for a party outside the office.
    var posts: [Post]
  }

  private var entries: [String: [Entry]] = [:]
  private var units: [String: UnitID] = [:]

  /// Makes a dictionary that knows nobody.
  public init() {}

  /// Reads the dictionary of the assets folder, `office/kamus-pelaksana.yaml`.
  ///
  /// - Throws: `AssetsError` or `Faults`.
  public init(in assets: AssetsFolder) throws {
    try self.init(OfficeReader.File("office/kamus-pelaksana.yaml", in: assets))
  }

  /// Reads a dictionary.
  ///
  /// - Throws: every fault of the file; a name that means two things is one.
  public init(_ file: OfficeReader.File) throws(Faults) {
    self = try YAMLFile.read(file.bytes, file: file.name) { top in
      var dictionary = PositionDictionary()
      top.expect(keys: ["pelaksana", "unit"])
      for entry in OfficeReader.entries(top, "pelaksana") { dictionary.add(entry) }
      for entry in top.mappings("unit") { dictionary.addUnit(entry) }
      return dictionary
    }
  }

  /// The posts that a printed name stands for in an office's decree, under the letterhead of one of our
  /// units if it is one: none for a party outside the office, `nil` if the name is not known.
  ///
  /// What is said of that letterhead goes before what is said of that office, and both before the rest.
  public func posts(of name: String, in office: String, under unit: UnitID? = nil) -> [Post]? {
    let known = (entries[Self.key(name)] ?? []).filter {
      ($0.office == nil || $0.office == office) && ($0.unit == nil || $0.unit == unit)
    }
    let entry =
      known.first { $0.unit != nil && $0.office != nil } ?? known.first { $0.unit != nil }
      ?? known.first { $0.office != nil } ?? known.first
    return entry?.posts
  }

  /// The unit that a letterhead means.
  public func unit(of letterhead: String) -> UnitID? { units[Self.key(letterhead)] }

  // MARK: - Reading

  private mutating func add(_ mapping: YAMLMapping) {
    mapping.expect(keys: ["nama", "jabatan", "instansi", "kop"])
    if !mapping.has("jabatan") { mapping.fault(Message("procedure.lane-without-posts")) }
    let office = mapping.textIfPresent("instansi")
    let posts = mapping.scalars("jabatan").compactMap { $0.post() }
    let units: [UnitID?] = mapping.scalars("kop").compactMap { $0.slug() }.map { UnitID($0) }
    let names = mapping.scalars("nama")
    if names.isEmpty { mapping.fault(Message("yaml.key-missing", ["key": "nama"])) }
    for unit in units.isEmpty ? [nil] : units {
      for name in names { add(Entry(office: office, unit: unit, posts: posts), to: name) }
    }
  }

  private mutating func add(_ entry: Entry, to name: YAMLScalar) {
    let key = Self.key(name.text)
    let isDouble = entries[key, default: []].contains {
      $0.office == entry.office && $0.unit == entry.unit
    }
    if isDouble { name.fault(Message("office.twice", ["value": name.quoted])) }
    entries[key, default: []].append(entry)
  }

  private mutating func addUnit(_ mapping: YAMLMapping) {
    mapping.expect(keys: ["nama", "unit"])
    guard let unit = mapping.scalar("unit")?.slug() else { return }
    for name in mapping.scalars("nama") {
      if units.updateValue(UnitID(unit), forKey: Self.key(name.text)) != nil {
        name.fault(Message("office.twice", ["value": name.quoted]))
      }
    }
  }

  /// A name without what the decrees vary: capitals, blanks, full stops, dashes and strokes.
  private static func key(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
