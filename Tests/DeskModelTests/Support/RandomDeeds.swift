@testable import DeskModel

/// What people might do next, allowed or not: random but repeatable.
struct RandomDeeds {
  static let procedures = [
    SmallProcedures.incoming, SmallProcedures.outgoing, SmallProcedures.deciding,
    SmallProcedures.request, SmallProcedures.together(false), SmallProcedures.together(true),
  ]

  private var dice: PracticeRandom

  init(seed: UInt64) { dice = PracticeRandom(seed: seed) }

  mutating func number(_ range: ClosedRange<Int>) -> Int { dice.number(range) }

  mutating func pick<Item>(_ items: [Item]) -> Item? { dice.pick(items) }

  /// A letter on one of the procedures, and who begins it.
  mutating func registration(_ number: Int) -> (Registration, RoleID) {
    let procedure = Self.procedures[number % Self.procedures.count]
    let isOwn = procedure.id == SmallProcedures.outgoing.id
    let letter = Letter(
      kind: isOwn ? .outgoing : .incoming, secrecy: pick(Secrecy.allCases) ?? .biasa,
      urgency: pick(Urgency.allCases) ?? .biasa,
      sender: "Contoh", subject: "Uji \(number)")
    return (
      Registration(letter: letter, procedure: procedure.id),
      isOwn ? SmallOffice.kasiAnak : SmallOffice.umum
    )
  }

  /// Something somebody does to a case: mostly to what waits, at times to what is done.
  mutating func deed(on state: CaseState) -> (Action, RoleID)? {
    let open = dice.happens(80) ? state.openTasks : []
    guard let task = pick(open.isEmpty ? state.tasks : open) else { return nil }
    let action = action(on: task, of: state)
    switch action {
    case .reassign, .cancel:
      return (action, pick([SmallOffice.sekretaris, SmallOffice.rehsos]) ?? task.role)
    case .correct: return (action, SmallOffice.umum)
    default: return (action, task.role)
    }
  }

  private mutating func action(on task: Task, of state: CaseState) -> Action {
    let ref = TaskRef(task)
    let someone = pick(SmallOffice.office.roles.map(\.id)) ?? task.role
    switch dice.number(0...15) {
    case 0: return .open(ref)
    case 1: return .claim(ref)
    case 2: return .release(ref)
    case 3, 4: return .recall(ref)
    case 5: return .suspend(ref, reason: "Menunggu")
    case 6: return .resume(ref)
    case 7, 8:
      return .giveBack(
        ref, reason: "Perbaiki", corrected: dice.happens(50) ? "Baru \(dice.next())" : nil,
        basedOn: state.draftVersion(on: task.branch))
    case 9 where dice.happens(15): return .cancel(state.id, reason: "Batal")
    case 10: return .delegate(ref, to: someone, note: "Tolong")
    case 11: return .reassign(ref, to: someone, reason: "Cuti")
    case 12 where dice.happens(60): return .correct(state.id, correction(of: state))
    default: break
    }
    if task.kind == .acknowledge { return .acknowledge(ref) }
    switch task.act {
    case .disposisi: return .dispose(ref, disposition(task, of: state))
    case .periksa: return .paraf(ref, draft: state.draftVersion(on: task.branch))
    case .tandatangani: return .sign(ref, draft: state.draftVersion(on: task.branch))
    default:
      return .complete(
        ref,
        Completion(
          choice: pick(state.procedure.step(task.step)?.outcomes ?? [])?.name,
          draft: task.act == .susun ? "Naskah \(dice.next())" : nil,
          basedOn: state.draftVersion(on: task.branch),
          classification: Classification(code: "400.9.2", name: "Anak"), channel: "kurir"))
    }
  }

  private mutating func correction(of state: CaseState) -> Correction {
    var letter = state.letter
    letter.sender = pick(["Contoh", "contoh", "Panti \(dice.number(1...3))"]) ?? letter.sender
    letter.urgency = pick(Urgency.allCases) ?? .biasa
    if dice.happens(50) { letter.secrecy = pick(Secrecy.allCases) ?? .biasa }
    return Correction(letter, over: state.corrected, reason: "Salah catat")
  }

  private mutating func disposition(_ task: Task, of state: CaseState) -> Disposition {
    var candidates =
      state.procedure.step(task.step).map {
        state.procedure.dispositionCandidates(after: $0, in: SmallOffice.office)
      } ?? []
    var recipients: [Disposition.Recipient] = []
    for _ in 0..<dice.number(0...3) {
      guard let role = pick(candidates) else { break }
      candidates.removeAll { $0 == role }
      recipients.append(.init(role: role))
    }
    let isFiled = recipients.isEmpty
    if dice.happens(50) {
      recipients.append(.init(role: SmallOffice.kasiLansia, forInformation: true))
    }
    let today = SmallOffice.office.calendar.date(of: SmallOffice.monday)
    return Disposition(
      recipients: recipients, instructions: isFiled ? [Disposition.filing] : [], note: "Segera",
      deadline: dice.happens(50) ? today.adding(days: dice.number(0...40)) : nil)
  }
}
