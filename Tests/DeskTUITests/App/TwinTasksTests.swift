import DeskModel
import DeskTUI
import DeskTestSupport
import Testing

/// Two tasks of one letter in one queue: what is done is done to the one that was selected.
@Suite struct TwinTasksTests {
  /// A letter disposed to two heads of division, of which one's task was moved to the other.
  private func twins() throws -> (office: TemporaryOffice, case: CaseID) {
    let office = try TemporaryOffice()
    let id = try #require(try office.register("Permohonan bantuan permakanan").startedCase)
    try office.dispose(1, to: [Chair.rehsos, Chair.linjamsos])
    let desk = try office.desk()
    defer { try? desk.close() }
    let recorded = try #require(try desk.queue(of: Chair.umum).first)
    try desk.perform(
      .complete(recorded.ref, Completion()), as: try office.session(Chair.umum).actor)
    let other = try #require(try desk.queue(of: Chair.linjamsos).first)
    try desk.perform(
      .reassign(other.ref, to: Chair.rehsos, reason: "Kabid Linjamsos dinas luar"),
      as: try office.session(Chair.sekretaris).actor)
    return (office, id)
  }

  @Test(
    arguments: [Size(rows: 24, columns: 80), Size(rows: 43, columns: 132)],
    [[], [Key.enter], [.enter, .escape]])
  func theSelectedOneIsDisposed(size: Size, keys: [Key]) throws {
    for place in 0...1 {
      let (office, id) = try twins()
      let rows = try office.desk().queue(of: Chair.rehsos)
      try #require(rows.count == 2)
      let desk = try DeskDriver(office, as: Chair.rehsos, size: size)
      for _ in 0..<place { desk.key(.down) }
      for key in keys { desk.key(key) }
      desk.press(.dispose)
      desk.expectDialog("Lembar disposisi").tick("Anak").save()
      let state = try #require(try office.desk().caseView(id)).state
      #expect(state.task(rows[place].id)?.outcome == .disposed)
      #expect(state.task(rows[1 - place].id)?.state == .open)
    }
  }

  @Test func whatIsShownIsTheSelectedOnes() throws {
    let (office, id) = try twins()
    let rows = try office.desk().queue(of: Chair.rehsos)
    let desk = try DeskDriver(office, as: Chair.rehsos)
    office.wait(minutes: 1)
    desk.key(.enter)
    desk.expectScreen(contains: "Menunggu disposisi Anda")
    desk.expectScreen(lacks: "dinas luar")
    let state = try #require(try office.desk().caseView(id)).state
    #expect(state.task(rows[0].id)?.opened != nil)
    #expect(state.task(rows[1].id)?.opened == nil)
    desk.key(.escape, .down, .enter)
    desk.expectScreen(contains: "dinas luar")
    #expect(try office.desk().caseView(id)?.state.task(rows[1].id)?.opened != nil)
  }

  @Test func theSelectedOneIsTakenOnAndTakenBack() throws {
    let (office, id) = try twins()
    let rows = try office.desk().queue(of: Chair.rehsos)
    let desk = try DeskDriver(office, as: Chair.rehsos)
    desk.key(.down)
    desk.press(.claim)
    let claimed = try #require(try office.desk().caseView(id)).state
    #expect(claimed.task(rows[0].id)?.claimedBy == nil)
    #expect(claimed.task(rows[1].id)?.claimedBy != nil)
    desk.key(.up)
    for _ in rows {
      desk.press(.dispose)
      desk.expectDialog("Lembar disposisi").tick("Anak").save()
      office.wait(minutes: 1)
    }
    // Among what was done last, the first of the two stands below the other.
    desk.press(.previousFilter)
    desk.key(.end)
    desk.press(.recall)
    let back = try #require(try office.desk().caseView(id)).state
    #expect(back.task(rows[0].id)?.state == .open)
    #expect(back.task(rows[1].id)?.state == .done)
  }
}
