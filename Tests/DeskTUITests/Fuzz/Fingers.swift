import DeskTestSupport
import Foundation

@testable import DeskModel
@testable import DeskTUI

/// Presses what nobody would press in that order: the same again for the same seed.
///
/// Half of it has some sense where the keyboard is, or nothing would ever be finished.
struct Fingers {
  private var dice: SeededGenerator

  init(seed: UInt64) { dice = SeededGenerator(seed: seed) }

  // MARK: In the office

  /// What happens next.
  mutating func next(in office: FuzzedOffice) throws -> FuzzStep {
    let desk = roll(6) == 0 ? 1 : 0
    guard let driver = office.desks[desk] else {
      let chairs = try office.chairs()
      let role =
        switch roll(8) {
        case 0: pick(chairs.supervising)
        case 1, 2: pick(chairs.all)
        default: pick(chairs.busy.isEmpty ? chairs.all : chairs.busy)
        }
      let manner = roll(2) == 0 ? .plain : pick(FuzzStep.Manner.allCases)
      return .sit(desk: desk, role ?? "", manner ?? .plain)
    }
    switch roll(1_000) {
    case 0..<150: return .wait(pick([20, 200, 1_500, 2_000, 600_000, 20_000_000]) ?? 20)
    case 150..<155: return .letter("Surat \(roll(1_000))")
    case 155..<159: return .administer(dice.next())
    case 159: return .setBack(1 + roll(300))
    case 160: return .spoilDrafts(dice.next())
    case 161: return .keepBook(dice.next())
    // Nobody keeps a desk all day: others have the work.
    case 162..<170: return .send(desk: desk, [.hangup])
    default: return .send(desk: desk, press(driver.state))
    }
  }

  // MARK: At a desk

  private mutating func press(_ state: AppState) -> [TerminalEvent] {
    if state.layout.isTooSmall, roll(3) == 0 { return [.resize(DeskDriver.usual)] }
    switch roll(100) {
    case 0..<45: return sensible(state)
    case 45..<52: return [.key(commandKey(state))]
    case 52..<60: return (0...roll(4)).map { _ in .key(pick(Self.moves) ?? .down) }
    case 60..<67: return type(pick(Self.words) ?? "")
    case 67..<71: return [.key(.enter)]
    case 71..<74: return [.key(.escape)]
    case 74..<78: return [.key(pick([.tab, .tab, .tab, .backTab]) ?? .tab)]
    case 78..<81: return [.key(.character(pick(["y", "t", " ", "i"]) ?? "y"))]
    case 81..<85: return [.key(strayKey())]
    case 85..<88: return [.paste(pick(Self.pastes) ?? "")]
    case 88..<95: return mouse(on: state.size)
    case 95..<97: return [.resize(anySize())]
    default: return [.wake, .timeout]
    }
  }

  /// What somebody might press who wants to get on.
  private mutating func sensible(_ state: AppState) -> [TerminalEvent] {
    switch state.currentContext {
    // Now and then left, for some cannot be answered by chance.
    case .dialog, .pin: return roll(8) == 0 ? [.key(.escape)] : answer(state)
    case .form:
      guard let layer = state.layer(state.focused) as? any FormLayer else { break }
      if roll(3) == 0 { return giveUp() }
      return fill(layer.form) + (roll(4) > 0 ? [.key(.control("s"))] : [])
    case .picker:
      return (0..<roll(6)).map { _ in .key(.down) } + [.key(.enter)]
    case .procedures where roll(4) == 0: return [.key(.enter)]
    case .procedureEditor where roll(4) == 0: return giveUp()
    case .editor:
      // Where the file of a procedure takes a word more: in its first lines.
      let place = Array(repeating: Key.pageUp, count: 10) + Array(repeating: .down, count: roll(5))
      return (place + [.end]).map { .key($0) }
        + type(pick([" lagi", " tambahan", " 2", "\u{301}", "x: ["]) ?? "") + [.key(.control("s"))]
    default: break
    }
    return [.key(usefulKey(state))]
  }

