@testable import DeskModel

/// A case of one procedure in an office, done step by step by whoever has the task.
///
/// Everybody agrees, unless a way is set for a step: it is taken the first time the step is done.
struct ProcedureRun {
  /// Where a step's way is not the approving one.
  typealias Turns = [Int: StepWay.Kind]

  /// What stopped a run.
  struct Stop: Error, CustomStringConvertible {
    var description: String
  }

  let procedure: Procedure
  private(set) var walk: Walk
  private var turns: Turns

  /// The roles that may begin a case, those who keep the books first: they enter what anybody brings.
  static func starters(of procedure: Procedure, in office: Office) -> [RoleID] {
    let able = office.roles.map(\.id).filter {
      procedure.startingLane(for: $0, in: office) != nil
    }
    return able.filter { office.hasDuty(.registers, $0) }
      + able.filter { !office.hasDuty(.registers, $0) }
  }

  /// Begins a case.
  init(
    _ procedure: Procedure, by starter: RoleID, in office: Office, turning turns: Turns = [:]
  ) throws {
    self.procedure = procedure
    self.turns = turns
    let actor = try Self.actor(starter, in: office, at: SmallOffice.monday)
    walk = try Self.asking { recipients in
      try Walk(
        procedure, by: actor, kind: procedure.beginsWithEntry ? .incoming : .outgoing,
        recipients: recipients, in: office)
    }
  }

  var state: CaseState { get throws { try walk.state.orStop("no case") } }

  /// Does what waits until nothing does.
  mutating func finish() throws {
    for _ in 0..<500 {
      guard let task = try state.openTasks.first else { return }
      try perform(task)
    }
    throw Stop(description: "never ends")
  }

  /// Does one task, some minutes after what was done before.
  private mutating func perform(_ task: Task) throws {
    walk.now = walk.office.calendar.add(workingMinutes: 7, to: walk.now)
    let step = try procedure.step(task.step).orStop("no step \(task.step)")
    let turn = turns.removeValue(forKey: step.no)
    let state = try state
    let drafter = state.draft(on: task.branch)?.author
    let actor = try Self.actor(task.role, in: walk.office, at: walk.now, rather: drafter)
    let ref = TaskRef(task)
    do {
      walk = try Self.asking { recipients in
        var walk = walk
        try walk.act(action(ref, task, step, turn, state, recipients), by: actor)
        return walk
      }
    } catch let refusal as Refusal {
      throw Stop(
        description:
          "step \(step.no), \(task.act), \(task.role): \(refusal.code) \(refusal.message)")
    }
  }

  private func action(
    _ ref: TaskRef, _ task: Task, _ step: Step, _ turn: StepWay.Kind?, _ state: CaseState,
    _ recipients: [RoleID]
  ) -> Action {
    if turn == .refusal { return .giveBack(ref, reason: "Perbaiki", corrected: nil) }
    let version = state.draftVersion(on: task.branch)
    var choice = step.outcomes.first?.name
    if case .outcome(let name) = turn { choice = name }
    switch task.act {
    case .disposisi:
      return .dispose(ref, Disposition(recipients: recipients.map { .init(role: $0) }))
    case .periksa: return .paraf(ref, draft: version, recipients: recipients)
    case .tandatangani: return .sign(ref, draft: version, recipients: recipients)
    case .susun:
      return .complete(
        ref,
        Completion(
          choice: choice, draft: "Naskah \(version + 1)", basedOn: version, recipients: recipients))
    case .catat, .tugaskan, .putuskan, .laksanakan, .kirim, .arsipkan:
      return .complete(
        ref,
        Completion(
          choice: choice, recipients: recipients,
          classification: Classification(code: "400.9.2", name: "Anak"), channel: "kurir",
          place: "Lemari 1"))
    }
  }

  /// Who sits in a chair, rather not the one who wrote the text.
  private static func actor(
    _ role: RoleID, in office: Office, at now: Timestamp, rather other: PersonID? = nil
  ) throws -> Actor {
    let holders = office.holders(of: role, on: office.calendar.date(of: now))
    let one = try (holders.first { $0.person != other } ?? holders.first).orStop(
      "\(role) is vacant")
    return Actor(person: one.person, role: role, standing: one.kind)
  }

  /// Tries without naming anybody, and names who could do it where that is asked for.
  private static func asking(_ attempt: ([RoleID]) throws -> Walk) throws -> Walk {
    var named: [RoleID] = []
    while true {
      do {
        return try attempt(named)
      } catch let refusal as Refusal where refusal.code == .recipientMissing {
        guard let next = refusal.candidates.first(where: { !named.contains($0) }), named.count < 4
        else { throw refusal }
        named.append(next)
      }
    }
  }
}

extension Optional {
  fileprivate func orStop(_ reason: String) throws -> Wrapped {
    guard let self else { throw ProcedureRun.Stop(description: reason) }
    return self
  }
}

extension Procedure {
  /// What to choose on the shortest way to a step; `nil` if no way leads there.
  func turns(to target: Int) -> ProcedureRun.Turns? {
    guard let first = steps.first?.no else { return nil }
    var found: [Int: ProcedureRun.Turns] = [first: [:]]
    var open = [first]
    while !open.isEmpty {
      let number = open.removeFirst()
      guard let step = step(number), let turns = found[number] else { continue }
      if number == target { return turns }
      for way in ways(of: step) {
        guard case .step(let next) = way.target, found[next] == nil else { continue }
        found[next] =
          way.target == successor(of: step) ? turns : turns.merging([number: way.kind]) { $1 }
        open.append(next)
      }
    }
    return nil
  }
}
