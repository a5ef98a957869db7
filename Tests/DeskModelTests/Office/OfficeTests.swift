import Foundation
import Testing

@testable import DeskModel

@Suite struct OfficeTests {
  private static let office: Office? = try? OfficeReader.practiceOffice(in: AssetsFolder.find())

  @Test(arguments: [
    ("kepala-dinas@dinas-sosial", nil),
    ("sekretaris@sekretariat", "kepala-dinas@dinas-sosial"),
    ("kepala-bidang@rehabilitasi-sosial", "kepala-dinas@dinas-sosial"),
    ("kepala-sub-bagian@kepegawaian-umum", "sekretaris@sekretariat"),
    ("sub-koordinator@rehsos-disabilitas", "kepala-bidang@rehabilitasi-sosial"),
    ("staf@rehsos-disabilitas", "sub-koordinator@rehsos-disabilitas"),
    ("pengadministrasi-umum@kepegawaian-umum", "kepala-sub-bagian@kepegawaian-umum"),
    ("tidak@ada", nil),
  ])
  func knowsWhoStandsAboveARole(_ role: String, _ above: String?) throws {
    let office = try #require(Self.office)
    #expect(office.superior(of: RoleID(role))?.id.rawValue == above)
  }

  @Test func knowsWhoStandsBelowARole() throws {
    let office = try #require(Self.office)
    #expect(
      office.subordinateRoles(of: "kepala-dinas@dinas-sosial").map(\.short) == [
        "Sekretaris", "Kabid Rehsos", "Kabid Linjamsos", "Kabid Dayasos", "Kabid PFM",
        "Ka. UPTD Lansia", "Ka. UPTD Netra-KW", "Ka. UPTD Anak",
      ])
    #expect(
      office.subordinateRoles(of: "kepala-sub-bagian@keuangan").map(\.id)
        == [
          "bendahara@keuangan", "pejabat-pembuat-komitmen@keuangan", "pejabat-pengadaan@keuangan",
          "staf@keuangan",
        ])
    #expect(office.subordinateRoles(of: "staf@keuangan").isEmpty)
  }

  @Test func findsUnitsUpwards() throws {
    let office = try #require(Self.office)
    #expect(
      office.ancestors(of: "rehsos-disabilitas").map(\.id) == [
        "rehabilitasi-sosial", "dinas-sosial",
      ])
    #expect(office.ancestors(of: "dinas-sosial").isEmpty)
    #expect(office.isUnit("rehsos-disabilitas", within: "rehabilitasi-sosial"))
    #expect(!office.isUnit("rehabilitasi-sosial", within: "rehsos-disabilitas"))
    #expect(office.head(of: "rehabilitasi-sosial")?.short == "Kabid Rehsos")
    #expect(office.code(of: "rehsos-disabilitas") == "BID.REHSOS")
    #expect(office.code(of: "dinas-sosial") == "DINSOS")
  }

  @Test func survivesUnitsInACircle() {
    let units = [
      OfficeUnit(id: "a", name: "A", short: "A", parent: "b"),
      OfficeUnit(id: "b", name: "B", short: "B", parent: "a"),
    ]
    let office = Office(
      name: "X", letterhead: Letterhead(government: "", office: "", address: "", city: ""),
      calendar: WorkingCalendar(hours: [:]), units: units, positions: [],
      roles: [Role(position: "staf", unit: "a", name: "Staf", short: "Staf")], people: [],
      appointments: [], books: [])
    #expect(office.ancestors(of: "a").count <= 2)
    #expect(office.superior(of: "staf@a") == nil)
  }

  @Test func findsTheRolesThatFillAPost() throws {
    let office = try #require(Self.office)
    let anywhere = Post(position: "kepala-bidang", unit: nil)
    #expect(office.roles(filling: anywhere).count == 4)
    let named = Post(position: "kepala-bidang", unit: "rehabilitasi-sosial")
    #expect(office.roles(filling: named).map(\.short) == ["Kabid Rehsos"])
    #expect(office.roles(filling: Post(position: "kepala-bidang", unit: "keuangan")).isEmpty)
  }

  @Test func knowsWhoHoldsARoleOnADay() throws {
    let office = try #require(Self.office)
    func holders(_ role: RoleID, _ day: String) throws -> [String] {
      office.holders(of: role, on: try #require(CalendarDate(day)))
        .map { "\($0.kind) \($0.person)" }
    }
    let finance: RoleID = "kepala-sub-bagian@keuangan"
    #expect(try holders(finance, "2026-11-08") == ["definitive cemara-umpama"])
    #expect(
      try holders(finance, "2026-11-09") == ["definitive cemara-umpama", "plh randu-simulasi"])
    #expect(try holders(finance, "2026-12-19") == ["definitive cemara-umpama"])
    #expect(try holders("kepala-bidang@penanganan-fakir-miskin", "2025-02-02").isEmpty)
    let dahlia = office.appointments(
      of: "dahlia-simulasi", on: try #require(CalendarDate("2026-11-20")))
    #expect(dahlia.map(\.kind) == [.definitive, .plt])
    #expect(office.hasDuty(.registers, "pengadministrasi-umum@kepegawaian-umum"))
    #expect(!office.hasDuty(.registers, "staf@keuangan"))
  }

  @Test func comesBackFromJSONWithTheSameBytes() throws {
    let office = try #require(Self.office)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = try encoder.encode(office)
    let back = try JSONDecoder().decode(Office.self, from: data)
    #expect(back == office)
    #expect(try encoder.encode(back) == data)
    #expect(back.superior(of: "staf@keuangan") == office.superior(of: "staf@keuangan"))
  }
}