  /// Parks what is written, or throws it away: what cannot be filled in by chance must not keep the desk for ever.
  private mutating func giveUp() -> [TerminalEvent] {
    [.key(.escape)] + (0...roll(2)).map { _ in .key(.right) } + [.key(.enter)]
  }

  /// Answers the fields from where the keyboard is, those that must be answered and some others.
  private mutating func fill(_ form: Form) -> [TerminalEvent] {
    form.fields.dropFirst(form.focus).filter(\.takesFocus).prefix(12).flatMap { field in
      let isAnswered = field.isRequired ? roll(6) > 0 : roll(4) == 0
      return (isAnswered ? answer(field) : []) + [.key(.tab)]
    }
  }

  private mutating func answer(_ field: FormField) -> [TerminalEvent] {
    switch field.control {
    case .text, .area: type(pick(Self.words) ?? "")
    case .date: type(pick(["t", "t+++", "1/3", "27/2/2026", "31/2", "5"]) ?? "t")
    case .choice: (0..<roll(3)).map { _ in .key(.right) }
    case .ticks: (0..<roll(4)).map { _ in .key(.down) } + type(" ")
    case .note: []
    }
  }

  /// Mostly the right answer to a dialog, for a wrong one comes by itself.
  private mutating func answer(_ state: AppState) -> [TerminalEvent] {
    guard roll(4) > 0 else {
      return type(pick(["", "194857", "111111", "0001", "t", "i"]) ?? "") + [.key(.enter)]
    }
    switch state.overlays.last?.layer {
    case is PINLayer where roll(4) == 0:
      // Somebody else's fingers, again and again; as a new PIN it is refused.
      return (0..<6).flatMap { _ in type("111111") + [.key(.enter)] }
    case is PINLayer:
      // Where everybody has a PIN of his own, it is chosen first, and typed twice.
      let pin = type(state.session.isPractice ? DialogDriver.practicePIN : "194857")
      return pin + [.key(.enter)] + (state.session.isPractice ? [] : pin + [.key(.enter)])
    case is TypedConfirmLayer:
      let stake = state.pending.flatMap { pending in
        state.layer(pending.layer)?
          .stake(of: pending.command.id, in: state.context(for: pending.layer))
      }
      return type(stake?.number ?? "") + [.key(.enter)]
    default: return [.key(.character("y"))]
    }
  }

  /// The key of a command that can act: mostly for moving about and for what is done with letters.
  private mutating func usefulKey(_ state: AppState) -> Key {
    guard let context = state.currentContext else { return .escape }
    let able = state.table.commands(in: context).filter { state.availability(of: $0) == .available }
    // What can seldom be done is done when it can, or it would never be.
    let rare = Self.rare.compactMap { id in able.first { $0.id == id } }.first
    if let rare, roll(2) == 0 { return rare.keys.first ?? .enter }
    let work: Command.Group = Set<CommandContext>.letters.contains(context) ? .letter : .procedures
    let groups: [Command.Group] = [
      .moving, .moving, .moving, work, work, work, work, .views, .procedures, .program,
    ]
    let group = pick(groups)
    // What brings letters on their way, oftener than what makes new ones.
    let isOnward = group == .letter && roll(3) > 0
    let commands = able.filter {
      $0.group == group && ![.quit, .leave].contains($0.id)
        && (!isOnward || Self.onward.contains($0.id))
    }
    // Of two the one that was carried out less often, so that the seldom ones come too.
    let two = [pick(commands), pick(commands)].compactMap { $0 }
    let seldom = two.min { state.used[$0.id] ?? 0 < state.used[$1.id] ?? 0 }
    return seldom?.keys.first ?? .enter
  }

  /// A key that means something here; the desk is left seldom, or nothing would ever be done.
  private mutating func commandKey(_ state: AppState) -> Key {
    let commands = state.currentContext.map { state.table.commands(in: $0) } ?? []
    guard let command = pick(commands) else { return .escape }
    if [.quit, .leave].contains(command.id), roll(20) > 0 { return .enter }
    return pick(command.keys) ?? .enter
  }

