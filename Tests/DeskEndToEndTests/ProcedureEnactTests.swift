import DeskModel
import DeskPseudoTerminal
import Foundation
import Testing

/// Procedure files are put in force by command line.
@Suite struct ProcedureEnactTests {
  struct Enacted: Decodable {
    var changes: [String]
    var id: String
    var summary: String?
    var version: Int
  }

  private let office: CommandLineOffice
  private let source: String

  init() throws {
    office = try .founded()
    let assets = CommandLineOffice.people.replacing("/office/orang-latihan.yaml", with: "")
    source = try String(contentsOfFile: assets + "/sop/ntt/ntt-002.yaml", encoding: .utf8)
  }

  /// Who supervises the practice people's office.
  private func supervisor() throws -> String {
    let desk = try Desk(OfficeFolder(office.root))
    defer { try? desk.close() }
    let today = desk.office.calendar.date(of: desk.clock())
    let role = try #require(desk.office.roles.first { desk.office.hasDuty(.supervises, $0.id) })
    let holder = try #require(desk.office.holders(of: role.id, on: today).first)
    return "\(holder.person)@\(role.id)"
  }

  @Test func aNewVersionTellsWhatChanges() throws {
    let file = try office.file(
      "ntt-002.yaml", source.replacing("waktu: 30 menit", with: "waktu: 45 menit"))
    let enacted: [Enacted] = try office.run(
      "sop", "enact", file, "--as", supervisor(), "--office", office.root, "--json"
    ).json()
    #expect(enacted.map(\.id) == ["ntt-002"])
    #expect(enacted.first?.version == 2)
    #expect(enacted.first?.changes.contains { $0.hasSuffix("→ 45 menit") } == true)
    #expect(try office.run("journal", "verify").code == 0)

    let again = try office.run(
      "sop", "enact", file, "--as", supervisor(), "--office", office.root)
    #expect(again.code == 1)
    #expect(again.err.contains("sama dengan yang sudah berlaku"))
  }

  @Test func aWrongFileOrAWrongHandChangesNothing() throws {
    let before = try office.head()
    let wrong = try office.file(
      "salah.yaml", source.replacing("oleh: kadis", with: "oleh: siapa"))
    let refused = try office.run(
      "sop", "enact", wrong, "--as", supervisor(), "--office", office.root)
    #expect(refused.code == 1)
    #expect(refused.out.contains("siapa"))
    let good = try office.file(
      "ntt-002.yaml", source.replacing("waktu: 30 menit", with: "waktu: 45 menit"))
    let clerk = try office.run(
      "sop", "enact", good, "--as", "cempaka-misal", "--office", office.root)
    #expect(clerk.code == 1)
    #expect(try office.head() == before)
  }
}
