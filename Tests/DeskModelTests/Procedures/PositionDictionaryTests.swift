import Testing

@testable import DeskModel

/// Whom the lane names of the decrees mean.
struct PositionDictionaryTests {
  private static func dictionary(_ text: String) throws -> PositionDictionary {
    try PositionDictionary(OfficeReader.File(name: "kamus.yaml", text: text))
  }

  private static let usual = """
    pelaksana:
      - {nama: [Kepala Dinas, Ka.DINAS], jabatan: [kepala-dinas]}
      - {nama: Kabid, jabatan: [kepala-bidang]}
      - {nama: Kabid, jabatan: [kepala-bidang@bina-program], instansi: Dinas Sosial Kabupaten Contoh}
      - {nama: BKD, jabatan: []}
      - {nama: Kabid, jabatan: [kepala-uptd], kop: [uptd-anak, uptd-lansia]}
    unit:
      - {nama: Bidang Rehabilitasi / Seksi Anak, unit: rehsos-anak}
    """

  @Test(
    arguments: [
      ("Kepala Dinas", "", [Post(position: "kepala-dinas")]),
      ("KA. DINAS", "", [Post(position: "kepala-dinas")]),
      ("Kabid", "Dinas Lain", [Post(position: "kepala-bidang")]),
      (
        "kabid", "Dinas Sosial Kabupaten Contoh",
        [Post(position: "kepala-bidang", unit: "bina-program")]
      ),
      ("B K D", "", []),
      ("Kepala Desa", "", nil),
    ] as [(String, String, [Post]?)])
  func namesMeanPosts(name: String, office: String, posts: [Post]?) throws {
    #expect(try Self.dictionary(Self.usual).posts(of: name, in: office) == posts)
  }

  @Test func aLetterheadSaysWhomANameMeans() throws {
    let dictionary = try Self.dictionary(Self.usual)
    let chief = [Post(position: "kepala-uptd")]
    #expect(dictionary.posts(of: "Kabid", in: "", under: "uptd-lansia") == chief)
    #expect(
      dictionary.posts(of: "Kabid", in: "Dinas Sosial Kabupaten Contoh", under: "uptd-anak")
        == chief)
    #expect(
      dictionary.posts(of: "Kabid", in: "", under: "sekretariat")
        == [Post(position: "kepala-bidang")])
  }

  @Test func aLetterheadMeansAUnit() throws {
    let dictionary = try Self.dictionary(Self.usual)
    #expect(dictionary.unit(of: "BIDANG REHABILITASI/SEKSI ANAK") == "rehsos-anak")
    #expect(dictionary.unit(of: "Bidang Lain") == nil)
  }

  @Test(arguments: [
    ("pelaksana:\n  - {nama: [Kadis, ka.dis], jabatan: [kepala-dinas]}", 2, "office.twice"),
    (
      "pelaksana:\n  - {nama: Kadis, kop: [a, b], jabatan: []}\n  - {nama: Kadis, kop: b, jabatan: []}",
      3, "office.twice"
    ),
    ("pelaksana:\n  - {nama: Kadis}", 2, "procedure.lane-without-posts"),
    ("pelaksana:\n  - {jabatan: [staf]}", 2, "yaml.key-missing"),
    ("pelaksana:\n  - {nama: Kadis, jabatan: [Kepala Dinas]}", 2, "procedure.post-malformed"),
  ])
  func whatIsWrongIsToldAtItsLine(text: String, line: Int, key: String) throws {
    let faults = try #require(throws: Faults.self) { try Self.dictionary(text) }
    #expect(faults.list.map(\.line) == [line])
    #expect(faults.list.map(\.message.key) == [key])
  }

  @Test func aLaneWithoutPostsIsLookedUp() throws {
    let file = ProcedureFixture.file(
      steps: [ProcedureFixture.step(1)],
      head: ["  - {id: kadis": "  - {id: kadis, nama: Ka. Dinas}"])
    let read = try ProcedureReader.procedure(
      Array(file.utf8), file: "uji.yaml", dictionary: Self.dictionary(Self.usual))
    #expect(read.lane("kadis")?.posts == [Post(position: "kepala-dinas")])

    let unknown = try #require(throws: Faults.self) {
      try ProcedureReader.procedure(Array(file.utf8), file: "uji.yaml")
    }
    #expect(unknown.list.map(\.message.key) == ["procedure.lane-unknown-name"])
    #expect(unknown.list.map(\.line) == [8])
  }

  @Test func anotherOfficesPostsAreFilledByTheirEquivalent() throws {
    var office = try OfficeReader.practiceOffice(
      in: AssetsFolder(root: ProcedureFixture.checkout + "/assets"))
    let position = try #require(office.positions.first { $0.id == "sub-koordinator" })
    #expect(office.roles(filling: Post(position: "pekerja-sosial-uji")).isEmpty)
    var standing = position
    standing.equivalents = ["pekerja-sosial-uji"]
    office = Office(
      name: office.name, letterhead: office.letterhead, calendar: office.calendar,
      units: office.units, positions: office.positions.map { $0 == position ? standing : $0 },
      roles: office.roles, people: office.people, appointments: office.appointments,
      books: office.books)
    let roles = office.roles(filling: Post(position: "pekerja-sosial-uji", unit: "unit-lain"))
    #expect(!roles.isEmpty && roles.allSatisfy { $0.position == "sub-koordinator" })
    #expect(
      office.roles(filling: Post(position: "pekerja-sosial-uji", unit: "penyuluhan")).map(\.unit)
        == ["penyuluhan"])
  }

  /// The delivered dictionary says nothing that no delivered procedure asks for.
  @Test func everyNameOccurs() throws {
    let assets = AssetsFolder(root: ProcedureFixture.checkout + "/assets")
    let file = try OfficeReader.File("office/kamus-pelaksana.yaml", in: assets)
    let dictionary = try PositionDictionary(file)
    let procedures = try ProcedureCatalogue(
      folder: ProcedureFixture.sopFolder, dictionary: dictionary
    ).procedures
    let lanes = Set(procedures.flatMap(\.lanes).map { Self.letters($0.name) })
    let heads = Set(procedures.map { Self.letters($0.unit) })
    let names = try YAMLFile.read(file.bytes, file: file.name) { top in
      (
        lanes: top.mappings("pelaksana").flatMap { $0.texts("nama") },
        heads: top.mappings("unit").flatMap { $0.texts("nama") }
      )
    }
    #expect(names.lanes.filter { !lanes.contains(Self.letters($0)) } == [])
    #expect(names.heads.filter { !heads.contains(Self.letters($0)) } == [])
  }

  private static func letters(_ name: String) -> String {
    String(name.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
