import DeskModel
import Foundation
import Testing

@Suite struct OfficeReaderTests {
  static let structure = """
    nama: Dinas Latihan
    kop: {pemerintah: Pemerintah Latihan, dinas: Dinas Latihan, alamat: Jalan Contoh, kota: Kupang}
    jabatan:
      - {id: kadis, nama: Kepala Dinas, singkatan: Kadis, jenjang: 1, tugas: [memimpin, mengawasi]}
      - {id: umum, nama: Pengadministrasi Umum, singkatan: Umum, jenjang: 5, tugas: [mencatat]}
    unit:
      - id: dinas
        nama: Dinas Latihan
        singkatan: Dinas
        jabatan:
          - {jabatan: kadis, nama: Kepala Dinas, singkatan: Kadis}
      - id: umum
        nama: Sub Bagian Umum
        singkatan: Umum
        induk: dinas
        jabatan:
          - {jabatan: umum, nama: Pengadministrasi Umum, singkatan: Adm. Umum}
    buku:
      - {id: masuk, nama: Agenda Masuk, jenis: [surat-masuk], pola: "{urut:4}"}
    """
  static let calendar = """
    zona: wita
    jam_kerja:
      senin: ["07:30-12:00", "13:00-16:00"]
    libur:
      - {tanggal: 2026-01-01, nama: Tahun Baru}
    """
  static let people = """
    orang:
      - {id: melati, nama: Melati Contoh, nip: 19900214 201503 2 008}
    penugasan:
      - {orang: melati, jabatan: kadis@dinas, sejak: 2026-01-05}
    """

  private static func read(
    structure: String = structure, calendar: String = calendar, people: String? = people
  ) throws(Faults) -> Office {
    try OfficeReader.office(
      structure: .init(name: "struktur.yaml", text: structure),
      calendar: .init(name: "kalender.yaml", text: calendar),
      people: people.map { .init(name: "orang.yaml", text: $0) })
  }

  @Test func readsAnOffice() throws {
    let office = try Self.read()
    #expect(office.roles.map(\.id) == ["kadis@dinas", "umum@umum"])
    #expect(office.position("kadis")?.duties == [.heads, .supervises])
    #expect(office.people.map(\.name) == ["Melati Contoh"])
    #expect(office.appointments.first?.kind == .definitive)
    #expect(office.calendar.holidays[try #require(CalendarDate("2026-01-01"))] == "Tahun Baru")
    #expect(office.book(for: .incoming)?.reset == .yearly)
    #expect(try Self.read(people: nil).people.isEmpty)
  }

  /// A slip in one of the files, and the fault that names it.
  struct Slip: Sendable, CustomTestStringConvertible {
    enum Which: Sendable { case structure, calendar, people }
    var file: Which
    var from: String
    var to: String
    var line: Int
    var key: String
    var testDescription: String { "line \(line) \(key)" }

    init(_ file: Which, _ from: String, _ to: String, line: Int, _ key: String) {
      self.file = file
      self.from = from
      self.to = to
      self.line = line
      self.key = key
    }
  }

  static let slips: [Slip] = [
    Slip(.structure, "kop:", "kopp:", line: 2, "yaml.key-unknown-suggest"),
    Slip(.structure, "jenjang: 5", "jenjang: 12", line: 5, "office.rank"),
    Slip(.structure, "[mencatat]", "[mencatt]", line: 5, "yaml.choice-suggest"),
    Slip(.structure, "tugas: [mencatat]", "tugas: []", line: 7, "office.nobody-registers"),
    Slip(.structure, "[memimpin, mengawasi]", "[mengawasi]", line: 7, "office.nobody-heads"),
    Slip(.structure, "id: umum, nama", "id: kadis, nama", line: 5, "office.twice"),
    Slip(.structure, "id: dinas", "id: Dinas Sosial", line: 7, "office.not-a-slug"),
    Slip(.structure, "induk: dinas", "induk: dians", line: 15, "office.parent-unknown"),
    Slip(.structure, "    induk: dinas\n", "", line: 12, "office.unit-without-parent"),
    Slip(
      .structure, "jabatan: kadis, nama", "jabatan: kabid, nama", line: 11,
      "office.position-unknown"),
    Slip(.structure, "singkatan: Adm. Umum", "singkatan: kadis", line: 17, "office.short-twice"),
    Slip(
      .structure, "singkatan: Adm. Umum", "singkatan: Pengadministrasi Umum", line: 17,
      "office.short-too-long"),
    Slip(.structure, "{urut:4}", "{nomor}", line: 19, "number.unknown-token"),
    Slip(.structure, "\"{urut:4}\"", "tetap", line: 19, "number.no-sequence"),
    Slip(.structure, "[surat-masuk]", "[surat-masuk, surat-masuk]", line: 19, "office.kind-twice"),
    Slip(.structure, "[surat-masuk]", "[surat-keluar]", line: 19, "office.no-incoming-book"),
    Slip(.calendar, "wita", "wit-a", line: 1, "yaml.choice-suggest"),
    Slip(.calendar, "senin", "hari senin", line: 3, "yaml.key-unknown"),
    Slip(.calendar, "12:00", "25:00", line: 3, "office.not-hours"),
    Slip(.calendar, "13:00", "11:00", line: 3, "office.hours-overlap"),
    Slip(.calendar, "2026-01-01", "31/2/2026", line: 5, "date.no-such-day"),
    Slip(
      .calendar, "nama: Tahun Baru}", "nama: A}\n  - {tanggal: 1 Jan 2026, nama: B}", line: 6,
      "office.twice"),
    Slip(.people, "19900214", "19900231", line: 2, "nip.birth"),
    Slip(.people, "orang: melati", "orang: mawar", line: 4, "office.person-unknown"),
    Slip(.people, "kadis@dinas", "kadis@umum", line: 4, "office.role-unknown"),
    Slip(.people, "sejak: 2026-01-05", "sejak: kemarin", line: 4, "date.not-a-date"),
    Slip(
      .people, "sejak: 2026-01-05", "sejak: 2026-01-05, sampai: 2026-01-04", line: 4,
      "office.until-before-from"),
    Slip(
      .people, "sejak: 2026-01-05", "sejak: 2026-01-05, sebagai: plt", line: 4,
      "office.acting-without-decree"),
    Slip(
      .people, "sejak: 2026-01-05", "sejak: 2026-01-05, sebagai: plh, sk: 1/SPT", line: 4,
      "office.plh-without-end"),
  ]

