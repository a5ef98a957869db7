import DeskTestSupport
import Testing

@testable import DeskModel
@testable import DeskTUI

@Suite struct BacklogRowTests {
  private let office: Office

  init() throws { office = try OfficeReader.practiceOffice(in: AssetsFolder.find()) }

  /// Role, open, late, age in minutes, time taken and standard.
  private static let figures:
    [(role: RoleID, open: Int, late: Int, age: Int64, pace: (Int, Int)?)] =
      [
        ("kepala-dinas@dinas-sosial", 4, 1, 30, (12, 10)),
        ("sekretaris@sekretariat", 9, 0, 90, (5, 10)),
        ("kepala-bidang@rehabilitasi-sosial", 4, 2, 60, nil),
        ("kepala-bidang@pemberdayaan-sosial", 1, 1, 500, (100, 10)),
      ]

  private func rows() throws -> [BacklogRow] {
    try Self.figures.map { figure in
      var backlog = RoleBacklog(
        role: figure.role, open: figure.open, late: figure.late,
        oldest: Timestamp(
          milliseconds: TemporaryOffice.monday.milliseconds - figure.age * 60_000), pace: nil)
      backlog.pace = figure.pace.flatMap { RoleBacklog.Pace([(worked: $0.0, standard: $0.1)]) }
      return BacklogRow(role: try #require(office.role(figure.role)), backlog: backlog)
    }
  }

  @Test(arguments: [
    (BacklogOrder.late, [2, 0, 3, 1]), (.open, [1, 2, 0, 3]), (.oldest, [3, 1, 2, 0]),
    (.pace, [3, 0, 1, 2]), (.role, [0, 1, 2, 3]),
  ])
  func theWorstComesFirst(_ order: BacklogOrder, _ expected: [Int]) throws {
    let sorted = order.sorted(try rows().reversed(), in: office)
    #expect(sorted.map(\.id) == expected.map { Self.figures[$0].role })
  }

  @Test func totalsAreTheSums() throws {
    let totals = BacklogTotals(try rows())
    #expect([totals.roles, totals.open, totals.late] == [4, 18, 4])
    #expect(totals.oldest?.milliseconds == TemporaryOffice.monday.milliseconds - 500 * 60_000)
  }

  @Test(arguments: [
    ("sekretaris@sekretariat", "Dinas Sosial Provinsi Nusa Tenggara Timur", 4),
    ("kepala-bidang@rehabilitasi-sosial", "Bidang Rehabilitasi Sosial", 1),
    ("staf@rehsos-anak-lansia", "Substansi Rehabilitasi Sosial Anak dan Lanjut Usia", 0),
  ])
  func everybodySeesWhatIsTheirs(_ id: RoleID, _ name: String, _ seen: Int) throws {
    let role = try #require(office.role(id))
    #expect(office.backlogName(for: role) == name)
    #expect(try rows().filter { office.sees(role.id, backlogOf: $0.role.id) }.count == seen)
  }

  @Test(arguments: [
    (0, "·····│····"), (50, "███··│····"), (100, "█████│····"), (160, "████████··"),
    (200, "██████████"), (900, "█████████→"),
  ])
  func theBarHoldsThePaceAgainstTheStandard(_ percent: Int, _ bar: String) {
    #expect(BacklogTable.bar(percent, glyphs: .unicode) == bar)
  }
}
