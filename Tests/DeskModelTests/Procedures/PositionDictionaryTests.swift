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

  @Test func aLetterheadMeansAUnit() throws {
    let dictionary = try Self.dictionary(Self.usual)
    #expect(dictionary.unit(of: "BIDANG REHABILITASI/SEKSI ANAK") == "rehsos-anak")
    #expect(dictionary.unit(of: "Bidang Lain") == nil)
  }

  @Test(arguments: [
    ("pelaksana:\n  - {nama: [Kadis, ka.dis], jabatan: [kepala-dinas]}", 2, "office.twice"),
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
}