  @Test(arguments: slips)
  func namesEverySlipAtItsLine(_ slip: Slip) throws {
    func mended(_ text: String, _ which: Slip.Which) -> String {
      slip.file == which ? text.replacingOccurrences(of: slip.from, with: slip.to) : text
    }
    let faults = #expect(throws: Faults.self) {
      try Self.read(
        structure: mended(Self.structure, .structure), calendar: mended(Self.calendar, .calendar),
        people: mended(Self.people, .people))
    }
    let found = (faults?.list ?? []).map { "\($0.line) \($0.message.key)" }
    #expect(found.contains("\(slip.line) \(slip.key)"))
  }

  @Test func tellsTheFaultsOfAllFilesTogether() throws {
    let faults = #expect(throws: Faults.self) {
      try Self.read(
        calendar: Self.calendar.replacingOccurrences(of: "wita", with: "wat"),
        people: Self.people.replacingOccurrences(of: "kadis@dinas", with: "raja@dinas"))
    }
    #expect(Set((faults?.list ?? []).map(\.file)) == ["kalender.yaml", "orang.yaml"])
  }
}

@Suite struct PracticeOfficeTests {
  private static func office() throws -> Office {
    try OfficeReader.practiceOffice(in: AssetsFolder.find())
  }

  @Test func fillsEveryRoleThatThePracticeNeeds() throws {
    let office = try Self.office()
    let day = try #require(CalendarDate("2026-11-20"))
    for role in office.roles {
      #expect(!office.holders(of: role.id, on: day).isEmpty, "\(role.id) has no holder")
    }
    #expect(office.holders(of: "pengadministrasi-umum@kepegawaian-umum", on: day).count == 3)
    #expect((48...58).contains(office.people.count))
    #expect(office.appointments.filter { $0.kind == .plt }.count == 1)
    #expect(office.appointments.filter { $0.kind == .plh }.count == 1)
  }

  @Test func hasEveryPositionThatProceduresName() throws {
    let office = try Self.office()
    for position: PositionID in [
      "kepala-dinas", "sekretaris", "kepala-bidang", "kepala-sub-bagian", "kepala-seksi",
      "sub-koordinator", "pengadministrasi-umum", "pengelola-kepegawaian", "pengelola-gaji", "staf",
      "kepala-uptd", "kasubag-uptd", "kepala-seksi-uptd", "pekerja-sosial",
    ] {
      #expect(office.position(position) != nil, "\(position) is missing")
    }
  }

  @Test func hasAWayUpFromEveryRole() throws {
    let office = try Self.office()
    for role in office.roles where role.id != "kepala-dinas@dinas-sosial" {
      var current = role.id
      var steps = 0
      while let above = office.superior(of: current), steps < 10 {
        current = above.id
        steps += 1
      }
      #expect(current == "kepala-dinas@dinas-sosial", "\(role.id) ends at \(current)")
    }
  }

  @Test func writesNumbersThatFit() throws {
    let office = try Self.office()
    let day = try #require(CalendarDate("2026-08-17"))
    for book in office.books {
      let number = try book.number(
        .init(
          sequence: 99_999, date: day, code: "400.9.14.1.2", unit: "BID.LINJAMSOS",
          position: "Kasubag", secrecy: .sangatRahasia))
      #expect(number.text.count <= NumberPattern.longest)
      #expect(number.period == 2026)
    }
    for kind in LetterKind.allCases {
      #expect(office.book(for: kind) != nil, "no book takes \(kind)")
    }
  }

  @Test func worksTheHoursOfTheRule() throws {
    let calendar = try Self.office().calendar
    let minutes = calendar.hours.values.joined().reduce(0) { $0 + $1.length }
    #expect(minutes == 37 * 60 + 30)
    for fixed in ["01-01", "05-01", "06-01", "08-17", "12-25"] {
      for year in 2025...2027 {
        #expect(calendar.holidays[try #require(CalendarDate("\(year)-\(fixed)"))] != nil)
      }
    }
  }

  @Test func classifiesByTheListOfTheDay() throws {
    let lists = try OfficeReader.classifications(in: AssetsFolder.find())
    let now = try #require(lists.first { $0.isInForce(on: CalendarDate(daysSince1970: 20_517)) })
    #expect(now.entry("400.9.12")?.name == "Pemberdayaan keluarga dan kelembagaan sosial")
    #expect(now.entries.filter { $0.code.hasPrefix("400.9.") }.count == 15)
    let old = try #require(lists.first { $0.isInForce(on: CalendarDate(daysSince1970: 18_000)) })
    #expect(old.entry("460") != nil)
    #expect(old.entry("400.9") == nil)
  }
}
