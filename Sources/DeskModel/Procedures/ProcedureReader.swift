/// Reads a procedure file: YAML with the keys of the SOP-AP form.
///
/// What cannot be read as a procedure is a fault; what can be read but makes no sense is a finding of
/// ``ProcedureCheck``. A file with faults, or with findings that are errors, is refused whole.
public struct ProcedureReader {
  /// A procedure as its file says it, with what was found in it.
  public struct Reading: Hashable, Sendable {
    /// The procedure; not to be used while a finding is an error.
    public var procedure: Procedure
    /// What is wrong or doubtful in it, with lines.
    public var findings: [Finding]
  }

  /// Reads a file and checks it.
  ///
  /// - Parameters:
  ///   - bytes: the file's bytes, UTF-8.
  ///   - file: what faults call the file.
  ///   - dictionary: whom lanes mean that do not say it themselves.
  /// - Throws: every fault of the file, if it cannot be read as a procedure.
  public static func reading(
    _ bytes: some Collection<UInt8>, file: String,
    dictionary: PositionDictionary = PositionDictionary()
  ) throws(Faults) -> Reading {
    var lines = ProcedureCheck.Lines()
    let procedure = try YAMLFile.read(bytes, file: file) {
      form($0, dictionary: dictionary, lines: &lines)
    }
    return Reading(
      procedure: procedure, findings: ProcedureCheck.findings(procedure, lines: lines))
  }

  /// Reads a file into a procedure that may be used.
  ///
  /// - Throws: every fault of the file, findings that are errors among them.
  public static func procedure(
    _ bytes: some Collection<UInt8>, file: String,
    dictionary: PositionDictionary = PositionDictionary()
  ) throws(Faults) -> Procedure {
    let reading = try reading(bytes, file: file, dictionary: dictionary)
    let errors = reading.findings.filter { $0.severity == .error }
    if !errors.isEmpty {
      throw Faults(
        errors.map { Fault(file: file, line: $0.line ?? 1, message: $0.message) })
    }
    return reading.procedure
  }

  // MARK: - The form

  private enum Keys {
    static let top = [
      "id", "nama", "nomor", "instansi", "unit", "sumber", "dibuat", "direvisi", "berlaku",
      "dasar_hukum", "kualifikasi", "keterkaitan", "peralatan", "peringatan", "pencatatan",
      "layanan", "pelaksana", "langkah", "catatan_sumber",
    ]
    static let source = ["berkas", "baris"]
    static let service = ["persyaratan", "biaya", "jangka_waktu", "produk", "pengaduan"]
    static let lane = ["id", "nama", "jabatan"]
    static let step = [
      "no", "oleh", "semua", "aksi", "kegiatan", "waktu", "kelengkapan", "output", "lanjut",
      "tolak", "putusan", "keterangan",
    ]
    static let outcome = ["nama", "lanjut"]
  }

  private static func form(
    _ top: YAMLMapping, dictionary: PositionDictionary, lines: inout ProcedureCheck.Lines
  ) -> Procedure? {
    top.expect(keys: Keys.top)
    let id = top.scalar("id")?.slug()
    let title = top.text("nama")
    let office = top.text("instansi")
    let unit = top.text("unit")
    let home = unit.flatMap(dictionary.unit)
    let lanes = top.mappings("pelaksana").compactMap { mapping in
      lane(mapping, office: office, home: home, dictionary: dictionary).map { ($0, mapping.line) }
    }
    let steps = top.mappings("langkah").compactMap { mapping in
      step(mapping).map { ($0, mapping.line) }
    }
    lines = ProcedureCheck.Lines(lanes: lanes.map(\.1), steps: steps.map(\.1))
    let dates = Procedure.Dates(
      created: top.scalarIfPresent("dibuat")?.date(),
      revised: top.scalarIfPresent("direvisi")?.date(),
      effective: top.scalarIfPresent("berlaku")?.date())
    let number = top.textIfPresent("nomor")
    let source = top.mappingIfPresent("sumber").flatMap(source)
    let related = top.scalars("keterkaitan").compactMap { $0.slug() }.map { ProcedureID($0) }
    guard let id, let title, let office, let unit else { return nil }
    return Procedure(
      id: ProcedureID(id), title: title, number: number, office: office, unit: unit,
      source: source, legalBasis: top.texts("dasar_hukum"), related: related,
      warning: top.textIfPresent("peringatan"), tools: top.texts("peralatan"),
      qualifications: top.texts("kualifikasi"), records: top.texts("pencatatan"), dates: dates,
      service: top.mappingIfPresent("layanan").map(service),
      lanes: lanes.map(\.0), steps: steps.map(\.0), sourceNotes: top.texts("catatan_sumber"))
  }

