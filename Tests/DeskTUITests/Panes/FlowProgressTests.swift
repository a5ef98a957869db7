import DeskModel
import DeskTestSupport
import Testing

@testable import DeskTUI

@Suite struct FlowProgressTests {
  private typealias Move = FlowProgress.Move

  @Test func aSplitStandsAtTwoStepsAtOnce() throws {
    let scene = try FlowScene.split()
    let progress = try scene.progress()
    #expect((1...6).map(progress.state) == [.done, .done, .done, .current, .current, .ahead])
    let fourth = try #require(progress.steps[4])
    #expect(fourth.visits.map(\.task.role) == [FlowScene.rehsos, FlowScene.linjamsos])
    #expect(fourth.visits.map(\.minutes) == [12, 57])
    #expect(fourth.visits.map(\.late) == [2, 47])
    #expect(progress.steps[2]?.informed.map(\.role) == [FlowScene.sekretaris])
    #expect(progress.path.contains(Move(from: 4, to: 5, isReturn: false)))
    #expect(!progress.path.contains(Move(from: 5, to: 6, isReturn: false)))
  }

  @Test func aBranchThatWaitsForTheOthersHasReachedWhereTheyMeet() throws {
    let scene = try FlowScene.split()
    try scene.complete(FlowScene.anak, after: 2)
    let progress = try scene.progress()
    #expect((4...6).map(progress.state) == [.current, .done, .ahead])
    #expect(progress.path.contains(Move(from: 5, to: 6, isReturn: false)))
  }

  @Test func timeThatWaitsForOutsidersIsNotCounted() throws {
    let scene = try FlowScene()
    try scene.register("ntt-001", as: FlowScene.umum)
    try scene.act(FlowScene.kadis, after: 5) { .suspend($0, reason: "Menunggu lampiran") }
    try scene.act(FlowScene.kadis, after: 60) { .resume($0) }
    scene.place.wait(minutes: 3)
    #expect(try scene.progress().steps[2]?.visits.first?.minutes == 8)
  }

  @Test func lanesShowTheRolesOfABranchOrOfAll() throws {
    let scene = try FlowScene.split()
    #expect(try scene.progress().roles["kabid"] == [FlowScene.rehsos, FlowScene.linjamsos])
    let branch = try #require(
      try scene.state().tasks.first { $0.role == FlowScene.linjamsos }?.branch)
    #expect(try scene.progress(branch: branch).roles["kabid"] == [FlowScene.linjamsos])
  }

  @Test func whatAReturnTookBackIsAheadAgain() throws {
    let progress = try FlowScene.returned().progress()
    #expect((1...6).map(progress.state) == [.done, .done, .done, .current, .ahead, .ahead])
    #expect((3...5).map { progress.steps[$0]?.sentBack } == [1, 1, 1])
    #expect(progress.steps[5]?.visits.isEmpty == true)
    #expect(progress.steps[5]?.history.count == 1)
    #expect(progress.moves[Move(from: 4, to: 3, isReturn: true)] == 1)
    #expect(progress.moves[Move(from: 3, to: 4, isReturn: false)] == 2)
    #expect(
      progress.path == [
        Move(from: 1, to: 2, isReturn: false), Move(from: 2, to: 3, isReturn: false),
        Move(from: 3, to: 4, isReturn: false),
      ])
  }

  @Test func aLetterThatNeedsNoDispositionSkipsToTheFile() throws {
    let scene = try FlowScene()
    try scene.register("ntt-001", as: FlowScene.umum)
    try scene.act(FlowScene.kadis, after: 5) {
      .dispose($0, Disposition(recipients: [], instructions: [Disposition.filing]))
    }
    let progress = try scene.progress()
    #expect((1...6).map(progress.state) == [.done, .done, .ahead, .ahead, .ahead, .current])
    let layout = SwimlaneLayout(try scene.state().procedure)
    let ways = FlowWay.all(layout, progress: progress)
    let skip = try #require(ways.first { $0.from == 1 && $0.to == 5 })
    #expect(skip.course == .down && skip.isOnPath && skip.isDirect)
  }

  @Test func aFinishedCaseHasReachedTheEnd() throws {
    let scene = try FlowScene()
    try scene.register("ntt-001", as: FlowScene.umum)
    try scene.act(FlowScene.kadis, after: 5) {
      .dispose($0, Disposition(recipients: [], instructions: [Disposition.filing]))
    }
    try scene.complete(FlowScene.umum, after: 10)
    let progress = try scene.progress()
    #expect(progress.hasEnded)
    #expect(progress.path.contains(Move(from: 6, to: nil, isReturn: false)))
    #expect(progress.current(in: Array(1...6)) == 6)
  }

  @Test func waitingForAnOutsidePartyAndStoppingAreStatesOfTheirOwn() throws {
    let scene = try FlowScene()
    try scene.register("ntt-001", as: FlowScene.umum)
    try scene.act(FlowScene.kadis, after: 5) { .suspend($0, reason: "Menunggu lampiran") }
    scene.place.wait(minutes: 300)
    var progress = try scene.progress()
    #expect(progress.state(2) == .suspended)
    #expect(progress.steps[2]?.visits.first?.minutes == 5)
    #expect(progress.steps[2]?.visits.first?.late == nil)
    try scene.desk.perform(
      .cancel(scene.caseID, reason: "Surat ganda"), as: scene.place.session(FlowScene.umum).actor)
    progress = try scene.progress()
    #expect(progress.state(2) == .stopped)
  }

  @Test func whatWasRecalledLeavesNoTrace() throws {
    let scene = try FlowScene()
    try scene.register("ntt-001", as: FlowScene.umum)
    try scene.dispose(FlowScene.kadis, after: 5, to: [FlowScene.rehsos])
    let task = try #require(try scene.state().tasks.first { $0.role == FlowScene.kadis })
    try scene.desk.perform(
      .recall(TaskRef(task)), as: scene.place.session(FlowScene.kadis).actor)
    let progress = try scene.progress()
    #expect((1...3).map(progress.state) == [.done, .current, .ahead])
    #expect(!progress.moves.keys.contains(Move(from: 2, to: 3, isReturn: false)))
  }
}
