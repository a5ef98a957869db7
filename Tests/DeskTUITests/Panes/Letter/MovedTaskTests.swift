import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

/// A task that was moved to another post says so wherever its letter is read.
@Suite struct MovedTaskTests {
  private static let tall = Size(rows: 60, columns: 80)

  private func moved() throws -> LetterFixture {
    let fixture = try LetterFixture()
    try fixture.incoming(.biasa)
    try fixture.dispose(Chair.kadis, to: [Chair.rehsos, Chair.linjamsos])
    fixture.office.wait(minutes: 1)
    try fixture.complete(Chair.umum)
    fixture.office.wait(minutes: 1)
    try fixture.act(
      .reassign(try fixture.ref(Chair.linjamsos), to: Chair.rehsos, reason: "Dinas luar"),
      as: Chair.sekretaris)
    return fixture
  }

  private func picture(_ fixture: LetterFixture, _ subject: Subject) throws -> String {
    let app = try fixture.app(Chair.rehsos, Self.tall)
    let view = try fixture.told(LetterView(subject), app)
    return GridSnapshot(fixture.picture(view, app)).text
  }

  @Test func itsNewHolderReadsByWhomAndWhence() throws {
    let fixture = try moved()
    let task = try #require(try fixture.state.openTasks.last { $0.role == Chair.rehsos })
    let picture = try picture(fixture, .task(task.id, of: fixture.caseID))
    #expect(
      picture.contains("Dipindahkan ke sini dari Kabid Linjamsos oleh Sekretaris: “Dinas luar”"))
  }

  @Test func theSheetSaysToWhomItWent() throws {
    let fixture = try moved()
    let picture = try picture(fixture, .case(fixture.caseID))
    #expect(picture.contains("→ Kabid Linjamsos · dialihkan ke Kabid Rehsos · belum dibaca"))
    #expect(picture.contains("→ Kabid Rehsos · belum dibaca"))
  }

  @Test func theHistorySaysWhoMovedItAndWhy() throws {
    let fixture = try moved()
    let lines = try picture(fixture, .case(fixture.caseID)).split(separator: "\n")
    let first = try #require(
      lines.firstIndex { $0.contains("Tugas dipindahkan dari Kabid Linjamsos ke Kabid Rehsos") })
    #expect(lines[first].contains("4 •"))
    #expect(lines[first + 1].contains("Sekretaris · "))
    #expect(lines[first + 1].contains("09.02"))
    #expect(lines[first + 2].contains("“Dinas luar”"))
  }

  @Test func theHistorySaysWhoHandedItDown() throws {
    let fixture = try moved()
    let rehsos = try fixture.ref(Chair.rehsos)
    try fixture.act(
      .dispose(rehsos, Disposition(recipients: [.init(role: Chair.anak)])), as: Chair.rehsos)
    try fixture.act(
      .delegate(try fixture.ref(Chair.anak), to: Chair.staf, note: "Siapkan bahan"), as: Chair.anak)
    let picture = try picture(fixture, .case(fixture.caseID))
    #expect(picture.contains("Dilimpahkan dari Subkoor Anak-Lansia ke "))
    #expect(picture.contains("“Siapkan bahan”"))
  }
}