  private mutating func strayKey() -> Key {
    switch roll(5) {
    case 0: .control(pick(Array("abcdefghijklmnoprstuvwxyz@[\\]^_")) ?? "a")
    case 1: .alt(pick(Array("azAZ09[]<:é")) ?? "a")
    case 2: .function(1 + roll(63))
    case 3: .character(pick(Array("\u{0}\u{7F}é日📨👩‍👩‍👧e\u{301}\u{200B}\u{202E}ﷺ{}\"'\\")) ?? "é")
    default: .character(Character(Unicode.Scalar(UInt8(32 + roll(95)))))
    }
  }

  private mutating func mouse(on size: Size) -> [TerminalEvent] {
    var point = Point(row: roll(size.rows + 4) - 2, column: roll(size.columns + 4) - 2)
    // What a broken terminal reports is as far away as a number goes.
    if roll(30) == 0 { point.row = pick([.max, .min, 1 << 40]) ?? 0 }
    if roll(30) == 0 { point.column = pick([.max, .min, 1 << 40]) ?? 0 }
    let kinds: [MouseEvent.Kind] = [
      .press(.left), .press(.left), .press(.right), .press(.middle), .doubleClick, .wheelUp,
      .wheelDown,
    ]
    let kind = pick(kinds) ?? .wheelUp
    return [.mouse(MouseEvent(kind, at: point)), .mouse(MouseEvent(.release, at: point))]
  }

  private mutating func anySize() -> Size {
    switch roll(9) {
    case 0: Size(rows: 1 + roll(60), columns: 1 + roll(200))
    case 1: Size(rows: 16 + roll(10), columns: 60 + roll(100))
    case 2: roll(5) == 0 ? Size(rows: 300, columns: 600) : DeskDriver.usual
    case 3...5: Size(rows: 43, columns: 132)
    default: DeskDriver.usual
    }
  }

  private func type(_ text: String) -> [TerminalEvent] { text.map { .key(.character($0)) } }

  private mutating func roll(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &dice) }

  private mutating func pick<Value>(_ values: [Value]) -> Value? {
    values.isEmpty ? nil : values[roll(values.count)]
  }

  private static let onward: Set<CommandID> = [
    .dispose, .draft, .paraf, .sign, .complete, .acknowledge, .giveBack, .resume,
  ]

  private static let rare: [CommandID] = [.enact, .compare, .previousView, .editProcedure]

  private static let moves: [Key] = [
    .up, .down, .down, .left, .right, .home, .end, .pageUp, .pageDown, .backspace, .delete,
    .insert,
  ]

  /// What people type at a desk, so that forms are now and then filled in well enough to be saved.
  private static let words = [
    "Panti Contoh", "7/PC/2026", "1/3", "27/2/2026", "31/2", "-", "+", "Permohonan bantuan",
    "undangan rapat", "0001", "0003", "sekretaris", "rehsos", "umum", "kadis", "lansia", "staf",
    "400.9.2", "999", "Pos", "Lemari 2", "Perbaiki jumlahnya", "keluar", "nota", "lewat",
    "/etc/hostname", "/", "Yth. Kepala Balai\u{301}, 日本 📨", "t", " ", "ntt-002", "h",
  ]

  private static let pastes = [
    "", "\n", "dua\nbaris\r\ndan\ttab", "\u{1B}[2J\u{7}\u{9B}31m", "\u{202E}terbalik\u{202C}",
    "👩‍👩‍👧‍👦🇮🇩❤️ e\u{301}\u{301}\u{301}", String(repeating: "panjang sekali ", count: 300),
    String(repeating: "日", count: 500), String(repeating: "\u{301}", count: 200),
    "\u{FEFF}\u{0}\u{85}\u{2028}\u{2029}", "27/2/2026", "Anak \u{1F468}\u{200D}",
    "Permohonan bantuan sosial", "400.9.2", "Balai Contoh", "3/3/2026",
  ]
}
