import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

/// The order in which a disposition names the posts, and a letter what was done.
@Suite struct DispositionOrderTests {
  @Test func ownSubordinatesComeFirst() throws {
    let fixture = try LetterFixture()
    try fixture.incoming(.biasa)
    try fixture.dispose(Chair.kadis, to: [Chair.rehsos])
    try fixture.complete(Chair.umum)
    let app = try fixture.app(Chair.rehsos, placement: .form)
    let sheet = try #require(try fixture.form(.dispose, Chair.rehsos, app) as? CaseForm)
    guard case .ticks(let list)? = sheet.form.fields.first?.control else {
      Issue.record("no recipients")
      return
    }
    let own = list.items.prefix { item in
      app.office.role(RoleID(item.id)).map {
        app.office.isUnit($0.unit, within: "rehabilitasi-sosial")
      } ?? false
    }
    let able = list.items.filter { !$0.isSecondOnly }
    #expect(own.count >= 2, "\(list.items.map(\.id))")
    #expect(own.map(\.id).contains(Chair.anak.rawValue))
    #expect(able.count > own.count, "others can be named too")
    let heads = list.items.drop { !$0.isSecondOnly }.prefix(1).map(\.id)
    #expect(heads == [Chair.staf.rawValue] || heads.allSatisfy { $0.contains("rehsos") })
  }

  @Test func whatWasRecalledStandsWhereItWasDone() throws {
    let fixture = try LetterFixture()
    try fixture.incoming(.biasa)
    fixture.office.wait(minutes: 5)
    try fixture.dispose(Chair.kadis, to: [Chair.rehsos])
    fixture.office.wait(minutes: 1)
    let disposed = try #require(try fixture.state.tasks.first { $0.act == .disposisi })
    try fixture.act(.recall(TaskRef(disposed)), as: Chair.kadis)
    fixture.office.wait(minutes: 1)
    try fixture.dispose(Chair.kadis, to: [Chair.linjamsos])
    let app = try fixture.app(Chair.kadis, Size(rows: 60, columns: 132))
    let view = try fixture.letterView(Chair.kadis, app)
    let lines = GridSnapshot(fixture.picture(view, app)).glyphs
    let history = lines.drop { !$0.contains("RIWAYAT") }
    let times = history.compactMap { line in
      line.split(separator: " ").first { $0.wholeMatch(of: /09\.\d\d/) != nil }
    }
    #expect(times == ["09.00", "09.06", "09.07"], "\(history.joined(separator: "\n"))")
  }
}