  private static func source(_ mapping: YAMLMapping) -> Procedure.Source? {
    mapping.expect(keys: Keys.source)
    guard let file = mapping.text("berkas"), let line = mapping.integer("baris") else {
      return nil
    }
    return Procedure.Source(file: file, line: line)
  }

  private static func service(_ mapping: YAMLMapping) -> ServiceStandard {
    mapping.expect(keys: Keys.service)
    return ServiceStandard(
      requirements: mapping.texts("persyaratan"), fee: mapping.textIfPresent("biaya"),
      timeLimit: mapping.textIfPresent("jangka_waktu"), products: mapping.texts("produk"),
      complaints: mapping.texts("pengaduan"))
  }

  /// A lane; one that names no posts is looked up by its printed name.
  private static func lane(
    _ mapping: YAMLMapping, office: String?, home: UnitID?, dictionary: PositionDictionary
  ) -> Lane? {
    mapping.expect(keys: Keys.lane)
    let written = mapping.scalars("jabatan").compactMap { $0.post() }
    guard let id = mapping.scalar("id")?.slug(), let name = mapping.text("nama") else {
      return nil
    }
    let posts =
      mapping.has("jabatan") ? written : dictionary.posts(of: name, in: office ?? "", under: home)
    if posts == nil {
      mapping.fault(Message("procedure.lane-unknown-name", ["name": TextRules.quoted(name)]))
    }
    return Lane(id: LaneID(id), name: name, posts: posts ?? [], home: home)
  }

  private static func step(_ mapping: YAMLMapping) -> Step? {
    mapping.expect(keys: Keys.step)
    let no = mapping.integer("no")
    let act = mapping.scalar("aksi")?.choice(of: Act.self)
    let activity = mapping.text("kegiatan")
    let lanes = mapping.scalars("oleh").map { LaneID($0.text) }
    let time = mapping.scalarIfPresent("waktu").flatMap(time)
    let next = mapping.scalarIfPresent("lanjut").flatMap(target)
    let returnTo = mapping.integerIfPresent("tolak")
    let outcomes = mapping.mappings("putusan").compactMap(outcome)
    let requiresAll = mapping.flag("semua")
    let requirements = mapping.texts("kelengkapan")
    let outputs = mapping.texts("output")
    let note = mapping.textIfPresent("keterangan")
    guard let no, let act, let activity else { return nil }
    return Step(
      no: no, lanes: lanes, requiresAll: requiresAll, act: act, activity: activity, time: time,
      requirements: requirements, outputs: outputs, next: next, returnTo: returnTo,
      outcomes: outcomes, note: note)
  }

  private static func time(_ scalar: YAMLScalar) -> StandardTime? {
    do {
      return try StandardTime(reading: scalar.text)
    } catch {
      scalar.fault(error.message)
      return nil
    }
  }

  private static func outcome(_ mapping: YAMLMapping) -> Step.Outcome? {
    mapping.expect(keys: Keys.outcome)
    let next = mapping.scalar("lanjut").flatMap(target)
    guard let name = mapping.text("nama"), let next else { return nil }
    return Step.Outcome(name: name, next: next)
  }

  private static func target(_ scalar: YAMLScalar) -> StepTarget? {
    if scalar.text.lowercased() == "selesai" { return .end }
    if let no = Int(scalar.text), no >= 0 { return .step(no) }
    scalar.fault(Message("procedure.target-malformed", ["value": scalar.quoted]))
    return nil
  }
}
