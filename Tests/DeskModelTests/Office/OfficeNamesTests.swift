import Testing

@testable import DeskModel

/// Roles and people by what people type on a command line.
@Suite struct OfficeNamesTests {
  private let office: Office
  private let day = CalendarDate("2026-03-02") ?? .earliest

  init() throws { office = try OfficeReader.practiceOffice(in: AssetsFolder.find()) }

  @Test(arguments: [
    ("kepala-bidang@rehabilitasi-sosial", "kepala-bidang@rehabilitasi-sosial"),
    ("kabid rehsos", "kepala-bidang@rehabilitasi-sosial"),
    ("Kabid Reh", "kepala-bidang@rehabilitasi-sosial"),
    ("KADIS", "kepala-dinas@dinas-sosial"),
    ("sekretaris", "sekretaris@sekretariat"),
    ("adm umum", "pengadministrasi-umum@kepegawaian-umum"),
    ("kasubag keu", "kepala-sub-bagian@keuangan"),
    ("staf pskba", "staf@korban-bencana-alam"),
  ])
  func findsRoles(text: String, role: String) throws {
    #expect(try office.role(called: text).id.rawValue == role)
  }

  @Test(arguments: [
    ("kabid", "name.several-role"), ("staf", "name.several-role"), ("", "name.unknown-role"),
    ("bupati", "name.unknown-role"),
    ("kepala-dians@dinas-sosial", "name.unknown-role-near"), ("kadiss", "name.unknown-role"),
  ])
  func saysWhyNoRole(text: String, key: String) {
    #expect(fault { try office.role(called: text) } == key)
  }

  @Test func namesTheCandidates() {
    let fault = #expect(throws: NameFault.self) { try office.role(called: "kabid") }
    #expect(
      fault?.message.arguments["list"]?.contains("kepala-bidang@rehabilitasi-sosial") == true)
  }

  @Test(arguments: [
    ("melati-contoh", "kepala-dinas@dinas-sosial"),
    ("melati", "kepala-dinas@dinas-sosial"),
    ("19700412 199603 2 001", "kepala-dinas@dinas-sosial"),
    ("dahlia@kabid pfm", "kepala-bidang@penanganan-fakir-miskin"),
    ("dahlia-simulasi@kepala-bidang@pemberdayaan-sosial", "kepala-bidang@pemberdayaan-sosial"),
    ("anggrek@kabid", "kepala-bidang@rehabilitasi-sosial"),
  ])
  func seatsPeople(text: String, role: String) throws {
    #expect(try office.actor(called: text, on: day).role.rawValue == role)
  }

  @Test(arguments: [
    ("nobody", "name.unknown-person"), ("melati-contho", "name.unknown-person-near"),
    ("peraga", "name.several-person"), ("dahlia", "name.several-chairs"),
    ("melati@sekretaris", "name.not-held"), ("", "name.unknown-person"),
    ("@kadis", "name.unknown-person"),
  ])
  func saysWhyNobody(text: String, key: String) {
    #expect(fault { try office.actor(called: text, on: day) } == key)
  }

  @Test func actsByTheStandingOfTheDay() throws {
    let actor = try office.actor(called: "dahlia@kabid pfm", on: day)
    #expect(actor.standing == .plt)
  }

  private func fault<Result>(_ body: () throws -> Result) -> String? {
    do { _ = try body() } catch { return (error as? NameFault)?.message.key }
    return nil
  }
}
