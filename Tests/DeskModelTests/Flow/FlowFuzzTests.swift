import Testing

@testable import DeskModel

/// Whatever people do, a case waits for somebody until it is through.
@Suite struct FlowFuzzTests {
  @Test(arguments: 0..<6)
  func aRunningCaseAlwaysWaitsForSomebody(_ procedure: Int) throws {
    for seed in 0..<40 as Range<UInt64> {
      var deeds = RandomDeeds(seed: seed)
      let (registration, role) = deeds.registration(procedure)
      var walk = try Walk(
        RandomDeeds.procedures[procedure], by: role, kind: registration.letter.kind,
        urgency: registration.letter.urgency)
      for _ in 0..<80 {
        walk.now.milliseconds += Int64(deeds.number(0...90)) * 60_000
        guard let state = walk.state, let (action, role) = deeds.deed(on: state) else { break }
        guard (try? walk.act(action, as: role)) != nil, let after = walk.state else { continue }
        expectSound(after, "seed \(seed) after \(action)")
      }
      try bringToEnd(&walk, "seed \(seed)")
    }
  }

  /// Does the usual from wherever a case stands: nothing that happened may keep it from its end.
  private func bringToEnd(_ walk: inout Walk, _ comment: String) throws {
    for _ in 0..<150 {
      guard let state = walk.state, let task = state.openTasks.first(where: { $0.kind == .step })
      else { break }
      let ref = TaskRef(task)
      if task.suspended != nil {
        try walk.act(.resume(ref), as: task.role)
        continue
      }
      do { try walk.act(usual(task, state), as: task.role) } catch let refusal as Refusal {
        guard refusal.code == .parafFallen else {
          Issue.record("\(comment): \(refusal.code) at step \(task.step)")
          return
        }
        try walk.act(.giveBack(ref, reason: "Paraf ulang", corrected: nil), as: task.role)
      }
    }
    #expect(walk.state?.status != .running, "\(comment) does not end")
  }

  private func usual(_ task: Task, _ state: CaseState) -> Action {
    let ref = TaskRef(task)
    let step = state.procedure.step(task.step)
    switch task.act {
    case .disposisi:
      let candidates = step.map {
        state.procedure.dispositionCandidates(after: $0, in: SmallOffice.office)
      }
      let first = candidates?.first.map { [Disposition.Recipient(role: $0)] }
      return .dispose(ref, Disposition(recipients: first ?? []))
    case .periksa: return .paraf(ref, draft: state.draftVersion(on: task.branch))
    case .tandatangani: return .sign(ref, draft: state.draftVersion(on: task.branch))
    default:
      return .complete(
        ref,
        Completion(
          choice: step?.outcomes.first?.name, draft: task.act == .susun ? "Naskah" : nil,
          basedOn: state.draftVersion(on: task.branch),
          classification: Classification(code: "400.9.2", name: "Anak"), channel: "kurir"))
    }
  }

  private func expectSound(_ state: CaseState, _ comment: @autoclosure () -> String) {
    let isRunning = state.status == .running
    var faults: [String] = []
    if state.hasOpenSteps != isRunning { faults.append("stuck, or not ended") }
    for task in state.openTasks {
      if task.finished != nil || task.outcome != nil { faults.append("\(task.id) is not open") }
      if task.kind == .step, state.branches[task.branch].isEnded {
        faults.append("\(task.id) waits on a branch that ended")
      }
    }
    for branch in state.branches where branch.joinsAt != nil && !branch.isEnded {
      faults.append("a branch joins that has not ended")
    }
    if zip(state.drafts, 1...).contains(where: { $0.version != $1 }) {
      faults.append("versions of the text have gaps")
    }
    #expect(faults.isEmpty, "\(comment())")
  }
}
