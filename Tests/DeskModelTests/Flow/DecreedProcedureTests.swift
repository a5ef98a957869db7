import Testing

@testable import DeskModel

/// Every decreed procedure runs in the practice office: by agreement, through every refusal and outcome.
struct DecreedProcedureTests {
  private static let office = Result {
    try OfficeReader.practiceOffice(in: AssetsFolder(root: ProcedureFixture.checkout + "/assets"))
  }

  /// Those that have steps.
  static let procedures: [String: Procedure] = {
    guard let dictionary = try? ProcedureFixture.dictionary.get(),
      let catalogue = try? ProcedureCatalogue(
        folder: ProcedureFixture.sopFolder, dictionary: dictionary)
    else { return [:] }
    let startable = catalogue.procedures.filter { !$0.steps.isEmpty }
    return Dictionary(uniqueKeysWithValues: startable.map { ($0.id.rawValue, $0) })
  }()

  @Test func areAllThere() { #expect(Self.procedures.count >= 146) }

  @Test(arguments: procedures.keys.sorted())
  func runsByAgreement(_ id: String) throws {
    let procedure = try #require(Self.procedures[id])
    let office = try Self.office.get()
    let first = try #require(procedure.steps.first)
    let path = [first.no] + procedure.approvingPath(after: first).map(\.no)
    let starters = ProcedureRun.starters(of: procedure, in: office)
    #expect(!starters.isEmpty)
    for starter in starters {
      var run = try ProcedureRun(procedure, by: starter, in: office)
      try run.finish()
      let state = try run.state
      #expect(state.status == .finished)
      #expect(Set(state.tasks.map(\.step)) == Set(path))
      try expectStandards(of: state)
    }
  }

  @Test(arguments: procedures.keys.sorted())
  func runsThroughEveryRefusalAndOutcome(_ id: String) throws {
    let procedure = try #require(Self.procedures[id])
    let office = try Self.office.get()
    let starter = try #require(ProcedureRun.starters(of: procedure, in: office).first)
    for step in procedure.steps where step.isDecision {
      for way in procedure.ways(of: step) {
        let turns = try #require(procedure.turns(to: step.no), "no way to step \(step.no)")
        var run = try ProcedureRun(
          procedure, by: starter, in: office, turning: turns.merging([step.no: way.kind]) { $1 })
        try run.finish()
        let state = try run.state
        #expect(state.status == .finished, "step \(step.no), \(way.kind)")
        try expectStandards(of: state)
        try expect(way, of: step, in: state)
      }
    }
  }

  /// What comes of a way is a task at the step that it leads to.
  private func expect(_ way: StepWay, of step: Step, in state: CaseState) throws {
    let outcome: TaskOutcome = way.kind == .refusal ? .returned : .completed
    let task = state.tasks.first { task in
      task.step == step.no && (way.kind != .refusal || task.outcome == outcome)
    }
    let turned = try #require(task, "step \(step.no) never took \(way.kind)")
    guard way.kind != .done, case .step(let next) = way.target else { return }
    let results = state.tasks.filter { $0.cause == turned.id && $0.kind == .step }
    let others = state.siblings(of: turned).map(\.id)
    let all = results + state.tasks.filter { $0.cause.map(others.contains) ?? false }
    #expect(all.contains { $0.step == next }, "step \(step.no), \(way.kind)")
  }

  /// Each task lay with a post that its lane names, until the decreed time had passed.
  private func expectStandards(of state: CaseState) throws {
    let office = try Self.office.get()
    for task in state.tasks where task.kind == .step {
      let step = try #require(state.procedure.step(task.step))
      let lane = try #require(task.lane.flatMap(state.procedure.lane))
      let role = try #require(office.role(task.role))
      #expect(task.isExternal == lane.isExternal)
      if lane.isExternal {
        #expect(task.due == nil, "step \(step.no)")
        continue
      }
      #expect(lane.posts.contains { office.means($0, role) }, "step \(step.no): \(role.id)")
      let due = step.time.flatMap { office.calendar.due(from: task.created, standard: $0) }
      #expect(task.due == due, "step \(step.no)")
    }
  }
}

extension Office {
  /// Whether a role is what a lane's post says: the position or its equivalent, and exactly the unit if
  /// it is one of this office.
  fileprivate func means(_ post: Post, _ role: Role) -> Bool {
    let stands = position(role.position)?.equivalents.contains(post.position) ?? false
    guard role.position == post.position || stands else { return false }
    return post.unit.map { unit($0) == nil || $0 == role.unit } ?? true
  }
}
